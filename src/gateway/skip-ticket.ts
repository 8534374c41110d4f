// A steward takes somebody's ticket out of a queue, with a reason that stands in the journal; whose it was is told.

import { inTurnAt, ticketOf } from '../domain/access/turn-at.ts';
import { skipTicket as skip } from '../domain/schedule/take-ticket.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { Texts } from './ports.ts';
import type { QueueLeft, TicketSkip } from './queue-asked.ts';

export type SkipTicket = {
  readonly committer: Committer;
  readonly texts: Texts;
  readonly emit: (change: Change) => void;
};

/** A turn that runs ends as every session does, not here. */
export async function skipTicket(
  { committer, texts, emit }: SkipTicket,
  { pool, member, by, reason }: TicketSkip,
): Promise<QueueLeft> {
  const state = committer.tentative();
  const at = inTurnAt(state, pool);
  if (!at) return { ok: false, code: 'queue-unknown' };
  const ticket = ticketOf(at.queue, member);
  if (!ticket) return { ok: false, code: 'ticket-none' };
  const deed = { pool, ticket: ticket.ticket, nowMs: committer.stamp().atMs, by, reason };
  const outcome = skip(state.schedule, deed);
  if (!outcome.ok) return { ok: false, code: 'turn-runs' };
  await committer.commit(outcome.events);
  // On the card of any machine of the pool: that is where they look.
  const [machine] = Object.entries(state.workshop?.machines ?? {}).find(([, one]) => one.pool === pool) ?? [];
  if (machine !== undefined) {
    const text = texts.say(`ticket-skipped-${reason}`, {});
    emit({ kind: 'told', member, told: { machine, code: 'ticket-skipped', text, untilMs: null } });
  }
  return { ok: true };
}
