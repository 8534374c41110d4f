// The main proof: the real gateway in a workshop of 200 members and 24 machines, with faults at every port. A hundred
// thousand deeds; the promises are checked after each. `npm run prove -- simulated-life` lives a hundred times as many.

import { describe, expect, it } from 'vitest';
import { deeds as deedRows } from '../../src/simulation/deeds.ts';
import { faults as faultRows } from '../../src/simulation/faults.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { bigLife } from './big-life.ts';

describe('inv. 12: a life in a big workshop', () => {
  it.each([1, 2, 3, 4])(
    'of seed %i keeps every promise after each of 25,000 deeds',
    async (seed) => {
      const life = await bigLife(seed);
      expect(life.deeds).toHaveLength(25_000);
      // A life in which little happened proves little.
      expect(new Set(life.deeds.map(({ name }) => name)).size).toBe(deedRows.length + faultRows.length);
      const count = (type: string): number =>
        life.world.disk.entries().filter((entry) => entry.type === type).length;
      // The workshop is closed at night, and full or locked at times.
      expect(count('session-started')).toBeGreaterThan(300);
      expect(count('session-ended')).toBe(count('session-started'));
      expect(count('gateway-booted')).toBeGreaterThan(100);
      expect(count('cooling-ended')).toBeGreaterThan(50);
      // The night in which the clocks change was two days and a half after the beginning.
      expect(life.livedMs).toBeGreaterThan(61 * 3_600_000);
      const causes = new Set(
        life.world.disk
          .entries()
          .flatMap((entry) => (entry.type === 'session-ending' ? [entry.data.cause] : [])),
      );
      expect([...causes]).toEqual(expect.arrayContaining(['suspension', 'hours', 'lesson', 'outage']));
    },
    300_000,
  );

  it('is told in figures', async () => {
    const options = { seed: 7, members: 30, machines: 8, faults: 'few', pace: 2, days: 2 } as const;
    const { report, broken } = await simulate({ ...options, deeds: Number.POSITIVE_INFINITY });
    expect(broken).toBeNull();
    expect(report).toMatchObject({ seed: 7, members: 30, machines: 8, violations: 0 });
    expect(report.sessions).toBeGreaterThan(10);
    expect(Number(report.billedMinor)).toBeGreaterThan(0);
    expect(report.days).toBeGreaterThanOrEqual(2);
  });
});
