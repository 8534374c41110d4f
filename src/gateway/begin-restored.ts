// What the first start on a restored journal writes beside its boot: where the journal comes from, and who was erased
// after the backup was made. Written once, in the commit of that boot.

import { endSession } from '../domain/access/end-session.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { Committer } from './commit.ts';
import type { Restored } from './ports.ts';

/** Nothing where nothing was restored, or an entry has followed already: then that start is over. */
export function restoredBodies({ seq }: Pick<State, 'seq'>, restored: Restored | null): readonly EntryBody[] {
  if (restored === null || restored.seq !== seq) return [];
  const { erased, ...from } = restored;
  return [
    { type: 'journal-restored', data: from },
    ...erased.map((member): EntryBody => ({ type: 'member-erased', data: { member } })),
  ];
}

/** Nobody is left who could end these: their member held the machine at the backup, and was erased later. */
export async function endSessionsOfErased(committer: Committer): Promise<void> {
  const state = committer.tentative();
  const left = [...state.sessions.values()].filter(
    ({ phase, member }) => phase === 'active' && !state.members.has(member),
  );
  if (left.length === 0) return;
  const ended = { cause: 'suspension', reader: null, tap: null } as const;
  const stamp = committer.stamp();
  await committer.commit(left.flatMap((session) => endSession(state, { session, ...ended }, stamp)));
}
