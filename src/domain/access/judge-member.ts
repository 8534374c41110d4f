// Whether a member may use a machine, whatever else is the case there: the one rule behind a tap and behind the lists that
// readers keep for the time when nobody can be asked.

import type { State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import { localDate, type Stamp } from '../time.ts';
import type { No } from './refusal.ts';

/** What stands against this member here, in the order in which it is judged. */
export function judgeMember(
  state: State,
  who: { member: string; machine: Machine },
  stamp: Pick<Stamp, 'atMs'>,
): No | null {
  const { machine } = who;
  const member = state.members.get(who.member);
  if (!member) return { code: 'badge-unknown', values: {} };
  if (member.status === 'suspended') return { code: 'member-suspended', values: {} };
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
}
