// Handing a machine over: one instant at which a session ends and the next begins, without darkness and with every
// millisecond metered once. Only whoever is offered it, or shares the team where that is enough, takes over.

import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import { closeSegment } from '../usage/close-segment.ts';
import { leavesToTeam } from './leave-to-next.ts';

/** How long an offer stands. */
export const handOverMs = 60_000;

/** Why this member may take the machine over without its holder ending first; null when they may not. */
export function handOverTo(
  { session, machine, member }: { session: Session | undefined; machine: Machine; member: MemberRecorded },
  { monoMs }: Stamp,
): 'offered' | 'team' | null {
  if (session?.phase !== 'active' || session.member === member.member) return null;
  if (session.offeredMonoMs !== null && monoMs - session.offeredMonoMs < handOverMs) return 'offered';
  const isTeam = member.team !== null && member.team === session.team;
  return leavesToTeam(machine) && isTeam ? 'team' : null;
}

export type TakenOver = {
  readonly to: string;
  readonly member: string;
  readonly team: string | null;
  readonly costCode: string | null;
  readonly badge: string;
  readonly reader: string;
  readonly tap: string;
};

/** Both parts have one stamp: the one ends when the other begins. */
export function handOver(
  state: State,
  { session, taken }: { session: Session; taken: TakenOver },
  stamp: Stamp,
): readonly EntryBody[] {
  const segment = closeSegment(state, session, { why: 'ending', until: stamp });
  const { machine, pool } = session;
  return [
    ...(segment ? [{ type: 'segment-closed', data: segment } as const] : []),
    { type: 'session-handed-over', data: { ...taken, from: session.session, machine, pool } },
  ];
}
