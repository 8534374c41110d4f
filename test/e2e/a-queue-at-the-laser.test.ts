// The whole gateway with a native reader and a native switch: two members, one laser that is used in turn. A ticket, a call,
// a claim, over real sockets.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SimulatedReader, simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { type SimulatedSwitch, simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { AnswerMessage } from '../../src/contract/device-messages.ts';
import type { QueueView } from '../../src/contract/queue.ts';
import { start } from '../../src/main.ts';
import { eventually } from './program.ts';

const token = 'a-token-for-this-test-alone';
const badges = { anna: '04a1b2c3d4e501', bruno: '04a1b2c3d4e502', carla: '04a1b2c3d4e503' };

let folder: string;
let running: Awaited<ReturnType<typeof start>>;
let reader: SimulatedReader;
let plug: SimulatedSwitch;
const notices: AnswerMessage[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
  const text = readFileSync(new URL('a-queue-at-the-laser.yaml', import.meta.url), 'utf8');
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const flags = { data: folder, httpPort: '0', mqttPort: '0' };
  const read = readConfig({ file: 'a-queue-at-the-laser.yaml', text, env, flags });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false });
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  reader = simulateReader({ url, reader: 'front', password: 'front-secret' });
  plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  reader.onAnswer((answer) => answer.tap === '' && notices.push(answer));
  await Promise.all([reader.ready(), plug.ready()]);
});
afterAll(async () => {
  await Promise.all([reader.close(), plug.close()]);
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
const waiting = async (): Promise<number | undefined> =>
  ((await (await ask('/api/queues')).json()) as QueueView[])[0]?.waiting;

it('inv. 1, 6: a ticket, a call and a claim at the broker', async () => {
  const rows = Object.entries(badges).map(([member, badge]) => ({
    ...{ member, name: member, email: null, team: null, badges: [badge] },
    ...{ certificates: [], roles: ['member'] },
  }));
  expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);

  expect(await reader.tap(badges.anna)).toMatchObject({ outcome: 'granted' });
  await eventually('the power', () => plug.isOn());
  const queued = await reader.tap(badges.bruno);
  expect(queued).toMatchObject({ outcome: 'queued', code: null, machine: 'laser', session: null });
  expect(queued.text).toMatch(/number 1 in the queue, and it is your turn by [\d -]*\d\d:\d\d at the latest/);
  expect(Date.parse(queued.until ?? '')).toBeGreaterThan(Date.now());
  expect([plug.isOn(), await waiting()]).toEqual([true, 1]);

  expect(await reader.tap(badges.anna)).toMatchObject({ outcome: 'ended' });
  await eventually('the call', () => notices.some(({ code }) => code === 'turn-called'));
  expect([plug.isOn(), await waiting()]).toEqual([false, 0]);
  const refused = await reader.tap(badges.carla);
  expect(refused).toMatchObject({ outcome: 'refused', code: 'machine-called' });
  expect(plug.isOn()).toBe(false);

  expect(await reader.tap(badges.bruno)).toMatchObject({ outcome: 'granted' });
  await eventually('the power for the claim', () => plug.isOn());
  expect(await waiting()).toBe(1);
});
