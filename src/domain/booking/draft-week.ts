// Weeks as drafts count them: from Monday to Monday on the clock of the space, drawn at one instant of the week before.

import { addDays, startOfDay, type Weekday, weekdays } from '../access/week.ts';
import { readTime } from '../local-time.ts';
import { localDate } from '../time.ts';

type DraftTime = { readonly day: Weekday; readonly at: string };

/** The Monday, `yyyy-mm-dd`, of the week of an instant. */
export function weekOf(atMs: number, timezone: string): string {
  const day = localDate(atMs, timezone);
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** When the wishes for a week are drawn: in the week before it; a time that the clock skips is as much later. */
export function drawnAtMs({ day, at }: DraftTime, week: string, timezone: string): number {
  const local = addDays(week, weekdays.indexOf(day) - 7);
  const read = readTime(`${local} ${at}`, timezone);
  if (read.ok) return read.atMs;
  return read.readingsMs.at(-1) ?? startOfDay(local, timezone);
}

/** The week whose wishes are drawn next. */
export function nextDrawn(draft: DraftTime, atMs: number, timezone: string): string {
  const next = addDays(weekOf(atMs, timezone), 7);
  return drawnAtMs(draft, next, timezone) > atMs ? next : addDays(next, 7);
}
