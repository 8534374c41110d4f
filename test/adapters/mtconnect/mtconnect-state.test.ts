// Every row of the tables from the words of MTConnect to activity and job, and how observations are merged.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoundItems, findItems } from '../../../src/adapters/mtconnect/find-items.ts';
import { keepWords } from '../../../src/adapters/mtconnect/keep-words.ts';
import {
  byHand,
  executions,
  type MachineWords,
  type PathWords,
  seenOf,
  waits,
} from '../../../src/adapters/mtconnect/mtconnect-state.ts';
import type { DataItem, Observation } from '../../../src/adapters/mtconnect/read-document.ts';
import { activityFacts } from '../../../src/domain/machine/activity.ts';

const path = (execution: string | null, rest: Partial<PathWords> = {}): PathWords => ({
  ...{ execution, mode: 'AUTOMATIC', wait: null, program: 'a.nc' },
  ...rest,
});
const words = (one: PathWords | readonly PathWords[], rest: Partial<MachineWords> = {}): MachineWords => ({
  ...{ paths: [one].flat(), isStopped: false, faults: [], isTest: false },
  ...rest,
});
const fault = { faults: [{ code: '421', text: 'Servo' }] };

const underWay = { state: 'under-way', id: null, name: 'a.nc' };
const over = (result: string) => ({ state: 'over', id: null, result });
const none = { state: 'none' };
const unknown = { state: 'unknown' };

const rows: readonly [string, string, object, string, object][] = [
  ['ACTIVE', 'running', underWay, 'running', underWay],
  ['WAIT', 'busy', underWay, 'busy', underWay],
  ['INTERRUPTED', 'paused', underWay, 'alarm', underWay],
  ['FEED_HOLD', 'paused', underWay, 'alarm', underWay],
  ['PROGRAM_STOPPED', 'paused', underWay, 'alarm', underWay],
  ['OPTIONAL_STOP', 'paused', underWay, 'alarm', underWay],
  ['PROGRAM_OPTIONAL_STOP', 'paused', underWay, 'alarm', underWay],
  ['STOPPED', 'idle', over('aborted'), 'alarm', over('failed')],
  ['PROGRAM_COMPLETED', 'idle', over('completed'), 'alarm', over('completed')],
  ['READY', 'idle', none, 'alarm', none],
  ['constructor', 'unknown', unknown, 'unknown', unknown],
  ['__proto__', 'unknown', unknown, 'unknown', unknown],
];

describe('what EXECUTION says', () => {
  it.each(rows)('%s is %s, and with a fault', (execution, activity, job, faulted, faultedJob) => {
    expect(seenOf(words(path(execution)))).toMatchObject({ activity, job });
    expect(seenOf(words(path(execution), fault))).toMatchObject({ activity: faulted, job: faultedJob });
  });

  it('has a row here for each row of the table', () => {
    expect(rows.map(([word]) => word).filter((word) => executions.has(word))).toEqual([...executions.keys()]);
  });

  it('in a mode by hand is no job, and leaves the one that is held as it was', () => {
    for (const [mode, activity] of byHand) {
      expect(seenOf(words(path('ACTIVE', { mode })))).toMatchObject({ activity, job: unknown });
      expect(seenOf(words(path('FEED_HOLD', { mode })))).toMatchObject({ activity: 'paused', job: unknown });
      expect(seenOf(words(path('READY', { mode })))).toMatchObject({ activity: 'idle', job: none });
    }
    for (const mode of ['AUTOMATIC', 'SEMI_AUTOMATIC', 'EDIT', 'odd', null])
      expect(seenOf(words(path('ACTIVE', { mode })))).toMatchObject({ activity: 'running', job: underWay });
  });

  it('says what it waits for', () => {
    for (const [wait, activity] of waits)
      expect(seenOf(words(path('WAIT', { wait }))).activity).toBe(activity);
    expect(seenOf(words(path('WAIT', { wait: 'odd' }))).activity).toBe('busy');
    expect(seenOf(words(path('ACTIVE', { wait: 'PAUSING' }))).activity).toBe('running');
  });

  it('an emergency stop stands above all, and is no success', () => {
    for (const [word] of executions) {
      const { activity, job } = seenOf(words(path(word), { isStopped: true }));
      const result = word === 'PROGRAM_COMPLETED' ? 'completed' : 'aborted';
      expect([activity, job]).toEqual(['estop', over(result)]);
    }
  });

  it('of several paths the one that moves speaks; one that is not known makes the rest no idle', () => {
    expect(seenOf(words([path('READY'), path('ACTIVE')]))).toMatchObject({ activity: 'running' });
    expect(seenOf(words([path('FEED_HOLD'), path('STOPPED')]))).toMatchObject({ activity: 'paused' });
    expect(seenOf(words([path('READY'), path(null)]))).toMatchObject({ activity: 'unknown', job: unknown });
    expect(seenOf(words([path(null), path('ACTIVE')]))).toMatchObject({ activity: 'running' });
  });

  it('inv. 7, inv. 11: whatever it says, unknown is never idle and words stay short', () => {
    const any = fc.option(fc.oneof(fc.string(), fc.constantFrom(...executions.keys(), ...byHand.keys())));
    const anyPath = fc.record({ execution: any, mode: any, wait: any, program: any });
    const anyFault = fc.record({ code: fc.string(), text: fc.string({ maxLength: 500 }) });
    const anyWords = fc.record({
      paths: fc.array(anyPath, { maxLength: 3 }),
      ...{ isStopped: fc.boolean(), faults: fc.array(anyFault, { maxLength: 3 }), isTest: fc.boolean() },
    });
    fc.assert(
      fc.property(anyWords, (now) => {
        const { activity, raw, substate, job } = seenOf(now);
        const isKnown = now.paths.length > 0 && now.paths.every((one) => executions.has(one.execution ?? ''));
        expect((raw ?? '').length).toBeLessThanOrEqual(80);
        expect((substate ?? '').length).toBeLessThanOrEqual(40);
        if (!isKnown && !now.isStopped) expect(activityFacts[activity].class).not.toBe('quiet');
        if (now.isTest) expect([activity, job]).toEqual(['unknown', unknown]);
      }),
    );
  });
});

const item = (id: string, type: string, rest: Partial<DataItem> = {}): DataItem => ({
  ...{ id, type, subType: '', category: 'EVENT', units: '', component: 'path' },
  ...rest,
});
const items: readonly DataItem[] = [
  item('avail', 'AVAILABILITY', { component: 'device' }),
  item('exec', 'EXECUTION'),
  item('mode', 'CONTROLLER_MODE'),
  item('feed', 'PATH_FEEDRATE', { subType: 'ACTUAL', units: 'MILLIMETER/SECOND' }),
  item('cond', 'SYSTEM', { category: 'CONDITION' }),
];

let sequence = 0n;
const observe = (id: string, value: string, timestamp = `t${sequence}`): Observation => {
  sequence += 1n;
  return { item: id, sequence, timestamp, value, condition: null };
};
type Level = 'Normal' | 'Warning' | 'Fault' | 'Unavailable';
const condition = (level: Level, code = '', text = ''): Observation => ({
  ...observe('cond', text),
  condition: { level, code, nativeCode: code },
});
const open = (found: FoundItems = findItems({ items })) => {
  const kept = keepWords(found);
  kept.whole([observe('avail', 'AVAILABLE'), observe('exec', 'READY'), observe('mode', 'AUTOMATIC')]);
  return kept;
};

describe('observations that are merged', () => {
  it('keep several conditions of one item apart by their code', () => {
    const kept = open();
    const faults = () => kept.seen(false).raw;
    kept.change([condition('Fault', '1', 'one'), condition('Fault', '2', 'two')], false);
    expect(faults()).toBe('READY, 2, two');
    kept.change([condition('Normal', '2')], false);
    expect(faults()).toBe('READY, 1, one');
    kept.change([condition('Warning', '1', 'less')], false);
    expect(faults()).toBe('READY, AUTOMATIC');
    kept.change([condition('Fault', '1', 'one'), condition('Fault', '2', 'two'), condition('Normal')], false);
    expect(faults()).toBe('READY, AUTOMATIC');
    kept.change([condition('Fault', '1', 'one'), condition('Unavailable')], false);
    expect(faults()).toBe('READY, AUTOMATIC');
  });

  it('inv. 10: hold a hundred conditions of one item, and fifty steps of one document', () => {
    const kept = open();
    kept.change(
      Array.from({ length: 500 }, (_none, n) => condition('Fault', String(n), 'x')),
      false,
    );
    expect(kept.seen(false).raw).toBe('READY, 99, x');
    const flips = Array.from({ length: 200 }, (_none, n) => observe('exec', n % 2 ? 'STOPPED' : 'ACTIVE'));
    const { steps, dropped } = kept.change(flips, false);
    expect([steps.length, steps.length + dropped]).toEqual([50, 199]);
  });

  it('take together what was observed together', () => {
    const kept = open();
    const together = [observe('exec', 'ACTIVE', 't'), observe('mode', 'MANUAL', 't')];
    const { steps } = kept.change([...together, observe('exec', 'READY', 'u')], false);
    expect(steps.map(({ activity }) => activity)).toEqual(['jogging']);
  });

  it('inv. 7: leave out numbers that are none, and never take one for zero', () => {
    const kept = open();
    const feed = (value: string) => {
      kept.change([observe('feed', value)], false);
      return kept.seen(false).readings['path.feedrate'];
    };
    expect([feed('20'), feed('2.5E1'), feed('-1.0')]).toEqual([1200, 1500, -60]);
    for (const wrong of ['UNAVAILABLE', '', 'NaN', 'Infinity', '1e999', '1 2 3', '0x10', '9'.repeat(400)])
      expect([wrong, feed(wrong)]).toEqual([wrong, undefined]);
  });

  it('of other devices and other items are not news', () => {
    const kept = open();
    expect(kept.change([observe('other', 'ACTIVE'), observe('__proto__', 'x')], false).isNews).toBe(false);
  });

  it('say that the controller is away only where that can be known', () => {
    const kept = open();
    kept.change([observe('avail', 'UNAVAILABLE')], false);
    expect(kept.isAway()).toBe(true);
    const without = open(findItems({ items: items.filter(({ id }) => id !== 'avail') }));
    expect(without.isAway()).toBe(false);
  });
});

describe('which items tell what', () => {
  const readingsOf = (...more: DataItem[]) =>
    Object.fromEntries(findItems({ items: [...items, ...more] }).readings);

  it('are the best of their kind, in a unit that we know', () => {
    const found = readingsOf(
      item('feed-2', 'PATH_FEEDRATE', { subType: 'COMMANDED', units: 'MILLIMETER/SECOND' }),
      item('over', 'PATH_FEEDRATE', { subType: 'OVERRIDE', units: 'PERCENT' }),
      item('rapid', 'PATH_FEEDRATE_OVERRIDE', { subType: 'RAPID', units: 'PERCENT' }),
      item('good', 'PART_COUNT', { subType: 'GOOD' }),
      item('all', 'PART_COUNT', { subType: 'ALL' }),
      item('old', 'SPINDLE_SPEED', { subType: 'ACTUAL', units: 'REVOLUTION/MINUTE' }),
      item('new', 'ROTARY_VELOCITY', { subType: 'ACTUAL', units: 'REVOLUTION/MINUTE' }),
      item('timer', 'EQUIPMENT_TIMER', { subType: 'POWERED', units: 'SECOND' }),
      item('odd', 'EQUIPMENT_TIMER', { subType: 'OPERATING', units: 'FORTNIGHT' }),
      item('time', 'ACCUMULATED_TIME', { subType: 'AUTO', units: 'SECOND' }),
    );
    expect(found).toEqual({
      feed: { name: 'path.feedrate', factor: 60 },
      rapid: { name: 'path.rapidOverride', factor: 1 },
      new: { name: 'spindle.speed', factor: 1 },
      all: { name: 'operationCycleCounter', factor: 1 },
      time: { name: 'operationDuration', factor: 1000 },
      timer: { name: 'powerOnDuration', factor: 1000 },
    });
  });

  it('stand beside the path that they are of', () => {
    const { paths } = findItems({
      items: [
        ...[item('e1', 'EXECUTION', { component: 'p1' }), item('e2', 'EXECUTION', { component: 'p2' })],
        ...[item('m', 'CONTROLLER_MODE', { component: 'controller' })],
        ...[item('sub', 'PROGRAM', { component: 'p2', subType: 'SCHEDULE' })],
        ...[item('g2', 'PROGRAM', { component: 'p2' }), item('g1', 'PROGRAM', { component: 'p1' })],
      ],
    });
    expect(paths).toEqual([
      { execution: 'e1', mode: 'm', wait: null, program: 'g1' },
      { execution: 'e2', mode: 'm', wait: null, program: 'g2' },
    ]);
  });
});
