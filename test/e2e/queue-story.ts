// The workshop of the queue's story: the real program, a reader at the laser and one at the entrance, a plug, and browsers in
// which members have signed in.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { type Visit, visit } from './browser.ts';
import { runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'the-queue-needs-an-administrator';
const password = 'correct horse battery';
export const badges = { ada: '04a1b2c3d4e580', bo: '04a1b2c3d4e581', eva: '04a1b2c3d4e582' };
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,${badges.ada},,member
bo,Bo Weiß,,,${badges.bo},,member
eva,Eva Lindt,,,${badges.eva},,member
`;

/** `closing` is filled with what has to be closed, in order. */
export async function openQueueStory(closing: (() => unknown)[]) {
  const dir = storyDir('queue');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const yaml = readFileSync(new URL('queue.yaml', import.meta.url), 'utf8');
  writeFileSync(join(dir.path, 'officina.yaml'), yaml, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const front = simulateReader({ url, reader: 'front', password: 'front-secret' });
  const door = simulateReader({ url, reader: 'door', password: 'door-secret' });
  const plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  closing.push(front.close, door.close, plug.close);
  await Promise.all([front, door, plug].map((device) => device.ready()));
  await givePasswords(program.url);
  return { program, front, door, plug };
}
export type QueueStory = Awaited<ReturnType<typeof openQueueStory>>;

async function givePasswords(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const known = (await (await fetch(`${url}/api/members`, { headers })).json()) as { member: string }[];
  const body = JSON.stringify({ password });
  for (const { member } of known) {
    const put = await fetch(`${url}/api/members/${member}/password`, { method: 'PUT', headers, body });
    if (put.status !== 204) throw new Error(`password: ${put.status}`);
  }
}

/** The page of the laser, as a member sees it who has signed in. */
export async function laserPageOf(handle: keyof typeof badges, { program }: QueueStory): Promise<Visit> {
  const seen = await visit(program.url);
  await seen.page.locator('input[name=handle]').fill(handle);
  await seen.page.locator('input[name=password]').fill(password);
  await seen.page.locator('button[type=submit]').click();
  await seen.card('Laser').waitFor();
  await seen.page.getByRole('link', { name: 'Laser' }).click();
  return seen;
}
