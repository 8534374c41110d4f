// The hours of one cost code beside all productive hours, by month and pool, and what they cost: for whoever pays for a project.
// Each row names the first and the last entry that it rests on. The same journal gives the same report (invariant 3).

import type { Entry } from '../journal/entry.ts';
import type { Minor } from '../money.ts';
import { billedLines, countedCredits, creditsIn, keyOfRated } from './billed-lines.ts';
import type { Rated } from './rate.ts';
import { billOf, usesOf } from './statement.ts';

type ProjectHours = {
  readonly loadedMs: number;
  readonly workingMs: number;
  readonly operatingMs: number;
};

export type ProjectRow = {
  readonly month: string;
  readonly pool: string;
  readonly hours: ProjectHours;
  /** Of the whole pool in that month. */
  readonly all: ProjectHours;
  /** As on the statements, with what was taken off. */
  readonly minor: Minor;
  readonly firstSeq: number;
  readonly lastSeq: number;
};

/** @param entries as for the statement of that month */
export function projectRows(
  entries: readonly Entry[],
  { month, costCode }: { readonly month: string; readonly costCode: string },
): readonly ProjectRow[] {
  const seqs = seqsOf(entries);
  const credits = creditsIn(entries);
  const pools = new Map<string, Sum>();
  for (const rated of billOf(usesOf(entries))) {
    for (const one of rated) {
      if (!one.day.startsWith(month)) continue;
      const sum = pools.get(one.segment.pool) ?? emptySum();
      pools.set(one.segment.pool, sum);
      addHours(sum.all, one);
      if (one.segment.costCode === costCode) addOwn(sum, one, seqs.get(keyOf(one)));
    }
    takeOff(pools, { rated, month, costCode, credit: credits.get(rated[0]?.segment.session ?? '') });
  }
  return [...pools]
    .filter(([, { seqs: own }]) => own.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pool, { seqs: own, ...sum }]) => {
      const [firstSeq, lastSeq] = own.reduce(
        ([least, most], seq) => [Math.min(least, seq), Math.max(most, seq)],
        [Number.MAX_SAFE_INTEGER, 0],
      );
      return { month, pool, ...sum, firstSeq, lastSeq };
    });
}

type Hours = { -readonly [clock in keyof ProjectHours]: number };
type Sum = { readonly hours: Hours; readonly all: Hours; minor: Minor; readonly seqs: number[] };

const noHours = (): Hours => ({ loadedMs: 0, workingMs: 0, operatingMs: 0 });
const emptySum = (): Sum => ({ hours: noHours(), all: noHours(), minor: 0n, seqs: [] });

/** What takes a use back counts below zero. */
function addHours(hours: Hours, { segment: { clocks }, byHand }: Rated): void {
  const sign = byHand?.withdrawn ? -1 : 1;
  hours.loadedMs += sign * clocks.loadedMs;
  hours.workingMs += sign * clocks.workingMs;
  hours.operatingMs += sign * clocks.operatingMs;
}

function addOwn(sum: Sum, rated: Rated, seq: number | undefined): void {
  addHours(sum.hours, rated);
  sum.minor += rated.minor;
  if (seq !== undefined) sum.seqs.push(seq);
}

type Taken = {
  readonly rated: readonly Rated[];
  readonly month: string;
  readonly costCode: string;
  readonly credit: ReadonlyMap<string, bigint> | undefined;
};

function takeOff(pools: ReadonlyMap<string, Sum>, { rated, month, costCode, credit }: Taken): void {
  if (!credit) return;
  for (const [key, minor] of countedCredits(billedLines(rated), credit)) {
    const one = rated.find((part) => part.day.startsWith(month) && keyOfRated(part) === key);
    const sum = pools.get(one?.segment.pool ?? '');
    if (sum && one?.segment.costCode === costCode) sum.minor -= minor;
  }
}

/** Where each part of a use was first written down. */
function seqsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const seqs = new Map<string, number>();
  const note = (key: string, seq: number): void => void (seqs.has(key) || seqs.set(key, seq));
  for (const { type, seq, data } of entries) {
    if (type === 'segment-closed') note(`${data.session} ${data.index}`, seq);
    if (type === 'usage-entered') note(`${data.session} 0`, seq);
    if (type === 'usage-withdrawn') note(`${data.session} back`, seq);
  }
  return seqs;
}

const keyOf = ({ segment, byHand }: Rated): string =>
  `${segment.session} ${byHand?.withdrawn ? 'back' : segment.index}`;
