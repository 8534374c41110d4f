// The cost code that a member chose last, as the default of their next start: who works for a project all day says so once.

import { mayCharge } from '../billing/cost-codes.ts';
import type { MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';

/** In place: what they chose, at a badge or on the page; null for themselves. */
export function noteCode({ allowances }: State, member: string, costCode: string | null): void {
  if (costCode === null) allowances.codes.delete(member);
  else allowances.codes.set(member, costCode);
}

/** @param wished null where nothing was said; then the last one, while they may still charge it */
export function codeOf(
  { workshop, allowances }: State,
  { member, team }: Pick<MemberRecorded, 'member' | 'team'>,
  wished: string | null,
): string | null {
  const last = workshop?.paying ? (allowances.codes.get(member) ?? null) : null;
  if (wished !== null || last === null) return wished;
  return mayCharge(workshop, { code: last, team }) ? last : null;
}
