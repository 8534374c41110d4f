// How much a branch weighs beside its siblings, per cent and whole: members 100 each, raised by the care that they gave;
// teams as many members as they have, times what the members decided for that team.

import type { State } from '../journal/state.ts';
import { dayMs } from '../time.ts';
import type { CarePolicy } from './policy-document.ts';

const usualPercent = 100;

export type MemberWeight = { readonly percent: number; readonly careMinutes: number };

type Known = Pick<State, 'policy' | 'careGiven' | 'members' | 'lastAtMs'>;

/** By the time of the last entry: care counts by the day, and no clock is asked. */
export function weightOfMember(state: Known, member: string): MemberWeight {
  const care = state.policy?.document.care;
  if (!care) return { percent: usualPercent, careMinutes: 0 };
  const careMinutes = careMinutesOf(state, member, care);
  return { percent: percentFor(careMinutes, care), careMinutes };
}

export function weightOfTeam(state: Known, team: string): number {
  let size = 0;
  for (const one of state.members.values()) if (one.team === team) size += 1;
  const weights = state.policy?.document.weights;
  const percent = weights && Object.hasOwn(weights, team) ? (weights[team] ?? usualPercent) : usualPercent;
  return Math.max(1, size * percent);
}

/** In a straight line from nothing to the hours that give the most, rounded down. */
function percentFor(careMinutes: number, { hours, mostPercent }: CarePolicy): number {
  const fullMinutes = hours * 60;
  const counted = Math.min(careMinutes, fullMinutes);
  return usualPercent + Math.floor(((mostPercent - usualPercent) * counted) / fullMinutes);
}

function careMinutesOf({ careGiven, lastAtMs }: Known, member: string, { days }: CarePolicy): number {
  const oldest = Math.floor(lastAtMs / dayMs) - days;
  let minutes = 0;
  for (const [day, given] of careGiven.get(member) ?? []) if (day > oldest) minutes += given;
  return minutes;
}
