// The bill against an oracle that reads nothing but the words of the tariff: twenty thousand random sessions, to the cent.

import { describe, expect, it } from 'vitest';
import { provenBill } from '../../fakes/proven-bill.ts';

describe('inv. 5: the bill', () => {
  it('is that of the oracle for twenty thousand random sessions, to the cent', { timeout: 120_000 }, () => {
    let sessions = 0;
    for (let seed = 1; sessions < 20_000; seed++) sessions += provenBill(seed).sessions;
    expect(sessions).toBeGreaterThanOrEqual(20_000);
  });

  it.each([
    ['two tariffs with one price for one clock', [1_020_018_367, 1_020_064_545, 1_020_222_843]],
    ['a peak that ends on a day of the space and the next of UTC', [1_190_000_444, 1_190_034_303]],
    ['a peak that ends as the clock is put back', [1_020_011_703, 1_020_124_547, 1_020_258_704]],
  ])('is that of the oracle with %s', (_, seeds) => {
    for (const seed of seeds) expect(provenBill(seed).sessions).toBeGreaterThan(0);
  });
});
