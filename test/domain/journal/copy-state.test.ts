// A copied state and its original live on without each other, whatever is applied to one of them.

import { expect, it } from 'vitest';
import { apply } from '../../../src/domain/journal/apply.ts';
import { copyState } from '../../../src/domain/journal/copy-state.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import { live } from '../../../src/simulation/live.ts';

it('inv. 3: what is applied to a copy does not reach the original, at any entry of a life', async () => {
  const size = { members: 100, machines: 24 };
  const { world } = await live({ seed: 3, ...size, faults: 'many', pace: 20, days: 9, deeds: 3_000 });
  const entries = world.disk.entries();
  expect(entries.length).toBeGreaterThan(1_000);
  const state = emptyState('gateway-1');
  for (const [place, entry] of entries.entries()) {
    if (place % 90 === 0) {
      const frozen = structuredClone(state);
      const copy = copyState(state);
      for (const later of entries.slice(place, place + 120)) apply(copy, later);
      expect(state).toEqual(frozen);
    }
    apply(state, entry);
  }
});
