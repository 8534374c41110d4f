// What bookings leave to those who come without one: at each instant of peak at least so many machines of a pool are not
// booked. A pool of one machine leaves half of the peak time of each day.

import { wheresOf } from '../access/hours-rule.ts';
import type { Stretch } from '../access/week.ts';
import type { Booking } from './booking-state.ts';
import { isLive } from './booking-table.ts';
import type { Asked } from './may-book.ts';
import { dayOf, daysOf, openIn, overlapMs, overlaps, within } from './stretches.ts';

type AtPeak = Pick<Asked, 'state' | 'rules' | 'machine' | 'timezone'>;

/** What of a span is peak, while the machine is open. */
function peakIn({ state, rules: { peak }, machine, timezone }: AtPeak, span: Stretch): readonly Stretch[] {
  const open = openIn(wheresOf(state, machine), span);
  if (peak === null) return open;
  const where = { hours: { open: peak, closed: [] }, timezone };
  return open.flatMap((one) => within(where, one));
}

/** The local days whose peak a span touches. */
export function daysAtPeak(at: AtPeak, { fromMs, toMs }: Stretch): readonly string[] {
  const touched = peakIn(at, { fromMs, toMs });
  return [...new Set(touched.flatMap((one) => daysOf(one, at.timezone)))];
}

/** @param count machines of the pool that can be booked */
export function leavesEnoughFree(asked: Asked, count: number): boolean {
  const { wish, others, rules } = asked;
  const span = { fromMs: wish.fromMs, toMs: wish.toMs };
  const atPeak = peakIn(asked, span);
  if (atPeak.length === 0) return true;
  const inPool = others.filter(({ pool, phase }) => pool === wish.pool && isLive(phase));
  if (count === 1) return leavesHalf(asked, inPool);
  const most = count - Math.max(1, rules.freeAtPeak);
  return atPeak.every((one) => mostAtOnce(inPool, one) + 1 <= most);
}

/** How many of these overlap each other within a stretch, at most: that changes only where one begins. */
function mostAtOnce(bookings: readonly Booking[], stretch: Stretch): number {
  const here = bookings.filter((one) => overlaps(one, stretch));
  const instants = [stretch.fromMs, ...here.map(({ fromMs }) => fromMs)].filter(
    (atMs) => atMs >= stretch.fromMs,
  );
  return Math.max(
    ...instants.map((atMs) => here.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs).length),
  );
}

function leavesHalf(asked: Asked, inPool: readonly Booking[]): boolean {
  const { wish, timezone } = asked;
  return daysOf(wish, timezone).every((day) => {
    const atPeak = peakIn(asked, dayOf(day, timezone));
    const sum = (span: Stretch): number => atPeak.reduce((ms, one) => ms + overlapMs(one, span), 0);
    const bookedMs = inPool.reduce((ms, one) => ms + sum(one), sum(wish));
    const peakMs = atPeak.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0);
    return bookedMs * 2 <= peakMs;
  });
}
