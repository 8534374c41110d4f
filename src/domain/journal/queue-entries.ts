// What the journal knows of queues, version 1: the events of the rule as they are, and the tap of a member who then waits.

import type { ScheduleBody } from '../schedule/schedule-entries.ts';

export type QueueBody = ScheduleBody | { readonly type: 'tap-queued'; readonly data: TapQueued };

/** Answered with a place in the queue; its ticket was taken before, or in the same commit. */
type TapQueued = {
  readonly reader: string;
  readonly tap: string;
  readonly machine: string;
  readonly pool: string;
  readonly member: string;
  readonly badge: string;
  readonly ticket: string;
};
