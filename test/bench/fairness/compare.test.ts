// A small run of the comparison: two seeds, so that the full one cannot rot.

import { describe, expect, it } from 'vitest';
import { compare, meanOf } from './compare.ts';
import { linesOf } from './fairness.ts';
import { plotOf } from './plots.ts';

describe('the comparison', () => {
  it('keeps every promise, helps the light half and keeps the machines as busy', () => {
    const compared = compare([1, 2]);
    expect(compared.broken).toBe(0);
    expect(compared.promised.length).toBeGreaterThan(4000);
    const mean = (name: 'FairTurn' | 'FCFS', figure: 'P90 light' | 'util %' | 'max'): number =>
      meanOf((compared.rows.get(name)?.get('all') ?? []).map((row) => row[figure])).mean;
    expect(mean('FairTurn', 'P90 light')).toBeLessThan(0.9 * mean('FCFS', 'P90 light'));
    expect(Math.abs(mean('FairTurn', 'util %') - mean('FCFS', 'util %'))).toBeLessThan(1);
    expect(mean('FairTurn', 'max')).toBeLessThan(1.6 * mean('FCFS', 'max'));
    expect(linesOf(compared).length).toBeGreaterThan(90);
    expect(plotOf(compared, 'P90')).toMatch(/^<svg .*<\/svg>\n$/s);
  }, 60_000);
});
