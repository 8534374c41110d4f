// Duets over real sockets: a simulated board alone, and one with a computer beside it.

import { afterEach, describe, expect, it } from 'vitest';
import { duetTalk } from '../../../src/adapters/duet/duet-talk.ts';
import { type SimulatedDuetBoard, simulateDuetBoard } from '../../../src/adapters/simulator/duet-board.ts';
import {
  type SimulatedDuetComputer,
  simulateDuetComputer,
} from '../../../src/adapters/simulator/duet-computer.ts';
import type { Talk } from '../../../src/edge/talk.ts';
import { hostileBodies, keepInTest } from '../../fakes/kept-talk.ts';
import { talkSuite } from '../../ports/talk.suite.ts';
import { until } from '../serial/link-under-test.ts';

/** Every character that an address must escape. */
const password = 'r/eß p&=%?+';
const pace = { pollMs: 20, busyMs: 30, pingMs: 100 };
const limits = { silenceMs: 1000, cancelMs: 1000 };
/** For a keeper whose hands are turned in steps of a second. */
const turnedByHand = { silenceMs: 10_000, cancelMs: 8000 };

const talkTo = (url: string, given: { orders?: boolean; password?: string } = {}): Talk => ({
  ...duetTalk({ url, password, orders: true, ...given }, pace),
  ...limits,
});

const subjectOf = (duet: SimulatedDuetBoard | SimulatedDuetComputer) => ({
  ...duet,
  talk: (given: { orders?: boolean } = {}) => ({ ...talkTo(duet.url, given), ...turnedByHand }),
  stranger: () => talkTo(duet.url, { password: 'reprap' }),
  startJob(job: string) {
    duet.startJob(job);
    duet.setProgress(0.42, 600);
  },
  orders: () => duet.asked.filter(({ path }) => /gcode|code/.test(path)).map(({ path }) => path),
});

talkSuite('a Duet alone', async () => subjectOf(await simulateDuetBoard({ port: 0, password })));
talkSuite('a Duet with a computer', async () => subjectOf(await simulateDuetComputer({ port: 0, password })));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function keep<Duet extends SimulatedDuetBoard | SimulatedDuetComputer>(duet: Duet) {
  closing.push(duet.close);
  const seen = keepInTest(talkTo(duet.url));
  closing.push(() => seen.kept.close());
  const codes = () => seen.last()?.troubles?.map(({ code }) => code);
  return { duet, codes, ...seen };
}
const board = async (before?: (duet: SimulatedDuetBoard) => void, macroMs = 30) => {
  const duet = await simulateDuetBoard({ port: 0, password, macroMs });
  before?.(duet);
  return keep(duet);
};
const computer = async (before?: (duet: SimulatedDuetComputer) => void, emulates = true) => {
  const duet = await simulateDuetComputer({ port: 0, password, emulates });
  before?.(duet);
  return keep(duet);
};

describe('a Duet alone', { timeout: 60_000 }, () => {
  it('tells its readings, with a loose sensor left out', async () => {
    const { reads, last } = await board((duet) => {
      duet.startJob('box.gcode');
      duet.setProgress(0.42, 600);
    });
    await reads('running');
    expect(last()?.readings).toEqual({
      'temperature.hotend0.actual': 214.8,
      'temperature.hotend0.target': 215,
      'temperature.bed.actual': 59.8,
      'temperature.bed.target': 60,
      ...{ 'position.machine.x': 10, 'position.work.x': 9, 'position.machine.y': 20, 'position.work.y': 19 },
      ...{ 'position.machine.z': 5, 'position.work.z': 4, 'path.feedrateOverride': 100 },
      ...{ 'program.progress': 0.42, 'program.timeLeft': 600 },
    });
  });

  it('asks in a way that the board understands, with one session that it gives back', async () => {
    const { duet, reads, kept } = await board();
    await reads('idle');
    expect(duet.sessions()).toBe(1);
    await kept.close();
    expect(duet.sessions()).toBe(0);
    expect(duet.asked.at(0)?.path).toBe('/rr_connect?password=r%2Fe%C3%9F%20p%26%3D%25%3F%2B&sessionKey=yes');
    expect(duet.asked.some(({ path }) => path.endsWith('flags=d99vna2'))).toBe(true);
  });

  it('signs in again, once, where its session is over: 401', async () => {
    const { duet, reads, reports } = await board();
    await reads('idle');
    const before = reports.length;
    await duet.restart();
    duet.startJob('box.gcode');
    await reads('running');
    expect(reports.slice(before).filter(({ activity }) => activity === 'idle').length).toBeLessThan(3);
    expect(duet.asked.filter(({ path }) => path.startsWith('/rr_connect')).length).toBeGreaterThan(1);
  });

  it('waits where the board has no memory: 503, and fetches what fills it', async () => {
    const { duet, reads, reports } = await board();
    await reads('idle');
    duet.starve(2);
    duet.startJob('box.gcode');
    await reads('running');
    expect(reports.filter(({ link }) => link === 'lost')).toEqual([]);
    expect(duet.asked.filter(({ path }) => path === '/rr_reply').length).toBe(2);
  });

  it('says that there is no free session', async () => {
    const { codes, last } = await board((duet) => duet.fill(true));
    await until(() => last() !== undefined, 'a report');
    expect(codes()).toEqual(['no-free-session']);
  });

  it('begins anew after a reboot, and never calls the lost job a success', async () => {
    const { duet, reads, edges } = await board();
    duet.startJob('box.gcode');
    await reads('running');
    duet.reboot();
    await reads('lost');
    await reads('idle');
    expect(edges().at(-1)).toBe('unknown');
  });

  it('pauses first and ends what is paused, and fetches the answers once each', async () => {
    const { duet, reads, kept } = await board((one) => one.startJob('box.gcode'));
    await reads('running');
    expect(await kept.endAccess()).toBe('confirmed');
    const said = duet.asked.map(({ path }) => path);
    expect(said.filter((path) => path.startsWith('/rr_gcode'))).toEqual([
      '/rr_gcode?gcode=M25',
      '/rr_gcode?gcode=M0',
    ]);
    const replies = () => duet.asked.filter(({ path }) => path === '/rr_reply').length;
    await until(() => replies() > 0, 'an answer fetched');
    expect(replies()).toBeLessThanOrEqual(2);
  });

  it('inv. 8: ends a job also when its pause takes longer than we are given', async () => {
    const { reads, kept, edges } = await board((one) => one.startJob('box.gcode'), limits.cancelMs + 300);
    await reads('running');
    expect(await kept.endAccess()).toBe('unknown');
    await reads('idle');
    expect(edges().at(-1)).toBe('aborted');
  });

  it('leaves a job alone that somebody resumed while it was to end', async () => {
    const { duet, reads, kept } = await board((one) => one.startJob('box.gcode'), 5000);
    await reads('running');
    const ending = kept.endAccess();
    await reads('pausing');
    duet.resume();
    expect(await ending).toBe('refused');
    expect(duet.asked.filter(({ path }) => path === '/rr_gcode?gcode=M0')).toEqual([]);
  });

  it.each(hostileBodies)('inv. 11: is never idle and never fails on %s', async (_, body) => {
    const answer = { status: 200, body };
    const { reports } = await board((duet) => duet.answerAs('/rr_model?flags', answer));
    const signing = await board((duet) => duet.answerAs('/rr_connect', answer));
    await until(() => reports.length > 0 && signing.reports.length > 0, 'reports');
    const all = [...reports, ...signing.reports];
    expect(all.filter(({ activity }) => activity !== 'unknown')).toEqual([]);
  });
});

describe('a Duet with a computer', { timeout: 60_000 }, () => {
  it.each([true, false])(
    'is found, also where it plays no board (%s), and gives its session back',
    async (plays) => {
      const { duet, reads, kept, last } = await computer((one) => one.startJob('box.gcode'), plays);
      await reads('running');
      expect(last()?.program).toBe('box.gcode');
      expect(duet.sessions()).toBe(1);
      await kept.close();
      expect(duet.sessions()).toBe(0);
    },
  );

  it('lives through quiet times by a sign of life, and says nothing that ends the socket', async () => {
    const { duet, reads, reports } = await computer();
    await reads('idle');
    // Longer than the silence that would be a lost link.
    const enough = (limits.silenceMs / pace.pingMs) * 1.5;
    await until(() => duet.pings() > enough, 'signs of life', 20_000);
    duet.startJob('box.gcode');
    await reads('running');
    expect(reports.filter(({ link }) => link === 'lost')).toEqual([]);
    expect(duet.complaints()).toEqual([]);
  });

  it('is unknown while the board behind the computer is away', async () => {
    const { duet, reads, codes, edges } = await computer((one) => one.startJob('box.gcode'));
    await reads('running');
    duet.show('disconnected');
    await reads('lost');
    expect(codes()).toEqual(['controller-away']);
    duet.show('processing');
    await reads('running');
    expect(edges().filter((edge) => edge === 'completed')).toEqual([]);
  });

  it('says that its control server is down: 503', async () => {
    const { codes, last } = await computer((duet) => duet.answerAs('/machine/connect', { status: 503 }));
    await until(() => last() !== undefined, 'a report');
    expect(codes()).toEqual(['controller-away']);
  });

  it.each(hostileBodies)('inv. 11: is never idle after %s', async (_, body) => {
    const { duet, reads, reports, last } = await computer((one) => one.startJob('box.gcode'));
    await reads('running');
    duet.say(body);
    duet.setProgress(0.5, 60);
    const isHeard = () => last()?.activity === 'unknown' || last()?.readings['program.progress'] === 0.5;
    await until(isHeard, 'an effect');
    expect(reports.filter(({ activity }) => activity === 'idle')).toEqual([]);
  });
});
