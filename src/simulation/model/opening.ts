// Whether a door is shut at an instant, by the clock on the wall of the simulated space. In the hour beside a change of
// that clock the words of the README can be read in two ways, and then the answer is `either`.

import type { Hours } from '../../domain/access/week.ts';
import { wallTime } from './local-day.ts';

const hourMs = 3_600_000;
const days = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;

/** Without hours it is never shut. */
export function isShut(hours: Hours | undefined, atMs: number): 'yes' | 'no' | 'either' {
  if (hours === undefined) return 'no';
  const now = isOpenAt(hours, wallTime(atMs));
  // With the clock as it was an hour ago, and as it will be in an hour.
  const same = [-hourMs, hourMs].every((ms) => isOpenAt(hours, wallTime(atMs + ms) - ms) === now);
  return same ? (now ? 'no' : 'yes') : 'either';
}

/** @param wallMs what the wall shows, as if it hung in Greenwich */
function isOpenAt({ open, closed }: Hours, wallMs: number): boolean {
  return [0, 1].some((daysAgo) => {
    const day = new Date(wallMs - daysAgo * 24 * hourMs);
    const minute = new Date(wallMs).getUTCHours() * 60 + new Date(wallMs).getUTCMinutes() + daysAgo * 1_440;
    const weekday = days[day.getUTCDay()];
    if (weekday === undefined || closed.includes(day.toISOString().slice(0, 10))) return false;
    return open.some((span) => {
      const from = minuteOf(span.from);
      const to = minuteOf(span.to) + (span.to <= span.from ? 1_440 : 0);
      return span.days.includes(weekday) && from <= minute && minute < to;
    });
  });
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
