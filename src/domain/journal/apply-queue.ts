// What the entries about queues change in the state: each event goes to the reducer of the queues, with the time of its
// entry; a tap that was answered with a place is remembered.

import { applySchedule } from '../schedule/apply-schedule.ts';
import type { ScheduleEvent } from '../schedule/schedule-entries.ts';
import type { Entry } from './entry.ts';
import type { QueueBody } from './queue-entries.ts';
import { rememberTap } from './remember-tap.ts';
import type { State } from './state.ts';

type QueueType = QueueBody['type'];
type Of<T extends QueueType> = Extract<Entry, { type: T }>;

const inQueue = (state: State, event: ScheduleEvent): void => applySchedule(state.schedule, event);

export const queueEffects: { readonly [T in QueueType]: (state: State, entry: Of<T>) => void } = {
  'queue-described': inQueue,
  'ticket-taken': inQueue,
  'ticket-callable': inQueue,
  'ticket-away': inQueue,
  'ticket-parked': inQueue,
  'ticket-shortened': inQueue,
  'ticket-dropped': inQueue,
  'turn-granted': inQueue,
  'turn-claimed': inQueue,
  'turn-renewed': inQueue,
  'turn-overran': inQueue,
  'turn-ended': inQueue,
  'promises-made': inQueue,
  'use-charged': inQueue,
  'tap-queued': (state, { seq, data: { reader, tap, machine } }) => {
    rememberTap(state, reader, { seq, tap, outcome: 'queued', code: 'queued-again', machine, session: null });
  },
};
