// The whole gateway with a stock Wiegand keypad at a machine that asks for a PIN: typed before the card, and after it.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SimulatedTasmota, simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { start } from '../../src/main.ts';

const token = 'a-token-for-this-test-alone';
const patience = { timeout: 15_000, interval: 20 };
/** Card 1 of the golden table, as a Wiegand reader of 26 bits tells it. */
const card = 9_357_203;

let folder: string;
let running: Awaited<ReturnType<typeof start>>;
let box: SimulatedTasmota;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
  const text = readFileSync(new URL('a-lathe-with-tasmota.yaml', import.meta.url), 'utf8').replace(
    'name: Lathe',
    'name: Lathe\n    level: pin',
  );
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const flags = { data: folder, httpPort: '0', mqttPort: '0' };
  const read = readConfig({ file: 'a-lathe-with-tasmota.yaml', text, env, flags });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false });
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  box = simulateTasmota({
    url,
    client: 'DVES_A1B2C3',
    user: 'lathe',
    password: 'box-key',
    topic: 'lathe',
    powerOnState: 0,
  });
  await box.ready();
});
afterAll(async () => {
  await box.close();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (path: string, options: { method: string; body: unknown } | null = null) =>
  fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(options && { method: options.method, body: JSON.stringify(options.body) }),
  });
const counted = async (): Promise<string> => (await ask('/metrics')).text();
const type = (keys: string, bits: 4 | 8 = 4): void => {
  for (const key of keys) box.key(key, bits);
};

it('the PIN goes before the card, or after it with #', async () => {
  const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: ['14008ec793'] };
  const rows = [{ ...row, certificates: [], roles: ['member'] }];
  expect((await ask('/api/members/import', { method: 'POST', body: { rows, dryRun: false } })).status).toBe(
    200,
  );
  const members = (await (await ask('/api/members')).json()) as { member: string }[];
  const path = `/api/members/${members[0]?.member}/pin`;
  const set = await ask(path, { method: 'PUT', body: { pin: '73519' } });
  expect(set.status).toBe(204);

  box.wiegand(card);
  await vi.waitFor(async () => expect(await counted()).toMatch(/code="pin-missing"[^}]*\} 1/), patience);
  expect(box.isOn()).toBe(false);
  type('73519#');
  await vi.waitFor(() => expect(box.isOn()).toBe(true), patience);

  // Another card in between lets the first one be told anew without a wait; ending asks for no PIN.
  box.wiegand(1);
  box.wiegand(card);
  await vi.waitFor(() => expect(box.isOn()).toBe(false), patience);
  await vi.waitFor(async () => {
    const { session } = (await (await ask('/api/machines/lathe')).json()) as { session: unknown };
    expect(session).toBeNull();
  }, patience);

  type('99*73519', 8);
  box.wiegand(2);
  type('73519', 8);
  box.wiegand(card);
  await vi.waitFor(() => expect(box.isOn()).toBe(true), patience);
});
