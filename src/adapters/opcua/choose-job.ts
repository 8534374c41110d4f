// Who tells of a job where several could: an order of ISA-95 while one is under way, then the program, then (null) the
// activity alone. What is still going on when its order ends belongs to that order, and is no job of its own.

import { type Activity, activityFacts } from '../../domain/machine/activity.ts';
import type { JobSeen } from '../../edge/talk.ts';

/** What each of them says; null where it has said nothing yet, or is not there. */
type Tellers = {
  readonly order: JobSeen | null;
  readonly program: JobSeen | null;
  readonly activity: Activity;
};

export function chooseJob(): (now: Tellers) => JobSeen | null {
  /** From the start of an order until all is quiet after its end. */
  let isOrdered = false;
  let usesOrders = false;
  return ({ order, program, activity }) => {
    if (order?.state === 'under-way') [isOrdered, usesOrders] = [true, true];
    if (order && isOrdered) {
      const isGoing = program
        ? program.state === 'under-way' || program.state === 'unknown'
        : activityFacts[activity].class !== 'quiet';
      isOrdered = order.state === 'under-way' || order.state === 'unknown' || isGoing;
      return order;
    }
    // Its name of the job need not be the id of an order: the same job must not count twice.
    return usesOrders && program && 'id' in program ? { ...program, id: null } : program;
  };
}
