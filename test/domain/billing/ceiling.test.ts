// A ceiling under tariffs of many parts: the part is cut at the very millisecond, and what a meter tells later is waived.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSegment, rateSession } from '../../../src/domain/billing/rate.ts';
import { withinCeiling } from '../../../src/domain/billing/running-price.ts';
import { emptyTally, priceUnits, unitsPerMinor } from '../../../src/domain/billing/tally.ts';
import type { SegmentClosed } from '../../../src/domain/journal/entry.ts';
import type { Tariff } from '../../../src/domain/machine/tariff.ts';

const fromMs = Date.UTC(2026, 10, 23, 16, 40);

function segment(ms: number, more: Partial<SegmentClosed> = {}): SegmentClosed {
  const who = { session: 's', index: 0, machine: 'laser', pool: 'lasers', member: 'anna', team: null };
  const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
  const when = { sessionFromMs: fromMs, fromMs, toMs: fromMs + ms };
  return { ...who, costCode: null, ...when, clocks, gapMs: 0, why: 'length', ...more };
}

const tariffs = fc
  .record({
    perHourMinor: fc.integer({ min: 1, max: 5_000 }).map(String),
    startMinor: fc.integer({ min: 0, max: 300 }).map(String),
    minimumMinor: fc.integer({ min: 0, max: 500 }).map(String),
    graceMs: fc.constantFrom(0, 180_000),
    percent: fc.constantFrom(50, 100, 150),
  })
  .map(({ percent, ...text }): Tariff => {
    const hours = [{ days: ['mo'] as const, from: '18:00', to: '20:00' }];
    const base = { pool: 'lasers', from: '2026-01-01', clock: 'operating' } as const;
    return { ...base, ...text, peak: { hours, percent } };
  });

it('inv. 5: a part is cut off where the session reaches its ceiling, and not a millisecond before', () => {
  fc.assert(
    fc.property(
      tariffs,
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.integer({ min: 0, max: 4_000 }),
      (tariff, ms, ceiling) => {
        const rates = { tariffs: [tariff], timezone: 'Europe/Rome' };
        const session = { ceilingMinor: String(ceiling), tally: emptyTally() };
        const costs = (part: SegmentClosed): bigint => {
          const tally = emptyTally();
          addSegment(tally, { segment: part, ...rates });
          return priceUnits(tally);
        };
        const cut = withinCeiling(session, segment(ms), rates);
        const cutMs = cut.clocks.operatingMs;
        expect(costs(cut)).toBeLessThanOrEqual(BigInt(ceiling) * unitsPerMinor);
        if (cutMs < ms) expect(costs(segment(cutMs + 1))).toBeGreaterThan(BigInt(ceiling) * unitsPerMinor);
      },
    ),
  );
});

it('inv. 5: energy that is told when the clocks have stopped never lifts the bill above the ceiling', () => {
  const tariff: Tariff = {
    pool: 'lasers',
    from: '2026-01-01',
    perHourMinor: '1000',
    clock: 'operating',
    perKwhMinor: '30.5',
  };
  const energy = { mwh: 4_000_000, how: 'metered', unmeasuredMs: 0 } as const;
  const rates = { tariffs: [tariff], timezone: 'Europe/Rome' };
  const part = segment(360_000, { energy, ceilingMinor: '150' });
  const [rated] = rateSession([{ segment: part, ...rates }]);
  expect(rated?.minor).toBe(150n);
  expect(rated?.components.map(({ what, minor }) => [what, minor])).toEqual([
    ['time', 100n],
    ['energy', 122n],
    ['ceiling', -72n],
  ]);
  const [free] = rateSession([
    { segment: segment(360_000, { energy: { ...energy, how: 'unmeasured' } }), ...rates },
  ]);
  expect(free?.minor).toBe(100n);
});
