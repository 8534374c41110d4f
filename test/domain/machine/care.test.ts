// When service is due: a table of plans, days by the local date and by a clock that is set, and which problem is told.

import { describe, expect, it } from 'vitest';
import { dueOf, partStates, problemMark, type ServicePlan } from '../../../src/domain/machine/care.ts';
import { noHours } from '../../../src/domain/machine/hour-meter.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { createHistory } from '../../fakes/history.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const hourMs = 3_600_000;

type Case = { plan: ServicePlan; h?: number; jobs?: number; days?: number | null; word: string };
const cases: readonly Case[] = [
  { plan: { everyH: 100 }, h: 0, word: 'fine' },
  { plan: { everyH: 100 }, h: 89.9, word: 'fine' },
  { plan: { everyH: 100 }, h: 90, word: 'soon' },
  { plan: { everyH: 100, warnH: 20 }, h: 80, word: 'soon' },
  { plan: { everyH: 100, warnH: 0 }, h: 99.9, word: 'fine' },
  { plan: { everyH: 100 }, h: 100, word: 'over' },
  { plan: { everyJobs: 50 }, jobs: 44, word: 'fine' },
  { plan: { everyJobs: 50 }, jobs: 45, word: 'soon' },
  { plan: { everyJobs: 50 }, jobs: 50, word: 'over' },
  { plan: { everyDays: 30 }, days: 26, word: 'fine' },
  { plan: { everyDays: 30 }, days: 27, word: 'soon' },
  { plan: { everyDays: 30 }, days: 30, word: 'over' },
  // Whichever comes first.
  { plan: { everyH: 100, everyDays: 30 }, h: 1, days: 31, word: 'over' },
  { plan: { everyH: 100, everyJobs: 50, everyDays: 30 }, h: 95, jobs: 1, days: 1, word: 'soon' },
  // A clock that is not set judges no days.
  { plan: { everyDays: 30 }, days: null, word: 'unknown' },
  { plan: { everyH: 100, everyDays: 30 }, h: 10, days: null, word: 'fine' },
  { plan: { everyH: 100, everyDays: 30 }, h: 101, days: null, word: 'over' },
];

it.each(cases)(
  'service by $plan after $h h, $jobs jobs, $days days is $word',
  ({ plan, word, ...passed }) => {
    const { h = 0, jobs = 0, days = 0 } = passed;
    const hours = { ...noHours, workingMs: h * hourMs, jobs };
    const due = dueOf(plan, { hours, days, clock: 'working' });
    expect(due.word).toBe(word);
    expect(due.used).toBeGreaterThanOrEqual(0);
    expect(due.used).toBeLessThanOrEqual(1);
    if (plan.everyH !== undefined) expect(due.leftMs).toBeCloseTo((plan.everyH - h) * hourMs, 3);
  },
);

const workshop: Workshop = {
  ...sampleWorkshop,
  machines: {
    laser: machineLike({
      parts: {
        lens: { name: 'Lens', clock: 'working', service: { everyDays: 3 } },
        belt: { name: 'Belt', clock: 'working' },
        tube: { name: 'Tube', clock: 'operating', service: { everyH: 1 } },
      },
      meters: { start: { operatingH: 2 } },
    }),
  },
};

describe('days', () => {
  it('are those of the calendar on the wall, not of 24 hours', () => {
    const history = createHistory({ workshop });
    const leftDays = (atMs: number, synchronised = true) =>
      partStates(history.state, 'laser', { atMs, synchronised }).find(({ part }) => part === 'lens')?.due
        ?.leftDays;
    const firstMs = history.state.lastAtMs;
    expect(leftDays(firstMs)).toBe(3);
    const midnightMs = Date.parse(`${new Date(firstMs).toISOString().slice(0, 10)}T00:00:00+01:00`);
    expect(leftDays(midnightMs + 24 * hourMs + 2 * hourMs)).toBe(2);
    expect(leftDays(midnightMs + 3 * 24 * hourMs + 2 * hourMs)).toBe(0);
    expect(leftDays(firstMs, false)).toBeNull();
  });

  it('inv. 4: of a part that was described under a clock that was not set begin when it is', () => {
    const history = createHistory();
    history.boot({ synchronised: false });
    history.add({ type: 'workshop-described', data: { workshop } });
    const due = () =>
      partStates(history.state, 'laser', { atMs: history.state.lastAtMs, synchronised: true }).find(
        ({ part }) => part === 'lens',
      )?.due;
    expect(due()?.word).toBe('unknown');
    history.add({ type: 'clock-judged', data: { synchronised: true } });
    expect(due()).toMatchObject({ word: 'fine', leftDays: 3 });
  });
});

it('those that need a hand stand first', () => {
  const { state } = createHistory({ workshop });
  const now = { atMs: state.lastAtMs, synchronised: true };
  expect(partStates(state, 'laser', now).map(({ part, due }) => `${part} ${due?.word}`)).toEqual([
    'tube over',
    'lens fine',
    'belt undefined',
  ]);
});

it('everybody is told of the most pressing problem, and of a mere note nobody', () => {
  const { state, add } = createHistory({ workshop });
  const report = (problem: string, severity: 'note' | 'flag' | 'lock') =>
    add({
      type: 'problem-reported',
      data: { problem, machine: 'laser', by: 'anna', severity, noteDigest: 'd' },
    });
  const close = (problem: string) =>
    add({
      type: 'problem-closed',
      data: { problem, machine: 'laser', by: 'eva', what: 'mended', minutes: 1 },
    });
  report('one', 'note');
  expect(problemMark(state, 'laser')).toBeNull();
  report('two', 'flag');
  report('three', 'lock');
  report('four', 'lock');
  expect(problemMark(state, 'laser')).toBe('lock');
  close('three');
  expect(problemMark(state, 'laser')).toBe('lock');
  close('four');
  expect(problemMark(state, 'laser')).toBe('flag');
  expect(state.care.get('laser')?.log).toHaveLength(2);
});
