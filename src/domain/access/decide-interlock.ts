// What the interlock brings about: a fatal monitor latches its machine, and a session ends when the table says so, also
// one that was about to end more gently. Pure; the entries stand in the order in which they take effect.

import type { EntryBody } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import { isStricter } from './end-of-access.ts';
import { endSession } from './end-session.ts';
import { type InterlockNow, interlockAt } from './interlock-at.ts';

export function decideInterlock(state: State, stamp: Stamp): readonly EntryBody[] {
  const bodies: EntryBody[] = [];
  for (const [machine, { monitors }] of Object.entries(state.workshop?.machines ?? {})) {
    const session = state.sessions.get(machine);
    // Nothing to end and nothing that could latch: most machines, most of the time.
    if (!session && monitors === undefined) continue;
    const now = interlockAt(state, machine);
    if (now.hindrance === 'fatal' && now.bad !== null) bodies.push(latched(machine, now.bad));
    if (session) bodies.push(...ended(state, { session, now }, stamp));
  }
  return bodies;
}

const latched = (machine: string, { id, value }: NonNullable<InterlockNow['bad']>): EntryBody => ({
  type: 'interlock-latched',
  data: { machine, reason: 'monitor-fatal', monitor: id, value },
});

function ended(
  state: State,
  { session, now }: { session: Session; now: InterlockNow },
  stamp: Stamp,
): readonly EntryBody[] {
  const { end: cause } = now;
  if (cause === null || session.phase === 'darkening') return [];
  if (session.phase !== 'active' && !isStricter(cause, session.cause ?? 'detached')) return [];
  return endSession(state, { session, cause, reader: null, tap: null }, stamp);
}
