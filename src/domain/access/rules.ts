// The rules of access in the order in which they are asked; the first no is the answer. A new rule is a line here, a
// code in `refusal.ts` and its sentences in the texts.

import { noJobHeld, notInUse } from './machine-rules.ts';
import { certificatesHeld, notSuspended } from './member-rules.ts';
import type { No } from './refusal.ts';
import type { Asked, AskedOfMember, MemberRule, Rule } from './rule.ts';

/** What may stand against a member at a machine, whatever else is the case there: readers keep lists by these too. */
const memberRules: readonly MemberRule[] = [notSuspended, certificatesHeld];

/** What a session does not outlive either, once it has begun; what follows from a no stands in `ends-now.ts`. */
const rulesDuringSession: readonly MemberRule[] = [notSuspended, certificatesHeld];

/** First who asks, then what is asked for: a member learns of a missing training before they wait for a machine. */
const rules: readonly Rule[] = [...memberRules, notInUse, noJobHeld];

/** The first no, or null when this member may hold this machine now. */
export const firstNo = (asked: Asked): No | null => first(rules, asked);

/** The same for the time when nobody can be asked, and nothing is known of the machine. */
export const firstNoOfMember = (asked: AskedOfMember): No | null => first(memberRules, asked);

/** Whether whoever holds the machine may go on. */
export const firstNoDuringSession = (asked: AskedOfMember): No | null => first(rulesDuringSession, asked);

function first<A>(asked: readonly ((one: A) => No | null)[], one: A): No | null {
  for (const rule of asked) {
    const no = rule(one);
    if (no) return no;
  }
  return null;
}
