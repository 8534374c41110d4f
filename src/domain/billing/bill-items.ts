// What each payer owes, item by item: their part of a piece of a use, what an allowance paid of it, and packs that were sold.
// A level: the same journal gives the same items, and an invoice bills what they differ by from what was billed.

import type { PayerShare } from '../allowance/paying.ts';
import type { PackSold } from '../journal/allowance-entries.ts';
import type { Entry, SegmentClosed } from '../journal/entry.ts';
import type { BilledUse, Payer } from '../journal/invoice-entries.ts';
import { split } from '../ledger/split.ts';
import { localDate } from '../time.ts';
import { keyOfItem, type Piece } from './billed-pieces.ts';
import type { PaidUse } from './paid-uses.ts';
import type { Rated } from './rate.ts';
import type { Component } from './tally.ts';

export type BillItem = {
  readonly use: Omit<BilledUse, 'minor'>;
  /** Null: the member, or their team where it pays; with `posted` it is always told. */
  readonly payer: Payer | null;
  readonly minor: bigint;
  /** Of the use; null for a pack. */
  readonly segment: SegmentClosed | null;
  /** The parts that it is made of; none where it is a share of them, or paid by an allowance. */
  readonly rated: readonly Rated[];
  /** What came on top of the rule: corrections by hand and credits. */
  readonly extra: readonly Component[];
  /** On what an allowance paid: the plan or pack that it comes from, and the time where it gave hours. */
  readonly gave?: { readonly of: string | null; readonly ms: bigint };
  readonly pack?: PackSold & { readonly day: string };
};

type Known = {
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly paid: ReadonlyMap<string, PaidUse>;
  readonly packs: readonly BillItem[];
  /** Lot → the plan or pack that it comes from. */
  readonly lots: ReadonlyMap<string, string>;
  /** Whether uses that are over will be paid by postings. */
  readonly isPaying: boolean;
};

/** Key → item. */
export function billItems({ pieces, paid, packs, lots, isPaying }: Known): ReadonlyMap<string, BillItem> {
  const items = new Map<string, BillItem>();
  const add = (item: BillItem): void => {
    items.set(keyOfItem(item.use, item.payer), item);
  };
  for (const [session, own] of Map.groupBy(pieces.values(), ({ session }) => session)) {
    const use = paid.get(session);
    const isCharged = use !== undefined || own.every(({ minor }) => minor === 0n);
    // What is not charged yet will be paid within seconds: it waits for that.
    if (!use?.isPosted) for (const piece of isPaying && !isCharged ? [] : own) add(wholeItem(piece));
    else for (const item of postedItems(own, { use, lots })) add(item);
  }
  for (const pack of packs) add(pack);
  return items;
}

const aboutOf = ({ session, month, costCode, tariff }: Piece): Omit<BilledUse, 'minor'> => ({
  session,
  month,
  costCode,
  tariff,
});

function wholeItem(piece: Piece): BillItem {
  const { minor, rated, extra, segment } = piece;
  return { use: aboutOf(piece), payer: null, minor, segment, rated, extra };
}

type Paid = Pick<Known, 'lots'> & { readonly use: PaidUse };

function postedItems(pieces: readonly Piece[], { use, lots }: Paid): readonly BillItem[] {
  const shares = sharesOf(pieces, use);
  const items = [...shares].flatMap(([payer, minors]): readonly BillItem[] => {
    if (payer === 'free') return [];
    const used = pieces.flatMap((piece, at): readonly BillItem[] => {
      const minor = minors[at] ?? 0n;
      const isWhole =
        minor === piece.minor && [...shares.values()].every((all) => all === minors || !all[at]);
      const { rated, extra } = isWhole ? piece : { rated: [], extra: [] };
      const about = { ...aboutOf(piece), posted: true as const };
      return [{ use: about, payer, minor, segment: piece.segment, rated, extra }];
    });
    const given = [...(use.paid.get(payer) ?? [])].filter(([, { kind }]) => kind !== 'invoice');
    return [
      ...used,
      ...given.flatMap(([source, one]) =>
        givenItems(used, { payer, source, ...one, of: lots.get(source.slice('allowance:'.length)) ?? null }),
      ),
    ];
  });
  const [first] = pieces;
  if (!first || use.unpostedMinor === 0n) return items;
  return [...items, { ...wholeItem(first), minor: use.unpostedMinor, rated: [], extra: [] }];
}

/** Payer → their part of each piece: parts of a cost code add up to it, and those of a payer to what was posted for them. */
function sharesOf(pieces: readonly Piece[], use: PaidUse): ReadonlyMap<string, readonly bigint[]> {
  const shares = new Map<string, bigint[]>();
  const of = (payer: string): bigint[] => {
    const known = shares.get(payer) ?? pieces.map(() => 0n);
    shares.set(payer, known);
    return known;
  };
  const payersFor = (costCode: string | null): readonly PayerShare[] =>
    use.changed ?? use.payers.get(costCode ?? '') ?? [];
  const groups = Map.groupBy(pieces.keys(), (at) => (use.changed ? '' : (pieces[at]?.costCode ?? '')));
  for (const [code, places] of groups) {
    const parts = payersFor(code === '' ? null : code).map(({ payer, parts }) => ({
      id: payer,
      weight: BigInt(parts),
    }));
    if (parts.length === 0) continue;
    let upToHere = 0n;
    for (const at of places) {
      const before = split(upToHere, parts);
      upToHere += pieces[at]?.minor ?? 0n;
      split(upToHere, parts).forEach(({ id, minor }, nth) => {
        of(id)[at] = minor - (before[nth]?.minor ?? 0n);
      });
    }
  }
  for (const payer of new Set([...shares.keys(), ...use.paid.keys()])) {
    const given = [...(use.paid.get(payer)?.values() ?? [])].reduce((sum, { minor }) => sum + minor, 0n);
    const own = of(payer);
    const rest = given - own.reduce((sum, minor) => sum + minor, 0n);
    const at = Math.max(
      0,
      own.findIndex((minor) => minor !== 0n),
    );
    own[at] = (own[at] ?? 0n) + rest;
  }
  return shares;
}

type Gave = {
  readonly payer: string;
  readonly source: string;
  readonly of: string | null;
  readonly unit: string;
  readonly amount: bigint;
  readonly minor: bigint;
};

/** What a source gave for a use, over its pieces by what they cost. */
function givenItems(used: readonly BillItem[], gave: Gave): readonly BillItem[] {
  const { payer, source, of, unit, amount, minor } = gave;
  const weights = used.map((item, at) => ({ id: pad(at), weight: item.minor > 0n ? item.minor : 0n }));
  const isNothing = weights.every(({ weight }) => weight === 0n);
  const shares = isNothing ? weights.map((one, at) => ({ ...one, weight: at === 0 ? 1n : 0n })) : weights;
  const [minors, amounts] = [split(minor, shares), split(amount, shares)];
  return used.map((item, at) => {
    const ms = unit.startsWith('hours:') ? (amounts[at]?.minor ?? 0n) : 0n;
    const own = { use: { ...item.use, source }, payer, minor: -(minors[at]?.minor ?? 0n) };
    return { ...own, segment: item.segment, rated: [], extra: [], gave: { of, ms } };
  });
}

const pad = (at: number): string => String(at).padStart(6, '0');

/** Lot → the plan or pack that it comes from. */
export const lotsOf = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap(({ type, data }): readonly (readonly [string, string])[] =>
      type === 'pack-sold' || type === 'allowance-granted' ? [[data.lot, data.of]] : [],
    ),
  );

/** Packs of which it is known how they were paid: their price, without VAT as all prices. */
export function packItems(entries: readonly Entry[], timezone: string): readonly BillItem[] {
  return entries.flatMap(({ type, atMs, data }): readonly BillItem[] => {
    if (type !== 'pack-sold' || data.paidBy === undefined) return [];
    const day = localDate(atMs, timezone);
    const use = {
      session: data.lot,
      month: day.slice(0, 7),
      costCode: null,
      tariff: null,
      posted: true as const,
    };
    const minor = BigInt(data.priceMinor);
    const pack = { ...data, day };
    return [{ use, payer: `member:${data.member}`, minor, segment: null, rated: [], extra: [], pack }];
  });
}
