// A child process full of machines that report at QoS 1 as fast as the broker takes it: each sends its next report once
// the one before is acknowledged, and never more often than the front door of the gateway allows. It speaks raw MQTT on
// real sockets, so that it weighs little beside the broker that it feeds.

import { connect, type Socket } from 'node:net';
import { generate } from 'mqtt-packet';
import { devicePassword, machineId } from './bench-workshop.ts';
import { answer } from './child.ts';
import { readingsPerReport, reportPayload } from './report-payload.ts';

export type PublisherSettings = { readonly mqttPort: number; readonly machines: number };

/** `reports` in all, over all machines; resolves once the last is acknowledged. */
export type PublisherQuestion = { readonly reports: number };

export type Published = {
  readonly reports: number;
  readonly readings: number;
  /** From the first report to the last acknowledgement. */
  readonly tookMs: number;
};

/** Between two reports of one machine, at least: the front door of the gateway allows fifty packets a second. */
const leastGapMs = 21;

/** Different reports of one machine, which repeat. */
const variants = 16;

/** CONNACK and PUBACK are of four bytes each (3.2, 3.4). */
const packetBytes = 4;

type Machine = {
  readonly socket: Socket;
  readonly packets: readonly Buffer[];
  sent: number;
  notBeforeMs: number;
  /** Bytes of a packet that has not come whole. */
  bytes: number;
  heard: () => void;
};

const { mqttPort, machines }: PublisherSettings = JSON.parse(process.argv[2] ?? '');

async function run(): Promise<void> {
  const all: Machine[] = [];
  for (let index = 0; index < machines; index++) all.push(await openMachine(machineId(index)));
  answer(({ reports }: PublisherQuestion) => publish(all, reports));
  process.stdout.write('ready\n');
}

function publish(all: readonly Machine[], reports: number): Promise<Published> {
  const { promise, resolve } = Promise.withResolvers<Published>();
  const free = [...all];
  const startedMs = performance.now();
  let next = 0;
  let sent = 0;
  let acknowledged = 0;
  const pump = (): void => {
    const nowMs = performance.now();
    // Who was acknowledged first is first in line; each waits equally long, so the first that is not due ends it.
    for (; sent < reports; next++, sent++) {
      const machine = free[next];
      if (machine === undefined || machine.notBeforeMs > nowMs) break;
      send(machine, nowMs);
    }
    if (next > all.length) free.splice(0, next);
    next = next > all.length ? 0 : next;
  };
  const timer = setInterval(pump, 2);
  for (const machine of all) {
    machine.heard = () => {
      acknowledged += 1;
      free.push(machine);
      if (acknowledged < reports) return pump();
      clearInterval(timer);
      const tookMs = performance.now() - startedMs;
      resolve({ reports, readings: reports * readingsPerReport, tookMs });
    };
  }
  pump();
  return promise;
}

function send(machine: Machine, nowMs: number): void {
  const packet = machine.packets[machine.sent % variants];
  machine.sent += 1;
  machine.notBeforeMs = nowMs + leastGapMs;
  if (packet) machine.socket.write(packet);
}

/** Signed in when it resolves; a connection that ends is an end of the whole program. */
async function openMachine(id: string): Promise<Machine> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const take = (count: number): boolean => {
    machine.bytes += count;
    for (; machine.bytes >= packetBytes; machine.bytes -= packetBytes) machine.heard();
    return true;
  };
  const onread = { buffer: Buffer.alloc(1024), callback: take };
  const socket = connect({ host: '127.0.0.1', port: mqttPort, noDelay: true, onread });
  const machine: Machine = {
    ...{ socket, packets: packetsOf(id), sent: 0, notBeforeMs: 0, bytes: 0 },
    heard: resolve,
  };
  socket.once('close', () => {
    process.stderr.write(`${id} was closed by the broker; look at its log\n`);
    process.exit(1);
  });
  const name = `machine-${id}`;
  socket.write(
    generate({
      ...{ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 120 },
      ...{ clientId: name, username: name, password: Buffer.from(devicePassword) },
    }),
  );
  await promise;
  return machine;
}

/** One packet id suffices: nothing is sent before the packet before it was acknowledged. */
function packetsOf(id: string): readonly Buffer[] {
  const topic = `officina/v1/machine/${id}/report`;
  const common = { cmd: 'publish', topic, qos: 1, messageId: 1, retain: false, dup: false } as const;
  return Array.from({ length: variants }, (_, index) =>
    generate({ ...common, payload: JSON.stringify(reportPayload(index)) }),
  );
}

await run();
