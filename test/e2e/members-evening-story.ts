// The workshop of a member's evening: the real program, a laser with its reader and plug over real MQTT, a price, a cost code
// and turns, two members, and browsers in which they sign in.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { type Visit, visit } from './browser.ts';
import { runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'the-evening-needs-an-administrator';
const password = 'correct horse battery';
export const badges = { ada: '04a1b2c3d4e580', bo: '04a1b2c3d4e581' };
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,${badges.ada},laser-basic,member
bo,Bo Weiß,,,${badges.bo},laser-basic,member
`;

/** `closing` is filled with what has to be closed, in order. */
export async function openEveningStory(closing: (() => unknown)[], locale = 'en') {
  const dir = storyDir('evening');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const yaml = readFileSync(new URL('a-members-evening.yaml', import.meta.url), 'utf8');
  const described = yaml.replace('locale: en', `locale: ${locale}`);
  writeFileSync(join(dir.path, 'officina.yaml'), described, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const front = simulateReader({ url, reader: 'front', password: 'front-secret' });
  const plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  closing.push(front.close, plug.close);
  await Promise.all([front.ready(), plug.ready()]);
  await givePasswords(program.url);
  return { dir: dir.path, url: program.url, front, plug };
}
export type EveningStory = Awaited<ReturnType<typeof openEveningStory>>;

async function givePasswords(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const known = (await (await fetch(`${url}/api/members`, { headers })).json()) as { member: string }[];
  const body = JSON.stringify({ password });
  for (const { member } of known) {
    const put = await fetch(`${url}/api/members/${member}/password`, { method: 'PUT', headers, body });
    if (put.status !== 204) throw new Error(`password: ${put.status}`);
  }
}

/** My page of Ada, who has just signed in. */
export async function adasPage({ url }: Pick<EveningStory, 'url'>): Promise<Visit> {
  const seen = await visit(`${url}/#/me`);
  await seen.page.locator('input[name=handle]').fill('ada');
  await seen.page.locator('input[name=password]').fill(password);
  await seen.page.locator('button[type=submit]').click();
  await seen.page.getByRole('heading', { name: 'Ada Rossi', level: 1 }).waitFor();
  return seen;
}
