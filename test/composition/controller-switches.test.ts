// The whole gateway with two machines whose controllers are their switches, one over MQTT and one over its firmware's own
// protocol: a card gives permission, the card again takes it, and a stop takes it where the order has no lease.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type ControllerServer, serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateMarlin } from '../../src/adapters/simulator/marlin.ts';
import { type SimulatedMqttMachine, simulateMqttMachine } from '../../src/adapters/simulator/mqtt-machine.ts';
import { type SimulatedReader, simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { start } from '../../src/main.ts';

const token = 'a-token-for-this-test-alone';
const patience = { timeout: 20_000, interval: 20 };
const now = () => performance.now();

const printer = simulateMarlin({ now, powered: true, build: { psuControl: true } });
let folder: string;
let server: ControllerServer;
let running: Awaited<ReturnType<typeof start>>;
let laser: SimulatedMqttMachine;
let reader: SimulatedReader;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-controller-'));
  server = await serveControllerTcp({ port: 0, controller: printer, now });
  const text = `
space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  laser: { name: Laser, pool: lasers, link: { kind: mqtt, password: laser-key }, reader: front, switch: laser-enable }
  printer:
    name: Printer
    pool: printers
    link: { kind: tcp, host: 127.0.0.1, port: ${server.port}, profile: marlin-2 }
    reader: front
    switch: psu
readers:
  front: { kind: native, password: reader-key }
switches:
  laser-enable: { kind: controller, machine: laser }
  psu: { kind: controller, machine: printer, unleased: a printer in a test harms nobody }
`;
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const flags = { data: folder, httpPort: '0', mqttPort: '0' };
  const read = readConfig({ file: 'officina.yaml', text, env, flags });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false });
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  laser = simulateMqttMachine({ url, password: 'laser-key', machine: 'laser', everyMs: 100, enable: 'told' });
  reader = simulateReader({ url, password: 'reader-key', reader: 'front' });
  await Promise.all([laser.ready(), reader.ready()]);
  const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: ['94d8fc5f'] };
  const rows = [{ ...row, certificates: [], roles: ['member'] }];
  expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);
}, 60_000);
afterAll(async () => {
  await laser?.close();
  await reader?.close();
  await running?.stop();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
const becomes = (machine: string, interlock: string) =>
  vi.waitFor(async () => {
    const card = await (await ask(`/api/machines/${machine}`)).json();
    expect(card).toMatchObject({ interlock });
  }, patience);
const isOn = { laser: () => laser.isEnabled(), printer: () => printer.facts().supplied };

it.each(['laser', 'printer'] as const)(
  'a card gives the %s its permission, and takes it',
  async (machine) => {
    if (machine === 'printer') {
      await vi.waitFor(async () => {
        const devices = await (await ask('/api/devices')).json();
        expect(devices).toContainEqual(expect.objectContaining({ id: 'psu', there: true }));
      }, patience);
    }
    await reader.tap('94d8fc5f', machine);
    await becomes(machine, 'released');
    expect(isOn[machine]()).toBe(true);
    await reader.tap('94d8fc5f', machine);
    await becomes(machine, 'engaged');
    await vi.waitFor(() => expect(isOn[machine]()).toBe(false), patience);
  },
  120_000,
);

it('the page says in red that there is no lease, and why', async () => {
  const devices = await (await ask('/api/devices')).json();
  expect(devices).toMatchObject([
    { role: 'reader', id: 'front' },
    { id: 'laser-enable', kind: 'controller', there: true, settings: [] },
    { id: 'psu', kind: 'controller', settings: [{ name: 'lease', safe: false }] },
  ]);
  const { reasons } = (await (await ask('/health')).json()) as { reasons: { code: string; text: string }[] };
  const notice = reasons.find(({ code }) => code === 'switch-unsafe');
  expect(notice?.text).toContain('a printer in a test harms nobody');
});

it('a stop of the gateway takes it from an idle printer, which has no lease', async () => {
  await vi.waitFor(
    async () => expect((await reader.tap('94d8fc5f', 'printer')).outcome).toBe('granted'),
    patience,
  );
  await becomes('printer', 'released');
  await running.stop();
  expect(printer.facts().supplied).toBe(false);
}, 60_000);
