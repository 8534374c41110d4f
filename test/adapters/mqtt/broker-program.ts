// The real broker alone in a process of its own, with many readers, switches, machines and stock boxes described, so that
// its memory and its death can be seen from outside. It answers each tap, and tells what it refused.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Device } from '../../../src/adapters/mqtt/credentials.ts';
import { type Broker, startBroker } from '../../../src/adapters/mqtt/start-broker.ts';
import { answer } from '../../bench/child.ts';
import { boxes, devicesOf } from './stock/boxes.ts';

export const places = 24;
export const brokerKey = 'not-guessed';
/** The reader whose round trips are timed. */
export const timedReader = 'timed';

/** What it tells of itself. */
export type BrokerFacts = {
  /** Resident memory now, megabytes. */
  readonly memoryMb: number;
  /** What is still in use of it after a collection, megabytes; where `--expose-gc` lets one be asked for. */
  readonly liveMb: number;
  /** Messages that were taken in, of all devices. */
  readonly messages: number;
  readonly refused: Readonly<Record<string, number>>;
  /** What it logged as a fault of its own. */
  readonly faults: readonly string[];
  /** Taps of readers that nobody described. */
  readonly foreign: number;
};

if (import.meta.main) await run();

async function run(): Promise<void> {
  const refused = new Map<string, number>();
  const faults: string[] = [];
  let messages = 0;
  let foreign = 0;
  let broker: Broker | null = null;
  const nothing = (): void => undefined;
  const devices = described();
  const readers = readersIn(devices);
  broker = await startBroker({
    devices,
    handlers: {
      tap: async (tap) => {
        if (!readers.has(tap.reader)) foreign += 1;
        const found = { outcome: 'granted', code: null, text: 'Welcome', machine: null } as const;
        const given = { tap: tap.tap, ...found, session: null, untilMs: null };
        setImmediate(() => void broker?.readers.answer(tap.reader, given).catch(nothing));
        return given;
      },
      keyPressed: nothing,
      switchReported: nothing,
      machineReported: nothing,
      deviceSaid: nothing,
      readerConnected: nothing,
    },
    clock: { wallMs: () => Date.now(), monoMs: () => performance.now(), synchronised: () => true },
    log: {
      info: nothing,
      warn: nothing,
      error: (facts, text) => void (faults.length < 20 && faults.push(`${text} ${String(facts.err)}`)),
    },
    meters: {
      count: (name, labels) => {
        if (name === 'mqtt_messages_total') messages += 1;
        const reason = labels?.reason;
        if (name === 'mqtt_refused_total' && reason) refused.set(reason, (refused.get(reason) ?? 0) + 1);
      },
    },
    chance: { bytes: (count) => randomBytes(count) },
    texts: { say: (code) => code },
    timing: { refusedSignInMs: 0 },
  });
  const { port } = await broker.openDoor({ host: '127.0.0.1', port: 0 });
  answer((): BrokerFacts => {
    const status = readFileSync('/proc/self/status', 'utf8');
    const memoryMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const liveMb = (heapUsed + external) / 1e6;
    return { memoryMb, liveMb, messages, refused: Object.fromEntries(refused), faults, foreign };
  });
  process.stdout.write(`ready mqtt=${port}\n`);
}

function described(): ReadonlyMap<string, Device> {
  const { tasmota, espRfid, esphome, shellyGen2, zigbee } = boxes;
  const all = new Map<string, Device>(devicesOf(tasmota, espRfid, esphome, shellyGen2, zigbee));
  const native = (kind: 'reader' | 'switch' | 'machine', id: string) =>
    void all.set(`${kind}-${id}`, { kind, id, password: brokerKey });
  native('reader', timedReader);
  for (let place = 0; place < places; place++) {
    native('reader', `r${place}`);
    native('switch', `s${place}`);
    native('machine', `m${place}`);
  }
  return all;
}

function readersIn(devices: ReadonlyMap<string, Device>): ReadonlySet<string> {
  const ids = [...devices.values()].flatMap((device) => {
    if (device.kind !== 'stock') return device.kind === 'reader' ? [device.id] : [];
    return device.parts.filter(({ role }) => role === 'reader').map(({ id }) => id);
  });
  return new Set(ids);
}
