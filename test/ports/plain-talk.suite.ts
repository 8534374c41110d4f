// What a talk promises also with a machine that has no key, takes no orders or tells little of its jobs, tried against a
// simulated machine over a real socket (the others have `talk.suite.ts`): a job is
// heard once, an end that lingers is no job, a machine that vanishes is unknown, and one that is only read hears no order.

import { afterEach, describe, expect, it } from 'vitest';
import { keepTalk } from '../../src/edge/keep-talk.ts';
import type { Talk } from '../../src/edge/talk.ts';
import { realTimers, type Timers } from '../../src/edge/timers.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';

export type TalkBench = {
  /** `orders: false` where the machine is only to be read. */
  readonly talk: (given: { readonly orders: boolean }) => Talk;
  readonly start: (name: string) => void;
  /** Null where it has none. */
  readonly pause: (() => void) | null;
  readonly finish: () => void;
  /** Goes without a goodbye. */
  readonly vanish: () => Promise<void>;
  /** Comes back; what it does goes on. */
  readonly restart: () => Promise<void>;
  /** Requests that are more than reading. */
  readonly orders: () => readonly string[];
  readonly close: () => Promise<void>;
  /** What it tells of a job. */
  readonly tells: {
    readonly name: boolean;
    readonly result: 'completed' | 'unknown';
    readonly orders: boolean;
  };
};

/** Waits between tries, and for one that does not leave, are cut to this, so that a test need not. */
const shortWaitMs = 50;
const isTryWait = (delayMs: number): boolean => delayMs >= 1000 && delayMs <= 8000;

export function hearReports(talk: Talk) {
  const reports: MachineReport[] = [];
  const looks = new Set<() => void>();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const quick: Timers = {
    after: (delayMs, run) => realTimers.after(isTryWait(delayMs) ? shortWaitMs : delayMs, run),
  };
  const kept = keepTalk({
    ...{ machine: 'machine', where: 'there', talk, log: silent, meters: { count: () => undefined } },
    clock: { monoMs: () => performance.now() },
    timers: quick,
    onReport(report) {
      reports.push(report);
      for (const look of looks) look();
    },
  });
  return {
    reports,
    last: () => reports.at(-1),
    jobs: () => reports.flatMap(({ job }) => (job === null ? [] : [job])),
    endAccess: kept.endAccess,
    close: kept.close,
    /** The first report from now on, or the last one before, that is so. */
    until(isSo: (report: MachineReport) => boolean, waitMs = 8000): Promise<MachineReport> {
      const { promise, resolve, reject } = Promise.withResolvers<MachineReport>();
      const late = setTimeout(
        () => reject(new Error(`not heard; last: ${JSON.stringify(reports.at(-1))}`)),
        waitMs,
      );
      const look = (): void => {
        const last = reports.at(-1);
        if (!last || !isSo(last)) return;
        clearTimeout(late);
        looks.delete(look);
        resolve(last);
      };
      looks.add(look);
      look();
      return promise;
    },
  };
}

export function plainTalkSuite(name: string, open: () => Promise<TalkBench>): void {
  describe(`${name}, kept in view`, () => {
    const closes: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const close of closes.splice(0).reverse()) await close();
    });
    const meet = async (given = { orders: true }) => {
      const bench = await open();
      const heard = hearReports(bench.talk(given));
      closes.push(bench.close, heard.close);
      await heard.until(({ activity }) => activity === 'idle');
      return { bench, heard };
    };

    it('hears a job from its start to its end, each once', async () => {
      const { bench, heard } = await meet();
      const before = heard.jobs().length;
      bench.start('box');
      const running = await heard.until(({ activity }) => activity === 'running');
      if (bench.tells.name) expect(running.program).toBe('box');
      if (bench.pause) {
        bench.pause();
        await heard.until(({ activity }) => activity === 'paused');
      }
      bench.finish();
      await heard.until(({ activity }) => activity === 'idle');
      expect(heard.jobs().slice(before)).toEqual([
        { event: 'started' },
        { event: 'ended', result: bench.tells.result },
      ]);
    });

    it('makes no job of an end that lingers', async () => {
      const { bench, heard } = await meet();
      bench.start('box');
      await heard.until(({ activity }) => activity === 'running');
      bench.finish();
      await heard.until(({ activity }) => activity === 'idle');
      const later = hearReports(bench.talk({ orders: true }));
      await heard.close();
      closes.push(later.close);
      await later.until(({ activity }) => activity === 'idle');
      expect(later.jobs().filter(({ event }) => event === 'started')).toEqual([]);
    });

    it('inv. 7: is unknown once it has vanished, and takes its job over when it is back', async () => {
      const { bench, heard } = await meet();
      bench.start('box');
      await heard.until(({ activity }) => activity === 'running');
      await bench.vanish();
      await heard.until(({ link, activity }) => link === 'lost' && activity === 'unknown');
      const before = heard.jobs().length;
      await bench.restart();
      await heard.until(({ activity }) => activity === 'running');
      expect(heard.jobs().slice(before)).toEqual([{ event: 'started' }]);
    });

    it('inv. 8: orders nothing where it is only read', async () => {
      const { bench, heard } = await meet({ orders: false });
      bench.start('box');
      await heard.until(({ activity }) => activity === 'running');
      expect(heard.last()?.troubles).toContainEqual({ code: 'read-only', values: {} });
      expect(await heard.endAccess()).toBe('refused');
      expect(bench.orders()).toEqual([]);
    });

    it('inv. 8: the end of access is ordered and confirmed once it is seen, or refused at once', async () => {
      const { bench, heard } = await meet();
      bench.start('box');
      await heard.until(({ activity }) => activity === 'running');
      expect(await heard.endAccess()).toBe(bench.tells.orders ? 'confirmed' : 'refused');
      expect(bench.orders()).toHaveLength(bench.tells.orders ? 1 : 0);
      if (bench.tells.orders) expect(heard.jobs().at(-1)).toEqual({ event: 'ended', result: 'aborted' });
    });
  });
}
