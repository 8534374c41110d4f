// The whole gateway with one stock box that is the reader and the switch of a lathe: a card gives power, the card again
// takes it, a stranger's card does nothing, and the page says that the box would give power by itself.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SimulatedTasmota, simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { start } from '../../src/main.ts';
import { handTurned } from '../adapters/simulator/hand-time.ts';

const token = 'a-token-for-this-test-alone';
const patience = { timeout: 10_000, interval: 20 };

let folder: string;
let running: Awaited<ReturnType<typeof start>>;
let box: SimulatedTasmota;
/** Of the box alone: its lease does not run out while we look. */
const time = handTurned();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
  const text = readFileSync(new URL('a-lathe-with-tasmota.yaml', import.meta.url), 'utf8');
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const flags = { data: folder, httpPort: '0', mqttPort: '0' };
  const read = readConfig({ file: 'a-lathe-with-tasmota.yaml', text, env, flags });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false });
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  const sign = { url, client: 'DVES_A1B2C3', user: 'lathe', password: 'box-key' };
  box = simulateTasmota({ ...sign, topic: 'lathe', powerOnState: 3, time });
  await box.ready();
});
afterAll(async () => {
  await box.close();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
type Card = { session: object | null; interlock: string };
const lathe = async () => (await (await ask('/api/machines/lathe')).json()) as Card;

it('a card opens a session with power, and ends it', async () => {
  const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: ['94d8fc5f'] };
  const rows = [{ ...row, certificates: [], roles: ['member'] }];
  expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);

  box.card('00112233');
  await vi.waitFor(async () => {
    expect(await (await ask('/metrics')).text()).toMatch(/officina_taps_total\{[^}]*badge-unknown[^}]*\} 1/);
  }, patience);
  expect(box.isOn()).toBe(false);

  box.card('94D8FC5F');
  await vi.waitFor(() => expect(box.isOn()).toBe(true), patience);
  await vi.waitFor(async () => expect((await lathe()).session).not.toBeNull(), patience);

  // Another card in between lets the first one be told anew without a wait; it disturbs nothing (invariant 6).
  box.card('00112233');
  box.card('94D8FC5F');
  await vi.waitFor(() => expect(box.isOn()).toBe(false), patience);
  await vi.waitFor(async () => expect((await lathe()).session).toBeNull(), patience);
});

it('the page and the API tell of the box what it told', async () => {
  await vi.waitFor(async () => {
    const { reasons } = (await (await ask('/health')).json()) as {
      reasons: { code: string; text: string }[];
    };
    const notice = reasons.find(({ code }) => code === 'switch-unsafe');
    expect(notice?.text).toContain('cmnd/lathe/PowerOnState 0');
  }, patience);
  const devices = (await (await ask('/api/devices')).json()) as { role: string }[];
  expect(devices).toMatchObject([
    { role: 'reader', id: 'lathe-reader', kind: 'tasmota', there: true, settings: [] },
    { role: 'switch', id: 'lathe-relay', there: true, firmware: '14.2.0(release-tasmota)', signalDbm: -61 },
  ]);
});
