// The life of a ticket as a table: what may happen to it where it stands, and where it stands then. What is not in the
// table cannot be applied.

import type { ScheduleEventType } from './schedule-entries.ts';

/** queued: taken, but not there; callable: waits; called: a machine is kept for it; away and parked: waits for its member. */
export type Phase = 'queued' | 'callable' | 'called' | 'running' | 'away' | 'parked';

export type TicketStep = Exclude<
  ScheduleEventType,
  'queue-described' | 'ticket-taken' | 'promises-made' | 'use-charged'
>;

type Step = { readonly from: readonly Phase[]; readonly to: Phase | 'same' | 'gone' };

export const ticketSteps: { readonly [T in TicketStep]: Step } = {
  'ticket-callable': { from: ['queued', 'away', 'parked'], to: 'callable' },
  'ticket-away': { from: ['callable'], to: 'away' },
  'turn-granted': { from: ['callable'], to: 'called' },
  'turn-claimed': { from: ['called'], to: 'running' },
  'ticket-parked': { from: ['called'], to: 'parked' },
  'ticket-shortened': { from: ['queued', 'callable', 'away', 'parked'], to: 'same' },
  'ticket-dropped': { from: ['queued', 'callable', 'called', 'away', 'parked'], to: 'gone' },
  'turn-renewed': { from: ['running'], to: 'running' },
  'turn-overran': { from: ['running'], to: 'running' },
  'turn-ended': { from: ['running'], to: 'gone' },
};

/** Once more missed, and the ticket is gone. */
export const missesMost = 1;
