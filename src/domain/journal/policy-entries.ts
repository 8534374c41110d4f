// What the journal knows of the policy, version 1: each document that was adopted, whole, and when it began to count.
// What counts is a fact of the journal, so that no decision looks at the clock for it.

import type { PolicyVersion } from '../policy/policy-document.ts';

export type PolicyBody =
  | { readonly type: 'policy-adopted'; readonly data: PolicyAdopted }
  /** From here on it counts, and the one before it does not. */
  | { readonly type: 'policy-began'; readonly data: { readonly version: number } };

type PolicyAdopted = PolicyVersion & {
  /** It begins then, or as soon after as the gateway runs; wall clock. */
  readonly fromMs: number;
  /** The file of the workshop was changed, or the members decided. */
  readonly by: 'file' | 'vote';
  /** Null where the file says so. */
  readonly proposal: string | null;
};

export type PolicyState = {
  /** Null in a space that has never had one. */
  policy: PolicyVersion | null;
  /** Adopted and not begun, in the order of their versions; at most `comingLimit`. */
  coming: PolicyAdopted[];
  /** The last version that was given. */
  policyVersion: number;
  /** Member key → day since 1970 (UTC) → minutes of care given; the last `careDaysKept` days of each. */
  careGiven: Map<string, Map<number, number>>;
};

/** No policy looks further back. */
export const careDaysKept = 92;

/** Who adopts more without any having begun loses the oldest of them; it stays in the journal. */
export const comingLimit = 16;

export const emptyPolicy = (): PolicyState => ({
  policy: null,
  coming: [],
  policyVersion: 0,
  careGiven: new Map(),
});
