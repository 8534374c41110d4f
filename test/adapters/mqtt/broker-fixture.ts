// A broker with the devices that the tests need, its handlers recorded, and clients that speak to it over real sockets.

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { vi } from 'vitest';
import type { Devices } from '../../../src/adapters/mqtt/credentials.ts';
import type { DeviceHandlers } from '../../../src/adapters/mqtt/device-inbox.ts';
import { type Broker, type BrokerOptions, startBroker } from '../../../src/adapters/mqtt/start-broker.ts';
import type { DeviceSaid, MachineReport, SwitchReport, Tap } from '../../../src/gateway/gateway.ts';
import type { MachineNotice, TapAnswer } from '../../../src/gateway/ports.ts';

export const secret = 'not-guessed';

export const devices: Devices = new Map([
  ['reader-front', { kind: 'reader', id: 'front', password: secret }],
  ['reader-back', { kind: 'reader', id: 'back', password: `${secret}-back` }],
  ['switch-plug', { kind: 'switch', id: 'plug', password: secret }],
  ['machine-laser', { kind: 'machine', id: 'laser', password: secret }],
]);

export type Fixture = {
  readonly broker: Broker;
  readonly port: number;
  readonly url: string;
  readonly taps: Tap[];
  readonly switchReports: SwitchReport[];
  readonly machineReports: MachineReport[];
  readonly readersConnected: string[];
  readonly keys: { readonly reader: string; readonly key: string }[];
  readonly said: DeviceSaid[];
  /** What was told of retained orders, the newest last. */
  readonly retainedCommands: (string | null)[];
  readonly logged: { readonly facts: unknown; readonly text: string }[];
  /** How often a counter was counted with that label value. */
  counted(name: string, label?: string): number;
  /** Decides the next taps; a grant at once unless set. */
  onTap: (tap: Tap) => Promise<TapAnswer>;
  /** Told of each report of a switch. */
  onSwitch: (report: SwitchReport) => void;
  close(): Promise<void>;
};

export async function startFixture(
  options: Partial<
    Pick<BrokerOptions, 'limits' | 'timing' | 'devices' | 'clock' | 'probe' | 'attachFrom' | 'listener'>
  > = {},
): Promise<Fixture> {
  const counts = new Map<string, number>();
  const record = {
    taps: [] as Tap[],
    switchReports: [] as SwitchReport[],
    machineReports: [] as MachineReport[],
    readersConnected: [] as string[],
    keys: [] as { reader: string; key: string }[],
    said: [] as DeviceSaid[],
    retainedCommands: [] as (string | null)[],
    logged: [] as { facts: unknown; text: string }[],
    onTap: async (tap: Tap) => granted(tap.tap),
    onSwitch: (_report: SwitchReport): void => {},
  };
  const log = (facts: unknown, text: string) => void record.logged.push({ facts, text });
  const handlers: DeviceHandlers = {
    tap: (tap) => {
      record.taps.push(tap);
      return record.onTap(tap);
    },
    switchReported: (report) => {
      record.switchReports.push(report);
      record.onSwitch(report);
    },
    machineReported: (report) => void record.machineReports.push(report),
    deviceSaid: (one) => void record.said.push(one),
    keyPressed: (pressed) => void record.keys.push(pressed),
    readerConnected: (reader) => void record.readersConnected.push(reader),
  };
  const broker = await startBroker({
    devices,
    handlers,
    clock: realClock,
    chance: { bytes: (count) => randomBytes(count) },
    log: { info: log, warn: log, error: log },
    meters: {
      count: (name, labels) => {
        const key = [name, ...Object.values(labels ?? {})].join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      },
    },
    retainedCommands: (about) => void record.retainedCommands.push(about?.text ?? null),
    texts: { say: (code) => `text of ${code}` },
    ...options,
    timing: { refusedSignInMs: 0, ...options.timing },
  });
  const { port } = await broker.openDoor({ host: '127.0.0.1', port: 0 });
  return Object.assign(record, {
    broker,
    port,
    url: `mqtt://127.0.0.1:${port}`,
    counted: (name: string, label?: string) => counts.get([name, ...(label ? [label] : [])].join(' ')) ?? 0,
    close: async () => {
      for (const client of clients.splice(0)) client.end(true);
      for (const socket of sockets.splice(0)) socket.destroy();
      await broker.close();
    },
  });
}

const clients: MqttClient[] = [];
const sockets: Socket[] = [];

const realClock = {
  wallMs: () => Date.now(),
  monoMs: () => performance.now(),
  synchronised: () => true,
};

export const granted = (tap: string): TapAnswer => ({
  tap,
  outcome: 'granted',
  code: null,
  text: 'Welcome',
  machine: 'laser',
  session: 's1',
  untilMs: null,
});

/** A connected client; rejects when it is refused. Never reconnects by itself. */
export async function signIn(
  fixture: Fixture,
  clientId: string,
  options: IClientOptions = {},
): Promise<MqttClient> {
  const client = mqtt.connect(fixture.url, {
    clientId,
    username: clientId,
    password: devices.get(clientId)?.password ?? secret,
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...options,
  });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve());
    client.once('error', reject);
    client.once('close', () => reject(new Error('closed before CONNACK')));
  });
  client.on('error', () => {});
  return client;
}

export type RawClient = {
  readonly socket: Socket;
  /** Everything received so far. */
  received(): Buffer;
  closed(): boolean;
};

export async function rawClient(fixture: Fixture): Promise<RawClient> {
  const socket = connect(fixture.port, '127.0.0.1');
  sockets.push(socket);
  let bytes = Buffer.alloc(0);
  let gone = false;
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    gone = true;
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return { socket, received: () => bytes, closed: () => gone };
}

/** Waits for a condition, at most three seconds. */
export const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 3000, interval: 5 });

export const closed = (client: MqttClient) => until(() => !client.connected);

export type Heard = {
  readonly topic: string;
  readonly text: string;
  readonly retain: boolean;
  readonly qos: number;
};

/** Collects what the client hears. */
export function hear(client: MqttClient): Heard[] {
  const heard: Heard[] = [];
  client.on('message', (topic, payload, { retain, qos }) => {
    heard.push({ topic, text: payload.toString(), retain, qos });
  });
  return heard;
}

export const topics = {
  frontTap: 'officina/v1/reader/front/tap',
  frontAnswer: 'officina/v1/reader/front/answer',
  plugSet: 'officina/v1/switch/plug/set',
  plugState: 'officina/v1/switch/plug/state',
  laserReport: 'officina/v1/machine/laser/report',
} as const;

export const tapJson = (counter: number, rest: object = {}) =>
  JSON.stringify({ badge: '04a1b2c3d4e580', tap: `boot:${counter}`, ...rest });

export const notice = (queue: number): MachineNotice => ({
  link: 'up',
  activity: 'idle',
  mode: 'production',
  interlock: 'released',
  shown: 'in-use',
  lockedBy: null,
  since: '2026-01-01T00:00:00Z',
  session: { id: 's1', member: null, since: '2026-01-01T00:00:00Z' },
  queue,
});
