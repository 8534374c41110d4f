// What may stand against a member whatever machine it is: the state of the membership, its days, and the hours of its plan.

import { formatLocal } from '../local-time.ts';
import { localDate } from '../time.ts';
import { planById, planWhere } from './plan.ts';
import type { MemberRule } from './rule.ts';
import { isWithin, startOfDay, stretchAfter } from './week.ts';

export const notSuspended: MemberRule = ({ member }) =>
  member.status === 'suspended' ? { code: 'member-suspended', values: {} } : null;

/** Of visitors, and of whoever joins or leaves on a day that is known. */
export const membershipRuns: MemberRule = ({ state, member, stamp }) => {
  const { from, until } = member;
  if (from === undefined && until === undefined) return null;
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const today = localDate(stamp.atMs, timezone);
  if (from !== undefined && today < from)
    return { code: 'membership-not-begun', values: { from }, fromMs: startOfDay(from, timezone) };
  return until !== undefined && today > until ? { code: 'membership-ended', values: { until } } : null;
};

export const withinPlan: MemberRule = ({ state, member, stamp }) => {
  if (member.plan === undefined) return null;
  const plan = planById(state.workshop, member.plan);
  if (!plan) return { code: 'plan-unknown', values: { plan: member.plan } };
  const where = planWhere(state.workshop, plan);
  if (where === null) return null;
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  if (isWithin(where, stamp.atMs)) return null;
  const next = stretchAfter(where, stamp.atMs);
  const values = { plan: plan.name, from: next ? formatLocal(next.fromMs, where.timezone) : '–' };
  return {
    code: 'plan-hours',
    values,
    ...(next ? { fromMs: next.fromMs } : {}),
    ...(next && Number.isFinite(next.toMs) ? { untilMs: next.toMs } : {}),
  };
};
