// The bill against an oracle that reads nothing but the words of the tariff: twenty thousand random sessions, to the cent.

import { describe, expect, it } from 'vitest';
import { provenBill } from '../../fakes/proven-bill.ts';

describe('inv. 5: the bill', () => {
  it('is that of the oracle for twenty thousand random sessions, to the cent', { timeout: 120_000 }, () => {
    let sessions = 0;
    for (let seed = 1; sessions < 20_000; seed++) sessions += provenBill(seed).sessions;
    expect(sessions).toBeGreaterThanOrEqual(20_000);
  });
});
