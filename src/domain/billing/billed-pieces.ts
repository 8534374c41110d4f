// What uses cost and what invoices billed of them, piece by piece: a piece is what of one use falls into one month, one
// cost code and one tariff. The same journal gives the same pieces, in whatever order its uses became known.

import type { ChargeLine } from '../journal/charge-entries.ts';
import type { Entry, SegmentClosed } from '../journal/entry.ts';
import type { BilledUse, InvoiceIssued, Payer } from '../journal/invoice-entries.ts';
import { billedTypes } from '../usage/metered-of.ts';
import { countedCredits, creditsIn, handAmounts, keyOf, withHand } from './billed-lines.ts';
import type { Metered, Rated } from './rate.ts';
import { billOf, usesOf } from './statement.ts';
import type { Component } from './tally.ts';

/** The entries that drafts are made of. */
export const draftTypes = [
  'workshop-described',
  ...billedTypes,
  ...(['charge-made', 'charge-corrected', 'dispute-settled', 'use-paid'] as const),
  ...(['allowance-granted', 'pack-sold'] as const),
  'invoice-issued',
  'credit-note-issued',
] as const;

export type Piece = Omit<BilledUse, 'minor'> & {
  readonly minor: bigint;
  /** The first part of the use: its member, machine and pool. */
  readonly segment: SegmentClosed;
  /** Its parts, in order; none where only a correction by hand made it. */
  readonly rated: readonly Rated[];
  /** What came on top of the rule: corrections by hand and credits. */
  readonly extra: readonly Component[];
};

/** What invoices say of a piece, credit notes taken off. */
export type Billed = {
  readonly use: BilledUse;
  minor: bigint;
  payer: Payer;
  /** It was credited for good: whatever becomes known of it is billed no more. */
  isWaived: boolean;
};

/** With `posted`, each payer and each source has an item of its own. */
export const keyOfItem = (
  { session, month, costCode, tariff, posted, source }: Omit<BilledUse, 'minor'>,
  payer: Payer | null,
): string =>
  JSON.stringify(
    posted ? [session, month, costCode, tariff, payer, source ?? ''] : [session, month, costCode, tariff],
  );

/** Key → piece, of uses that are over: what the rule says, what people corrected by hand, and what disputes took off. */
export function piecesOf(entries: readonly Entry[]): ReadonlyMap<string, Piece> {
  const uses = usesOf(entries);
  const over = new Map([...uses].filter(([, parts]) => isOver(parts)));
  const [hand, credits] = [handAmounts(entries), creditsIn(entries)];
  const pieces = new Map<string, Piece>();
  for (const rated of billOf(over)) {
    const segment = rated[0]?.segment;
    if (!segment) continue;
    const { session } = segment;
    const parts = Map.groupBy(rated, (one) => keyOf({ month: one.day.slice(0, 7), ...lineOf(one) }));
    const own = hand.get(session);
    const billed = own || credits.has(session) ? withHand(rated, own) : null;
    const credit = billed && countedCredits(billed, credits.get(session));
    for (const key of new Set([...parts.keys(), ...(billed?.keys() ?? [])])) {
      const ofRule = parts.get(key) ?? [];
      const ruled = ofRule.reduce((sum, { minor }) => sum + minor, 0n);
      const extra = [
        ...onTop('correction', (billed?.get(key)?.minor ?? ruled) - ruled),
        ...onTop('credit', -(credit?.get(key) ?? 0n)),
      ];
      const minor = extra.reduce((sum, one) => sum + one.minor, ruled);
      const about = { session, ...(JSON.parse(key) as Omit<ChargeLine, 'minor' | 'ms'>) };
      pieces.set(keyOfItem(about, null), { ...about, minor, segment, rated: ofRule, extra });
    }
  }
  return pieces;
}

const lineOf = ({ segment, hash }: Rated) => ({ costCode: segment.costCode, tariff: hash });

const onTop = (what: Component['what'], minor: bigint): readonly Component[] =>
  minor === 0n ? [] : [{ what, clock: null, quantity: null, unit: null, rate: null, percent: 100, minor }];

/** All of it is known, from its first part to its last. */
function isOver(parts: readonly Metered[]): boolean {
  const indices = new Set(parts.map(({ segment }) => segment.index));
  return indices.size === Math.max(...indices) + 1 && parts.some(({ segment }) => segment.why === 'ending');
}

/** Key of an item → what is billed of it already. */
export function billedOf(entries: Iterable<Entry>): ReadonlyMap<string, Billed> {
  const { billed, take } = createBilled();
  for (const entry of entries) take(entry);
  return billed;
}

/** The same entry by entry, in their order. */
export function createBilled() {
  const billed = new Map<string, Billed>();
  const issued = new Map<string, InvoiceIssued>();
  const take = (entry: Entry): void => {
    if (entry.type === 'invoice-issued') {
      issued.set(entry.data.invoice, entry.data);
      for (const use of entry.data.lines) bill(billed, use, entry.data.payer);
    }
    if (entry.type !== 'credit-note-issued') return;
    for (const use of entry.data.uses ?? []) bill(billed, use, entry.data.payer);
    if (entry.data.lines === null) takeBack(billed, issued.get(entry.data.credits), entry.data.again);
  };
  return { billed: billed as ReadonlyMap<string, Billed>, take };
}

function bill(billed: Map<string, Billed>, use: BilledUse, payer: Payer): void {
  const key = keyOfItem(use, payer);
  const known = billed.get(key);
  if (known) Object.assign(known, { minor: known.minor + BigInt(use.minor), payer });
  else billed.set(key, { use, minor: BigInt(use.minor), payer, isWaived: false });
}

function takeBack(billed: Map<string, Billed>, invoice: InvoiceIssued | undefined, again: boolean): void {
  for (const use of invoice?.lines ?? []) {
    const key = keyOfItem(use, invoice?.payer ?? null);
    const known = billed.get(key);
    if (!known) continue;
    if (!again) known.isWaived = true;
    else known.minor -= BigInt(use.minor);
    // Nothing of it stands any more: whoever pays now may be somebody else.
    if (again && known.minor === 0n) billed.delete(key);
  }
}
