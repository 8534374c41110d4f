// How a session ends: what it used is closed, what it earned is given; power follows when it is safe.

import type { EndCause, EntryBody } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { closeSegment } from '../usage/close-segment.ts';
import { earnedBy } from './earn.ts';

/** The bodies that end a session's billing now, and what it earned; power follows when it is safe. */
export function endSession(
  state: State,
  ended: { session: Session; cause: EndCause; reader: string | null; tap: string | null },
  stamp: Stamp,
): readonly EntryBody[] {
  const { session, cause, reader, tap } = ended;
  const data = { session: session.session, machine: session.machine, cause, reader, tap };
  const segment = closeSegment(state, session, { why: 'ending', until: stamp });
  return [
    ...(segment ? [{ type: 'segment-closed', data: segment } as const] : []),
    { type: 'session-ending', data },
    ...earnedBy(state, session, segment),
  ];
}
