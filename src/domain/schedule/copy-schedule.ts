// A copy of the queues that can be changed without the other noticing. What the reducer replaces as a whole, as the
// heaviest turns of a branch and a promise, is shared.

import type { Queue, ScheduleState, Ticket } from './schedule-state.ts';

export const copySchedule = ({ queues, weights }: ScheduleState): ScheduleState => ({
  queues: new Map([...queues].map(([pool, queue]) => [pool, copyQueue(queue)])),
  weights: new Map(weights),
});

const copyQueue = (queue: Queue): Queue => ({
  ...queue,
  uses: new Map([...queue.uses].map(([branch, use]) => [branch, { ...use }])),
  tickets: new Map([...queue.tickets].map(([id, ticket]) => [id, copyTicket(ticket)])),
  lengths: { ...queue.lengths },
  readyAtMs: new Map(queue.readyAtMs),
});

const copyTicket = (ticket: Ticket): Ticket => ({ ...ticket, turn: ticket.turn && { ...ticket.turn } });
