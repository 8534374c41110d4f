// The most that a member pays in a pool on a local day and in a month: what lies beyond is taken off again, in whole minor
// units. Sessions count in the order in which they began, so that it does not matter in which order they became known.

import type { Minor } from '../money.ts';
import type { Rated } from './rate.ts';
import type { Component } from './tally.ts';

type Sessions = readonly (readonly Rated[])[];

/** The same sessions; a use that was withdrawn takes nothing from the others. */
export function withCaps(sessions: Sessions): Sessions {
  const held = new Map<string, Place[]>();
  sessions.forEach((rated, session) => {
    rated.forEach((one, part) => {
      if (one.byHand?.withdrawn || !hasCap(one)) return;
      const key = `${one.segment.member} ${one.segment.pool}`;
      const places = held.get(key) ?? [];
      held.set(key, places);
      places.push({ one, session, part });
    });
  });
  if (held.size === 0) return sessions;
  const cut = sessions.map((rated) => [...rated]);
  for (const places of held.values()) capPool(places, cut);
  return cut;
}

type Place = { readonly one: Rated; readonly session: number; readonly part: number };

/** Caps are of the use of machines: materials go beside them. */
const hasCap = ({ tariff, material }: Rated): boolean =>
  material === null && (tariff?.caps?.dayMinor !== undefined || tariff?.caps?.monthMinor !== undefined);

function capPool(places: Place[], cut: Rated[][]): void {
  places.sort(inOrder);
  const spent = { day: '', dayMinor: 0n, month: '', monthMinor: 0n };
  for (const { one, session, part } of places) {
    if (one.day !== spent.day) Object.assign(spent, { day: one.day, dayMinor: 0n });
    if (one.day.slice(0, 7) !== spent.month)
      Object.assign(spent, { month: one.day.slice(0, 7), monthMinor: 0n });
    const inDay = within(one.minor, one.tariff?.caps?.dayMinor, spent.dayMinor);
    const inMonth = within(inDay, one.tariff?.caps?.monthMinor, spent.monthMinor);
    const rated = cut[session] as Rated[];
    const back = withdrawnPart(rated, part);
    if (inMonth !== one.minor) {
      const off = { day: inDay - one.minor, month: inMonth - inDay };
      rated[part] = lessened(one, off);
      if (back !== null) rated[back] = lessened(rated[back] as Rated, { day: -off.day, month: -off.month });
    }
    if (back !== null) continue;
    spent.dayMinor += inMonth;
    spent.monthMinor += inMonth;
  }
}

/** The clock on the wall may be put back, never the day of a session's next part. */
function inOrder(a: Place, b: Place): number {
  if (a.one.day !== b.one.day) return a.one.day < b.one.day ? -1 : 1;
  const [one, other] = [a.one.segment, b.one.segment];
  if (one.sessionFromMs !== other.sessionFromMs) return one.sessionFromMs - other.sessionFromMs;
  if (one.session !== other.session) return one.session < other.session ? -1 : 1;
  return a.part - b.part;
}

function within(minor: Minor, mostMinor: string | undefined, spentMinor: Minor): Minor {
  if (mostMinor === undefined || minor <= 0n) return minor;
  const left = BigInt(mostMinor) - spentMinor;
  return left <= 0n ? 0n : minor < left ? minor : left;
}

/** What takes a use back has as many parts as the use, behind them. */
function withdrawnPart(rated: readonly Rated[], part: number): number | null {
  const back = part + rated.length / 2;
  return rated[back]?.byHand?.withdrawn ? back : null;
}

function lessened(one: Rated, off: { day: Minor; month: Minor }): Rated {
  const cap = (what: Component['what'], minor: Minor): readonly Component[] =>
    minor === 0n ? [] : [{ what, clock: null, quantity: null, unit: null, rate: null, percent: 100, minor }];
  return {
    ...one,
    minor: one.minor + off.day + off.month,
    components: [...one.components, ...cap('cap-day', off.day), ...cap('cap-month', off.month)],
  };
}
