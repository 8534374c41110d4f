// Stretches of time cut by the hours on the wall of a space: what of them is peak, what is open, and day by day. All in
// instants, so that the nights on which the clock is put forward or back are as long as they are.

import type { Named } from '../access/hours-rule.ts';
import { addDays, type Stretch, startOfDay, stretchAfter, stretchAt, type Where } from '../access/week.ts';
import { localDate } from '../time.ts';

/** What of a span lies within weekly hours. */
export function within(where: Where, span: Stretch): readonly Stretch[] {
  const found: Stretch[] = [];
  let next = stretchAt(where, span.fromMs) ?? stretchAfter(where, span.fromMs);
  while (next && next.fromMs < span.toMs) {
    found.push({ fromMs: Math.max(next.fromMs, span.fromMs), toMs: Math.min(next.toMs, span.toMs) });
    if (!Number.isFinite(next.toMs)) break;
    next = stretchAt(where, next.toMs) ?? stretchAfter(where, next.toMs);
  }
  return found;
}

/** What of a span is left when these are taken out; they are in order and do not touch. */
function without(taken: readonly Stretch[], { fromMs, toMs }: Stretch): readonly Stretch[] {
  const edges = [fromMs, ...taken.flatMap((one) => [one.fromMs, one.toMs]), toMs];
  const left: Stretch[] = [];
  for (let at = 0; at < edges.length; at += 2) {
    const [start = 0, end = 0] = [edges[at], edges[at + 1]];
    if (start < end) left.push({ fromMs: start, toMs: end });
  }
  return left;
}

/** What of a span a machine is open for, by all the hours that concern it. */
export function openIn(wheres: readonly Named[], span: Stretch): readonly Stretch[] {
  return wheres.reduce<readonly Stretch[]>(
    (open, { code, where }) =>
      open.flatMap((one) => (code === 'quiet-hours' ? without(within(where, one), one) : within(where, one))),
    [span],
  );
}

/** The local days that a span touches. */
export function daysOf({ fromMs, toMs }: Stretch, timezone: string): readonly string[] {
  const days: string[] = [];
  const last = localDate(toMs - 1, timezone);
  for (let day = localDate(fromMs, timezone); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export const dayOf = (day: string, timezone: string): Stretch => ({
  fromMs: startOfDay(day, timezone),
  toMs: startOfDay(addDays(day, 1), timezone),
});

export const overlapMs = (one: Stretch, other: Stretch): number =>
  Math.max(0, Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs));

export const overlaps = (one: Stretch, other: Stretch): boolean =>
  one.fromMs < other.toMs && other.fromMs < one.toMs;
