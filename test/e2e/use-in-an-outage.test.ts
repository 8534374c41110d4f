// Use during an outage: entered at the console while nothing runs, beside the running gateway, and on the page by a
// steward; withdrawn again; and every statement agrees with arithmetic of its own, to the cent.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';
import { monthsOf, oracleLines, type Prices } from './statement-oracle.ts';

const adminToken = 'an-outage-needs-an-administrator';
const evasPassword = 'correct horse battery';
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,volta,04a1b2c3d4e580,saw-basic,member
bo,Bo Weiß,,,04a1b2c3d4e581,,member
eva,Eva Lindt,,,04a1b2c3d4e582,saw-basic,steward;treasurer
`;
const prices: Prices = {
  saws: { perHourMinor: 737, clock: 'operating' },
  looms: { perHourMinor: 101, clock: 'loaded' },
};
const yaml = readFileSync(new URL('use-in-an-outage.yaml', import.meta.url), 'utf8');
const dayMs = 86_400_000;
const rome = (atMs: number): string =>
  new Date(atMs).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
/** Some days ago, as a day in Rome. */
const day = rome(Date.now() - 3 * dayMs);

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Line = { readonly session: string; readonly minor: string; readonly entered: { note: string | null } };

function story() {
  const dir = storyDir('outage');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  writeFileSync(join(dir.path, 'officina.yaml'), yaml, { mode: 0o600 });
  const officina = (...args: string[]) => runOfficina(dir.path, args);
  const record = async (what: Readonly<Record<string, string>>, ...more: string[]) =>
    officina('record', ...Object.entries(what).flatMap(([name, text]) => [`--${name}`, text]), ...more);
  const lines = async (): Promise<readonly Line[]> => {
    const months = monthsOf(readJournal(dir.path));
    const all = months.map(async (month) => {
      const { stdout } = await officina('statement', '--month', month, '--format', 'json');
      return (JSON.parse(stdout) as { accounts: { lines: Line[] }[] }).accounts.flatMap((one) => one.lines);
    });
    return (await Promise.all(all)).flat();
  };
  return { dir: dir.path, officina, record, lines };
}
type Story = ReturnType<typeof story>;

const adas = {
  member: 'ada',
  machine: 'saw',
  from: `${day} 18:00`,
  to: `${day} 19:37`,
  why: 'gateway-away',
  note: 'the screen said E4',
};
const bos = { member: 'bo', machine: 'loom', from: `${day} 18:00`, to: `${day} 18:20`, why: 'other' };
const sessionIn = (stdout: string): string => /--withdraw (\S+)/.exec(stdout)?.[1] ?? '';

/** Program against oracle: each line that was not withdrawn, and the sum of all lines. */
async function statementsAgree({ dir, lines }: Story): Promise<void> {
  const entries = readJournal(dir);
  const expected = monthsOf(entries).flatMap((month) => oracleLines(entries, { prices, month }));
  const told = await lines();
  for (const { session, minor } of expected)
    expect(told.find((line) => line.session === session)).toMatchObject({ minor: String(minor) });
  const sum = (minors: readonly number[]): number => minors.reduce((total, one) => total + one, 0);
  expect(sum(told.map(({ minor }) => Number(minor)))).toBe(sum(expected.map(({ minor }) => minor)));
}

describe('a use in an outage', () => {
  it('is entered and withdrawn at the console, with the gateway and without it', {
    timeout: 60_000,
  }, async () => {
    const told = story();
    const { dir, officina, record } = told;
    expect(await officina('import', 'members.csv')).toMatchObject({ code: 0 });

    expect(await record(adas, '--dry-run')).toMatchObject({ code: 0 });
    expect(readJournal(dir, ['usage-entered'])).toEqual([]);
    const alone = await record(adas);
    expect(alone).toMatchObject({ code: 0, stderr: '' });
    expect(alone.stdout).toMatch(/^Entered for Ada Rossi, on the statement of \d{4}-\d\d: 11\.91 EUR\n/);

    const program = await startProgram({ dir });
    closing.push(() => program.kill());
    expect(await record(adas)).toMatchObject({ code: 1, stderr: expect.stringContaining('entered before') });
    const beside = await record(bos);
    expect(beside.stdout).toContain(': 0.34 EUR\n');
    expect(await record({ ...bos, machine: 'saw' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('in use in this time'),
    });
    await statementsAgree(told);

    expect(await record({ withdraw: sessionIn(beside.stdout) })).toMatchObject({ code: 0 });
    await program.stop();
    expect(await record({ withdraw: sessionIn(beside.stdout) })).toMatchObject({ code: 1 });
    await statementsAgree(told);
    expect(await officina('verify')).toMatchObject({ code: 0 });
    expect(readJournal(dir, ['usage-entered', 'usage-withdrawn']).map(({ data }) => data.by)).toEqual([
      'console',
      'console',
      'console',
    ]);
    expect(JSON.stringify(readJournal(dir))).not.toContain('E4');
    expect((await told.lines()).map(({ entered }) => entered.note)).toContain('the screen said E4');
  });

  it.skipIf(!outside('chromium'))(
    'is entered by a steward on the page, with its price first, and withdrawn on the statement',
    { timeout: 90_000 },
    async () => {
      const told = story();
      expect(await told.officina('import', 'members.csv')).toMatchObject({ code: 0 });
      const program = await startProgram({ dir: told.dir, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
      closing.push(() => program.kill());
      await givePassword(program);
      const looked = await visit(program.url);
      closing.push(looked.close);
      await signIn(looked);
      await enterOnThePage(looked, program);
      await statementsAgree(told);
      await withdrawOnTheStatement(looked, program);
      await statementsAgree(told);
      expect(looked.complaints()).toEqual([]);
      const [entered] = readJournal(told.dir, ['usage-entered']);
      const [eva] = readJournal(told.dir, ['member-recorded'])
        .map(({ data }) => data)
        .filter(({ roles }) => String(roles).includes('steward'));
      expect(entered?.data).toMatchObject({ by: eva?.member, why: 'reader-broken' });
      expect(await told.officina('verify')).toMatchObject({ code: 0 });
    },
  );
});

async function givePassword({ url }: Program): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const listed = await fetch(`${url}/api/members`, { headers });
  const known = (await listed.json()) as { member: string; handle: string }[];
  const eva = known.find(({ handle }) => handle === 'eva');
  const body = JSON.stringify({ password: evasPassword });
  const put = await fetch(`${url}/api/members/${eva?.member}/password`, { method: 'PUT', headers, body });
  expect(put.status).toBe(204);
}

async function signIn({ page, card }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: 'Handle' }).fill('eva');
  await page.getByLabel('Password').fill(evasPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await card('Saw').waitFor();
}

/** With the keyboard where a pointer is not needed: the first field has the focus. */
async function enterOnThePage({ page }: Visit, { url }: Program): Promise<void> {
  await page.goto(`${url}/#/machines/saw/sessions`);
  await page.getByRole('button', { name: 'Enter use from an outage' }).press('Enter');
  const form = page.getByRole('region', { name: 'Use of Saw that no reader saw' });
  const member = form.getByLabel('Who used it');
  await member.waitFor();
  expect(await form.locator('select:focus').count()).toBe(1);
  await member.selectOption('bo');
  await form.getByLabel('From').fill(`${day}T20:00`);
  await form.getByLabel('To', { exact: true }).fill(`${day}T19:00`);
  await form.getByLabel('Why no reader saw it').selectOption('reader-broken');
  await form.getByLabel('Note').fill('Bo told me');
  await form.getByLabel('Note').press('Enter');
  await form.getByRole('alert').filter({ hasText: 'ends before it begins' }).waitFor();
  await form.getByLabel('To', { exact: true }).fill(`${day}T20:30`);
  await form.getByRole('button', { name: 'Show the price' }).click();
  await form.getByText('It costs €3.69.').waitFor();
  await form.getByText('Bo Weiß does not hold the certificate saw-basic.').waitFor();
  await form.getByRole('button', { name: 'Enter it' }).click();
  await form.getByRole('status').filter({ hasText: 'Entered.' }).waitFor();
}

async function withdrawOnTheStatement({ page }: Visit, { url }: Program): Promise<void> {
  await page.goto(`${url}/#/statement`);
  await page.getByLabel('Month', { exact: true }).selectOption(day.slice(0, 7));
  const account = page.getByRole('region', { name: 'Bo Weiß' });
  await account.getByText('Entered by Eva Lindt on').waitFor();
  await account.getByText('Bo told me').waitFor();
  await account.getByRole('button', { name: 'Withdraw' }).click();
  await account.getByLabel('Why').selectOption('waived');
  await account.getByRole('button', { name: 'Withdraw it' }).click();
  await account.getByText('it was waived').waitFor();
  await account.getByRole('row', { name: /Sum/ }).filter({ hasText: '€0.00' }).waitFor();
  expect(await account.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
}
