// Takes a posting back by a further one with every sign turned: both stay, and together they move nothing (invariant 5).

import type { Posting, ReversalReason } from './posting.ts';

export type Reversal = {
  /** Id of the new posting. */
  readonly posting: string;
  readonly why: ReversalReason;
  readonly dateMs: number;
};

/** A posting is reversed once: the key of the reversal follows from it. */
export const reversalKey = (posting: string): string => `reversal:${posting}`;

export function reverse(posted: Posting, { posting, why, dateMs }: Reversal): Posting {
  return {
    posting,
    kind: 'reversal',
    reference: posted.reference,
    key: reversalKey(posted.posting),
    dateMs,
    lines: posted.lines.map(({ account, unit, minor }) => ({ account, unit, minor: turned(minor) })),
    // That the amount was there is no reason against saying that it should not have been.
    overdraws: true,
    reverses: { posting: posted.posting, why },
  };
}

const turned = (minor: string): string => (minor.startsWith('-') ? minor.slice(1) : `-${minor}`);
