// What may stand against a member at a machine, whatever the machine is doing.

import { localDate } from '../time.ts';
import type { MemberRule } from './rule.ts';

export const notSuspended: MemberRule = ({ member }) =>
  member.status === 'suspended' ? { code: 'member-suspended', values: {} } : null;

export const certificatesHeld: MemberRule = ({ state, member, machine, stamp }) => {
  for (const certificate of machine.requires) {
    const held = member.certificates.find((one) => one.certificate === certificate);
    const values = { machine: machine.name, certificate };
    if (!held) return { code: 'certificate-missing', values };
    if (held.until === null) continue;
    // An end date cannot be judged by a clock that was never set (invariant 4).
    if (!state.synchronised) return { code: 'clock-unset', values };
    const today = localDate(stamp.atMs, state.workshop?.space.timezone ?? 'UTC');
    if (today > held.until) return { code: 'certificate-expired', values: { ...values, until: held.until } };
  }
  return null;
};
