// Tells members what the queue decided about them: they are called, their call has passed, or their turn goes on because
// nobody waits. On their page, and at the reader of the machine, where no name is said.

import { inTurnAt } from '../domain/access/turn-at.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { defaultPolicy } from '../domain/schedule/policy.ts';
import type { Ticket } from '../domain/schedule/schedule-state.ts';
import { formatterPerZone } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { Message, Texts } from './ports.ts';

export type TellTurns = {
  readonly committer: Committer;
  readonly texts: Texts;
  readonly newId: () => string;
  readonly deliver: (message: Message) => void;
  readonly emit: (change: Change) => void;
};

/** A notice that its reader shows later than this is old. */
const noticeLifeMs = 30_000;

/** @param bodies durable by now */
export function tellTurns(box: TellTurns, bodies: readonly EntryBody[]): void {
  const state = box.committer.durable();
  for (const body of bodies) {
    if (body.type !== 'turn-granted' && body.type !== 'turn-renewed') continue;
    const ticket = state.schedule.queues.get(body.data.pool)?.tickets.get(body.data.ticket);
    const machine = ticket?.turn?.machine;
    // A call that was claimed in the same instant was answered by the tap.
    if (!ticket || machine === undefined || (body.type === 'turn-granted') !== (ticket.phase === 'called'))
      continue;
    say(box, { state, ticket, machine, atMs: endOf(state, ticket, body.data.pool) });
  }
}

/** By when the call must be claimed, or until when the turn goes on. */
function endOf(state: State, { phase, sinceMs, turn }: Ticket, pool: string): number {
  if (phase === 'called') return sinceMs + (inTurnAt(state, pool)?.policy ?? defaultPolicy).claimGraceMs;
  return (turn?.claimedAtMs ?? sinceMs) + (turn?.lengthMs ?? 0);
}

type Said = {
  readonly state: State;
  readonly ticket: Ticket;
  readonly machine: string;
  readonly atMs: number;
};

function say(box: TellTurns, { state, ticket, machine: id, atMs }: Said): void {
  const machine = machineById(state, id);
  if (!machine) return;
  const values = {
    machine: machine.name,
    at: clockTime(state.workshop?.space.timezone ?? 'UTC').format(atMs),
  };
  const code = ticket.phase === 'called' ? 'turn-called' : 'turn-renewed';
  const told = { machine: id, code, text: box.texts.say(code, values), untilMs: atMs };
  box.emit({ kind: 'told', member: ticket.member, told });
  if (machine.reader === null) return;
  const text = box.texts.say(`${code}-here`, values);
  const message: Message = {
    id: box.newId(),
    kind: 'answer',
    reader: machine.reader,
    expiresAtMs: box.committer.stamp().atMs + noticeLifeMs,
    // It answers no tap.
    answer: { tap: '', outcome: 'notice', session: null, ...told, text },
  };
  box.committer.commit([], { messages: [message] }).then(
    () => box.deliver(message),
    // A failure was reported by the committer; the page tells it all the same.
    () => undefined,
  );
}

const clockTime = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
