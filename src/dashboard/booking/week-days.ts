// A week of the space as days on its own clock, and what lies on which of them. Pure: instants go in, local days come out,
// so that a day of 23 or 25 hours has as many starts as it has.

import { localDay, type Place } from '../format.ts';

const dayMs = 86_400_000;
const stepMs = 1_800_000;

/** `count` local days `yyyy-mm-dd`, from the one so many weeks after today. */
export function weekDays(nowMs: number, { week, place }: { week: number; place: Place }): readonly string[] {
  // Noon of a day is on that day, whatever the clock does at night.
  const noonMs = Date.parse(`${localDay(nowMs, place)}T12:00:00Z`) + week * 7 * dayMs;
  return Array.from({ length: 7 }, (_, index) => new Date(noonMs + index * dayMs).toISOString().slice(0, 10));
}

/** Instants in which all of these days lie, with room for any time zone; never before now. */
export function spanOf(
  days: readonly string[],
  nowMs: number,
): { readonly from: string; readonly to: string } {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const fromMs = Math.max(nowMs, Date.parse(`${first}T00:00:00Z`) - dayMs / 2);
  const toMs = Math.max(fromMs + stepMs, Date.parse(`${last}T00:00:00Z`) + 1.6 * dayMs);
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

export function onDay<T extends { readonly from: string }>(
  some: readonly T[],
  { day, place }: { day: string; place: Place },
): readonly T[] {
  return some.filter(({ from }) => localDay(Date.parse(from), place) === day);
}

/** Starts of any machine that is chosen, each once and in order, with the first machine that has it. */
export function startsOf(
  starts: readonly { readonly machine: string; readonly from: string }[],
  machine: string | null,
): readonly { readonly machine: string; readonly from: string }[] {
  const first = new Map<string, { readonly machine: string; readonly from: string }>();
  for (const start of starts)
    if ((machine === null || start.machine === machine) && !first.has(start.from))
      first.set(start.from, start);
  return [...first.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Every half hour of a local day, as instants. */
export function halfHours(day: string, place: Place): readonly number[] {
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  const found: number[] = [];
  for (let atMs = noonMs - 1.2 * dayMs; atMs < noonMs + 1.2 * dayMs; atMs += stepMs) {
    const stepped = Math.ceil(atMs / stepMs) * stepMs;
    if (localDay(stepped, place) === day) found.push(stepped);
  }
  return found;
}

/** Lengths to choose from, minutes. */
export function lengthsBetween(least: number, most: number): readonly number[] {
  const lengths: number[] = [];
  for (let minutes = least; minutes <= most; minutes += 30) lengths.push(minutes);
  return lengths;
}
