// What every machine on the network promises, tried on its simulator over a real socket: the timers of the keeper are
// turned by hand, so that only the wire takes time.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Talk } from '../../src/edge/talk.ts';
import { keptWorld, patience } from '../fakes/kept-world.ts';

export type TalkSubject = {
  talk(given?: { orders?: boolean }): Talk;
  /** With another key than the one of the machine. */
  stranger(): Talk;
  /** Some of it is done already, so that it tells what is left. */
  startJob(name: string): void;
  pause(): void;
  finish(): void;
  /** By somebody at the machine. */
  stop(): void;
  /** What it does with an end that is ordered; `ignores` says yes. */
  onEnd(way: 'ends' | 'refuses' | 'ignores'): void;
  /** What it was asked besides reading, signing in and leaving. */
  orders(): readonly string[];
  /** It answers nothing any more. */
  hang(on: boolean): void;
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
  /** The server starts again; the job goes on. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const ended = (result: string) => ({ event: 'ended', result });

export function talkSuite(name: string, start: () => Promise<TalkSubject>): void {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  type Given = { readonly orders?: boolean; readonly isStranger?: boolean };
  const open = async (
    { isStranger = false, ...given }: Given = {},
    before?: (bench: TalkSubject) => void,
  ) => {
    const bench = await start();
    before?.(bench);
    const world = keptWorld(isStranger ? bench.stranger() : bench.talk(given));
    closing.push(bench.close, world.kept.close);
    return { bench, ...world };
  };
  const printing = { link: 'up', activity: 'running', program: 'box.gcode' };

  describe(`${name}, as every machine on the network`, () => {
    it('tells a job with its name, its pause and its end', async () => {
      const { bench, until, jobs, last } = await open();
      await until({ link: 'up', activity: 'idle', program: null });
      bench.startJob('box.gcode');
      await until(printing);
      const { 'program.progress': done, 'program.timeLeft': leftS } = last()?.readings ?? {};
      expect([typeof done, typeof leftS]).toEqual(['number', 'number']);
      bench.pause();
      await until({ activity: 'paused', program: 'box.gcode' });
      bench.finish();
      await until({ activity: 'idle', program: null });
      expect(jobs().slice(1)).toEqual([{ event: 'started' }, ended('completed')]);
    });

    it('tells a job that somebody cancelled at the machine', async () => {
      const { bench, until, jobs } = await open();
      await until({ activity: 'idle' });
      bench.startJob('box.gcode');
      await until(printing);
      bench.stop();
      await until({ activity: 'idle' });
      expect(jobs().slice(1)).toEqual([{ event: 'started' }, ended('aborted')]);
    });

    it('inv. 7: an end state from before the connection is no job', async () => {
      const { until, jobs } = await open({}, (bench) => {
        bench.startJob('old.gcode');
        bench.finish();
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
      await bench.comeBack();
      await bench.restart();
      await until(printing, { turning: true });
      expect(jobs().slice(1)).toEqual([{ event: 'started' }, { event: 'started' }]);
    });

    it('is not let in with a wrong key, and does not try again soon', async () => {
      const { until, reports, hand } = await open({ isStranger: true });
      await until({ link: 'never', troubles: [{ code: 'sign-in-refused', values: {} }] });
      await hand.advance(290_000);
      expect(reports).toHaveLength(1);
    });

    it('inv. 7: silence is unknown', async () => {
      const { bench, until } = await open();
      await until({ activity: 'idle' });
      bench.hang(true);
      await until({ link: 'lost', activity: 'unknown', confidence: 'stale' }, { turning: true });
    });

    it('a machine that vanishes is unknown, and found again', async () => {
      const { bench, until } = await open();
      await until({ activity: 'idle' });
      await bench.vanish();
      await until({ link: 'lost', activity: 'unknown' }, { turning: true });
      await until({ troubles: [{ code: 'host-refused', values: {} }] }, { turning: true });
      await bench.comeBack();
      await until({ link: 'up', activity: 'idle' }, { turning: true });
    });
  });

  describe(`the end of access at ${name}`, () => {
    const running = async (given: Given = {}) => {
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
      expect(jobs().at(-1)).toEqual(ended('aborted'));
      // Some must pause before they may end.
      expect(bench.orders().length).toBeGreaterThan(0);
    });

    it('inv. 8: ends a paused job too', async () => {
      const { bench, kept, until } = await running();
      bench.pause();
      await until({ activity: 'paused' });
      expect(await kept.endAccess()).toBe('confirmed');
    });

    it('inv. 7: that is refused is refused', async () => {
      const { bench, kept, last } = await running();
      bench.onEnd('refuses');
      expect(await kept.endAccess()).toBe('refused');
      expect(last()).toMatchObject({ activity: 'running' });
    });

    it('inv. 7: that nobody sees is unknown', async () => {
      const { bench, kept, hand } = await running();
      bench.onEnd('ignores');
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
