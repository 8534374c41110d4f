// The rules of access in the order in which they are asked; the first no is the answer. A new rule is a line here, a
// code in `refusal.ts` and its sentences in the texts.

import { noJobHeld, noProblemLocks, notInUse } from './machine-rules.ts';
import { certificatesHeld, notSuspended } from './member-rules.ts';
import type { Asked, No, Rule } from './rule.ts';

/** First who asks, then what is asked for: a member learns of a missing training before they wait for a machine. */
export const rules: readonly Rule[] = [notSuspended, certificatesHeld, noProblemLocks, notInUse, noJobHeld];

/** The first no, or null when this member may hold this machine now. */
export function firstNo(asked: Asked): No | null {
  for (const rule of rules) {
    const no = rule(asked);
    if (no) return no;
  }
  return null;
}
