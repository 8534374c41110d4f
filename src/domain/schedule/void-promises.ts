// What was promised counts on lengths, allowances and machines; where those change for everybody, a new promise is owed to
// everybody who has one. Voided, never broken in silence.

import type { PromiseWhy } from './schedule-entries.ts';
import type { Queue } from './schedule-state.ts';

export function voidPromises({ tickets }: Queue, why: PromiseWhy): void {
  for (const ticket of tickets.values()) if (ticket.promise) ticket.owed ??= why;
}
