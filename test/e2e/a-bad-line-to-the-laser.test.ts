// A serial line on its worst day: the port is not there yet, then noise, a line without an end, a controller that
// restarts in mid-job, and a cable that is pulled and comes back. Invariant 7 on a real pseudo terminal: what cannot be
// seen is never idle, and never billed.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { outside } from '../outside.ts';
import { readJournal } from './journal-file.ts';
import { eventually, runOfficina, startProgram, storyDir } from './program.ts';
import { openPtyLaser } from './pty-laser.ts';
import { monthsOf, oracleLines, segmentsOf } from './statement-oracle.ts';
import { openWatcher, type Watcher } from './watcher.ts';

const yamlFor = (
  port: string,
): string => `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  laser:
    name: Laser
    pool: lasers
    link: { kind: serial, path: ${port}, profile: grbl-1.1 }
    reader: front
readers:
  front: { kind: native, password: front-secret }
  watcher: { kind: native, password: watcher-secret }
tariffs:
  - { pool: lasers, from: 2026-01-01, perHour: "737.00", clock: operating }
`;
const badge = '04a1b2c3d4e580';
const members = `member,name,email,team,badges,certificates,roles\nada,Ada Rossi,,,${badge},,member\n`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openStory() {
  const dir = storyDir('bad-line');
  closing.push(dir.remove);
  const port = join(dir.path, 'laser-port');
  const laser = await openPtyLaser(port);
  closing.push(laser.close);
  laser.controller.setPower(true);
  const program = await startProgram({ dir: dir.path, yaml: yamlFor(port) });
  closing.push(() => program.kill());
  writeFileSync(join(dir.path, 'members.csv'), members);
  expect((await runOfficina(dir.path, ['import', 'members.csv'])).code).toBe(0);
  const reader = simulateReader({
    url: `mqtt://127.0.0.1:${program.mqttPort}`,
    reader: 'front',
    password: 'front-secret',
  });
  const watcher = await openWatcher({ ...program, reader: 'watcher', password: 'watcher-secret' });
  closing.push(reader.close, watcher.close);
  await reader.ready();
  return { dir: dir.path, laser, program, reader, watcher };
}
type Story = Awaited<ReturnType<typeof openStory>>;

describe.skipIf(!outside('socat'))('inv. 7: a bad line to the laser', () => {
  it('never makes it idle while it works, and what was not seen is not billed', {
    timeout: 120_000,
  }, async () => {
    const story = await openStory();
    const { laser, watcher, reader } = story;
    await portComesLater(story);
    expect(await reader.tap(badge)).toMatchObject({ outcome: 'granted' });
    // Longer than the story: whatever is told until it is stopped, the truth is that it runs.
    void laser.laptop.runJob(sampleJob({ seconds: 600, maxRpm: 9000 }));
    await watcher.until('laser', 'runs', ({ activity }) => activity === 'running');
    const fromHere = watcher.heard('laser').length;
    await noiseChangesNothing(story);
    await cableIsPulled(story);
    expect(activitiesSince(watcher, fromHere)).toEqual(new Set(['running', 'unknown']));
    await controllerRestartsInMidJob(story);
    await onlyWhatWasSeenIsBilled(story);
  });
});

const activitiesSince = (watcher: Watcher, from: number): ReadonlySet<string> =>
  new Set(
    watcher
      .heard('laser')
      .slice(from)
      .map(({ activity }) => activity),
  );

async function portComesLater({ laser, program, watcher }: Story): Promise<void> {
  await eventually('the sentence about the port', () => program.log().includes('is not there; plug'));
  await watcher.until(
    'laser',
    'is unknown',
    ({ link, activity }) => link === 'never' && activity === 'unknown',
  );
  await laser.plug();
  await watcher.until('laser', 'is heard', ({ link, activity }) => link === 'up' && activity === 'idle');
  expect(program.log().match(/is not there; plug/g)).toHaveLength(1);
}

/** Half lines, bytes that are no text, and a megabyte without an end of line. */
async function noiseChangesNothing({ laser, program, watcher }: Story): Promise<void> {
  const { faults } = laser.controller;
  const bad = async (): Promise<number> => {
    const text = await (await fetch(`${program.url}/metrics`)).text();
    return Number(/^officina_link_bad_lines_total\{machine="laser"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };
  faults.noise(Buffer.from('<Idle|MPos:0.000,0.0\r\n\x00\xff\xfe<Idle\r\n<Idle|MPos:0.0<Run\r\n', 'latin1'));
  await eventually('the broken lines to be counted', async () => (await bad()) >= 3);
  const before = await bad();
  for (let sent = 0; sent < 1_048_576; sent += 65_536) faults.noise(Buffer.alloc(65_536, 'x'));
  faults.noise(Buffer.from('\r\n'));
  await eventually('the endless line to be counted', async () => (await bad()) > before, 60_000);
  const { word } = laser.controller.facts();
  expect(word).toBe('Run');
  await watcher.until('laser', 'is seen to run', ({ activity }) => activity === 'running');
}

async function cableIsPulled({ laser, watcher }: Story): Promise<void> {
  await laser.unplug();
  await watcher.until('laser', 'is lost', ({ link, activity }) => link === 'lost' && activity === 'unknown');
  await laser.plug();
  await watcher.until('laser', 'runs again', ({ link, activity }) => link === 'up' && activity === 'running');
  expect(laser.controller.facts().word).toBe('Run');
}

/** Noise restarts the processor: it is idle now, and the job is aborted, not done. */
async function controllerRestartsInMidJob({ laser, watcher, dir }: Story): Promise<void> {
  laser.controller.faults.restart();
  await watcher.until('laser', 'is idle', ({ activity }) => activity === 'idle');
  const ended = await eventually('the end of the job', () => readJournal(dir, ['job-ended'])[0]);
  expect(ended.data).toMatchObject({ result: 'aborted' });
  expect(readJournal(dir, ['job-started'])).toHaveLength(1);
}

async function onlyWhatWasSeenIsBilled({ dir, reader, program }: Story): Promise<void> {
  expect(await reader.tap(badge)).toMatchObject({ outcome: 'ended' });
  await eventually('the session to end', () => readJournal(dir, ['session-ended']).length === 1);
  const entries = readJournal(dir);
  const changes = entries.filter(({ type }) => type === 'machine-changed');
  const at = (activity: string): number =>
    changes.find(({ data }) => data.activity === activity)?.monoMs ?? 0;
  const lost = changes.find(({ data }) => data.link === 'lost');
  const back = changes.find(({ seq, data }) => seq > (lost?.seq ?? 0) && data.activity === 'running');
  const unseenMs = (back?.monoMs ?? 0) - (lost?.monoMs ?? 0);
  expect(unseenMs).toBeGreaterThan(100);
  const [segment, ...more] = segmentsOf(entries);
  expect(more).toEqual([]);
  expect(segment?.gapMs).toBeGreaterThanOrEqual(unseenMs);
  const [month = ''] = monthsOf(entries);
  const prices = { lasers: { perHourMinor: 73_700, clock: 'operating' } };
  const [line] = oracleLines(entries, { prices, month });
  const ended = entries.find(({ type }) => type === 'session-ending');
  expect(line?.billedMs).toBeLessThanOrEqual((ended?.monoMs ?? 0) - at('running') - unseenMs);
  const told = await runOfficina(dir, ['statement', '--month', month, '--format', 'json']);
  const { minor } = JSON.parse(told.stdout) as { minor: string };
  expect(minor).toBe(String(line?.minor));
  expect(await program.stop()).toBe(0);
}
