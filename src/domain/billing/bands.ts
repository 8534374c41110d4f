// When which price holds. A band is a stretch of one local day under one tariff and one factor; a part that lies in several is
// split by the clock on the wall, in whole milliseconds that add up to it. Bands end at the local midnight of the space.

import { addDays, startOfDay, stretchesOn } from '../access/week.ts';
import type { SegmentClosed } from '../journal/entry.ts';
import type { Tariff } from '../machine/workshop.ts';
import { localDate } from '../time.ts';

/** Tariffs and time zone of the workshop as it was described when a part was written down. */
export type Rates = { readonly tariffs: readonly Tariff[]; readonly timezone: string };

/** Whose use of which pool. */
export type User = { readonly pool: string; readonly team?: string | null; readonly plan?: string };

export type Band = {
  readonly fromMs: number;
  readonly toMs: number;
  /** Local, `yyyy-mm-dd`. */
  readonly day: string;
  readonly tariff: Tariff | null;
  /** Of the price of an hour; 100 outside the peak. */
  readonly percent: number;
};

type Part = User & Pick<SegmentClosed, 'fromMs' | 'toMs'>;

/** The bands of a stretch, in order, cut to it; one where it has no length. */
export function bandsOf(part: Part, rates: Rates): readonly Band[] {
  const first = bandAt(part, rates, part.fromMs);
  if (part.toMs <= first.toMs) return [first];
  const found = [{ ...first, fromMs: part.fromMs }];
  for (let atMs = first.toMs; atMs < part.toMs; ) {
    const next = bandAt(part, rates, atMs);
    found.push({ ...next, fromMs: atMs, toMs: Math.min(next.toMs, part.toMs) });
    atMs = next.toMs;
  }
  return found;
}

/** The tariff on a local day: the most specific one that has begun, and of its versions the latest. */
export function tariffOn(tariffs: readonly Tariff[], { date, ...user }: User & { readonly date: string }) {
  let found: Tariff | null = null;
  for (const tariff of tariffs) {
    if (tariff.pool !== user.pool || tariff.from > date || !isFor(tariff, user)) continue;
    const ahead = found ? rankOf(tariff) - rankOf(found) : 1;
    if (!found || ahead > 0 || (ahead === 0 && tariff.from >= found.from)) found = tariff;
  }
  return found;
}

function isFor({ for: whom }: Tariff, { team, plan }: User): boolean {
  if (!whom) return true;
  return (whom.team === undefined || whom.team === team) && (whom.plan === undefined || whom.plan === plan);
}

/** A team is few people, a plan is many. */
const rankOf = ({ for: whom }: Tariff): number =>
  (whom?.team === undefined ? 0 : 2) + (whom?.plan === undefined ? 0 : 1);

function bandAt(user: User, rates: Rates, atMs: number): Band {
  const bands = bandsOfDay(user, rates, localDate(atMs, rates.timezone));
  const found = bands.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  // Where a clock is put back over midnight a day has two beginnings: such an instant is a band of its own.
  return found ?? { ...(bands[0] as Band), fromMs: atMs, toMs: atMs + 1 };
}

// The same few days are asked for again and again, at every tick and for every part of a bill.
const known = new WeakMap<readonly Tariff[], Map<string, readonly Band[]>>();
/** A year of a dozen pools: uses are rated member by member, and each of them comes on all days again. */
const knownLimit = 10_000;

function bandsOfDay(user: User, rates: Rates, day: string): readonly Band[] {
  const { tariffs, timezone } = rates;
  const days = known.get(tariffs) ?? new Map<string, readonly Band[]>();
  known.set(tariffs, days);
  const key = `${day} ${timezone} ${user.pool} ${user.team ?? ''} ${user.plan ?? ''}`;
  const before = days.get(key);
  if (before) return before;
  if (days.size >= knownLimit) days.clear();
  const bands = makeBands(user, rates, day);
  days.set(key, bands);
  return bands;
}

function makeBands(user: User, { tariffs, timezone }: Rates, day: string): readonly Band[] {
  const tariff = tariffOn(tariffs, { ...user, date: day });
  const endMs = startOfDay(addDays(day, 1), timezone);
  const where = tariff?.peak && { hours: { open: tariff.peak.hours, closed: [] }, timezone };
  const peaks = where ? stretchesOn(where, day) : [];
  const found: Band[] = [];
  for (let fromMs = startOfDay(day, timezone); fromMs < endMs; ) {
    const peak = peaks.find((one) => one.fromMs <= fromMs && fromMs < one.toMs);
    const edgeMs = peak ? peak.toMs : peaks.find((one) => one.fromMs > fromMs)?.fromMs;
    const toMs = Math.min(edgeMs ?? endMs, endMs);
    found.push({ fromMs, toMs, day, tariff, percent: peak ? (tariff?.peak?.percent ?? 100) : 100 });
    fromMs = toMs;
  }
  return found;
}
