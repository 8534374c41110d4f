// The state at a start: the newest snapshot of this reducer, then every entry after it. A snapshot only saves time; one
// that is missing or damaged means a longer replay, never another state (invariant 3).

import { apply } from '../domain/journal/apply.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { emptyState, type State } from '../domain/journal/state.ts';
import type { Journal } from './ports.ts';

export type Recovered = { readonly state: State; readonly replayed: number };

/**
 * @param reducer names the code that applies entries; a snapshot of another reducer is not used
 * @param onEntries called with each batch that was replayed
 */
export async function recover(
  journal: Pick<Journal, 'gateway' | 'snapshot' | 'read'>,
  reducer: string,
  onEntries: (entries: readonly Entry[]) => void = () => undefined,
): Promise<Recovered> {
  const state = (await journal.snapshot(reducer)) ?? emptyState(await journal.gateway());
  let replayed = 0;
  for await (const entries of journal.read(state.seq)) {
    for (const entry of entries) apply(state, entry);
    replayed += entries.length;
    onEntries(entries);
  }
  return { state, replayed };
}
