// The box of secret votes, beside the journal: ballots under receipts that are chance, without a member, a time or an order.
// What goes in or out is on the disk with the entries of its commit, or not at all.

import type { ReceiptLine } from '../journal/proposal-entries.ts';

export type SecretBallot = ReceiptLine & { readonly proposal: string };

export type BallotChange =
  /** Into the box; `replaces` is the receipt of the one that it takes the place of, null for a first one. */
  | { readonly kind: 'ballot'; readonly ballot: SecretBallot; readonly replaces: string | null }
  /** All of a proposal out of it: they were counted, or it was withdrawn. */
  | { readonly kind: 'box-emptied'; readonly proposal: string };

export type BoxChanged =
  | { readonly ok: true; readonly box: readonly SecretBallot[] }
  /** Nothing is changed then. */
  | { readonly ok: false; readonly why: string };

export const isBallotChange = (change: { readonly kind: string }): change is BallotChange =>
  change.kind === 'ballot' || change.kind === 'box-emptied';

/** @returns every ballot, in the order of proposals and receipts, so that none tells when it came */
export function changeBox(before: readonly SecretBallot[], changes: readonly BallotChange[]): BoxChanged {
  const held = new Map(before.map((ballot) => [keyOf(ballot), ballot]));
  for (const change of changes) {
    if (change.kind === 'box-emptied') {
      for (const [key, { proposal }] of held) if (proposal === change.proposal) held.delete(key);
      continue;
    }
    const { ballot, replaces } = change;
    if (replaces !== null && !held.delete(keyOf({ ...ballot, receipt: replaces })))
      return { ok: false, why: 'the ballot that it would replace is not in the box' };
    if (held.has(keyOf(ballot))) return { ok: false, why: 'its receipt is in the box already' };
    held.set(keyOf(ballot), ballot);
  }
  const box = [...held].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, ballot]) => ballot);
  return { ok: true, box };
}

/** Ids and receipts have no blank. */
const keyOf = ({ proposal, receipt }: Pick<SecretBallot, 'proposal' | 'receipt'>): string =>
  `${proposal} ${receipt}`;
