// A whole evening from outside: the real program, a badge reader and a leased switch on MQTT, a Grbl controller on a
// pseudo terminal, and a browser that looks at the board.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { type RawEntry, readJournal } from './journal-file.ts';
import { eventually, type Program, runOfficina, startProgram, storyDir } from './program.ts';
import { openPtyLaser } from './pty-laser.ts';
import { monthsOf, oracleLines, type Prices } from './statement-oracle.ts';
import { openWatcher } from './watcher.ts';

const adminToken = 'an-evening-needs-an-administrator';
const adasPassword = 'correct horse battery';
const badges = { ada: '04a1b2c3d4e580', bo: '04a1b2c3d4e581', stranger: '04deadbeef0001' };
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,volta,${badges.ada},laser-basic,member
bo,Bo Weiß,,,${badges.bo},laser-basic:2099-12-31,member
`;
const prices: Prices = { lasers: { perHourMinor: 73_700, clock: 'operating' } };
const yaml = readFileSync(new URL('an-evening-at-the-laser.yaml', import.meta.url), 'utf8');

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What happened, in the order in which the world saw it. */
type Seen = {
  readonly what: 'on' | 'off' | 'byte';
  readonly byte: number;
  readonly journal: readonly string[];
};

async function openStory() {
  const dir = storyDir('evening');
  closing.push(dir.remove);
  const port = join(dir.path, 'laser-port');
  writeFileSync(join(dir.path, 'members.csv'), members);
  writeFileSync(join(dir.path, 'officina.yaml'), yaml.replace('path: PORT', `path: ${port}`), {
    mode: 0o600,
  });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  expect(imported).toMatchObject({ code: 0, stdout: 'Members: 2 added, 0 changed, 0 unchanged.\n' });

  const seen: Seen[] = [];
  const laser = await openPtyLaser(port, (byte) => seen.push({ what: 'byte', byte, journal: [] }));
  closing.push(laser.close);
  await laser.plug();
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const watcher = await openWatcher({ ...program, reader: 'watcher', password: 'watcher-secret' });
  const reader = simulateReader({ url, reader: 'front', password: 'front-secret' });
  const plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  closing.push(watcher.close, reader.close, plug.close);
  plug.onChange((on) => {
    // The very moment of the click of the contact: what stands in the journal now was there before.
    const journal = readJournal(dir.path).map(({ type }) => type);
    seen.push({ what: on ? 'on' : 'off', byte: 0, journal });
    laser.controller.setPower(on);
  });
  await Promise.all([reader.ready(), plug.ready()]);
  await watcher.until(
    'laser',
    'is heard and idle',
    ({ link, activity }) => link === 'up' && activity === 'idle',
  );
  return { dir: dir.path, laser, program, watcher, reader, plug, seen };
}
type Story = Awaited<ReturnType<typeof openStory>>;

describe.skipIf(!(outside('socat') && outside('chromium')))('an evening at the laser', () => {
  it('is lived through, and billed to the cent', { timeout: 90_000 }, async () => {
    const story = await openStory();
    await givePassword(story.program);
    const page = await visit(story.program.url);
    closing.push(page.close);
    await signIn(page);
    await page.untilCard('Laser', 'Free');

    await strangersBadgeIsRefused(story);
    await adaTapsIn(story, page);
    const { job } = await jobRunsAndPauses(story, page);
    await boIsRefused(story, page);
    await adaTapsOutInMidJob(story, page);
    expect(await job).toMatchObject({ result: 'completed', errors: 0 });
    await controllerFirstPowerLast(story, page);
    await everyStatementAgrees(story, page);
    expect(page.complaints()).toEqual([]);
    await theJournalIsWhole(story);
  });
});

async function givePassword({ url }: Program): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const listed = await fetch(`${url}/api/members`, { headers });
  const known = (await listed.json()) as { member: string; handle: string }[];
  const ada = known.find(({ handle }) => handle === 'ada');
  const body = JSON.stringify({ password: adasPassword });
  const put = await fetch(`${url}/api/members/${ada?.member}/password`, { method: 'PUT', headers, body });
  expect(put.status).toBe(204);
}

async function signIn({ page }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: 'Handle' }).fill('ada');
  await page.getByLabel('Password').fill(adasPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Inv. 6: a refusal changes nothing. */
async function strangersBadgeIsRefused({ reader, dir, watcher, plug }: Story): Promise<void> {
  const before = readJournal(dir);
  const notices = watcher.heard('laser').length;
  expect(await reader.tap(badges.stranger)).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
  const [added, ...more] = readJournal(dir).slice(before.length);
  expect(more).toEqual([]);
  expect(added).toMatchObject({ type: 'tap-refused', data: { badge: null, member: null, session: null } });
  expect(JSON.stringify(added)).not.toContain(badges.stranger);
  expect(watcher.heard('laser')).toHaveLength(notices);
  expect(plug.isOn()).toBe(false);
}

/** Inv. 1: the session is in the journal before power goes on. */
async function adaTapsIn({ reader, plug, seen }: Story, page: Visit): Promise<void> {
  expect(await reader.tap(badges.ada)).toMatchObject({ outcome: 'granted', machine: 'laser' });
  await eventually('the switch to go on', () => plug.isOn());
  expect(seen.filter(({ what }) => what !== 'byte')).toMatchObject([{ what: 'on' }]);
  expect(seen.find(({ what }) => what === 'on')?.journal).toContain('session-started');
  await page.untilCard('Laser', 'In use');
  await page.card('Laser').getByText('You').waitFor();
}

async function jobRunsAndPauses({ laser, watcher, dir }: Story, page: Visit) {
  // Nothing moves before the controller has started again after its power-up.
  await watcher.until('laser', 'is idle under power', ({ activity }) => activity === 'idle');
  const job = laser.laptop.runJob(sampleJob({ seconds: 12, maxRpm: 9000 }));
  await page.untilCard('Laser', 'Running');
  await eventually('the journal to know the job', () => readJournal(dir, ['job-started']).length === 1);
  laser.laptop.pause();
  await page.untilCard('Laser', 'Paused');
  return { job };
}

/** Inv. 6: the tap of another member disturbs nothing. */
async function boIsRefused({ reader, laser, plug, dir, seen, watcher }: Story, page: Visit): Promise<void> {
  const before = { journal: readJournal(dir).length, session: watcher.last('laser')?.session?.id };
  expect(await reader.tap(badges.bo)).toMatchObject({ outcome: 'refused', code: 'machine-in-use' });
  const added = readJournal(dir).slice(before.journal);
  expect(added.map(({ type }) => type)).toEqual(['tap-refused']);
  expect(added[0]?.data).toMatchObject({ session: before.session, code: 'machine-in-use' });
  expect(plug.isOn()).toBe(true);
  expect(laser.controller.facts().word).toBe('Hold');
  expect(seen.filter(({ byte }) => byte === 0x18 || byte === 0x84)).toEqual([]);
  laser.laptop.resume();
  await page.untilCard('Laser', 'Running');
}

async function adaTapsOutInMidJob({ reader, plug, laser }: Story, page: Visit): Promise<void> {
  expect(await reader.tap(badges.ada)).toMatchObject({ outcome: 'ended' });
  await page.untilCard('Laser', 'Ending');
  expect(plug.isOn()).toBe(true);
  expect(laser.controller.facts().word).toBe('Run');
}

/** Inv. 9: controller first, power last. */
async function controllerFirstPowerLast({ plug, seen, watcher, dir }: Story, page: Visit): Promise<void> {
  await eventually('the switch to go off', () => !plug.isOn(), 30_000);
  const told = seen.filter(({ what, byte }) => what !== 'byte' || byte === 0x84 || byte === 0x18);
  expect(told.map(({ what, byte }) => (what === 'byte' ? byte : what))).toEqual(['on', 0x84, 0x18, 'off']);
  expect(told.at(-1)?.journal).toContain('access-ended');
  expect(told.at(-1)?.journal).not.toContain('session-ended');
  await watcher.until('laser', 'to be free', ({ session, interlock }) => !session && interlock === 'engaged');
  await page.untilCard('Laser', 'Free');
  expect(readJournal(dir, ['access-ended', 'session-ended']).map(({ data }) => data)).toMatchObject([
    { outcome: 'confirmed' },
    { power: 'off' },
  ]);
}

/** Inv. 3, 5: one truth, told five times. */
async function everyStatementAgrees(story: Story, { page }: Visit): Promise<void> {
  const entries = readJournal(story.dir);
  const [month = '', ...others] = monthsOf(entries);
  expect(others).toEqual([]);
  const [own, ...more] = oracleLines(entries, { prices, month });
  expect(more).toEqual([]);
  expect(own?.billedMs).toBeGreaterThan(1_000);
  expect(Math.abs((own?.billedMs ?? 0) - operatingMs(entries))).toBeLessThan(50);
  const euros = `${Math.floor((own?.minor ?? 0) / 100)}.${String((own?.minor ?? 0) % 100).padStart(2, '0')}`;

  const json = await runOfficina(story.dir, ['statement', '--month', month, '--format', 'json']);
  expect(json.code).toBe(0);
  const line = { session: own?.session, billedMs: own?.billedMs, minor: String(own?.minor) };
  const whole = {
    minor: String(own?.minor),
    openSessions: 0,
    accounts: [{ name: 'Ada Rossi', lines: [line] }],
  };
  expect(JSON.parse(json.stdout)).toMatchObject(whole);
  const headers = { authorization: `Bearer ${adminToken}` };
  const answer = await fetch(`${story.program.url}/api/statement?month=${month}`, { headers });
  expect(await answer.json()).toEqual(JSON.parse(json.stdout));

  const csv = await runOfficina(story.dir, ['statement', '--month', month, '--format', 'csv']);
  const rows = csv.stdout.trim().split('\r\n');
  expect(rows).toHaveLength(4);
  for (const row of rows.slice(1)) expect(row).toMatch(new RegExp(`,${euros.replace('.', '\\.')},EUR,`));

  await page.getByRole('link', { name: 'Statement' }).click();
  const table = page.getByRole('region', { name: 'Ada Rossi' });
  await table
    .getByRole('cell', { name: `€${euros}`, exact: true })
    .first()
    .waitFor();
  expect(await table.getByRole('cell', { name: `€${euros}`, exact: true }).count()).toBe(2);
}

/** Time in which the machine was seen to work, until Ada tapped out, added up from the changes alone. */
function operatingMs(entries: readonly RawEntry[]): number {
  const from = entries.findIndex(({ type }) => type === 'session-started');
  const until = entries.findIndex(({ type }) => type === 'session-ending');
  let sum = 0;
  let since: number | null = null;
  for (const { type, data, monoMs } of entries.slice(from, until + 1)) {
    if (type !== 'machine-changed' && type !== 'session-ending') continue;
    if (since !== null) sum += monoMs - since;
    since = ['running', 'pausing', 'resuming'].includes(String(data.activity)) ? monoMs : null;
  }
  return sum;
}

async function theJournalIsWhole({ program, dir }: Story): Promise<void> {
  const beside = await runOfficina(dir, ['verify']);
  expect(beside).toMatchObject({ code: 0, stdout: expect.stringContaining('The journal is whole') });
  expect(await program.stop()).toBe(0);
  const after = await runOfficina(dir, ['verify']);
  expect(after).toMatchObject({ code: 0, stdout: expect.stringContaining('The journal is whole') });
}
