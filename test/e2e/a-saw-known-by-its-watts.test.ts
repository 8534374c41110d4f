// The whole gateway with a saw that only a Tasmota plug knows: its watts rise and fall, and the page says at work, idle,
// and unknown once the plug tells no more.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SimulatedTasmota, simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { start } from '../../src/main.ts';

const token = 'a-token-for-this-test-alone';
const file = 'a-saw-known-by-its-watts.yaml';

let folder: string;
let running: Awaited<ReturnType<typeof start>>;
let box: SimulatedTasmota;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const read = readConfig({ file, text, env, flags: { data: folder, httpPort: '0', mqttPort: '0' } });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false });
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  box = simulateTasmota({ url, client: 'DVES_A1B2C3', user: 'saw', password: 'box-key', topic: 'saw' });
  await box.ready();
});
afterAll(async () => {
  await box.close();
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
type Card = { session: object | null; link: string; activity: string; job: object | null };
const saw = async () => (await (await ask('/api/machines/saw')).json()) as Card;

/** Its telemetry keeps coming until it is so; `quietly`: none comes. */
const becomes = (wanted: object, { quietly = false } = {}) =>
  vi.waitFor(
    async () => {
      if (!quietly) box.tellEnergy();
      expect(await saw()).toMatchObject(wanted);
    },
    { timeout: 20_000, interval: 100 },
  );

it('works while it draws, is idle when it does not, and unknown when its meter is silent', async () => {
  const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: ['94d8fc5f'] };
  const rows = [{ ...row, certificates: [], roles: ['member'] }];
  expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);
  box.card('94D8FC5F');
  await vi.waitFor(() => expect(box.isOn()).toBe(true), { timeout: 10_000, interval: 20 });

  box.meter.draw(12);
  await becomes({ link: 'up', activity: 'idle', job: null });
  box.meter.draw(850);
  await becomes({ link: 'up', activity: 'running', job: {} });
  // In the hysteresis the last word holds.
  box.meter.draw(40);
  box.tellEnergy();
  await becomes({ activity: 'running' });
  box.meter.draw(12);
  await becomes({ activity: 'idle', job: null });
  box.meter.draw(850);
  await becomes({ activity: 'running', job: {} });
  await becomes({ link: 'lost', activity: 'unknown' }, { quietly: true });
  expect((await saw()).session).not.toBeNull();
  await becomes({ link: 'up', activity: 'running' });
});
