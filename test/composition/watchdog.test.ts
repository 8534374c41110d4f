// The watchdog as the composition root puts it together: the real broker on its port, the real `systemd-notify`, and the
// table of what withholds the sign of life.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrometheus } from '../../src/adapters/metrics/prometheus.ts';
import { startBroker } from '../../src/adapters/mqtt/start-broker.ts';
import { createWatchdog } from '../../src/composition/watchdog.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { granted } from '../adapters/mqtt/broker-fixture.ts';
import { type NotifyReceiver, openNotifyReceiver } from '../adapters/watchdog/notify-receiver.ts';
import { outside } from '../outside.ts';

const text = 'space: { name: Officina, timezone: Europe/Rome, currency: EUR }\nhttp: { host: 127.0.0.1 }\n';
const read = readConfig({ file: 'officina.yaml', text, env: {}, flags: {} });
if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
const { config } = read;
const patience = { timeout: 15_000, interval: 10 };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let receiver: NotifyReceiver | null = null;
const closing: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-watch-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true });
});

async function watched(probeTap: () => Promise<unknown> = async () => 'durable') {
  receiver = await openNotifyReceiver(folder);
  closing.push(receiver.close);
  const meters = createPrometheus();
  const env = { NOTIFY_SOCKET: receiver.socket, WATCHDOG_USEC: '800000', PATH: process.env.PATH };
  const watchdog = createWatchdog({ config, env, log: quiet, meters });
  const broker = await startBroker({
    ...{ devices: new Map(), meters, log: quiet },
    chance: { bytes: (count) => randomBytes(count) },
    clock: { wallMs: Date.now, monoMs: () => performance.now(), synchronised: () => true },
    texts: { say: (code) => code },
    probe: watchdog.probe && { ...watchdog.probe, tap: probeTap },
    handlers: {
      tap: async ({ tap }) => granted(tap),
      switchReported: () => undefined,
      machineReported: () => undefined,
      keyPressed: () => undefined,
      deviceSaid: () => undefined,
      readerConnected: () => undefined,
    },
  });
  closing.push(broker.close);
  const door = await broker.openDoor({ host: '127.0.0.1', port: 0 });
  const ours = { mqtt: true };
  const close = await watchdog.open({
    mqtt: { plain: () => (ours.mqtt ? door : null), tls: () => null, close: async () => undefined },
    http: { now: () => null, close: async () => undefined },
  });
  closing.push(close);
  const silent = (): number => {
    const found = /officina_watchdog_probes_total\{outcome="silent"\} (\d+)/.exec(meters.render());
    return Number(found?.[1] ?? 0);
  };
  const { count, said } = receiver;
  return { broker, ours, close, said, silent, lives: () => count('WATCHDOG=1') };
}

describe.skipIf(!outside('perl') || !outside('systemd-notify'))('systemd', () => {
  it('hears that the gateway is ready, lives and stops', async () => {
    const { said, lives, close } = await watched();
    await vi.waitFor(() => expect(lives()).toBeGreaterThanOrEqual(3), patience);
    await close();
    expect(said[0]).toBe('READY=1');
    expect(said.at(-1)).toBe('STOPPING=1');
  });

  it('hears nothing more when the port of the broker has closed', async () => {
    const { broker, lives, silent } = await watched();
    await vi.waitFor(() => expect(lives()).toBeGreaterThanOrEqual(1), patience);
    const missed = silent();
    await broker.close();
    await vi.waitFor(() => expect(silent()).toBeGreaterThan(missed), patience);
    const before = lives();
    await vi.waitFor(() => expect(silent()).toBeGreaterThan(missed + 3), patience);
    expect(lives()).toBe(before);
  });

  it('hears nothing before a tap has come through', async () => {
    const gate = Promise.withResolvers<string>();
    const { said, lives, silent } = await watched(() => gate.promise);
    await vi.waitFor(() => expect(silent()).toBeGreaterThanOrEqual(3), patience);
    expect(said).toEqual(['READY=1']);
    gate.resolve('durable');
    await vi.waitFor(() => expect(lives()).toBeGreaterThanOrEqual(1), patience);
  });

  it('goes on hearing while another program holds the port: a restart would find it taken again', async () => {
    const { ours, lives, silent } = await watched();
    ours.mqtt = false;
    await vi.waitFor(() => expect(lives()).toBeGreaterThanOrEqual(3), patience);
    expect(silent()).toBe(0);
  });
});

describe('without systemd', () => {
  it('nothing is made, started or let in', async () => {
    const watchdog = createWatchdog({
      config,
      env: { PATH: folder },
      log: quiet,
      meters: createPrometheus(),
    });
    expect(watchdog.probe).toBeNull();
    const never = () => {
      throw new Error('it was asked');
    };
    const ports = { now: never, plain: never, tls: never, close: never };
    await (await watchdog.open({ mqtt: ports, http: ports }))();
  });
});
