// What uses cost and what invoices billed of them, piece by piece: a piece is what of one use falls into one month, one
// cost code and one tariff. The same journal gives the same pieces, in whatever order its uses became known.

import type { Entry } from '../journal/entry.ts';
import type { BilledUse, InvoiceIssued, Payer } from '../journal/invoice-entries.ts';
import { useTypes } from '../usage/metered-of.ts';
import type { Metered, Rated } from './rate.ts';
import { billOf, usesOf } from './statement.ts';

/** The entries that drafts are made of. */
export const draftTypes = [
  'workshop-described',
  ...useTypes,
  'invoice-issued',
  'credit-note-issued',
] as const;

export type Piece = Omit<BilledUse, 'minor'> & {
  readonly minor: bigint;
  /** Its parts, in order; at least one. */
  readonly rated: readonly Rated[];
};

/** What invoices say of a piece, credit notes taken off. */
export type Billed = {
  readonly use: BilledUse;
  minor: bigint;
  payer: Payer;
  /** It was credited for good: whatever becomes known of it is billed no more. */
  isWaived: boolean;
};

export const keyOfPiece = ({ session, month, costCode, tariff }: Omit<BilledUse, 'minor'>): string =>
  JSON.stringify([session, month, costCode, tariff]);

/** Key → piece, of uses that are over. */
export function piecesOf(entries: readonly Entry[]): ReadonlyMap<string, Piece> {
  const uses = usesOf(entries);
  const over = new Map([...uses].filter(([, parts]) => isOver(parts)));
  const pieces = new Map<string, { piece: Piece; rated: Rated[] }>();
  for (const session of billOf(over)) {
    for (const one of session) {
      const { day, segment, hash } = one;
      const about = {
        session: segment.session,
        month: day.slice(0, 7),
        costCode: segment.costCode,
        tariff: hash,
      };
      const key = keyOfPiece(about);
      const known = pieces.get(key);
      if (known) known.rated.push(one);
      else pieces.set(key, { piece: { ...about, minor: 0n, rated: [] }, rated: [one] });
    }
  }
  return new Map([...pieces].map(([key, { piece, rated }]) => [key, withParts(piece, rated)]));
}

const withParts = (piece: Piece, rated: readonly Rated[]): Piece => ({
  ...piece,
  rated,
  minor: rated.reduce((sum, { minor }) => sum + minor, 0n),
});

/** All of it is known, from its first part to its last. */
function isOver(parts: readonly Metered[]): boolean {
  const indices = new Set(parts.map(({ segment }) => segment.index));
  return indices.size === Math.max(...indices) + 1 && parts.some(({ segment }) => segment.why === 'ending');
}

/** Key → what is billed of it already. */
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
    if (entry.type === 'credit-note-issued' && entry.data.lines === null)
      takeBack(billed, issued.get(entry.data.credits), entry.data.again);
  };
  return { billed: billed as ReadonlyMap<string, Billed>, take };
}

function bill(billed: Map<string, Billed>, use: BilledUse, payer: Payer): void {
  const key = keyOfPiece(use);
  const known = billed.get(key);
  if (known) Object.assign(known, { minor: known.minor + BigInt(use.minor), payer });
  else billed.set(key, { use, minor: BigInt(use.minor), payer, isWaived: false });
}

function takeBack(billed: Map<string, Billed>, invoice: InvoiceIssued | undefined, again: boolean): void {
  for (const use of invoice?.lines ?? []) {
    const known = billed.get(keyOfPiece(use));
    if (!known) continue;
    if (!again) known.isWaived = true;
    else known.minor -= BigInt(use.minor);
    // Nothing of it stands any more: whoever pays now may be somebody else.
    if (again && known.minor === 0n) billed.delete(keyOfPiece(use));
  }
}
