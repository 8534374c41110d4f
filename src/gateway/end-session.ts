// Ends a session from a page: one's own, or any as a steward. Starting one is only possible at the machine.

import { endSession as endBodies } from '../domain/access/end-session.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';
import type { EndOutcome } from './gateway.ts';

export type EndRequest = { readonly machine: string; readonly by: string; readonly steward: boolean };

export async function endSession(committer: Committer, request: EndRequest): Promise<EndOutcome> {
  const state = committer.tentative();
  if (!machineById(state, request.machine)) return { ok: false, code: 'machine-unknown' };
  const session = state.sessions.get(request.machine);
  if (!session) return { ok: false, code: 'session-none' };
  const own = session.member === request.by;
  if (!own && !request.steward) return { ok: false, code: 'session-not-yours' };
  if (session.phase !== 'active') return { ok: false, code: 'session-ending' };
  const ended = { session, cause: own ? 'page' : 'steward', reader: null, tap: null } as const;
  await committer.commit(endBodies(state, ended, committer.stamp()));
  return { ok: true, session: session.session };
}
