// The bodies that end whoever holds a machine because of the machine itself: its mode, or a lock. A session that is ending
// already goes on to do so, unless it must stop at once.

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { endSession } from './end-session.ts';

export type EndForAll = { readonly machine: string; readonly cause: 'steward' | 'locked' };

export function endForAll(state: State, { machine, cause }: EndForAll, stamp: Stamp): readonly EntryBody[] {
  const session = state.sessions.get(machine);
  if (!session) return [];
  // What finishes at its own pace by another cause is now held; once the controller was told there is nothing to hurry.
  const hurries = cause === 'locked' && session.phase === 'finishing' && !session.accessEnding;
  if (session.phase !== 'active' && !(hurries && session.cause !== 'locked')) return [];
  return endSession(state, { session, cause, reader: null, tap: null }, stamp);
}
