// Material handed out on the page of a machine, with its price first; then its charge is corrected on the statement, with a
// note; and journal and statement say the same.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'the-desk-needs-an-administrator';
const password = 'correct horse battery';
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,04a1b2c3d4e580,,member
eva,Eva Lindt,,,04a1b2c3d4e582,,steward;treasurer
`;
const yaml = readFileSync(new URL('material-at-the-desk.yaml', import.meta.url), 'utf8');

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('material at the desk', () => {
  it.skipIf(!outside('chromium'))(
    'inv. 5: is handed out with its price first, and its charge is corrected beside it',
    { timeout: 90_000 },
    async () => {
      const dir = storyDir('material');
      closing.push(dir.remove);
      writeFileSync(join(dir.path, 'members.csv'), members);
      writeFileSync(join(dir.path, 'officina.yaml'), yaml, { mode: 0o600 });
      expect(await runOfficina(dir.path, ['import', 'members.csv'])).toMatchObject({ code: 0 });
      const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
      closing.push(() => program.kill());
      await givePassword(program);
      const looked = await visit(program.url);
      closing.push(looked.close);
      await signIn(looked);
      await handOut(looked, program);
      await expect.poll(() => readJournal(dir.path, ['charge-made']).length, { timeout: 20_000 }).toBe(1);
      await correct(looked, program);
      expect(looked.complaints()).toEqual([]);
      const charges = readJournal(dir.path, ['charge-made', 'charge-corrected']);
      expect(charges.map(({ data }) => data.minor)).toEqual(['375', '-175']);
      expect(JSON.stringify(readJournal(dir.path))).not.toContain('nozzle was ours');
      expect(await runOfficina(dir.path, ['verify'])).toMatchObject({ code: 0 });
    },
  );
});

async function givePassword({ url }: Program): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const listed = await fetch(`${url}/api/members`, { headers });
  const known = (await listed.json()) as { member: string; handle: string }[];
  const eva = known.find(({ handle }) => handle === 'eva');
  const body = JSON.stringify({ password });
  const put = await fetch(`${url}/api/members/${eva?.member}/password`, { method: 'PUT', headers, body });
  expect(put.status).toBe(204);
}

async function signIn({ page, card }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: 'Handle' }).fill('eva');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await card('Printer').waitFor();
}

async function handOut({ page }: Visit, { url }: Program): Promise<void> {
  await page.goto(`${url}/#/machines/printer/sessions`);
  await page.getByRole('button', { name: 'Hand out material' }).click();
  const form = page.getByRole('region', { name: 'Material for Printer' });
  await form.getByLabel('Who gets it').selectOption({ label: 'Ada Rossi (ada)' });
  await form.getByLabel(/^Material/).selectOption('pla');
  await form.getByLabel('Amount in g').fill('much');
  await form.getByRole('button', { name: 'Show the price' }).click();
  await form.getByRole('alert').filter({ hasText: 'no amount' }).waitFor();
  await form.getByLabel('Amount in g').fill('82.5');
  await form.getByRole('button', { name: 'Show the price' }).click();
  await form.getByText('82.5 g PLA: €3.75').waitFor();
  await form.getByRole('button', { name: 'Enter it' }).click();
  await form.getByRole('status').filter({ hasText: 'Entered.' }).waitFor();
}

async function correct({ page }: Visit, { url }: Program): Promise<void> {
  await page.goto(`${url}/#/statement`);
  const account = page.getByRole('region', { name: 'Ada Rossi' });
  await account.getByText('handed out at the desk').waitFor();
  await account.getByRole('button', { name: 'Correct', exact: true }).click();
  await account.getByLabel('It shall cost').fill('2.00');
  await account.getByLabel('Note').fill('the nozzle was ours');
  await account.getByRole('button', { name: 'Correct it' }).click();
  await account.getByText('Corrected by Eva Lindt on').waitFor();
  await account.getByText('the nozzle was ours').waitFor();
  await account.getByRole('row', { name: /Sum/ }).filter({ hasText: '€2.00' }).waitFor();
}
