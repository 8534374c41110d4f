// Three members at three machines, all at once, from outside: a laser and a printer on pseudo terminals, a mill that is an
// OPC UA server in another process, a real InfluxDB, and a browser that looks at the board.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { samplePrint } from '../../src/adapters/simulator/marlin-job.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { type Influxd, openInfluxd } from '../adapters/influx/influxd.ts';
import { startMill } from '../adapters/opcua/start-mill.ts';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { eventually, runOfficina, startProgram, storyDir } from './program.ts';
import { openPtyLaser } from './pty-laser.ts';
import { openPtyPrinter } from './pty-printer.ts';
import { monthsOf, oracleLines, type Prices } from './statement-oracle.ts';
import { openWatcher } from './watcher.ts';

const adminToken = 'three-machines-need-an-administrator';
const password = 'correct horse battery';
const badges = { ada: '04a1b2c3d4e580', fadi: '94d8fc5f', ivo: '04a1b2c3d4e588' };
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,volta,${badges.ada},laser-basic,member;treasurer
fadi,Fadi Haddad,,terra,${badges.fadi},printer,member
ivo,Ivo Kranjc,,,${badges.ivo},mill,member
`;
const prices: Prices = {
  lasers: { perHourMinor: 73_700, clock: 'operating' },
  printers: { perHourMinor: 21_100, clock: 'operating' },
  mills: { perHourMinor: 98_300, clock: 'operating' },
};
const yaml = readFileSync(new URL('three-machines-one-evening.yaml', import.meta.url), 'utf8');

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const stations = [
  { machine: 'laser', reader: 'laser-door', plug: 'laser-plug' },
  { machine: 'printer', reader: 'printer-desk', plug: 'printer-plug' },
  { machine: 'mill', reader: 'mill-door', plug: 'mill-plug' },
] as const;
type MachineId = (typeof stations)[number]['machine'];

async function openStory() {
  const dir = storyDir('three-machines');
  closing.push(dir.remove);
  const influxd = await openInfluxd();
  closing.push(influxd.dispose);
  await influxd.start();
  const mill = await startMill({ pkiDir: join(dir.path, 'mill-pki') });
  closing.push(mill.kill);
  const ports = { laser: join(dir.path, 'laser-port'), printer: join(dir.path, 'printer-port') };
  const laser = await openPtyLaser(ports.laser);
  const printer = await openPtyPrinter(ports.printer);
  closing.push(laser.close, printer.close);
  await Promise.all([laser.plug(), printer.plug()]);

  const filled = yaml
    .replace('INFLUX', String(influxd.port))
    .replace('LASER-PORT', ports.laser)
    .replace('PRINTER-PORT', ports.printer)
    .replace('MILL-ENDPOINT', mill.endpoint);
  writeFileSync(join(dir.path, 'officina.yaml'), filled, { mode: 0o600 });
  writeFileSync(join(dir.path, 'members.csv'), members);
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  expect(imported).toMatchObject({ code: 0, stdout: 'Members: 3 added, 0 changed, 0 unchanged.\n' });
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  return {
    dir: dir.path,
    influxd,
    mill,
    laser,
    printer,
    program,
    ...(await openStations(program, laser, printer)),
  };
}

type Fed = { readonly controller: { setPower(on: boolean): void } };

/** The mill keeps its control on when its spindle is dark, as mills do. */
async function openStations(program: { readonly mqttPort: number }, laser: Fed, printer: Fed) {
  const url = `mqtt://127.0.0.1:${program.mqttPort}`;
  const opened = stations.map(({ machine, reader, plug }) => {
    const desk = simulateReader({ url, reader, password: `${reader}-secret` });
    const socket = simulateSwitch({ url, switch: plug, password: `${plug}-secret` });
    closing.push(desk.close, socket.close);
    return { machine, desk, socket };
  });
  const of = (machine: MachineId) => {
    const found = opened.find((one) => one.machine === machine);
    if (!found) throw new Error(`the story has no ${machine}`);
    return found;
  };
  of('laser').socket.onChange((on) => laser.controller.setPower(on));
  of('printer').socket.onChange((on) => printer.controller.setPower(on));
  const watcher = await openWatcher({ ...program, reader: 'watcher', password: 'watcher-secret' });
  closing.push(watcher.close);
  await Promise.all(opened.flatMap(({ desk, socket }) => [desk.ready(), socket.ready()]));
  return { of, watcher };
}
type Story = Awaited<ReturnType<typeof openStory>>;

const isHere = (['influxd', 'socat', 'chromium'] as const).map(outside).every(Boolean);

describe.skipIf(!isHere)('three machines, one evening', () => {
  it('are lived through side by side, and billed to the cent', { timeout: 150_000 }, async () => {
    const story = await openStory();
    const page = await signedIn(story);
    await theMillIsTrusted(story, page);
    await everyoneTapsIn(story, page);
    const jobs = await everyoneWorks(story, page);
    await theMillBreaksDown(story, page);
    await everyoneTapsOut(story, page, jobs);
    await theStatementAgrees(story, page);
    await inInfluxItIsTheSame(story);
    await theChartsShowTheEvening(page);
    expect(page.complaints()).toEqual([]);
    expect(await story.program.stop()).toBe(0);
    expect(await runOfficina(story.dir, ['verify'])).toMatchObject({ code: 0 });
  });
});

async function signedIn({ program }: Story): Promise<Visit> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const listed = await fetch(`${program.url}/api/members`, { headers });
  const known = (await listed.json()) as { member: string; handle: string }[];
  const ada = known.find(({ handle }) => handle === 'ada');
  const body = JSON.stringify({ password });
  await fetch(`${program.url}/api/members/${ada?.member}/password`, { method: 'PUT', headers, body });
  const page = await visit(program.url);
  closing.push(page.close);
  await page.page.getByRole('textbox', { name: 'Handle' }).fill('ada');
  await page.page.getByLabel('Password').fill(password);
  await page.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return page;
}

/** An unknown certificate is refused until a person has compared its thumbprint; the gateway is not started anew. */
async function theMillIsTrusted({ dir, mill, watcher }: Story, { page, card }: Visit): Promise<void> {
  await card('Mill').getByRole('link').first().click();
  await page.getByText(mill.thumbprint.toLowerCase().slice(0, 40)).first().waitFor();
  await page.getByRole('link', { name: 'Board' }).first().click();
  expect(watcher.last('mill')).toMatchObject({
    link: expect.not.stringMatching(/^up$/),
    activity: 'unknown',
  });
  const trusted = await runOfficina(dir, [
    'trust',
    mill.thumbprint.replaceAll(':', '').slice(0, 12),
    '--yes',
  ]);
  expect(trusted).toMatchObject({ code: 0 });
  await watcher.until('mill', 'is heard', ({ link }) => link === 'up', 60_000);
}

/** Inv. 1: power comes with a session, at each machine by its own reader. */
async function everyoneTapsIn({ of, watcher }: Story, page: Visit): Promise<void> {
  const [ada, fadi, ivo] = await Promise.all([
    of('laser').desk.tap(badges.ada),
    of('printer').desk.tap(badges.fadi),
    of('mill').desk.tap(badges.ivo),
  ]);
  expect([ada, fadi, ivo].map(({ outcome }) => outcome)).toEqual(['granted', 'granted', 'granted']);
  expect(await of('mill').desk.tap(badges.ada)).toMatchObject({
    outcome: 'refused',
    code: 'certificate-missing',
  });
  for (const { machine } of stations)
    await eventually(`${machine} to have power`, () => of(machine).socket.isOn());
  for (const machine of ['laser', 'printer'])
    await watcher.until(machine, 'is idle under power', ({ activity }) => activity === 'idle', 30_000);
  await page.untilCard('Laser', 'In use');
  await page.untilCard('Mill', 'In use');
}

async function everyoneWorks({ laser, printer, mill, dir }: Story, page: Visit) {
  const cut = laser.laptop.runJob(sampleJob({ seconds: 10, maxRpm: 9000 }));
  const print = printer.host.runJob(samplePrint({ seconds: 14 }).filter((line) => !line.startsWith('M190')));
  await mill.order({ mode: 'Processing', state: 'Executing' });
  await page.untilCard('Printer', 'Heating');
  await page.untilCard('Laser', 'Running');
  await page.untilCard('Mill', 'Running');
  await eventually('the jobs of laser and mill in the journal', () => jobsOf(dir).length >= 2);
  return { cut, print };
}

/** Inv. 7: an alarm is shown as one and not billed, and goes when the control itself says so. */
async function theMillBreaksDown({ mill, of }: Story, page: Visit): Promise<void> {
  await mill.order({ state: 'OutOfService' });
  await page.untilCard('Mill', 'Alarm');
  expect(of('mill').socket.isOn()).toBe(true);
  await mill.order({ state: 'Executing' });
  await page.untilCard('Mill', 'Running');
  await mill.order({ state: 'NotExecuting', cycle: true });
  await page.untilCard('Mill', 'In use');
}

const jobsOf = (dir: string) => readJournal(dir, ['job-started']);

type Jobs = Awaited<ReturnType<typeof everyoneWorks>>;

/** Inv. 9: what works goes on, what is hot keeps its power until it is cool, and then all is dark. */
async function everyoneTapsOut({ of, printer, watcher, dir }: Story, page: Visit, jobs: Jobs): Promise<void> {
  // A print begins when the bed and the hot end have held their heat for a while.
  await eventually(
    'a job of each machine in the journal',
    () => new Set(jobsOf(dir).map(({ data }) => data.machine)).size === 3,
    60_000,
  );
  await page.untilCard('Printer', 'Running');
  for (const [machine, badge] of [
    ['printer', badges.fadi],
    ['mill', badges.ivo],
    ['laser', badges.ada],
  ] as const)
    expect(await of(machine).desk.tap(badge)).toMatchObject({ outcome: 'ended' });
  expect(of('printer').socket.isOn()).toBe(true);
  expect(await jobs.cut).toMatchObject({ result: 'completed', errors: 0 });
  expect(await jobs.print).toMatchObject({ result: 'completed' });
  for (const { machine } of stations)
    await watcher.until(
      machine,
      'is dark',
      ({ session, interlock }) => !session && interlock === 'engaged',
      60_000,
    );
  for (const { machine } of stations) expect(of(machine).socket.isOn()).toBe(false);
  expect(printer.controller.facts().hotendTargetC).toBe(0);
  await page.untilCard('Laser', 'Free');
  await page.untilCard('Mill', 'Free');
}

/** Inv. 3, 5: the statement is what the segments say, by arithmetic of another hand. */
async function theStatementAgrees({ dir, program }: Story, { page }: Visit): Promise<void> {
  const entries = readJournal(dir);
  const [month = ''] = monthsOf(entries);
  const lines = oracleLines(entries, { prices, month });
  expect(lines).toHaveLength(3);
  for (const { billedMs, minor } of lines) expect(Math.min(billedMs, minor)).toBeGreaterThan(0);
  const headers = { authorization: `Bearer ${adminToken}` };
  const answer = await fetch(`${program.url}/api/statement?month=${month}`, { headers });
  const sum = lines.reduce((total, { minor }) => total + minor, 0);
  expect(await answer.json()).toMatchObject({ minor: String(sum), openSessions: 0 });
  await page.getByRole('link', { name: 'Statement' }).click();
  for (const name of ['Ada Rossi', 'Fadi Haddad', 'Ivo Kranjc'])
    await page.getByRole('region', { name }).waitFor();
  await page.getByRole('link', { name: 'Board' }).click();
}

async function inInfluxItIsTheSame({ influxd, dir }: Story): Promise<void> {
  const entries = readJournal(dir);
  const [month = ''] = monthsOf(entries);
  const lines = oracleLines(entries, { prices, month });
  const minor = lines.reduce((total, line) => total + line.minor, 0);
  const billedMs = lines.reduce((total, line) => total + line.billedMs, 0);
  await eventually(
    'InfluxDB to have the charges',
    async () => (await sum(influxd, 'minor', 'charge')) === minor,
  );
  expect(await sum(influxd, 'operating_ms', 'usage')).toBe(Math.round(billedMs));
  const seen = await influxd.query(
    "SELECT count(activity) AS n FROM machine_state WHERE machine = 'mill' AND activity = 'alarm'",
  );
  expect(Number(seen[0]?.n)).toBeGreaterThan(0);
  await eventually('the heat of the printer in InfluxDB', async () => {
    const [row] = await influxd.query('SELECT max("temperature.hotend0.actual") AS c FROM reading');
    return Number(row?.c) > 150;
  });
}

async function sum(influxd: Influxd, field: string, measurement: string): Promise<unknown> {
  const [row] = await influxd.query(`SELECT sum(${field}) AS total FROM ${measurement}`);
  return row?.total;
}

async function theChartsShowTheEvening({ page, card }: Visit): Promise<void> {
  await card('Printer').getByRole('link').first().click();
  for (const span of ['1 h', '24 h']) {
    await page.getByRole('radio', { name: span }).check({ force: true });
    await page
      .getByText(/^Nozzle/)
      .first()
      .waitFor();
    await page.locator('.plot canvas').first().waitFor();
  }
}
