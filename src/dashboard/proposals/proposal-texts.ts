// What is said of a proposal in words: how long it is open, and what a value of the policy is called.

import type { ProposalView } from '../../contract/proposals.ts';
import type { Words } from '../words/words.ts';

type Say = Words['proposals'];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Days while there are two or more, then hours. */
export function leftText(leftMs: number, say: Say): string {
  if (leftMs <= 0) return say.closing;
  if (leftMs < hourMs) return say.lastHour;
  if (leftMs < 2 * dayMs) return say.hoursLeft({ hours: Math.floor(leftMs / hourMs) });
  return say.daysLeft({ days: Math.floor(leftMs / dayMs) });
}

/** What a value is called; names that this page does not know are shown as they are. */
export function nameOf(path: readonly string[], say: Say): string {
  const [group, id, ...rest] = path;
  if (group === 'weights' && id !== undefined) return say.weight({ team: id });
  const label = (names: readonly string[]): string => say.values[names.join('/')] ?? names.join(' · ');
  if (group !== 'pools' || id === undefined) return label(path);
  return `${say.pool({ pool: id })}: ${rest.length === 0 ? say.usedInTurn : label(rest)}`;
}

export function valueText(value: ProposalView['changes'][number]['before'], say: Say): string {
  if (value === null) return say.usual;
  if (value === 'yes') return say.yes;
  return value === 'no' ? say.no : value;
}
