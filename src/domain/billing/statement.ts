// The statement of a month: what was used in it, a line per session and tariff, an account per member.
// The same journal gives the same statement, to the cent (invariant 3).

import type { Entry, SegmentEnergy } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';
import type { Minor } from '../money.ts';
import { addEnergy } from '../usage/energy.ts';
import { countedCredits, creditsIn, handAmounts, keyOfRated, withHand } from './billed-lines.ts';
import { withCaps } from './caps.ts';
import {
  chargedUnder,
  type EnteredUse,
  enteredUse,
  isEntering,
  isWithdrawing,
  withdrawnUse,
} from './entered-use.ts';
import { type CorrectedByHand, isByHand, withHandLines } from './hand-lines.ts';
import {
  type ByHand,
  type HandedOut,
  isOneLine,
  isSame,
  type Metered,
  type Rated,
  rateSession,
} from './rate.ts';
import type { Component } from './tally.ts';

export type Line = {
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly team: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly clock: string;
  readonly billedMs: number;
  readonly gapMs: number;
  /** What it drew, a fact without a price; null where no meter told, and for what was entered by hand. */
  readonly energy: SegmentEnergy | null;
  readonly perHourMinor: string | null;
  /** What it is charged to; null for the member alone. */
  readonly costCode: string | null;
  /** Hash of the tariff that rated it; null where there was none. */
  readonly tariff: string | null;
  /** What the amount is made of: they add up to it. */
  readonly components: readonly Component[];
  readonly minor: Minor;
  /** Null where a meter saw it; an entered use that was withdrawn has two lines that add up to nothing. */
  readonly byHand: ByHand | null;
  /** Null for the use of a machine. */
  readonly material: HandedOut | null;
  /** It is a correction by hand, and no use; else left out. */
  readonly corrected?: CorrectedByHand;
  /** Key of who taught; left out where nobody did. */
  readonly trainer?: string;
};

export type Account = {
  readonly member: string;
  readonly team: string | null;
  readonly lines: readonly Line[];
  readonly minor: Minor;
};

/**
 * @param entries `workshop-described`, what is billed (`billedTypes`), `charge-corrected` and `dispute-settled` in order:
 *   every description, and all of every session that has a part in the month, from its first
 * @param month `yyyy-mm` in the time zone of the space
 */
export function statementOf(entries: readonly Entry[], month: string): readonly Account[] {
  const [credits, hand] = [creditsIn(entries), handAmounts(entries)];
  const lines = billOf(usesOf(entries)).flatMap((rated) => [
    ...byLine(rated.filter(({ day }) => day.startsWith(month))).flatMap((one) => lineOf(one) ?? []),
    ...creditLines(rated, { month, credits, hand }),
  ]);
  return accountsOf(withHandLines(lines, { corrected: entries.filter(isByHand), month }));
}

/** What was taken off after a dispute stands on a line of its own, without time. */
function creditLines(rated: readonly Rated[], { month, credits, hand }: Taken): readonly Line[] {
  const { session = '' } = rated[0]?.segment ?? {};
  const credit = credits.get(session);
  if (!credit) return [];
  return [...countedCredits(withHand(rated, hand.get(session)), credit)].flatMap(([key, minor]) => {
    const first = rated.find((one) => one.day.startsWith(month) && keyOfRated(one) === key);
    const line = first && lineOf([first]);
    return line ? [creditLine(line, -minor)] : [];
  });
}

type Taken = {
  readonly month: string;
  readonly credits: ReturnType<typeof creditsIn>;
  readonly hand: ReturnType<typeof handAmounts>;
};

const creditLine = (line: Line, minor: Minor): Line => ({
  ...line,
  ...{ billedMs: 0, gapMs: 0, energy: null, byHand: null, minor },
  components: [{ what: 'credit', clock: null, quantity: null, unit: null, rate: null, percent: 100, minor }],
});

/** All that they cost, session by session: the same for the same uses, in whatever order they became known. */
export const billOf = (uses: ReadonlyMap<string, readonly Metered[]>): readonly (readonly Rated[])[] =>
  withCaps([...uses.values()].map(rateSession));

/** The line, or the lines, that parts of one session make. */
export const linesOf = (metered: readonly Metered[]): readonly Line[] =>
  byLine(rateSession(metered)).flatMap((rated) => lineOf(rated) ?? []);

/** Session → its parts, with the workshop as it was described when each was written down. */
export function usesOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Metered[]> {
  const uses = new Map<string, Metered[]>();
  const entered = new Map<string, EnteredUse>();
  let workshop: Workshop | null = null;
  const add = (metered: Metered): void => {
    const known = uses.get(metered.segment.session);
    if (known) known.push(metered);
    else uses.set(metered.segment.session, [metered]);
  };
  for (const entry of entries) {
    const rates = { tariffs: workshop?.tariffs ?? [], timezone: workshop?.space.timezone ?? 'UTC' };
    if (entry.type === 'workshop-described') workshop = entry.data.workshop;
    if (entry.type === 'segment-closed') add({ segment: entry.data, ...rates });
    if (isEntering(entry)) {
      const use = enteredUse(entry, rates);
      entered.set(chargedUnder(entry), use);
      add(use);
    }
    if (!isWithdrawing(entry)) continue;
    const use = entered.get(chargedUnder(entry));
    if (use) add(withdrawnUse(use, entry));
  }
  return uses;
}

/** One line per session, tariff and cost code, and one for what was taken back. */
function byLine(rated: readonly Rated[]): readonly Rated[][] {
  const lines: Rated[][] = [];
  for (const one of rated) {
    const line = lines.find(([first]) => first && isOneLine(first, one));
    if (line) line.push(one);
    else lines.push([one]);
  }
  return lines;
}

function accountsOf(lines: readonly Line[]): readonly Account[] {
  const accounts = new Map<string, { team: string | null; lines: Line[]; minor: Minor }>();
  for (const line of lines) {
    const account = accounts.get(line.member) ?? { team: null, lines: [], minor: 0n };
    account.team = line.team;
    account.lines.push(line);
    account.minor += line.minor;
    accounts.set(line.member, account);
  }
  return [...accounts].map(([member, account]) => ({ member, ...account }));
}

function lineOf(rated: readonly Rated[]): Line | null {
  const first = rated[0];
  const last = rated[rated.length - 1];
  if (!first || !last) return null;
  const { segment } = first;
  return {
    session: segment.session,
    machine: segment.machine,
    pool: segment.pool,
    member: segment.member,
    team: segment.team,
    fromMs: segment.fromMs,
    toMs: last.segment.toMs,
    clock: first.clock,
    billedMs: sum(rated.map((one) => one.billedMs)),
    gapMs: sum(rated.map((one) => Math.round(one.segment.gapMs))),
    energy: addEnergy(rated.map((one) => one.segment)),
    perHourMinor: first.tariff?.perHourMinor ?? null,
    costCode: segment.costCode,
    tariff: first.hash,
    components: addUp(rated.flatMap(({ components }) => components)),
    minor: rated.reduce((total, one) => total + one.minor, 0n),
    byHand: first.byHand,
    material: first.material,
    ...(segment.trainer === undefined ? {} : { trainer: segment.trainer }),
  };
}

/** What is of one kind and one price is one. */
function addUp(parts: readonly Component[]): readonly Component[] {
  const found: Component[] = [];
  for (const part of parts) {
    const at = found.findIndex((one) => isSame(one, part));
    const known = found[at];
    if (!known) {
      found.push(part);
      continue;
    }
    const quantity = part.quantity === null ? null : part.quantity + (known.quantity ?? 0);
    found[at] = { ...known, quantity, minor: known.minor + part.minor };
  }
  return found.filter(({ minor, quantity }) => minor !== 0n || (quantity ?? 0) !== 0);
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
