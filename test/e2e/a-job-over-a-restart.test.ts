// The gateway dies in mid-job and comes back, with a laser (Grbl) and a printer (Marlin): the job goes on under the id that it
// had, and ends once. A dwell that the controller calls idle ends no job, and one that ended meanwhile is not left open.

import { describe, expect, it } from 'vitest';
import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { simulateMarlin } from '../../src/adapters/simulator/marlin.ts';
import { openMarlinHost } from '../../src/adapters/simulator/marlin-host.ts';
import { samplePrint } from '../../src/adapters/simulator/marlin-job.ts';
import { type RawEntry, readJournal } from './journal-file.ts';
import { eventually, type Program, startProgram, storyDir } from './program.ts';

const yamlFor = (port: number, profile: string): string =>
  `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  one: { name: One, pool: ones, link: { kind: tcp, host: 127.0.0.1, port: ${port}, profile: ${profile} } }
`;

/** The stories are lived side by side, so each has its own list of what to close, last opened first. */
type OnEnd = (close: () => void | Promise<void>) => void;

const now = () => performance.now();

async function openLaser(onEnd: OnEnd) {
  const controller = simulateGrbl({ now, powered: true, usbPowered: true, settings: { 32: 1 } });
  const server = await serveControllerTcp({ port: 0, controller, now });
  const host = openGrblHost(controller);
  onEnd(server.close);
  onEnd(host.close);
  return { host, port: server.port, profile: 'grbl-1.1' };
}

async function openPrinter(onEnd: OnEnd) {
  const controller = simulateMarlin({ now, powered: true, heatPace: 12 });
  const server = await serveControllerTcp({ port: 0, controller, now });
  const host = openMarlinHost(controller);
  onEnd(server.close);
  onEnd(host.close);
  return { host, port: server.port, profile: 'marlin-2' };
}

async function openStory(onEnd: OnEnd, machine: { port: number; profile: string }) {
  const dir = storyDir('restart-in-job');
  onEnd(dir.remove);
  const start = async (yaml?: string): Promise<Program> => {
    const program = await startProgram({ dir: dir.path, ...(yaml === undefined ? {} : { yaml }) });
    onEnd(() => program.kill());
    return program;
  };
  const program = await start(yamlFor(machine.port, machine.profile));
  await eventually('the controller to be heard', () => activities(dir.path).at(-1)?.data.activity === 'idle');
  return { dir: dir.path, program, again: () => start() };
}

const activities = (dir: string): readonly RawEntry[] => readJournal(dir, ['machine-changed']);
const jobs = (dir: string): readonly RawEntry[] => readJournal(dir, ['job-started', 'job-ended']);

/** Of the boot that runs now. */
function since(dir: string): readonly string[] {
  const boot = readJournal(dir, ['gateway-booted']).at(-1)?.boot;
  return activities(dir).flatMap(({ boot: of, data }) => (of === boot ? [String(data.activity)] : []));
}

type Started = { readonly dir: string; readonly job: unknown };

async function jobBegins({ dir }: { dir: string }): Promise<Started> {
  const started = await eventually('the job to begin', () => jobs(dir)[0], 40_000);
  expect(started.type).toBe('job-started');
  return { dir, job: started.data.job };
}

async function jobEndsOnce({ dir, job }: Started, result: string): Promise<void> {
  await eventually('the job to end', () => jobs(dir).length > 1, 60_000);
  expect(jobs(dir).map(({ type, data }) => [type, data.job, data.result])).toEqual([
    ['job-started', job, undefined],
    ['job-ended', job, result],
  ]);
}

describe.concurrent('inv. 7, 8: a gateway that dies in mid-job', () => {
  it('takes up the job of a Grbl under its id, and ends it once', { timeout: 120_000 }, async ({
    onTestFinished,
  }) => {
    const laser = await openLaser(onTestFinished);
    const story = await openStory(onTestFinished, laser);
    const run = laser.host.runJob(sampleJob({ seconds: 14, maxRpm: 9000 }));
    const started = await jobBegins(story);
    await story.program.kill();
    const program = await story.again();
    await eventually('it to be seen again', () => since(story.dir).includes('running'));
    expect(jobs(story.dir)).toHaveLength(1);
    await run;
    await jobEndsOnce(started, 'completed');
    expect(await program.stop()).toBe(0);
  });

  it('takes up the job of a Marlin under its id, and ends it once', { timeout: 180_000 }, async ({
    onTestFinished,
  }) => {
    const printer = await openPrinter(onTestFinished);
    const story = await openStory(onTestFinished, printer);
    const run = printer.host.runJob(samplePrint({ seconds: 300, hotendC: 30, bedC: 22 }));
    const started = await jobBegins(story);
    await story.program.kill();
    const program = await story.again();
    await eventually('it to be seen again', () =>
      since(story.dir).some((word) => word === 'running' || word === 'heating'),
    );
    expect(jobs(story.dir)).toHaveLength(1);
    // A person gives up the print and lets it cool: no line says that it is over.
    printer.host.stop();
    await run;
    await printer.host.runJob(['M104 S0', 'M140 S0']);
    await eventually('the job to end', () => jobs(story.dir).length > 1, 60_000);
    const [, ended, ...more] = jobs(story.dir);
    expect(ended).toMatchObject({ type: 'job-ended', data: { job: started.job } });
    expect(more).toEqual([]);
    expect(await program.stop()).toBe(0);
  });

  it('ends a job that was over when it came back, and the next one is another', {
    timeout: 120_000,
  }, async ({ onTestFinished }) => {
    const laser = await openLaser(onTestFinished);
    const story = await openStory(onTestFinished, laser);
    const run = laser.host.runJob(sampleJob({ seconds: 6, maxRpm: 9000 }));
    const started = await jobBegins(story);
    await story.program.kill();
    await run;
    await story.again();
    await jobEndsOnce(started, 'unknown');
    void laser.host.runJob(sampleJob({ seconds: 6, maxRpm: 9000 }));
    const next = await eventually('the next job', () => jobs(story.dir)[2]);
    expect(next.type).toBe('job-started');
    expect(next.data.job).not.toBe(started.job);
  });

  it('ends no job by a dwell that the controller calls idle', { timeout: 120_000 }, async ({
    onTestFinished,
  }) => {
    const laser = await openLaser(onTestFinished);
    const story = await openStory(onTestFinished, laser);
    const lines = ['G21 G90', 'M3 S900', 'G1 X60 F1200', 'G4 P5', 'G1 X0 F1200', 'M5', 'M2'];
    const run = laser.host.runJob(lines);
    const started = await jobBegins(story);
    await eventually('the dwell to be told as idle', () => since(story.dir).at(-1) === 'idle');
    await eventually('it to move again', () => since(story.dir).at(-1) === 'running');
    expect(jobs(story.dir)).toHaveLength(1);
    await run;
    await jobEndsOnce(started, 'completed');
    await eventually('it to be idle', () => since(story.dir).at(-1) === 'idle');
    expect(since(story.dir).slice(-4)).toEqual(['running', 'idle', 'running', 'idle']);
  });
});
