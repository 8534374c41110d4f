// Machine time as a timeclock of hledger: who had which machine, as the clock on the wall showed it. A stretch is cut at every
// local midnight, and where the clock is put forward or back, so that each line is as long as it says.

import { offsetAt } from '../local-time.ts';
import { hledgerStyle } from './hledger-text.ts';
import { oneLine, uniqueNames } from './text-names.ts';

export type Stretch = {
  readonly pool: string;
  readonly machine: string;
  /** Key. */
  readonly member: string;
  /** Session and cost code, as the description. */
  readonly about: string;
  readonly fromMs: number;
  readonly toMs: number;
};

export type TimeclockText = {
  readonly timezone: string;
  readonly stretches: readonly Stretch[];
  /** What a member is called instead of their key; null for nothing. */
  readonly nameOf: (member: string) => string | null;
};

/** A part of a stretch within one local day and one offset from UTC. */
export type LocalPart = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number };

const dayMs = 86_400_000;

/**
 * What hledger 1.25 makes of it is for looking: it rounds each line to a hundredth of an hour, and a line that ends at midnight
 * ends a second before, because there is no 24:00. Exact sums stand in the seconds of the books.
 */
export function timeclockText({ timezone, stretches, nameOf }: TimeclockText): string {
  const named = (keys: readonly string[], called: (key: string) => string): ReadonlyMap<string, string> =>
    uniqueNames(keys, (key) => hledgerStyle.leaf(called(key)) || hledgerStyle.leaf(key) || 'x');
  const asIs = (key: string): string => key;
  const pools = named(
    stretches.map(({ pool }) => pool),
    asIs,
  );
  const machines = named(
    stretches.map(({ machine }) => machine),
    asIs,
  );
  const members = named(
    stretches.map(({ member }) => member),
    (member) => nameOf(member) ?? member,
  );
  const parts = stretches.flatMap((stretch) =>
    localParts(stretch, timezone).map((part) => ({ part, stretch })),
  );
  parts.sort((one, other) => one.part.fromMs - other.part.fromMs);
  return parts
    .map(({ part, stretch: { pool, machine, member, about } }) => {
      const [from, to] = wallOf(part);
      const account = [pools.get(pool), machines.get(machine), members.get(member)].join(':');
      const words = oneLine(about).replaceAll(';', ',');
      return from === to ? '' : `i ${from} ${account}  ${words}\no ${to}\n`;
    })
    .join('');
}

/** Cut at local midnights and at changes of the clock; the parts add up to the whole (invariant 4). */
export function localParts(
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  timezone: string,
): readonly LocalPart[] {
  const parts: LocalPart[] = [];
  let atMs = fromMs;
  while (atMs < toMs) {
    const offsetMs = offsetAt(atMs, timezone);
    const midnightMs = (Math.floor((atMs + offsetMs) / dayMs) + 1) * dayMs - offsetMs;
    const endMs = firstChange({ fromMs: atMs, toMs: Math.min(midnightMs, toMs) }, timezone);
    parts.push({ fromMs: atMs, toMs: endMs, offsetMs });
    atMs = endMs;
  }
  return parts;
}

/** Where the offset changes within less than a day, or the end. A zone changes it at most once a day. */
function firstChange({ fromMs, toMs }: { fromMs: number; toMs: number }, timezone: string): number {
  const offsetMs = offsetAt(fromMs, timezone);
  if (offsetAt(toMs - 1, timezone) === offsetMs) return toMs;
  let [before, after] = [fromMs, toMs - 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, timezone) === offsetMs) before = middle;
    else after = middle;
  }
  return after;
}

/** Whole seconds, both cut off, so that parts that follow each other still do. */
function wallOf({ fromMs, toMs, offsetMs }: LocalPart): readonly [string, string] {
  const wall = (atMs: number): string =>
    new Date(atMs + offsetMs).toISOString().slice(0, 19).replace('T', ' ');
  const [from, to] = [wall(fromMs), wall(toMs)];
  return from.slice(0, 10) === to.slice(0, 10) ? [from, to] : [from, `${from.slice(0, 10)} 23:59:59`];
}
