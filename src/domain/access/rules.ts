// The rules of access in the order in which they are asked; the first no is the answer. A new rule is a row here, a
// code in `refusal.ts`, its sentences and its remedy in the texts.

import type { MemberRecorded } from '../journal/entry.ts';
import { openNow } from './hours-rule.ts';
import { monitorsGood, notLatched, notRunningAlready } from './interlock-rules.ts';
import { inMode, noJobHeld, noProblemLocks, notInUse, notLocked } from './machine-rules.ts';
import { membershipRuns, notSuspended, withinPlan } from './member-rules.ts';
import { roomInside, withEnoughPeople } from './people-rule.ts';
import { somethingLeft } from './prepaid-rule.ts';
import type { No, RefusalCode } from './refusal.ts';
import type { Asked, AskedOfMember, RuleRow } from './rule.ts';
import { certificatesHeld } from './training.ts';

const training: RuleRow<AskedOfMember> = { name: 'certificates', asks: certificatesHeld, bypass: 'never' };

/** What may stand against a member at a machine, whatever else is the case there: readers keep lists by these too. */
const memberRules: readonly RuleRow<AskedOfMember>[] = [
  { name: 'not-suspended', asks: notSuspended, bypass: 'never' },
  { name: 'membership', asks: membershipRuns, bypass: 'never' },
  training,
  { name: 'plan-hours', asks: withinPlan, bypass: 'steward' },
];

/** What a session does not outlive either, once it has begun; what follows from a no stands in `ends-now.ts`. */
const rulesDuringSession = memberRules.filter(({ bypass }) => bypass === 'never');

/** Asked at a start alone: a session that runs is never ended by it. */
const prepaid: RuleRow<AskedOfMember> = { name: 'prepaid', asks: somethingLeft, bypass: 'never' };

/** First who asks, then what is asked for: a member learns of a missing training before they wait for a machine. */
export const rules: readonly RuleRow<Asked>[] = [
  ...memberRules,
  prepaid,
  { name: 'not-locked', asks: notLocked, bypass: 'never' },
  { name: 'no-problem', asks: noProblemLocks, bypass: 'never' },
  { name: 'in-mode', asks: inMode, bypass: 'never' },
  { name: 'open-now', asks: openNow, bypass: 'steward' },
  { name: 'room-inside', asks: roomInside, bypass: 'steward' },
  { name: 'not-in-use', asks: notInUse, bypass: 'never' },
  { name: 'not-latched', asks: notLatched, bypass: 'never' },
  { name: 'monitors-good', asks: monitorsGood, bypass: 'never' },
  { name: 'no-job-held', asks: noJobHeld, bypass: 'never' },
  { name: 'not-running', asks: notRunningAlready, bypass: 'never' },
  { name: 'enough-people', asks: withEnoughPeople, bypass: 'never' },
];

export type Judgement =
  | { readonly no: No }
  /** `bypassed`: what would have stood against anybody but a steward. */
  | { readonly no: null; readonly bypassed: readonly RefusalCode[] };

/** Whether this member may hold this machine now. `taught`: a trainer stands by, who answers for their training. */
export function judge(asked: Asked, { taught = false }: { taught?: boolean } = {}): Judgement {
  const bypassed: RefusalCode[] = [];
  for (const row of rules) {
    const no = taught && row === training ? null : row.asks(asked);
    if (no === null) continue;
    if (row.bypass !== 'steward' || !isStaff(asked.member)) return { no };
    bypassed.push(no.code);
  }
  return { no: null, bypassed };
}

/**
 * Whether whoever holds a machine may go on, whatever the hours say: those are told ahead, in `what-ends.ts`.
 * `taught`: a trainer answers for their training.
 */
export function firstNoDuringSession(
  asked: AskedOfMember,
  { taught }: { readonly taught: boolean },
): No | null {
  for (const { asks } of rulesDuringSession) {
    const no = taught && asks === certificatesHeld ? null : asks(asked);
    if (no) return no;
  }
  return null;
}

/** The first no of those that hold when nobody can be asked, and nothing is known of the machine. Nobody by-passes these: it would be silent. */
export function firstNoOfMember(asked: AskedOfMember): No | null {
  for (const { asks } of [...memberRules, prepaid]) {
    const no = asks(asked);
    if (no) return no;
  }
  return null;
}

/** Who may go past a rule that allows it. */
export const isStaff = ({ roles }: Pick<MemberRecorded, 'roles'>): boolean =>
  roles.includes('steward') || roles.includes('admin');
