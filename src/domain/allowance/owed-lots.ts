// The hours that plans include: a lot for each member and month, granted once, in full, however late in the month somebody looks.

import { planById } from '../access/plan.ts';
import type { Lot } from '../journal/allowance-entries.ts';
import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { monthEndMs } from '../ledger/period.ts';
import type { Posting } from '../ledger/posting.ts';
import { localDate } from '../time.ts';
import { moved } from './owed-payments.ts';

/** In one commit, so that taps do not wait long behind the first of a month. */
const atOnce = 50;

export function owedLots(state: State, nowMs: number): readonly EntryBody[] {
  const { workshop, members, allowances } = state;
  const plans = Object.values(workshop?.plans ?? {});
  if (!workshop?.paying || !state.synchronised || !plans.some(({ included }) => included)) return [];
  const today = localDate(nowMs, workshop.space.timezone);
  const owed: Lot[] = [];
  for (const member of members.values()) {
    if (owed.length >= atOnce) break;
    const id = `${member.member}.${today.slice(0, 7)}`;
    if (id.length > 64 || allowances.lots.has(id) || !isMember(member, today)) continue;
    const lot = lotOfMonth(state, { member, lot: id, month: today.slice(0, 7) });
    if (lot) owed.push(lot);
  }
  return owed.flatMap((lot) => grant(lot, nowMs));
}

const isMember = ({ status, from, until }: MemberRecorded, today: string): boolean =>
  status === 'active' && (from === undefined || from <= today) && (until === undefined || today <= until);

type Month = { readonly member: MemberRecorded; readonly lot: string; readonly month: string };

function lotOfMonth({ workshop }: State, { member, lot, month }: Month): Lot | null {
  const plan = member.plan === undefined ? undefined : planById(workshop, member.plan);
  if (member.plan === undefined || !plan?.included) return null;
  const { ms, pools, carryMonths } = plan.included;
  const timezone = workshop?.space.timezone ?? 'UTC';
  return {
    ...{ lot, kind: 'plan', of: member.plan, member: member.member },
    ...(pools ? { pools } : {}),
    unit: hoursUnit(member.plan, pools),
    amount: String(ms),
    fromMs: monthEndMs(laterMonth(month, -1), timezone),
    expiresMs: monthEndMs(laterMonth(month, carryMonths), timezone),
  };
}

/** Time of one pool is counted as such; time for several under what gives it. */
export const hoursUnit = (of: string, pools: readonly string[] | undefined): string =>
  `hours:${pools?.length === 1 ? pools[0] : of}`;

function laterMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function grant(lot: Lot, nowMs: number): readonly EntryBody[] {
  const { lot: id, of, unit, amount } = lot;
  const posting: Posting = {
    posting: `grant-${id}`.slice(0, 64),
    kind: 'grant',
    reference: id,
    key: `grant:${id}`,
    dateMs: nowMs,
    lines: moved({ from: `granted:${of}`, to: `allowance:${id}`, unit, amount: BigInt(amount) }),
  };
  return [
    { type: 'allowance-granted', data: lot },
    { type: 'posted', data: posting },
  ];
}
