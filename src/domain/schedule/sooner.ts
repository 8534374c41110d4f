// What would get a ticket on sooner: the longest request with which it would start now, or be the next to be called.

import { minuteMs } from '../time.ts';
import { byPlace, candidateOf, pickFrom } from './overtaking.ts';
import type { SchedulePolicy } from './policy.ts';
import type { Queue, Ticket } from './schedule-state.ts';
import {
  freeMachines,
  isEligible,
  lengthNow,
  type PoolMachine,
  type Situation,
  tieUpOf,
} from './situation.ts';

export type Sooner = { readonly askAtMostMs: number; readonly effect: 'starts-now' | 'is-next' };

/** Requests are tried in steps of this. */
const stepMs = 5 * minuteMs;

/** Everything shorter than this is no use to anybody. */
const leastMs = 10 * minuteMs;

type Wish = { readonly queue: Queue; readonly ticket: Ticket; readonly fair: readonly Ticket[] };

/** Null where asking for less would not help, or the ticket goes next anyway. */
export function soonerWith(wish: Wish, policy: SchedulePolicy, situation: Situation): Sooner | null {
  const { queue, ticket } = wish;
  if (ticket.whole) return null;
  const usable = situation.machines.filter((machine) => machine.usable);
  const attempts = [
    { effect: 'starts-now', machines: freeMachines(queue, situation) },
    { effect: 'is-next', machines: usable },
  ] as const;
  const longestMs = Math.ceil(lengthNow(ticket, policy, situation.peak) / stepMs) * stepMs - stepMs;
  for (const { effect, machines } of attempts) {
    if (machines.some((machine) => goes({ ...wish, machine }, policy, situation))) return null;
    for (let askAtMostMs = longestMs; askAtMostMs >= leastMs; askAtMostMs -= stepMs) {
      const less = { ...ticket, askedMs: askAtMostMs };
      const fair = wish.fair.map((one) => (one === ticket ? less : one));
      if (machines.some((machine) => goes({ queue, ticket: less, fair, machine }, policy, situation)))
        return { askAtMostMs, effect };
    }
  }
  return null;
}

/** Whether it would be the one who is called to that machine. */
function goes(
  { ticket, fair, machine }: Wish & { readonly machine: PoolMachine },
  policy: SchedulePolicy,
  situation: Situation,
): boolean {
  const able = fair
    .filter((one) => isEligible({ ticket: one, machine }, policy, situation))
    .map((one) => candidateOf(one, tieUpOf(lengthNow(one, policy, situation.peak), policy)));
  return pickFrom(able, byPlace(able))?.chosen.ticket === ticket;
}
