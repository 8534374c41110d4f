// What replaying entries from the first gives; the measure of every live state (invariant 3).

import { apply } from '../../src/domain/journal/apply.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../src/domain/journal/state.ts';

export function replayed(entries: readonly Entry[]): State {
  const state = emptyState(entries[0]?.gateway ?? 'gateway-1');
  // Through JSON, as the disk keeps them: nothing may hang on what JSON cannot say.
  for (const entry of entries) apply(state, JSON.parse(JSON.stringify(entry)));
  return state;
}
