// What Klipper says, row by row, and what it never means.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countJob,
  mergeStatus,
  noJob,
  noStatus,
  seenOf,
  totalsOf,
} from '../../../src/adapters/moonraker/moonraker-status.ts';
import { activityFacts } from '../../../src/domain/machine/activity.ts';

const at = (print: string | null, toolhead: string, rest: object = {}) => ({
  ...(print === null ? {} : { print_stats: { state: print, filename: 'box.gcode', print_duration: 5 } }),
  idle_timeout: { state: toolhead },
  ...rest,
});
const seen = (full: unknown) => {
  const status = mergeStatus(noStatus, full);
  return seenOf(status, { job: countJob(noJob, status), own: {} });
};

const underWay = { state: 'under-way', id: '1', name: 'box.gcode' };
const over = (result: string) => ({ state: 'over', id: null, result });
const unknown = { state: 'unknown' };
const rows: readonly [string | null, string, string, object][] = [
  ['printing', 'Printing', 'running', underWay],
  ['paused', 'Ready', 'paused', underWay],
  ['paused', 'Printing', 'paused', underWay],
  ['standby', 'Idle', 'idle', { state: 'none' }],
  ['standby', 'Ready', 'idle', { state: 'none' }],
  ['standby', 'Printing', 'busy', { state: 'none' }],
  ['complete', 'Ready', 'idle', over('completed')],
  ['complete', 'Printing', 'busy', over('completed')],
  ['cancelled', 'Ready', 'idle', over('aborted')],
  ['error', 'Idle', 'idle', over('failed')],
  ['standby', 'Asleep', 'unknown', { state: 'none' }],
  ['constructed', 'Idle', 'unknown', unknown],
  ['__proto__', 'Idle', 'unknown', unknown],
  [null, 'Printing', 'busy', unknown],
  [null, 'Idle', 'unknown', unknown],
];

describe('a printer with two hot ends', () => {
  it('tells of each, and heats while the second does', () => {
    const { activity, readings } = seen({
      print_stats: { state: 'printing', filename: 'box.gcode', print_duration: 0 },
      idle_timeout: { state: 'Printing' },
      extruder: { temperature: 24, target: 0 },
      extruder1: { temperature: 180, target: 210 },
    });
    expect(activity).toBe('heating');
    expect(readings).toEqual({
      ...{ 'temperature.hotend0.actual': 24, 'temperature.hotend0.target': 0 },
      ...{ 'temperature.hotend1.actual': 180, 'temperature.hotend1.target': 210 },
    });
  });
});

describe('what Klipper says', () => {
  it.each(rows)('print %s with the toolhead %s is %s', (print, toolhead, activity, job) => {
    expect(seen(at(print, toolhead))).toMatchObject({ activity, job });
  });

  it('a print that is told to pause is pausing, and a file that is read is no rest', () => {
    const pausing = seen(at('printing', 'Printing', { pause_resume: { is_paused: true } }));
    expect(pausing).toMatchObject({ activity: 'pausing', job: underWay });
    const beginning = seen(at('complete', 'Ready', { virtual_sdcard: { is_active: true } }));
    expect(beginning).toMatchObject({ activity: 'busy', job: unknown });
  });

  it('keeps what a delta leaves out, and forgets what it spoils', () => {
    const before = mergeStatus(noStatus, at('printing', 'Printing'));
    const after = mergeStatus(before, { print_stats: { print_duration: '9' }, toolhead: { x: 1 } });
    expect(after.get('print_stats.state')).toBe('printing');
    expect(after.get('print_stats.print_duration')).toBeNull();
    expect(after.size).toBe(before.size);
  });

  it('leaves a time that is not sane out', () => {
    const left = (progress: number, print_duration: number) =>
      seen({ print_stats: { state: 'printing', print_duration }, virtual_sdcard: { progress } }).readings[
        'program.timeLeft'
      ];
    expect([left(0.25, 100), left(0, 100), left(0.001, 100), left(0.5, 10), left(0.01, 1e8)]).toEqual([
      ...[300, undefined, undefined, undefined, undefined],
    ]);
  });

  it('reads totals only where they are numbers', () => {
    expect(totalsOf({ job_totals: { total_jobs: 2, total_print_time: 1.5 } })).toEqual({
      ...{ operationCycleCounter: 2, operationDuration: 1500 },
    });
    for (const odd of [null, 7, [], { job_totals: { total_jobs: '2', total_print_time: -1 } }])
      expect(totalsOf(odd)).toEqual({});
  });

  it('inv. 7 and 11: whatever it says, it rests only where both words say so', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('standby', 'Idle', 'Ready', Number.NaN));
    const object = fc.oneof(fc.jsonValue(), fc.record({ state: odd, filename: odd, print_duration: odd }));
    const told = fc.record({ print_stats: object, idle_timeout: object, extruder: object });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 4 }), (deltas) => {
        const status = deltas.reduce(mergeStatus, noStatus);
        const { activity, readings } = seenOf(status, { job: countJob(noJob, status), own: {} });
        if (activityFacts[activity].class === 'quiet') {
          expect(['standby', 'complete', 'cancelled', 'error']).toContain(status.get('print_stats.state'));
          expect(['Idle', 'Ready']).toContain(status.get('idle_timeout.state'));
        }
        expect(Object.values(readings).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
