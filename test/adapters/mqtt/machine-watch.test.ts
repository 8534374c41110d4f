// What a controller reports, turned into machine reports under a hand-turned clock.

import { beforeEach, describe, expect, it } from 'vitest';
import { createMachineWatch, type MachineWatch } from '../../../src/adapters/mqtt/machine-watch.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';

let nowMs = 0;
let reports: MachineReport[] = [];
let refused: string[] = [];
let counted: string[] = [];
let watch: MachineWatch;

beforeEach(() => {
  nowMs = 1000;
  reports = [];
  refused = [];
  counted = [];
  watch = createMachineWatch({
    enabled: () => undefined,
    report: (report) => void reports.push(report),
    clock: { wallMs: () => 0, monoMs: () => nowMs, synchronised: () => true },
    meters: { count: (name) => void counted.push(name) },
    refusals: { refuse: (reason) => void refused.push(reason), ignore: () => undefined },
    silenceMs: 60_000,
  });
});

const say = (message: object | string) =>
  watch.receive('laser', Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)));

describe('machine watch', () => {
  it('passes known activities on and keeps unknown words as raw', () => {
    say({ activity: 'toolChange' });
    say({ activity: `Br\u0007umm\u2028${'é'.repeat(60)}` });
    say({ activity: 'constructor' });
    expect(reports.map(({ activity, raw }) => ({ activity, raw }))).toEqual([
      { activity: 'toolChange', raw: null },
      { activity: 'unknown', raw: `Brumm${'é'.repeat(35)}` },
      { activity: 'unknown', raw: 'constructor' },
    ]);
    expect(reports[0]).toMatchObject({ link: 'up', confidence: 'reported', seenAgoMs: 0, job: null });
  });

  it('takes readings by their vocabulary name only, and counts what is no number', () => {
    say(
      '{"activity":"running","spindle.speed":12000,"made.up":1,"laser.power":"40","electric.power":1e999,"__proto__":{"path.feedrate":1}}',
    );
    expect(reports[0]?.readings).toEqual({ 'spindle.speed': 12000 });
    expect(counted).toEqual(['mqtt_readings_dropped_total', 'mqtt_readings_dropped_total']);
  });

  it('tells the edges of jobs; how one ended is unknown where it is not said, never success', () => {
    const edges: [string | null | undefined, MachineReport['job'][]][] = [
      [undefined, [null]],
      // One that the journal still has open has ended while nobody listened.
      [null, [{ event: 'ended', result: 'unknown' }]],
      [null, [null]],
      ['a', [{ event: 'started' }]],
      ['a', [null]],
      [undefined, [null]],
      ['b', [{ event: 'ended', result: 'unknown' }, { event: 'started' }]],
      [null, [{ event: 'ended', result: 'unknown' }]],
      [null, [null]],
    ];
    for (const [job, expected] of edges) {
      reports = [];
      say(job === undefined ? { activity: 'running' } : { activity: 'running', job });
      expect(reports.map((report) => report.job)).toEqual(expected);
    }
  });

  const started = { event: 'started' };
  const ended = (result: string) => ({ event: 'ended', result });
  const ends: readonly [string, object, readonly unknown[]][] = [
    ['its own id', { job: 'a', result: 'completed' }, [ended('completed')]],
    ['no job any more', { job: null, result: 'aborted' }, [ended('aborted')]],
    ['a result alone', { result: 'failed' }, [ended('failed')]],
    ['a word that we do not know', { job: 'a', result: 'constructor' }, [ended('unknown')]],
    ['the result of another job', { job: 'b', result: 'completed' }, [ended('unknown')]],
    ['no result', { job: null, result: null }, [ended('unknown')]],
    ['nothing of jobs', {}, [null]],
  ];
  it.each(ends)('inv. 7: a job ends with its result: by %s', (_name, message, expected) => {
    say({ activity: 'running', job: 'a' });
    reports = [];
    say({ activity: 'idle', ...message });
    expect(reports.map(({ job }) => job)).toEqual(expected);
  });

  it('inv. 7: a result that lingers ends one job, once', () => {
    for (const message of [
      { job: 'a', result: 'completed' },
      { job: 'a', result: 'completed' },
      { job: 'b' },
      { job: 'b', result: 'completed' },
      { job: 'b', result: 'completed' },
    ])
      say({ activity: 'idle', ...message });
    const edges = reports.flatMap(({ job }) => (job === null ? [] : [job]));
    expect(edges).toEqual([ended('unknown'), started, ended('completed')]);
  });

  it('tells the name of the program while its job is under way', () => {
    const messages: [object, string | null][] = [
      [{ job: null, program: 'old.nc' }, null],
      [{ job: 'a', program: 'box.nc' }, 'box.nc'],
      [{ job: 'a' }, 'box.nc'],
      [{}, 'box.nc'],
      [{ job: 'b' }, null],
      [{ job: 'b', program: 'lid.nc' }, 'lid.nc'],
      [{ job: 'b', program: null }, null],
      [{ job: 'b', program: 'lid.nc', result: 'completed' }, null],
    ];
    for (const [message, expected] of messages) {
      say({ activity: 'running', ...message });
      expect([message, reports.at(-1)?.program]).toEqual([message, expected]);
    }
  });

  it('inv. 7: a machine that is silent for the limit is lost, once, with its last sign of life', () => {
    say({ activity: 'running', job: 'a' });
    nowMs += 59_999;
    watch.sweep();
    expect(reports).toHaveLength(1);
    nowMs += 1;
    watch.sweep();
    watch.sweep();
    watch.gone('laser');
    expect(reports.slice(1)).toEqual([
      {
        ...{ machine: 'laser', link: 'lost', activity: 'unknown', substate: null, raw: null },
        ...{ confidence: 'stale', source: 'silence', seenAgoMs: 60_000, readings: {}, job: null },
      },
    ]);
    say({ activity: 'idle', job: null });
    expect(reports.at(-1)).toMatchObject({
      link: 'up',
      activity: 'idle',
      job: { event: 'ended', result: 'unknown' },
    });
  });

  it('a machine that never reported is not lost', () => {
    watch.gone('laser');
    watch.sweep();
    expect(reports).toEqual([]);
  });

  it('refuses what is too long or no report, and keeps what it knew', () => {
    say({ activity: 'running', job: 'a' });
    say({ activity: 'x', more: 'x'.repeat(4096) });
    say({ activity: 7 });
    say({ activity: 'running', progress: 7 });
    say('nonsense');
    expect(refused).toEqual([
      'payload-too-large',
      'payload-malformed',
      'payload-malformed',
      'payload-malformed',
    ]);
    expect(reports).toHaveLength(1);
  });
});
