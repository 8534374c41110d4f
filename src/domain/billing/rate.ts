// Rating: a pure function of what was metered and the tariffs known when it was. Parts of a session add up to the whole:
// each part costs the rounded price up to its end less the rounded price up to its start (invariant 5).

import type { SegmentClosed } from '../journal/entry.ts';
import type { UsageReason, WithdrawalReason } from '../journal/usage-entries.ts';
import type { TariffClock } from '../machine/tariff.ts';
import type { Tariff } from '../machine/workshop.ts';
import type { Minor } from '../money.ts';
import type { Rates } from './bands.ts';
import { clockMsOf, type PartOfBand, partsOf } from './parts.ts';
import {
  addShare,
  type Component,
  componentsOf,
  emptyTally,
  priceMinor,
  priceUnits,
  type Tally,
  unitsPerMinor,
} from './tally.ts';
import { tariffHash } from './tariff-hash.ts';

export type { Rates } from './bands.ts';

/** A segment with the tariffs and the time zone of the workshop as it was described when the segment was closed. */
export type Metered = Rates & {
  readonly segment: SegmentClosed;
  /** Where people wrote it down; left out where it was metered. */
  readonly byHand?: ByHand;
  /** It is a material that was handed out, and no use of a machine. */
  readonly material?: HandedOut;
};

/** In thousandths of its unit; for which session. */
export type HandedOut = { readonly id: string; readonly amount: number; readonly session: string | null };

/** Who wrote down a use that no reader saw, and who took it back: the latter only on what takes it back. */
export type ByHand = {
  /** `material`: nothing more is said of what was handed out. */
  readonly entered: Hand<UsageReason | 'material'>;
  readonly withdrawn: Hand<WithdrawalReason> | null;
};

type Hand<Why> = { readonly by: string; readonly atMs: number; readonly why: Why };

/** What of a segment lies in one band; most segments lie in one as a whole. */
export type Rated = {
  readonly segment: SegmentClosed;
  readonly byHand: ByHand | null;
  readonly material: HandedOut | null;
  /** Local day. */
  readonly day: string;
  /** Null when no tariff applied: the part then costs nothing. */
  readonly tariff: Tariff | null;
  readonly hash: string | null;
  readonly clock: TariffClock;
  readonly billedMs: number;
  readonly minor: Minor;
  /** Of this part and those before it of the same line that have none; only the last one of them has these. */
  readonly components: readonly Component[];
};

/** What a segment adds to what its session has used; beyond a ceiling nothing is charged, whatever a meter tells later. */
export function addSegment(tally: Tally, metered: Metered): void {
  for (const part of partsOf(metered)) addPart(tally, part);
}

function addPart(tally: Tally, { share, segment, isLast }: PartOfBand): void {
  addShare(tally, share);
  if (segment.ceilingMinor !== undefined && isLast) waive(tally, segment.ceilingMinor);
}

/** @param metered all segments of one session, in any order, be it twice; the price runs from the first to the last */
export function rateSession(metered: readonly Metered[]): readonly Rated[] {
  const { forward, back } = inOrder(metered);
  const rated: Rated[] = [];
  const tally = emptyTally();
  let billedMinor = 0n;
  let told: readonly Component[] = [];
  let tallied: Rated | null = null;
  // The components of a line are reckoned once, at its end.
  const close = (): void => {
    if (!tallied) return;
    const upToHere = componentsOf(tally);
    rated[rated.length - 1] = { ...tallied, components: less(upToHere, told) };
    told = upToHere;
  };
  for (const one of forward) {
    for (const part of partsOf(one)) {
      const next = partRated(one, part);
      if (tallied && !isOneRun(tallied, next)) close();
      addPart(tally, part);
      const upToHere = priceMinor(tally);
      tallied = { ...next, minor: upToHere - billedMinor };
      billedMinor = upToHere;
      rated.push(tallied);
    }
  }
  close();
  return back?.byHand ? [...rated, ...takenBack(rated, back.byHand)] : rated;
}

/** Whether two parts of a session stand on one line, if they are of one month. */
export const isOneLine = (one: Rated, other: Rated): boolean =>
  one.hash === other.hash &&
  one.segment.costCode === other.segment.costCode &&
  (one.byHand?.withdrawn ?? null) === (other.byHand?.withdrawn ?? null);

const isOneRun = (one: Rated, other: Rated): boolean =>
  isOneLine(one, other) && one.day.slice(0, 7) === other.day.slice(0, 7);

function partRated({ byHand, material }: Metered, { segment, band }: PartOfBand): Rated {
  const { day, tariff } = band;
  const clock = tariff?.clock ?? 'operating';
  const hash = tariff && tariffHash(tariff);
  const billedMs = clockMsOf(segment, { clock, byHand: byHand !== undefined });
  const from = { segment, byHand: byHand ?? null, material: material ?? null };
  return { ...from, day, tariff, hash, clock, billedMs, minor: 0n, components: [] };
}

/** Each index once, in its place; what takes a use back stands apart. */
function inOrder(metered: readonly Metered[]) {
  const back = metered.find(({ byHand }) => byHand?.withdrawn) ?? null;
  let next = 0;
  let isSorted = back === null;
  for (const { segment } of metered) {
    if (segment.index < next) isSorted = false;
    next = segment.index + 1;
  }
  if (isSorted) return { forward: metered, back };
  const forward = new Map<number, Metered>();
  for (const one of metered)
    if (!one.byHand?.withdrawn && !forward.has(one.segment.index)) forward.set(one.segment.index, one);
  return { forward: [...forward.values()].sort((a, b) => a.segment.index - b.segment.index), back };
}

function waive(tally: Tally, ceilingMinor: string): void {
  const beyond = priceUnits(tally) - BigInt(ceilingMinor) * unitsPerMinor;
  if (beyond > 0n) tally.waivedUnits = (BigInt(tally.waivedUnits) + beyond).toString();
}

/** The same parts, with all their figures below zero: the two add up to nothing. */
function takenBack(rated: readonly Rated[], byHand: ByHand): readonly Rated[] {
  return rated.map((one) => ({
    ...one,
    byHand,
    billedMs: -one.billedMs,
    minor: -one.minor,
    components: one.components.map((component) => ({
      ...component,
      quantity: component.quantity === null ? null : -component.quantity,
      minor: -component.minor,
    })),
  }));
}

/** What came to the components since then; of two tariffs with one price each has its own, in their order. */
function less(now: readonly Component[], before: readonly Component[]): readonly Component[] {
  if (before.length === 0) return now;
  const left = [...before];
  const found = now.map((component) => {
    const at = left.findIndex((one) => isSame(one, component));
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (!known) return component;
    const quantity = component.quantity === null ? null : component.quantity - (known.quantity ?? 0);
    return { ...component, quantity, minor: component.minor - known.minor };
  });
  // A minimum that was reached falls away; what it had cost is then part of the hours.
  for (const one of left) found.push({ ...one, minor: -one.minor });
  return found.filter(({ minor, quantity }) => minor !== 0n || (quantity !== null && quantity !== 0));
}

/** Of two tariffs the hours at one price are one. */
export const isSame = (one: Component, other: Component): boolean =>
  one.what === other.what &&
  one.clock === other.clock &&
  one.rate === other.rate &&
  one.percent === other.percent &&
  one.material?.id === other.material?.id;
