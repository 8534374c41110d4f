// The local calendar date of an instant.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hourMs, localDate } from '../../src/domain/time.ts';

it.each([
  ['2026-11-22T22:59:59.999Z', 'Europe/Rome', '2026-11-22'],
  ['2026-11-22T23:00:00.000Z', 'Europe/Rome', '2026-11-23'],
  ['2026-03-28T23:00:00.000Z', 'Europe/Rome', '2026-03-29'],
  ['2026-03-29T21:59:59.999Z', 'Europe/Rome', '2026-03-29'],
  ['2026-03-29T22:00:00.000Z', 'Europe/Rome', '2026-03-30'],
  ['2026-10-25T22:59:59.999Z', 'Europe/Rome', '2026-10-25'],
  ['2026-10-25T23:00:00.000Z', 'Europe/Rome', '2026-10-26'],
  ['2026-12-31T23:30:00.000Z', 'Asia/Kathmandu', '2027-01-01'],
  ['2026-01-01T00:00:00.000Z', 'America/New_York', '2025-12-31'],
] as const)('%s in %s is %s', (instant, zone, date) =>
  expect(localDate(Date.parse(instant), zone)).toBe(date),
);

it('inv. 4: never goes back while time goes forward', () => {
  const from = Date.UTC(2026, 0, 1);
  const instant = fc.integer({ min: from, max: from + 366 * 24 * hourMs });
  fc.assert(
    fc.property(instant, instant, fc.constantFrom('Europe/Rome', 'UTC', 'America/St_Johns'), (a, b, zone) => {
      expect(localDate(Math.min(a, b), zone) <= localDate(Math.max(a, b), zone)).toBe(true);
    }),
  );
});
