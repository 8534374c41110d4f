// Plans: at which hours of the week a membership holds. They are looked up by an outside id, so by own keys only.

import type { Included } from '../allowance/paying.ts';
import type { Workshop } from '../machine/workshop.ts';
import type { Span, Where } from './week.ts';

export type Plan = {
  readonly name: string;
  /** Left out: at any time. */
  readonly hours?: readonly Span[];
  /** Hours that it includes each month; left out: none. */
  readonly included?: Included;
  /** Its members begin only while something is left that pays; left out: they owe. */
  readonly prepaid?: true;
  /** Its members are guests of their team, which pays for their use; left out: they pay, or their team where it pays for all. */
  readonly payer?: 'team';
};

export function planById(workshop: Workshop | null, id: string): Plan | undefined {
  const plans = workshop?.plans;
  return plans && Object.hasOwn(plans, id) ? plans[id] : undefined;
}

/** Its hours on the wall of the space; null for a plan that holds at any time. */
export function planWhere(workshop: Workshop | null, { hours }: Plan): Where | null {
  return hours ? { hours: { open: hours, closed: [] }, timezone: workshop?.space.timezone ?? 'UTC' } : null;
}
