// What every machine on the network promises, tried on its simulator over a real socket: the timers of the keeper are
// turned by hand, so that only the wire takes time.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepTalk } from '../../src/edge/keep-talk.ts';
import type { Talk } from '../../src/edge/talk.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';
import { handTimers } from '../fakes/hand-timers.ts';

export type TalkBench = {
  /** Left out: with the right key, and with orders. */
  talk(given?: { readonly orders?: boolean; readonly key?: 'wrong' }): Talk;
  startJob(name: string): void;
  pauseJob(): void;
  resumeJob(): void;
  finishJob(): void;
  cancelJob(): void;
  /** What the machine does with an order from now on. */
  conduct(conduct: 'obeys' | 'refuses' | 'ignores'): void;
  /** Every request so far that was not reading. */
  orders(): readonly string[];
  /** Accepts, and says nothing any more. */
  mute(): void;
  vanish(): Promise<void>;
  /** The server alone; the machine goes on. */
  restart(): Promise<void>;
  close(): Promise<void>;
  /** How a job ends that was cancelled, where one cannot always see that; left out: as aborted. */
  readonly unseenCancel?: boolean;
};

const patience = { timeout: 8000, interval: 5 };

export function keptWorld(talk: Talk) {
  const hand = handTimers();
  const reports: MachineReport[] = [];
  const lines: string[] = [];
  const log = (_facts: unknown, text: string) => void lines.push(text);
  const kept = keepTalk({
    ...{ machine: 'printer', where: 'http://printer.test', talk, clock: hand, timers: hand.timers },
    log: { info: log, warn: log, error: log },
    meters: { count: () => undefined },
    onReport: (report) => void reports.push(report),
    random: () => 0.5,
  });
  const last = () => reports.at(-1);
  return {
    ...{ hand, reports, lines, kept, last },
    jobs: () => reports.flatMap(({ job }) => (job === null ? [] : [job])),
    /** Until the last report is like this; turns the hands on by a second at each look where it must try again. */
    until: (wanted: object, options: { readonly turning?: boolean } = {}) =>
      vi.waitFor(async () => {
        if (options.turning) await hand.advance(1000);
        expect(last()).toMatchObject(wanted);
      }, patience),
  };
}

const ended = (result: string) => ({ event: 'ended', result });

const abortedAt = ({ unseenCancel = false }: TalkBench) => [
  ended('aborted'),
  ...(unseenCancel ? [ended('unknown')] : []),
];

export function talkSuite(name: string, start: () => Promise<TalkBench>): void {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const open = async (given?: Parameters<TalkBench['talk']>[0], before?: (bench: TalkBench) => void) => {
    const bench = await start();
    before?.(bench);
    const world = keptWorld(bench.talk(given));
    closing.push(bench.close, world.kept.close);
    return { bench, ...world };
  };
  const printing = { link: 'up', activity: 'running', program: 'box.gcode' };

  describe(`${name}, as every machine on the network`, () => {
    it('tells a job with its name, its pause and its end', async () => {
      const { bench, until, jobs } = await open();
      await until({ link: 'up', activity: 'idle', program: null });
      bench.startJob('box.gcode');
      await until(printing);
      bench.pauseJob();
      await until({ activity: 'paused', program: 'box.gcode' });
      bench.resumeJob();
      await until(printing);
      bench.finishJob();
      await until({ activity: 'idle', program: null });
      expect(jobs().slice(1)).toEqual([{ event: 'started' }, ended('completed')]);
    });

    it('tells a job that somebody cancelled at the machine', async () => {
      const { bench, until, jobs } = await open();
      await until({ activity: 'idle' });
      bench.startJob('box.gcode');
      await until(printing);
      bench.cancelJob();
      await until({ activity: 'idle' });
      expect(jobs()[1]).toEqual({ event: 'started' });
      expect(abortedAt(bench)).toContainEqual(jobs()[2]);
      expect(jobs()).toHaveLength(3);
    });

    it('inv. 7: an end state from before the connection is no job', async () => {
      const { until, jobs } = await open({}, (bench) => {
        bench.startJob('old.gcode');
        bench.finishJob();
      });
      await until({ link: 'up', activity: 'idle' });
      expect(jobs()).toEqual([ended('unknown')]);
    });

    it('takes a job over that outlives a restart of the server', async () => {
      const { bench, until, jobs } = await open();
      await until({ activity: 'idle' });
      bench.startJob('box.gcode');
      await until(printing);
      await bench.vanish();
      await until({ link: 'lost', activity: 'unknown' });
      await bench.restart();
      await until(printing, { turning: true });
      expect(jobs().slice(1)).toEqual([{ event: 'started' }, { event: 'started' }]);
    });

    it('is not let in with a wrong key, and does not try again soon', async () => {
      const { until, reports, hand } = await open({ key: 'wrong' });
      await until({ link: 'never', troubles: [{ code: 'sign-in-refused', values: {} }] });
      await hand.advance(290_000);
      expect(reports).toHaveLength(1);
    });

    it('inv. 7: silence is unknown', async () => {
      const { bench, until } = await open();
      await until({ activity: 'idle' });
      bench.mute();
      await until({ link: 'lost', activity: 'unknown', confidence: 'stale' }, { turning: true });
    });

    it('a machine that vanishes is unknown, and found again', async () => {
      const { bench, until } = await open();
      await until({ activity: 'idle' });
      await bench.vanish();
      await until({ link: 'lost', activity: 'unknown' }, { turning: true });
      await until({ troubles: [{ code: 'host-refused', values: {} }] }, { turning: true });
      await bench.restart();
      await until({ link: 'up', activity: 'idle' }, { turning: true });
    });
  });

  describe(`the end of access at ${name}`, () => {
    const running = async (given?: Parameters<TalkBench['talk']>[0]) => {
      const world = await open(given);
      await world.until({ activity: 'idle' });
      world.bench.startJob('box.gcode');
      await world.until(printing);
      return world;
    };

    it('inv. 8: is one order, that ends the job, and is seen', async () => {
      const { bench, kept, until, jobs } = await running();
      expect(await kept.endAccess()).toBe('confirmed');
      await until({ activity: 'idle' });
      expect(abortedAt(bench)).toContainEqual(jobs().at(-1));
      expect(bench.orders()).toHaveLength(1);
    });

    it('inv. 8: ends a paused job too', async () => {
      const { bench, kept, until } = await running();
      bench.pauseJob();
      await until({ activity: 'paused' });
      expect(await kept.endAccess()).toBe('confirmed');
    });

    it('inv. 7: that is refused is refused', async () => {
      const { bench, kept, last } = await running();
      bench.conduct('refuses');
      expect(await kept.endAccess()).toBe('refused');
      expect(last()).toMatchObject({ activity: 'running' });
    });

    it('inv. 7: that nobody sees is unknown', async () => {
      const { bench, kept, hand } = await running();
      bench.conduct('ignores');
      const ending = kept.endAccess();
      await vi.waitFor(() => expect(bench.orders()).toHaveLength(1), patience);
      await hand.advance(bench.talk().cancelMs);
      expect(await ending).toBe('unknown');
    });

    it('with orders off nothing is ever sent but questions', async () => {
      const { bench, kept, last } = await running({ orders: false });
      expect(await kept.endAccess()).toBe('refused');
      expect(last()?.troubles).toContainEqual({ code: 'read-only', values: {} });
      await kept.close();
      expect(bench.orders()).toEqual([]);
    });
  });
}
