// What pages and commands are told of the policy: what counts, what is to count, and what did. Shapes only.

import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import type { PolicySentence } from '../domain/policy/policy-sentences.ts';

/** Times are wall clock. */
export type PolicyTold = {
  /** Null in a space that has never had one. */
  readonly current: PolicyVersionTold | null;
  /** Adopted and not begun, in the order of their versions. */
  readonly coming: readonly PolicyVersionTold[];
  /** Newest first, at most `pastPoliciesMost`. */
  readonly past: readonly PolicyDates[];
};

export type PolicyDates = {
  readonly version: number;
  readonly hash: string;
  readonly by: 'file' | 'vote';
  readonly proposal: string | null;
  readonly adoptedMs: number;
  /** For when it was adopted. */
  readonly fromMs: number;
  /** Null for one that has not, or that another one overtook. */
  readonly beganMs: number | null;
};

export type PolicyVersionTold = PolicyDates & {
  readonly document: PolicyDocument;
  readonly sentences: readonly PolicySentence[];
};

export const pastPoliciesMost = 100;
