// Opening hours and quiet hours as rules, also on the two nights on which the clock on the wall is put forward or back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, openNow, openUntilMs, spaceOpen } from '../../../src/domain/access/hours-rule.ts';
import type { Span } from '../../../src/domain/access/week.ts';
import { weekdays } from '../../../src/domain/access/week.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import type { Machine, Space } from '../../../src/domain/machine/workshop.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const span = (from: string, to: string, days: Span['days'] = weekdays): Span => ({ days, from, to });
const at = (text: string): number => Date.parse(text);

function stateOf(space: Partial<Space>, synchronised = true) {
  return {
    ...emptyState('gateway-1'),
    synchronised,
    workshop: { ...sampleWorkshop, space: { ...sampleWorkshop.space, ...space } },
  };
}

function ask(space: Partial<Space>, machine: Partial<Machine>, when: string, synchronised = true) {
  const member = { member: 'm', roles: [] } as never;
  const stamp = { atMs: at(when), monoMs: 0 };
  const state = stateOf(space, synchronised);
  const asked = { state, member, machine: machineLike(machine), id: 'laser', session: undefined, stamp };
  return openNow({ ...asked, flows: false, takesOver: false });
}

const shop = { open: [span('09:00', '18:00', ['mo', 'tu'])], closed: ['2026-12-25'] };
const night = [span('22:00', '06:00')];

describe('a tap', () => {
  it.each([
    ['a Monday at noon', { hours: shop }, {}, '2026-11-23T12:00:00+01:00', null],
    ['the minute of opening', { hours: shop }, {}, '2026-11-23T09:00:00+01:00', null],
    ['the minute of closing', { hours: shop }, {}, '2026-11-23T18:00:00+01:00', 'space-closed'],
    ['a Sunday', { hours: shop }, {}, '2026-11-22T12:00:00+01:00', 'space-closed'],
    ['no hours at all', {}, {}, '2026-11-22T03:00:00+01:00', null],
    ['hours of the machine', {}, { hours: shop }, '2026-11-22T12:00:00+01:00', 'machine-closed'],
    ['quiet hours, noisy', { quiet: night }, { noisy: true }, '2026-11-22T23:00:00+01:00', 'quiet-hours'],
    ['quiet hours, quiet', { quiet: night }, {}, '2026-11-22T23:00:00+01:00', null],
    ['quiet hours over', { quiet: night }, { noisy: true }, '2026-11-22T06:00:00+01:00', null],
    [
      'closed for ever',
      { hours: { open: [], closed: [] } },
      {},
      '2026-11-22T06:00:00+01:00',
      'closed-for-long',
    ],
  ] as const)('%s', (_what, space, machine, when, code) => {
    expect(ask(space, machine, when)?.code ?? null).toBe(code);
  });

  it('says when it would be a yes', () => {
    expect(ask({ hours: shop }, {}, '2026-11-24T18:30:00+01:00')?.values.until).toBe('2026-11-30 09:00');
    expect(ask({ quiet: night }, { noisy: true }, '2026-11-22T23:00:00+01:00')?.values.until).toBe(
      '2026-11-23 06:00',
    );
  });

  it('inv. 4: a clock that was never set decides no hour, and ends nothing', () => {
    expect(ask({ hours: shop }, {}, '2026-11-23T12:00:00+01:00', false)?.code).toBe('clock-unset');
    expect(ask({}, {}, '2026-11-23T12:00:00+01:00', false)).toBeNull();
    expect(isOver(stateOf({ hours: shop }, false), machineLike(), at('2026-11-22T12:00:00+01:00'))).toBe(
      false,
    );
    expect(spaceOpen(stateOf({ hours: shop }, false), 0)?.code).toBe('clock-unset');
  });
});

// In Rome 2026-03-29 02:00 → 03:00, and 2026-10-25 03:00 → 02:00.
describe('nights on which the clock is put', () => {
  const quietEnd = (to: string) => stateOf({ quiet: [span('22:00', to)] });
  const noisy = machineLike({ noisy: true });

  it.each([
    ['forward, an end that does not exist', '02:30', '2026-03-29T01:29:59Z', '2026-03-29T01:30:00Z'],
    ['forward, an hour less of quiet', '06:00', '2026-03-29T03:59:59Z', '2026-03-29T04:00:00Z'],
    ['back, an end that comes twice: the later', '02:30', '2026-10-25T01:29:59Z', '2026-10-25T01:30:00Z'],
    ['back, an hour more of quiet', '06:00', '2026-10-25T04:59:59Z', '2026-10-25T05:00:00Z'],
  ])('%s', (_what, to, last, first) => {
    expect(isOver(quietEnd(to), noisy, at(last))).toBe(true);
    expect(isOver(quietEnd(to), noisy, at(first))).toBe(false);
  });
});

it('until it closes it is open, and from then on it is not', () => {
  const times = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
  const state = stateOf({ hours: shop, quiet: night });
  const machine = machineLike({ noisy: true, hours: { open: [span('00:00', '12:30')], closed: [] } });
  fc.assert(
    fc.property(times, (nowMs) => {
      const untilMs = openUntilMs(state, machine, nowMs);
      expect(untilMs === null).toBe(isOver(state, machine, nowMs));
      if (untilMs === null) return;
      expect(untilMs).toBeGreaterThan(nowMs);
      expect(isOver(state, machine, untilMs - 1)).toBe(false);
      expect(isOver(state, machine, untilMs)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
