// What the holder of a machine asks of the running session from a page: another cost code, a ceiling, to hand it over, to
// keep it. Nothing here starts a session or gives power (invariant 8).

import { handOverMs } from '../domain/access/hand-over.ts';
import { isInGrace } from '../domain/access/what-ends.ts';
import { mayCharge } from '../domain/billing/cost-codes.ts';
import { isBeyond } from '../domain/billing/running-price.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import type { Session, State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Stamp } from '../domain/time.ts';
import { closeSegment } from '../domain/usage/close-segment.ts';
import type { Committer } from './commit.ts';
import type { EndOutcome, HandOverOffered, SessionChanged, SessionKept, SessionWish } from './gateway.ts';

type OwnRequest = { readonly machine: string; readonly by: string };

/** All of the wish, or nothing of it. */
export async function changeSession(committer: Committer, wish: SessionWish): Promise<SessionChanged> {
  const state = committer.tentative();
  const found = ownSession(state, wish);
  if (!found.ok) return found;
  const { session } = found;
  const stamp = committer.stamp();
  const { costCode, ceilingMinor } = wish;
  if (typeof costCode === 'string' && !mayCharge(state.workshop, { code: costCode, team: session.team }))
    return { ok: false, code: 'cost-code-unknown' };
  if (typeof ceilingMinor === 'string' && isBeyond(state, { session, minor: BigInt(ceilingMinor) }, stamp))
    return { ok: false, code: 'ceiling-passed' };
  const bodies = [
    ...(costCode === undefined ? [] : costCodeBodies(state, { session, costCode }, stamp)),
    ...(ceilingMinor === undefined ? [] : ceilingBodies(session, ceilingMinor)),
  ];
  if (bodies.length > 0) await committer.commit(bodies);
  return { ok: true, session: session.session };
}

/** For a minute the next tap of another member who may use the machine takes it over. */
export async function offerHandOver(committer: Committer, request: OwnRequest): Promise<HandOverOffered> {
  const found = ownSession(committer.tentative(), request);
  if (!found.ok) return found;
  const { session, machine } = found.session;
  const { atMs } = committer.stamp();
  await committer.commit([{ type: 'hand-over-opened', data: { session, machine, reader: null, tap: null } }]);
  return { ok: true, session, untilMs: atMs + handOverMs };
}

/** Whoever is asked whether they are still there says so. */
export async function keepSession(committer: Committer, request: OwnRequest): Promise<SessionKept> {
  const state = committer.tentative();
  const found = ownSession(state, request);
  if (!found.ok) return found;
  if (!isInGrace(state, found.session, committer.stamp())) return { ok: false, code: 'session-not-idle' };
  const { session, machine } = found.session;
  await committer.commit([{ type: 'session-kept', data: { session, machine, reader: null, tap: null } }]);
  return { ok: true, session };
}

type Found = { readonly ok: true; readonly session: Session } | Extract<EndOutcome, { ok: false }>;

function ownSession(state: State, { machine, by }: OwnRequest): Found {
  if (!machineById(state, machine)) return { ok: false, code: 'machine-unknown' };
  const session = state.sessions.get(machine);
  if (!session) return { ok: false, code: 'session-none' };
  if (session.member !== by) return { ok: false, code: 'session-not-yours' };
  return session.phase === 'active' ? { ok: true, session } : { ok: false, code: 'session-ending' };
}

/** What was used until now stays with the code of then. */
function costCodeBodies(
  state: State,
  { session, costCode }: { session: Session; costCode: string | null },
  stamp: Stamp,
): readonly EntryBody[] {
  if (costCode === session.costCode) return [];
  const segment = closeSegment(state, session, { why: 'cost-code', until: stamp });
  const data = { session: session.session, machine: session.machine, costCode };
  return [
    ...(segment ? [{ type: 'segment-closed', data: segment } as const] : []),
    { type: 'cost-code-set', data },
  ];
}

function ceilingBodies(session: Session, minor: string | null): readonly EntryBody[] {
  if (minor === session.ceilingMinor) return [];
  return [{ type: 'ceiling-set', data: { session: session.session, machine: session.machine, minor } }];
}
