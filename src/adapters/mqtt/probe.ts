// The probe: the gateway as a device of its own broker, which sends a tap through the real port and waits for its
// acknowledgement. It is described nowhere, its id and password are made by chance at each start, and the broker lets it
// in from this computer only.

import type { Socket } from 'node:net';
import { generate, type Packet, parser } from 'mqtt-packet';
import type { ProbeTap } from '../../gateway/gateway.ts';
import type { Device, Devices } from './credentials.ts';

export type ProbeIdentity = {
  /** Lower-case letters and digits. */
  readonly id: string;
  readonly password: string;
};

export type Probe = ProbeIdentity & {
  /** Rejects when a tap would not find its way. */
  readonly tap: (tap: ProbeTap) => Promise<unknown>;
};

/** Strangers who fill the house must not keep the probe out: nobody could mend that by a restart. */
export const keptPlaces = 4;

const clientIdOf = ({ id }: ProbeIdentity): string => `probe-${id}`;

export function withProbe(devices: Devices, probe: ProbeIdentity | null): Devices {
  if (probe === null) return devices;
  const device: Device = { kind: 'probe', id: probe.id, password: probe.password };
  return new Map([...devices, [clientIdOf(probe), device]]);
}

export type ProbeRound = {
  readonly probe: ProbeIdentity;
  /** Opens the connection, plain or encrypted. */
  readonly connect: () => Socket;
  readonly tap: ProbeTap;
  readonly limitMs: number;
};

/** One connection, sign-in, tap and goodbye. Resolves with the PUBACK; rejects at anything else, at the latest after `limitMs`. */
export function sendProbe({ probe, connect, tap, limitMs }: ProbeRound): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (reason: string, cause?: unknown): void =>
    reject(new Error(`The probe tap was not acknowledged: ${reason}.`, { cause }));
  const timer = setTimeout(
    () => fail(`no answer within ${limitMs} ms; look at the disk and the load`),
    limitMs,
  );
  const packets = parser({ protocolVersion: 4 });
  const socket = connect();
  const said = (packet: Packet): void => {
    if (packet.cmd === 'connack' && packet.returnCode === 0) socket.write(tapPacket(probe, tap));
    else if (packet.cmd === 'puback') resolve();
    else fail(`the broker said ${packet.cmd} out of turn; look at its log`);
  };
  packets.on('packet', said);
  packets.on('error', (cause) =>
    fail('what came back was no MQTT; find out what listens on that port', cause),
  );
  socket.on('data', (chunk) => packets.parse(chunk));
  socket.on('error', (cause) => fail('the port of the broker cannot be reached; look at its log', cause));
  socket.on('close', () => fail('the broker closed the connection; look at its log'));
  socket.write(connectPacket(probe));
  return promise.finally(() => {
    clearTimeout(timer);
    // A connection that does not stand yet, or is stuck, is not waited for.
    socket.write(generate({ cmd: 'disconnect' }));
    socket.destroySoon();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  });
}

/** How long the goodbye may take, milliseconds. */
const lingerMs = 1000;

const connectPacket = (probe: ProbeIdentity): Buffer =>
  generate({
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    clientId: clientIdOf(probe),
    username: clientIdOf(probe),
    password: Buffer.from(probe.password),
  });

const tapPacket = ({ id }: ProbeIdentity, tap: ProbeTap): Buffer =>
  generate({
    cmd: 'publish',
    topic: `officina/v1/probe/${id}/tap`,
    payload: JSON.stringify(tap),
    qos: 1,
    messageId: 1,
    retain: false,
    dup: false,
  });
