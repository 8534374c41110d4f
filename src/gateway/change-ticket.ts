// What members do with a ticket that they have: they go out for a while and come back, and ask for a shorter turn. Their
// place stays; a turn that runs is nobody's to change here.

import { hasEntrance } from '../domain/access/people-rule.ts';
import { type InTurn, inTurnAt, ticketOf } from '../domain/access/turn-at.ts';
import type { State } from '../domain/journal/state.ts';
import type { Ticket } from '../domain/schedule/schedule-state.ts';
import { comeToQueue, goOut, shortenTicket, type TicketRefusal } from '../domain/schedule/take-ticket.ts';
import { minuteMs } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { TicketChanged, TicketWish } from './queue-asked.ts';

type TicketNo = Extract<TicketChanged, { ok: false }>;

const no = (code: TicketNo['code']): TicketNo => ({ ok: false, code });

export async function changeTicket(committer: Committer, wish: TicketWish): Promise<TicketChanged> {
  const state = committer.tentative();
  const at = inTurnAt(state, wish.pool);
  if (!at) return no('queue-unknown');
  const ticket = ticketOf(at.queue, wish.by);
  if (!ticket) return no('ticket-none');
  if (ticket.phase === 'running') return no('turn-runs');
  const of = { pool: wish.pool, ticket: ticket.ticket, nowMs: committer.stamp().atMs };
  if ('minutes' in wish) {
    if (ticket.phase === 'called') return no('ticket-called');
    const askedMs = wish.minutes * minuteMs;
    return written(committer, shortenTicket(state.schedule, { ...of, askedMs }));
  }
  if (wish.away) return out(committer, state, { ticket, of });
  return back(committer, state, { ticket, of, at });
}

type Of = { readonly pool: string; readonly ticket: string; readonly nowMs: number };
type Asked = { readonly ticket: Ticket; readonly of: Of };

/** Said twice it is so already. */
async function out(committer: Committer, { schedule }: State, { ticket, of }: Asked): Promise<TicketChanged> {
  if (ticket.phase === 'called') return no('ticket-called');
  if (ticket.phase !== 'callable') return { ok: true };
  return written(committer, goOut(schedule, of));
}

/** Where an entrance tells who is inside, a page alone does not: nobody is called who sits at home. */
async function back(
  committer: Committer,
  state: State,
  { ticket, of, at }: Asked & { readonly at: InTurn },
): Promise<TicketChanged> {
  if (ticket.phase === 'callable' || ticket.phase === 'called') return { ok: true };
  if (hasEntrance(state) && !state.inside.has(ticket.member)) return no('ticket-absent');
  return written(committer, comeToQueue(state.schedule, at.policy, of));
}

const codes: { readonly [R in TicketRefusal]?: TicketNo['code'] } = {
  'turn-longer': 'turn-longer',
  'turn-length': 'turn-length',
  'ticket-elsewhere': 'ticket-elsewhere',
};

async function written(
  committer: Committer,
  outcome: ReturnType<typeof comeToQueue>,
): Promise<TicketChanged> {
  if (!outcome.ok) return no(codes[outcome.code] ?? 'ticket-none');
  if (outcome.events.length > 0) await committer.commit(outcome.events);
  return { ok: true };
}
