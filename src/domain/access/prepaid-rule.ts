// A prepaid member begins only while something is left that could pay. It is asked at a start alone: an empty wallet never ends a
// session, because it never stops a cut.

import { available, tariffNow } from '../allowance/available.ts';
import { currencyDigits, formatPrice } from '../money.ts';
import { planById } from './plan.ts';
import type { MemberRule } from './rule.ts';

export const somethingLeft: MemberRule = ({ state, member, machine, stamp }) => {
  const { plan, team } = member;
  const { workshop } = state;
  if (plan === undefined || !workshop?.paying || !planById(workshop, plan)?.prepaid) return null;
  const nowMs = stamp.atMs;
  const { pool } = machine;
  if (tariffNow(state, { pool, team, plan }, nowMs) === null) return null;
  const { ms, minor } = available(state, { member: member.member, pool, nowMs });
  // What a wallet owes is paid first, whatever else there is.
  if (minor > 0n || (minor === 0n && ms > 0n)) return null;
  const { currency } = workshop.space;
  const least = BigInt(workshop.paying.holdMinor) - minor;
  const missing = least > 0n ? least : 1n;
  return {
    code: 'nothing-left',
    values: { missing: `${formatPrice(missing, currencyDigits(currency))} ${currency}` },
  };
};
