// The queues as members see them: who stands in line, the latest start that is promised, and one's own place with the
// reasons for it; and giving one's own ticket back. Members stand here by their keys.

import { type InTurn, inTurnAt, situationOf, ticketOf } from '../domain/access/turn-at.ts';
import type { State } from '../domain/journal/state.ts';
import { weightOfMember } from '../domain/policy/weights.ts';
import { explain } from '../domain/schedule/explain.ts';
import { createLine, waitingOf } from '../domain/schedule/line.ts';
import type { SchedulePolicy } from '../domain/schedule/policy.ts';
import type { Ticket } from '../domain/schedule/schedule-state.ts';
import { leaveQueue as leave } from '../domain/schedule/take-ticket.ts';
import { minuteMs, type Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { PlaceFacts, QueueFacts, QueueLeft, TicketFacts } from './queue-asked.ts';
import { ticketReasons } from './ticket-reasons.ts';

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
    line: lineOf(state, at, stamp),
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
  const asked = { state: state.schedule, ticket: ticket.ticket };
  const found = explain(asked, at.policy, situationOf(state, at, stamp));
  const weight = weightOfMember(state, member);
  return {
    phase: ticket.phase,
    machine: ticket.turn?.machine ?? null,
    untilMs: untilOf(ticket, at.policy),
    place: found?.position ?? null,
    latestMs: found?.latestMs ?? null,
    likelyMs: found?.likelyMs ?? null,
    minutes: Math.floor(ticket.askedMs / minuteMs),
    ...ticketReasons(at.queue, found, stamp.atMs),
    ...(weight.percent > 100 && { weight }),
    shorter: found?.sooner
      ? { minutes: found.sooner.askAtMostMs / minuteMs, effect: found.sooner.effect }
      : null,
  };
}

/** Until when a call stands, a turn lasts, or a place is kept; null while one waits. */
function untilOf({ phase, sinceMs, turn }: Ticket, policy: SchedulePolicy): number | null {
  if (phase === 'called') return sinceMs + policy.claimGraceMs;
  if (phase === 'away' || phase === 'parked' || phase === 'queued') return sinceMs + policy.awayMostMs;
  return turn && turn.claimedAtMs !== null ? turn.claimedAtMs + turn.lengthMs : null;
}

/** A page shows no more of a line. */
const lineMost = 50;

/** Whoever is called, then who waits in the order of the rule, then who is away, by when they went. */
function lineOf(state: State, at: InTurn, stamp: Stamp): QueueFacts['line'] {
  const { queue, policy } = at;
  const tickets = [...queue.tickets.values()];
  const line = createLine(waitingOf(state.schedule, queue), policy, situationOf(state, at, stamp).peak);
  const waiting: Ticket[] = [];
  for (let next = line.next(); next && waiting.length < lineMost; next = line.next())
    waiting.push(next.ticket);
  const called = tickets.filter(({ phase }) => phase === 'called');
  const away = tickets.filter(({ phase }) => phase === 'away' || phase === 'parked' || phase === 'queued');
  return [...called, ...waiting, ...away].slice(0, lineMost).flatMap((ticket): PlaceFacts[] => {
    const { member, phase, turn, promise } = ticket;
    if (phase === 'running') return [];
    const machine = turn?.machine ?? null;
    return [
      { member, phase, machine, untilMs: untilOf(ticket, policy), latestMs: promise?.latestMs ?? null },
    ];
  });
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
