// What every talk to a machine on the network promises, kept by the real keeper against a simulated machine at the other
// end of a real socket.

import { afterEach, describe, expect, it } from 'vitest';
import { type KeptTalk, keepTalk } from '../../src/edge/keep-talk.ts';
import type { Talk } from '../../src/edge/talk.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';
import { until } from '../adapters/serial/link-under-test.ts';

export type TalkSubject = {
  talk(given?: { orders?: boolean }): Talk;
  /** With another key than the one of the machine. */
  stranger(): Talk;
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

/** The machine that runs the tests is shared, so the bounds are generous. */
const limitMs = 20_000;
const slow = { timeout: 3 * limitMs };

export type KeptInTest = {
  readonly kept: KeptTalk;
  readonly reports: readonly MachineReport[];
  last(): MachineReport | undefined;
  /** The last state of the link, with the activity while it is up. */
  reads(what: string): Promise<void>;
  edges(): readonly string[];
};

/** Kept as in the gateway, but tried again without much waiting. */
export function keepInTest(talk: Talk): KeptInTest {
  const reports: MachineReport[] = [];
  const quiet = () => undefined;
  const kept = keepTalk({
    ...{ machine: 'printer', where: 'http://printer.test', talk, random: () => 0 },
    clock: { monoMs: () => performance.now() },
    log: { info: quiet, warn: quiet, error: quiet },
    meters: { count: quiet },
    onReport: (report) => void reports.push(report),
  });
  const last = () => reports.at(-1);
  const state = () => (last()?.link === 'up' ? last()?.activity : last()?.link);
  return {
    ...{ kept, reports, last },
    reads: (what) => until(() => state() === what, `${what} (it reads ${state()})`, limitMs),
    edges: () => reports.flatMap(({ job }) => (job ? [job.event === 'ended' ? job.result : job.event] : [])),
  };
}

export function talkSuite(name: string, open: () => Promise<TalkSubject>): void {
  describe(`a talk: ${name}`, slow, () => {
    const closing: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });
    const begin = async (given: { before?: (subject: TalkSubject) => void; orders?: boolean } = {}) => {
      const subject = await open();
      closing.push(() => subject.close());
      given.before?.(subject);
      const { orders = true } = given;
      const seen = keepInTest(subject.talk({ orders }));
      closing.push(() => seen.kept.close());
      return { subject, ...seen };
    };

    it('says that it is turned away with a wrong key, and never that it is idle', async () => {
      const subject = await open();
      closing.push(() => subject.close());
      const { kept, last, reports } = keepInTest(subject.stranger());
      closing.push(() => kept.close());
      await until(() => last() !== undefined, 'the first report', limitMs);
      expect(last()?.troubles?.map(({ code }) => code)).toEqual(['sign-in-refused']);
      expect(reports.filter(({ activity }) => activity !== 'unknown')).toEqual([]);
    });

    it('follows a job with its name, its progress and its time left', async () => {
      const { subject, reads, edges, last } = await begin();
      await reads('idle');
      subject.startJob('box.gcode');
      await reads('running');
      expect(last()?.program).toBe('box.gcode');
      const { 'program.progress': progress, 'program.timeLeft': left } = last()?.readings ?? {};
      expect([progress, left].map((value) => typeof value)).toEqual(['number', 'number']);
      subject.pause();
      await reads('paused');
      expect(last()?.program).toBe('box.gcode');
      subject.finish();
      await reads('idle');
      expect(last()?.program).toBeNull();
      expect(edges().filter((edge) => edge !== 'unknown')).toEqual(['started', 'completed']);
    });

    it('knows a job that somebody stopped', async () => {
      const { subject, reads, edges } = await begin({ before: (one) => one.startJob('box.gcode') });
      await reads('running');
      subject.stop();
      await reads('idle');
      expect(edges().at(-1)).toBe('aborted');
    });

    it('inv. 7: an end state that lingers when we come is no job and no success', async () => {
      const before = (one: TalkSubject): void => {
        one.startJob('box.gcode');
        one.finish();
      };
      const { reads, edges } = await begin({ before });
      await reads('idle');
      expect(edges().filter((edge) => edge === 'started' || edge === 'completed')).toEqual([]);
    });

    it('inv. 7: is unknown while the server starts again in mid-job, and takes the job over', async () => {
      const { subject, reads, reports, edges } = await begin();
      subject.startJob('box.gcode');
      await reads('running');
      const before = reports.length;
      await subject.vanish();
      await reads('lost');
      await subject.comeBack();
      await subject.restart();
      await reads('running');
      expect(reports.slice(before).filter(({ activity }) => activity === 'idle')).toEqual([]);
      expect(edges().filter((edge) => edge === 'completed')).toEqual([]);
    });

    it('inv. 9: ends the job under way, also a paused one, and says so when it is seen', async () => {
      const { subject, kept, reads, edges } = await begin();
      for (const isPaused of [false, true]) {
        subject.startJob('box.gcode');
        await reads('running');
        if (isPaused) subject.pause();
        if (isPaused) await reads('paused');
        expect(await kept.endAccess()).toBe('confirmed');
        await reads('idle');
        expect(edges().at(-1)).toBe('aborted');
      }
    });

    it('inv. 7: an end that is refused, or accepted and not seen, is not confirmed', async () => {
      const { subject, kept, reads } = await begin();
      subject.startJob('box.gcode');
      await reads('running');
      subject.onEnd('refuses');
      expect(await kept.endAccess()).toBe('refused');
      subject.onEnd('ignores');
      expect(await kept.endAccess()).toBe('unknown');
    });

    it('inv. 8: orders nothing where it is only read, and nothing by itself', async () => {
      const { subject, kept, reads, last } = await begin({ orders: false });
      subject.startJob('box.gcode');
      await reads('running');
      expect(last()?.troubles?.map(({ code }) => code)).toEqual(['read-only']);
      expect(await kept.endAccess()).toBe('refused');
      subject.finish();
      await reads('idle');
      expect(subject.orders()).toEqual([]);
    });

    it('inv. 7: silence is unknown, and leaves nothing open when it is closed', async () => {
      const { subject, kept, reads, last } = await begin();
      await reads('idle');
      subject.hang(true);
      await reads('lost');
      expect(last()?.activity).toBe('unknown');
      await kept.close();
      subject.hang(false);
    });
  });
}

const bodies: readonly string[] = [
  '',
  '<html>not this</html>',
  'null',
  '17',
  '[]',
  '{}',
  '"idle"',
  '{"result":null}',
  '{"printer":"IDLE"}',
  '{"printer":{"state":7,"temp_nozzle":"hot"},"job":{"id":"1;DROP"}}',
  '{"printer":{"state":["IDLE"]},"result":{"state":{"status":["idle"]}},"state":{"status":["idle"]}}',
  '{"printer":{"state":"idle"},"result":{"state":{"status":"IDLE\\u0000"}},"state":{"status":"IDLE"}}',
  '{"printer":{"__proto__":{"state":"IDLE"}},"result":{"__proto__":{"state":{"status":"idle"}}},"__proto__":{"state":{"status":"idle"}}}',
  '{"printer":{"state":NaN},"result":{"state":{"status":NaN}}}',
  `{"printer":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  `{"result":{"state":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}},"state":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  `{"printer":{"state":"${'IDLE'.repeat(100_000)}"}}`,
];

/** What hostile or broken servers say in place of JSON that we know, with a name for the test. */
export const hostileBodies: readonly (readonly [name: string, body: string])[] = bodies.map((body) => [
  `${body.slice(0, 60)} (${body.length})`,
  body,
]);
