// Weekly hours as people write them: days, from, to, on the clock on the wall of the space. A span may go past midnight;
// on the nights on which that clock is put forward or back it is as long as the wall says it is (invariant 4).

import { readTime } from '../local-time.ts';
import { hourMs, localDate } from '../time.ts';

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

export type Span = {
  /** Days on which it begins. */
  readonly days: readonly Weekday[];
  /** `HH:MM`, 00:00 to 23:59. */
  readonly from: string;
  /** `HH:MM`, 00:00 to 24:00; at or before `from` it is of the next day. */
  readonly to: string;
};

export type Hours = {
  readonly open: readonly Span[];
  /** Local days `yyyy-mm-dd` on which no span begins. */
  readonly closed: readonly string[];
};

/** A stretch of time, milliseconds since 1970: `fromMs` belongs to it, `toMs` does not. */
export type Stretch = { readonly fromMs: number; readonly toMs: number };

export type Where = { readonly hours: Hours; readonly timezone: string };

/** How far ahead is looked: beyond it, hours count as without an end. */
const daysAhead = 15;

export const isWithin = (where: Where, atMs: number): boolean => stretchAt(where, atMs) !== null;

/** The stretch that holds that instant, joined with those that adjoin it; null outside; `toMs` infinite without an end. */
export function stretchAt(where: Where, atMs: number): Stretch | null {
  const here = joined(where, atMs).find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return here ?? null;
}

/** The first stretch that begins after that instant; null when none does in the next fortnight. */
export function stretchAfter(where: Where, atMs: number): Stretch | null {
  return joined(where, atMs).find(({ fromMs }) => fromMs > atMs) ?? null;
}

/** Those that touch a local day, in order and joined; one that goes on through the days after it may have no end. */
export const stretchesOn = (where: Where, day: string): readonly Stretch[] =>
  joinedFrom(where, day, daysAround);

/** Every zone has ended a local day by the second midnight of UTC after it began: what ends on it keeps its end. */
const daysAround = 2;

/** The stretches of the fortnight around an instant; the same for all instants of one local day. */
function joined(where: Where, atMs: number): readonly Stretch[] {
  const today = localDate(atMs, where.timezone);
  const { open, closed } = where.hours;
  const key = `${where.timezone} ${today} ${closed.join(' ')}`;
  const known = fortnights.get(open)?.get(key);
  if (known) return known;
  const found = joinedFrom(where, today);
  const ofSpans = fortnights.get(open) ?? new Map<string, readonly Stretch[]>();
  if (ofSpans.size >= fortnightLimit) ofSpans.clear();
  fortnights.set(open, ofSpans.set(key, found));
  return found;
}

// Asked on every tick for every session; spans are part of a description, which never changes.
const fortnights = new WeakMap<readonly Span[], Map<string, readonly Stretch[]>>();
const fortnightLimit = 16;

function joinedFrom(where: Where, today: string, days = daysAhead): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let day = -1; day <= days; day++) {
    for (const next of stretchesOf(where, addDays(today, day))) {
      const last = found.at(-1);
      if (last && next.fromMs <= last.toMs)
        found[found.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, next.toMs) };
      else found.push(next);
    }
  }
  const last = found.at(-1);
  const horizonMs = Date.parse(`${addDays(today, days)}T00:00:00Z`);
  if (last && last.toMs > horizonMs) found[found.length - 1] = { ...last, toMs: Number.POSITIVE_INFINITY };
  return found;
}

/** What begins on one local day, in order. */
function stretchesOf({ hours, timezone }: Where, day: string): readonly Stretch[] {
  if (hours.closed.includes(day)) return [];
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;
  return hours.open
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({
      fromMs: instant({ day, time: from, timezone }).firstMs,
      toMs: instant({ day: to <= from ? addDays(day, 1) : day, time: to, timezone }).lastMs,
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs);
}

type Wall = { readonly day: string; readonly time: string; readonly timezone: string };
type Instant = { readonly firstMs: number; readonly lastMs: number };

// Time-zone tables are slow to ask, and the same few times are asked for at every tap.
const known = new Map<string, Instant>();
const knownLimit = 4_000;

/**
 * When the wall shows that time. Twice, where the clock is put back; where it is put forward past it, as much later as
 * it is put forward (RFC 5545, 3.3.5, has the same).
 */
function instant(wall: Wall): Instant {
  const key = `${wall.timezone} ${wall.day} ${wall.time}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= knownLimit) known.clear();
  const found = readInstant(wall);
  known.set(key, found);
  return found;
}

function readInstant({ day, time, timezone }: Wall): Instant {
  const read =
    time === '24:00' ? readTime(`${addDays(day, 1)} 00:00`, timezone) : readTime(`${day} ${time}`, timezone);
  if (read.ok) return { firstMs: read.atMs, lastMs: read.atMs };
  const [firstMs = Number.NaN] = read.readingsMs;
  const lastMs = read.readingsMs.at(-1) ?? Number.NaN;
  return { firstMs: read.code === 'time-skipped' ? lastMs : firstMs, lastMs };
}

/** The first instant of a local day; where the clock is put forward or back just then, the earlier one. */
export function startOfDay(day: string, timezone: string): number {
  return instant({ day, time: '00:00', timezone }).firstMs;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * hourMs).toISOString().slice(0, 10);
}
