// Prices: parts of a session cost what the whole costs, to the minor unit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tariffOn } from '../../../src/domain/billing/bands.ts';
import { type Metered, rateSession } from '../../../src/domain/billing/rate.ts';
import type { SegmentClosed } from '../../../src/domain/journal/entry.ts';
import type { Clock, Tariff } from '../../../src/domain/machine/workshop.ts';
import { divideRounded } from '../../../src/domain/money.ts';
import { hourMs, minuteMs } from '../../../src/domain/time.ts';

const dayMs = Date.UTC(2026, 10, 22, 10);

function segment(change: Partial<SegmentClosed> & { ms: number }): SegmentClosed {
  const { ms, ...rest } = change;
  return {
    session: 'session-1',
    index: 0,
    machine: 'laser',
    pool: 'lasers',
    member: 'anna',
    team: null,
    costCode: null,
    sessionFromMs: dayMs,
    fromMs: dayMs,
    toMs: dayMs + ms,
    clocks: { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms },
    gapMs: 0,
    why: 'length',
    ...rest,
  };
}

const tariff = (perHourMinor: string, change: Partial<Tariff> = {}): Tariff => ({
  pool: 'lasers',
  from: '2026-01-01',
  perHourMinor,
  clock: 'operating',
  ...change,
});

const meteredOf = (parts: readonly number[], tariffs: readonly Tariff[]): readonly Metered[] =>
  parts.map((ms, index) => ({ segment: segment({ ms, index }), tariffs, timezone: 'Europe/Rome' }));
const minors = (parts: readonly number[], tariffs: readonly Tariff[]): readonly bigint[] =>
  rateSession(meteredOf(parts, tariffs)).map(({ minor }) => minor);
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);

describe('inv. 5: the parts of a session', () => {
  it('of three times twenty minutes cost exactly the hour', () => {
    const thirds = [20 * minuteMs, 20 * minuteMs, 20 * minuteMs];
    expect(minors(thirds, [tariff('1000')])).toEqual([333n, 334n, 333n]);
    expect(minors(thirds, [tariff('100')])).toEqual([33n, 34n, 33n]);
    expect(total(minors(thirds, [tariff('1')]))).toBe(1n);
  });

  it('cost what the rounded whole costs, however it is cut', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 2 * hourMs }), { minLength: 1, maxLength: 60 });
    const price = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(parts, price, (cut, perHour) => {
        const ms = cut.reduce((sum, part) => sum + part, 0);
        const whole = divideRounded(BigInt(ms) * perHour, BigInt(hourMs));
        const amounts = minors(cut, [tariff(perHour.toString())]);
        expect(total(amounts)).toBe(whole);
        expect(amounts.every((minor) => minor >= 0n)).toBe(true);
      }),
    );
  });

  it('is each within one minor unit of its own price', () => {
    const parts = fc.array(fc.integer({ min: 0, max: hourMs }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parts, fc.bigInt({ min: 0n, max: 100_000n }), (cut, perHour) => {
        minors(cut, [tariff(perHour.toString())]).forEach((minor, i) => {
          const own = divideRounded(BigInt(cut[i] ?? 0) * perHour, BigInt(hourMs));
          expect(minor - own <= 1n && minor - own >= -1n).toBe(true);
        });
      }),
    );
  });
});

describe('a rate', () => {
  it.each(['loaded', 'powered', 'working', 'operating'] as const)(
    'may count the clock %s',
    (clock: Clock) => {
      const clocks = {
        loadedMs: 4 * hourMs,
        poweredMs: 3 * hourMs,
        workingMs: 2 * hourMs,
        operatingMs: hourMs,
      };
      const metered = {
        segment: segment({ ms: 0, clocks }),
        tariffs: [tariff('100', { clock })],
        timezone: 'UTC',
      };
      const [rated] = rateSession([metered]);
      expect(rated).toMatchObject({
        clock,
        billedMs: clocks[`${clock}Ms`],
        minor: BigInt(clocks[`${clock}Ms`] / hourMs) * 100n,
      });
    },
  );

  it('never bills a gap', () => {
    const metered = {
      segment: segment({ ms: 0, gapMs: hourMs }),
      tariffs: [tariff('1000')],
      timezone: 'UTC',
    };
    expect(rateSession([metered])[0]).toMatchObject({ minor: 0n, billedMs: 0 });
  });

  it('is nothing without a tariff', () => {
    expect(minors([hourMs], [])).toEqual([0n]);
    expect(rateSession(meteredOf([hourMs], [tariff('1', { pool: 'mills' })]))[0]).toMatchObject({
      tariff: null,
      minor: 0n,
    });
  });

  it('changes with the local day on which a part began, and the sum stays exact', () => {
    const tariffs = [tariff('1000'), tariff('2000', { from: '2026-11-23' })];
    const late = Date.parse('2026-11-22T22:59:59.999Z');
    const metered = [late, late + 1].map((fromMs, index) => ({
      segment: segment({ ms: 20 * minuteMs, index, fromMs }),
      tariffs,
      timezone: 'Europe/Rome',
    }));
    expect(rateSession(metered).map(({ minor }) => minor)).toEqual([333n, 667n]);
  });
});

describe('the tariff of a day', () => {
  const list = [
    tariff('3', { from: '2026-06-01' }),
    tariff('1', { from: '2026-01-01' }),
    tariff('9', { from: '2026-07-01', pool: 'mills' }),
    tariff('2', { from: '2026-03-01' }),
  ];
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', '1'],
    ['2026-02-28', '1'],
    ['2026-03-01', '2'],
    ['2026-05-31', '2'],
    ['2027-01-01', '3'],
  ])('%s is %s', (day, price) =>
    expect(tariffOn(list, { pool: 'lasers', date: day })?.perHourMinor).toBe(price),
  );

  it('of two from the same day is the later in the list', () => {
    expect(tariffOn([tariff('1'), tariff('2')], { pool: 'lasers', date: '2026-02-01' })?.perHourMinor).toBe(
      '2',
    );
  });
});
