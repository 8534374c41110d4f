// The workshop of the desk's story: the real program, two native readers, a plug and a Tasmota box over real MQTT, and a
// browser that signs in as whoever is asked for.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { type Visit, visit } from './browser.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'the-desk-needs-an-administrator';
export const password = 'correct horse battery';
const evasBadge = '04a1b2c3d4e582';
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,ada@example.org,volta,,laser-basic;lathe-basic:2025-06-30,member
bo,Bo Weiß,,,04a1b2c3d4e581,laser-basic:2099-12-31,member
eva,Eva Lindt,,,${evasBadge},laser-basic,steward
nico,Nicolò Serra,,volta,,,trainer
`;
const yaml = readFileSync(new URL('badges-at-the-desk.yaml', import.meta.url), 'utf8');

/** `closing` is filled with what has to be closed, in order. */
export async function openDeskStory(closing: (() => unknown)[], locale = 'en') {
  const dir = storyDir('desk');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const described = yaml.replace('locale: en', `locale: ${locale}`);
  writeFileSync(join(dir.path, 'officina.yaml'), described, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const front = simulateReader({ url, reader: 'front', password: 'front-secret' });
  const back = simulateReader({ url, reader: 'back', password: 'back-secret' });
  const plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  const sign = { url, client: 'DVES_A1B2C3', user: 'lathe', password: 'box-key' };
  const box = simulateTasmota({ ...sign, topic: 'lathe', powerOnState: 3 });
  closing.push(front.close, back.close, plug.close, box.close);
  await Promise.all([front, back, plug, box].map((device) => device.ready()));
  await givePasswords(program, ['ada', 'eva', 'nico']);
  return { dir: dir.path, program, front, back, plug, box };
}
export type DeskStory = Awaited<ReturnType<typeof openDeskStory>>;

async function givePasswords({ url }: Program, handles: readonly string[]): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const listed = await fetch(`${url}/api/members`, { headers });
  const known = (await listed.json()) as { member: string; handle: string }[];
  const body = JSON.stringify({ password });
  for (const { member } of known.filter(({ handle }) => handles.includes(handle))) {
    const put = await fetch(`${url}/api/members/${member}/password`, { method: 'PUT', headers, body });
    if (put.status !== 204) throw new Error(`password: ${put.status}`);
  }
}

/** A page of their own on which they have signed in. */
export async function visitAs(handle: string, { program }: DeskStory): Promise<Visit> {
  const seen = await visit(program.url);
  await seen.page.locator('input[name=handle]').fill(handle);
  await seen.page.locator('input[name=password]').fill(password);
  await seen.page.locator('button[type=submit]').click();
  await seen.page.getByRole('article').first().waitFor();
  return seen;
}
