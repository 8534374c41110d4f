// Plans: at which hours of the week a membership holds. They are looked up by an outside id, so by own keys only.

import type { Workshop } from '../machine/workshop.ts';
import type { Span, Where } from './week.ts';

export type Plan = {
  readonly name: string;
  /** Left out: at any time. */
  readonly hours?: readonly Span[];
};

export function planById(workshop: Workshop | null, id: string): Plan | undefined {
  const plans = workshop?.plans;
  return plans && Object.hasOwn(plans, id) ? plans[id] : undefined;
}

/** Its hours on the wall of the space; null for a plan that holds at any time. */
export function planWhere(workshop: Workshop | null, { hours }: Plan): Where | null {
  return hours ? { hours: { open: hours, closed: [] }, timezone: workshop?.space.timezone ?? 'UTC' } : null;
}
