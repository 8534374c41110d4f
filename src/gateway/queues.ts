// The queues as members see them: how many wait, the latest start that is promised, and one's own place with the reasons
// for it; and giving one's own ticket back. Nobody is named.

import { inTurnAt, situationOf, ticketOf } from '../domain/access/turn-at.ts';
import type { State } from '../domain/journal/state.ts';
import { weightOfMember } from '../domain/policy/weights.ts';
import { type Explanation, explain } from '../domain/schedule/explain.ts';
import { leaveQueue as leave } from '../domain/schedule/take-ticket.ts';
import type { Phase } from '../domain/schedule/ticket.ts';
import type { Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { QueueFacts, QueueLeft, TicketFacts } from './queue-asked.ts';

/** Who waits in a pool: all without a machine who are there. */
export function waitingIn({ schedule }: State, pool: string): number {
  let waiting = 0;
  for (const { phase } of schedule.queues.get(pool)?.tickets.values() ?? [])
    if (phase === 'callable') waiting += 1;
  return waiting;
}

/** Null for a pool that is not used in turn. */
export function queueFacts(
  state: State,
  { pool, member }: { pool: string; member: string | null },
  stamp: Stamp,
): QueueFacts | null {
  const at = inTurnAt(state, pool);
  if (!at) return null;
  const waiting = [...at.queue.tickets.values()].filter(({ phase }) => phase === 'callable');
  const latest = waiting.flatMap(({ promise }) => promise?.latestMs ?? []);
  return {
    pool,
    waiting: waiting.length,
    latestMs: latest.length > 0 ? Math.max(...latest) : null,
    mine: member === null ? null : ticketFacts(state, { pool, member }, stamp),
  };
}

function ticketFacts(
  state: State,
  { pool, member }: { pool: string; member: string },
  stamp: Stamp,
): TicketFacts | null {
  const at = inTurnAt(state, pool);
  const ticket = at && ticketOf(at.queue, member);
  if (!at || !ticket) return null;
  const found = explain(
    { state: state.schedule, ticket: ticket.ticket },
    at.policy,
    situationOf(state, at, stamp),
  );
  const { phase, sinceMs, turn } = ticket;
  const weight = weightOfMember(state, member);
  return {
    phase,
    machine: turn?.machine ?? null,
    untilMs: untilOf({ phase, sinceMs, turn }, at.policy.claimGraceMs),
    place: found?.position ?? null,
    latestMs: found?.latestMs ?? null,
    likelyMs: found?.likelyMs ?? null,
    ahead: countReasons(found),
    ...(weight.percent > 100 && { weight }),
    shorter: found?.sooner
      ? { minutes: found.sooner.askAtMostMs / 60_000, effect: found.sooner.effect }
      : null,
  };
}

type Timed = {
  readonly phase: Phase;
  readonly sinceMs: number;
  readonly turn: { readonly claimedAtMs: number | null; readonly lengthMs: number } | null;
};

/** Until when a call stands, or a turn lasts; null while one waits. */
function untilOf({ phase, sinceMs, turn }: Timed, graceMs: number): number | null {
  if (phase === 'called') return sinceMs + graceMs;
  return turn && turn.claimedAtMs !== null ? turn.claimedAtMs + turn.lengthMs : null;
}

/** How many are ahead for which reason, in the order of the line. */
function countReasons(found: Explanation | null): TicketFacts['ahead'] {
  const counts = new Map<TicketFacts['ahead'][number]['code'], number>();
  for (const { code } of found?.ahead ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** Gives one's own ticket back; a turn that runs ends at the machine, not here. */
export async function leaveQueue(
  committer: Committer,
  { pool, by }: { pool: string; by: string },
): Promise<QueueLeft> {
  const state = committer.tentative();
  const queue = state.schedule.queues.get(pool);
  if (!queue || !inTurnAt(state, pool)) return { ok: false, code: 'queue-unknown' };
  const ticket = ticketOf(queue, by)?.ticket;
  if (ticket === undefined) return { ok: false, code: 'ticket-none' };
  const outcome = leave(state.schedule, { pool, ticket, nowMs: committer.stamp().atMs });
  if (!outcome.ok) return { ok: false, code: 'turn-runs' };
  await committer.commit(outcome.events);
  return { ok: true };
}
