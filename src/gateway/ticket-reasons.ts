// Why somebody stands where they stand, for pages: each reason of the rule with who it is about, and the turns that weigh
// most as what they count today.

import { worthMs } from '../domain/schedule/decayed.ts';
import type { Explanation, Reason } from '../domain/schedule/explain.ts';
import type { Queue } from '../domain/schedule/schedule-state.ts';
import type { ReasonFacts, StandingFacts, TicketFacts } from './queue-asked.ts';

/** A page shows no more, and the counts tell of the rest. */
const reasonsMost = 20;

/** Of five that are remembered. */
const heaviestMost = 3;

export function ticketReasons(
  queue: Queue,
  found: Explanation | null,
  nowMs: number,
): Pick<TicketFacts, 'ahead' | 'reasons'> {
  const ahead = found?.ahead ?? [];
  const reasons = ahead.slice(0, reasonsMost).map((reason) => reasonFacts(queue, reason, nowMs));
  return { ahead: countReasons(ahead), reasons };
}

/** How many are ahead for which reason, in the order of the line. */
function countReasons(ahead: Explanation['ahead']): TicketFacts['ahead'] {
  const counts = new Map<Reason['code'], number>();
  for (const { code } of ahead) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

function reasonFacts(queue: Queue, reason: Reason, nowMs: number): ReasonFacts {
  const memberOf = (ticket: string): string => queue.tickets.get(ticket)?.member ?? '';
  const member = memberOf(reason.ticket);
  if ('blocker' in reason) {
    const { code, blocker, leftMs, tieUpMs } = reason;
    return { member, code, blocker: memberOf(blocker), leftMs: Math.max(0, leftMs), takesMs: tieUpMs };
  }
  const { code, theirs, mine } = reason;
  const isOfMembers = [theirs, mine].every(({ branch }) => branch.startsWith('member-'));
  return {
    member,
    code,
    between: isOfMembers ? 'members' : 'teams',
    theirs: standing(queue, theirs, nowMs),
    mine: standing(queue, mine, nowMs),
  };
}

type Standing = Extract<Reason, { theirs: unknown }>['theirs'];

function standing({ memory }: Queue, { usedMs, weight, placeMs, heaviest }: Standing, nowMs: number) {
  const facts: StandingFacts = {
    usedMs,
    weight,
    sinceMs: placeMs,
    heaviest: heaviest
      .slice(0, heaviestMost)
      .map(({ atMs, units }) => ({ atMs, countsMs: worthMs(units, memory, nowMs) })),
  };
  return facts;
}
