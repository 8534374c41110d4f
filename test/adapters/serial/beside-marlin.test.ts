// A host beside the gateway at a simulated Marlin, where every question costs an ok: the host gets each of its own and
// none of ours.

import { afterEach, describe, expect, it } from 'vitest';
import { checksumOf } from '../../../src/adapters/simulator/marlin-lines.ts';
import { besideMarlin, marlinHostAt } from './beside-bench.ts';
import { until } from './link-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bench() {
  const made = await besideMarlin();
  closing.push(made.close);
  return made;
}

const moves = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `G1 X${at % 2 === 0 ? 20 : 0} F9000`);
const oks = (text: string): number => text.split('\n').filter((line) => /^ok\b/.test(line)).length;

describe('a host beside the gateway at Marlin', () => {
  it('prints in a session as if it were alone, while the gateway asks between its lines', async () => {
    const { link, wire, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    const before = wire().length;
    const outcome = await marlinHostAt(remote).runJob(moves(40));
    expect(outcome).toEqual({ result: 'completed', answered: 40, resent: 0 });
    // One for the line that resets the numbers.
    expect(oks(remote.heard())).toBe(41);
    expect(wire().slice(before)).toMatch(/^M(105|27|114)$/m);
    expect(remote.heard()).not.toMatch(/T:|X:|SD printing/);
    // Reports that come by themselves would be heard by the host, who has not asked for them.
    expect(wire()).not.toMatch(/M155|M154|M27 S/);
  });

  it('keeps in step when lines are garbled on their way and asked for again', async () => {
    const { link, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    const host = marlinHostAt(remote);
    const done = host.runJob(moves(20));
    host.garble(3);
    const outcome = await done;
    expect(outcome).toMatchObject({ result: 'completed', answered: 20 });
    expect(outcome.resent).toBeGreaterThan(0);
  });

  it('inv. 8: without a session answers questions with exactly their ok, and refuses the rest', async () => {
    const { controller, wire, host: come } = await bench();
    const remote = await come();
    const before = wire().length;
    remote.say('M105\nG28\nM104 S200\nM140 S60\nM105\n');
    await until(() => oks(remote.heard()) === 5, 'five answers');
    const lines = remote.heard().trim().split('\n');
    const refused = ['echo:Printer locked!', 'ok'];
    expect(lines.map((line) => line.replace(/^ok T.*/, 'ok T'))).toEqual([
      ...['ok T', '//action:cancel', ...refused, ...refused, ...refused, 'ok T'],
    ]);
    expect(wire().slice(before)).not.toMatch(/G28|S200|S60/);
    expect(controller.facts().hotendTargetC).toBe(0);
    remote.say('M112\n');
    await until(() => controller.facts().halted === 'killed', 'the halt: what stops always passes');
  });

  it('withholds a forbidden line with a number, and the numbers stay in step', async () => {
    const { link, wire, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    const numbered = ['M110 N0', 'G90', 'M0500', 'G91'].map((text, n) => `N${n} ${text}`);
    for (const [n, line] of numbered.entries()) {
      remote.say(`${line}*${checksumOf(line)}\n`);
      await until(() => oks(remote.heard()) === n + 1, `the ok of line ${n}`);
    }
    expect(remote.heard()).toBe('ok\nok\necho:Unknown command: "M500"\nok\nok\n');
    expect(wire()).not.toMatch(/M0?500/);
  });

  it('ends access in mid-job: the heat goes, and the rest of the job is refused', async () => {
    const { controller, link, wire, host: come } = await bench();
    link.allow(true);
    const remote = await come();
    remote.say('M104 S60\n');
    await until(() => controller.facts().hotendTargetC === 60, 'the heat');
    link.allow(false);
    void link.endAccess();
    await until(() => controller.facts().hotendTargetC === 0, 'the heat to go');
    const before = oks(remote.heard());
    remote.say('M104 S90\n');
    await until(() => oks(remote.heard()) === before + 1, 'the refusal');
    expect(remote.heard()).toContain('echo:Printer locked!');
    expect(wire()).not.toContain('S90');
  });

  it('lets a host vanish before its answers came: the next one hears none of them', async () => {
    const { link, host: come } = await bench();
    link.allow(true);
    const first = await come();
    first.say('G90\nG4 P300\nG4 P300\nG4 P300\n');
    await until(() => oks(first.heard()) > 0, 'the first answer');
    first.socket.destroy();
    await until(() => first.isGone(), 'the host to be gone');
    await new Promise((resolve) => setImmediate(resolve));
    let next = await come();
    next.say('M114\n');
    await until(() => next.isGone() || next.heard().includes('X:'), 'the answer or the closed door', 20_000);
    if (next.isGone()) {
      next = await come();
      next.say('M114\n');
    }
    await until(() => oks(next.heard()) === 1, 'the one ok', 20_000);
    expect(next.heard().indexOf('X:')).toBeLessThan(next.heard().indexOf('ok'));
  });
});
