// A host beside the gateway at a simulated Grbl: the rows of who may do what, and who may vanish in mid-job.

import { afterEach, describe, expect, it } from 'vitest';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';
import { besideGrbl, grblHostAt } from './beside-bench.ts';
import { until } from './link-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bench() {
  const made = await besideGrbl();
  closing.push(made.close);
  await until(() => made.heard.reports.at(-1)?.activity === 'idle', 'the link to be idle');
  return made;
}

describe('a host beside the gateway at Grbl', () => {
  it('runs a job in a session as if it were alone, while the gateway watches it', async () => {
    const { link, heard, host: come } = await bench();
    expect(link.allow(true)).toBe(true);
    const remote = await come();
    const outcome = await grblHostAt(remote).runJob(['G21 G90', 'M3 S5000', 'G1 X60 F1800', 'M5', 'M2']);
    expect(outcome).toEqual({ result: 'completed', answered: 5, errors: 0 });
    await until(() => heard.edges().includes('completed'), 'the end of the job');
    expect(heard.edges()).toEqual(['started', 'completed']);
    expect(heard.reports.some(({ readings }) => readings['spindle.speed'] === 5000)).toBe(true);
    // Not one report: the host has asked for none.
    expect(remote.heard()).not.toContain('<');
  });

  it('inv. 8: without a session only asks and stops, and every line is answered at once', async () => {
    const { controller, heard, wire, host: come } = await bench();
    const remote = await come();
    const before = wire().length;
    remote.say('G1 X50 F600\n$X\n~\x9e\x91');
    await until(() => remote.heard().split('error:9').length === 3, 'two refusals');
    remote.say('?');
    await until(() => remote.heard().includes('<Idle'), 'the report');
    remote.say('!');
    await until(() => heard.reports.at(-1)?.activity === 'paused', 'the hold');
    remote.say('\x18');
    await until(() => remote.heard().includes('Grbl 1.1'), 'the greeting');
    const said = wire().slice(before);
    expect(said).not.toMatch(/G1|\$X|~|\x9e|\x91/);
    expect(controller.facts().position.x).toBe(0);
  });

  it('inv. 8: ends access in mid-job; what the host sends on is refused, and resuming wakes nothing', async () => {
    const { controller, link, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    const laptop = grblHostAt(remote);
    const done = laptop.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => controller.facts().word === 'Run', 'the job to run');
    link.allow(false);
    expect(await link.endAccess()).toBe('confirmed');
    expect((await done).result).toBe('stopped');
    const { position } = controller.facts();
    laptop.resume();
    remote.say('G1 X0 F600\n');
    await until(() => remote.heard().includes('error:9'), 'the refusal');
    expect(controller.facts()).toMatchObject({ queuedMoves: 0, spindleRpm: 0, position });
  });

  it('withholds what is forbidden in a session, in its turn', async () => {
    const { link, wire, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    remote.say('G4 P0.3\n$ 32 = 0\n/$rs');
    remote.say('t=*\nG90\n$32(x)=0\n');
    await until(() => remote.heard().split('\r\n').length > 5, 'five answers');
    expect(remote.heard()).toBe('ok\r\nerror:3\r\nerror:3\r\nok\r\nerror:3\r\n');
    expect(wire()).not.toMatch(/32|rs|=/);
  });

  it('takes letters above ASCII out of comments, which would open the safety door, and says so', async () => {
    const { controller, heard, link, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    remote.say(Buffer.from('G4 P0.01 (Änderung für Öl)\nM3 S9000\nM5\n', 'utf8'));
    await until(() => remote.heard() === 'ok\r\nok\r\nok\r\n', 'the answers');
    expect(controller.facts().word).toBe('Idle');
    const trouble = { code: 'host-letters', values: { count: 6 } };
    await until(() => heard.reports.at(-1)?.troubles?.[0] !== undefined, 'the trouble', 15_000);
    expect(heard.reports.at(-1)?.troubles).toEqual([trouble]);
  });

  it('hears a host that asks by itself, and asks nothing beside it', async () => {
    const { heard, wire, host: come } = await bench();
    const remote = await come();
    remote.say('?');
    await until(() => remote.heard().split('<').length > 1, 'the first report');
    const before = wire().length;
    const told = heard.reports.length;
    let asked = 1;
    while (asked < 12) {
      asked += 1;
      remote.say('?');
      await until(() => remote.heard().split('<').length > asked, 'the next report');
    }
    expect(wire().slice(before)).toBe('?'.repeat(11));
    expect(heard.reports.length).toBeGreaterThanOrEqual(told);
  });

  it('lets a host vanish in mid-job: the gateway goes on watching, and the next host hears no old answers', async () => {
    const { heard, link, host: come } = await bench();
    link.allow(true);
    const first = await come();
    const moves = Array.from({ length: 100 }, () => 'G1 X2 F1800');
    void grblHostAt(first).runJob(['G91', ...moves]);
    await until(() => heard.edges().includes('started'), 'the job to start');
    first.socket.destroy();
    const second = await until2(come);
    second.say('G90\n');
    await until(() => second.heard() === 'ok\r\n', 'the one answer', 20_000);
    expect(heard.reports.at(-1)?.link).toBe('up');
  });

  it('shows a host that the controller has gone in mid-job, and takes it in again afterwards', async () => {
    const { controller, heard, link, server, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    void grblHostAt(remote).runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => controller.facts().word === 'Run', 'the job to run');
    await server.unplug();
    await until(() => remote.isGone(), 'the host to be sent away');
    await until(() => heard.reports.at(-1)?.link === 'lost', 'the link to be lost');
    await server.replug();
    await until(() => heard.reports.at(-1)?.link === 'up', 'the link to be up again');
    const again = await come();
    again.say('?');
    await until(() => again.heard().startsWith('<'), 'the report');
  });

  it('shuts the door when the gateway restarts in mid-job, finds the job again, and opens when it is told', async () => {
    const { controller, heard, link, restart, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    void grblHostAt(remote).runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => controller.facts().word === 'Run', 'the job to run');
    const again = await restart();
    await until(() => remote.isGone(), 'the host to be sent away');
    await until(() => again.facts().phase === 'live', 'the new link to be live');
    expect(heard.reports.at(-1)).toMatchObject({ link: 'up', activity: 'running' });
    expect(controller.facts().word).toBe('Run');
    const next = await come();
    next.say('G90\n');
    await until(() => next.heard().includes('error:9'), 'the refusal');
    again.allow(true);
    next.say('?');
    await until(() => next.heard().includes('<Run'), 'the report');
  });

  it('takes one host at a time', async () => {
    const { host: come } = await bench();
    const first = await come();
    const second = await come();
    await until(() => second.isGone(), 'the second to be sent away');
    expect(first.isGone()).toBe(false);
  });
});

/** The door takes the next one once it has seen the first go. */
async function until2<T extends { isGone(): boolean; say(text: string): void; heard(): string }>(
  come: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const host = await come();
    await new Promise((resolve) => setImmediate(resolve));
    host.say('?');
    const beganMs = performance.now();
    while (!host.isGone() && !host.heard().includes('<') && performance.now() - beganMs < 2000)
      await new Promise((resolve) => setTimeout(resolve, 5));
    if (!host.isGone()) {
      const report = host.heard();
      if (report.includes('>')) return { ...host, heard: () => host.heard().slice(report.length) };
    }
  }
  throw new Error('the door stayed shut');
}
