// Until when what a member may do at a machine lasts, as far as time alone decides it: for readers that keep lists, and
// whoever else plans ahead.

import { withNeeds } from './certificate.ts';
import { planById, planWhere } from './plan.ts';
import type { AskedOfMember } from './rule.ts';
import { endOf } from './training.ts';
import { addDays, startOfDay, stretchAt } from './week.ts';

/** Of a member who may use that machine now; infinite without an end. */
export function endOfRights(asked: AskedOfMember): number {
  const { state, member, stamp } = asked;
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const days = [...lastDays(asked), ...(member.until === undefined ? [] : [member.until])];
  const first = days.toSorted()[0];
  const dayEndMs = first === undefined ? Number.POSITIVE_INFINITY : startOfDay(addDays(first, 1), timezone);
  const plan = member.plan === undefined ? undefined : planById(state.workshop, member.plan);
  const where = plan ? planWhere(state.workshop, plan) : null;
  const planEndMs = where ? (stretchAt(where, stamp.atMs)?.toMs ?? stamp.atMs) : Number.POSITIVE_INFINITY;
  return Math.min(dayEndMs, planEndMs);
}

/** The last days of the certificates that the machine asks for. */
function lastDays({ state, member, machine }: AskedOfMember): readonly string[] {
  const asked = withNeeds(state.workshop, machine.requires);
  return member.certificates.flatMap((held) => {
    const end = asked.includes(held.certificate) ? endOf(state, member.member, held) : null;
    return end === null ? [] : [end.day];
  });
}
