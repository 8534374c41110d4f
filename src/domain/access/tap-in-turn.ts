// A tap at a machine of a pool that is used in turn: whether the member may begin now, or waits. What is due in the queue
// is settled first, on a copy, so that the answer tells the promise that is written with it.

import { nextBooking } from '../booking/next-booking.ts';
import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import { applySchedule } from '../schedule/apply-schedule.ts';
import { copySchedule } from '../schedule/copy-schedule.ts';
import { explain } from '../schedule/explain.ts';
import { claimTurn, endTurn } from '../schedule/hold-turn.ts';
import type { ScheduleBody } from '../schedule/schedule-entries.ts';
import type { Ticket } from '../schedule/schedule-state.ts';
import { isEligible, tieUpOf, turnsOf } from '../schedule/situation.ts';
import { comeToQueue, type TicketOutcome, takeTicket } from '../schedule/take-ticket.ts';
import { minuteMs, type Stamp } from '../time.ts';
import { decideTurns, walkUp } from './decide-turns.ts';
import type { RefusalCode } from './refusal.ts';
import { refuse, type TapDecision, type TapRequest, type Target } from './tap-decision.ts';
import {
  askedAtMs,
  type InTurn,
  inTurnAt,
  machinesFor,
  pathOf,
  situationOf,
  ticketOf,
  timeText,
} from './turn-at.ts';

export type TapInTurn = Target & {
  readonly request: TapRequest;
  /** Who would hold the machine. */
  readonly member: MemberRecorded;
  readonly badge: string;
  /** Whether nobody holds it and nothing else stands against a start. */
  readonly isFree: boolean;
  /** It is free, and kept for a booking that begins before a turn could end; left out: it is not. */
  readonly booked?: { readonly at: string; readonly until: string; readonly untilMs: number };
};

/** `bodies` go before the session; `untilMs`: the end of a turn that was claimed, null for one without a wait. */
export type Seat =
  | { readonly starts: true; readonly bodies: readonly EntryBody[]; readonly untilMs: number | null }
  | { readonly starts: false; readonly decision: TapDecision };

/** Null where the queue has no say: the pool has none, or the member's own session still ends. */
export function tapInTurn(state: State, tapped: TapInTurn, stamp: Stamp): Seat | null {
  const { id, machine, member, request, isFree } = tapped;
  if (!inTurnAt(state, machine.pool)) return null;
  const draft = createDraft(state, { pool: machine.pool, stamp });
  draft.settle();
  const mine = draft.ticket(member.member);
  if (mine?.phase === 'running') return held({ state, tapped, mine });
  const seat = isFree ? begin(draft, tapped) : null;
  if (seat) return seat;
  const no = join(draft, tapped);
  if (no) return { starts: false, decision: refuse(state, request, { ...no, machine: id }) };
  draft.settle();
  const ticket = draft.ticket(member.member);
  const now = isFree ? claim(draft, { mine: ticket, id }) : null;
  return now ?? { starts: false, decision: waits(state, { draft, tapped, ticket }) };
}

/**
 * A tap while the session before still ends, at a machine that may be left to the next (`mayLeaveToNext`): null unless it
 * is this member's turn there by the rule, once that session is over. The turnover is for who has to come first.
 */
export function takeAfter(
  state: State,
  { tapped, session }: { readonly tapped: TapInTurn; readonly session: Session },
  stamp: Stamp,
): Seat | null {
  const { id, machine, member } = tapped;
  if (!inTurnAt(state, machine.pool) || session.member === member.member) return null;
  const sessions = new Map(state.sessions);
  sessions.delete(id);
  const draft = createDraft({ ...state, sessions }, { pool: machine.pool, stamp });
  const { queue, policy } = draft.at();
  const over = turnsOf(queue).get(id)?.ticket;
  if (over?.phase === 'running') {
    const deed = { ...draft.of(over.ticket), nowMs: stamp.atMs };
    draft.put(events(endTurn(draft.state.schedule, { ...policy, turnoverMs: 0 }, deed)));
  }
  draft.settle();
  const ticket = draft.ticket(member.member);
  if (ticket?.phase === 'running') return null;
  const booked = nextBooking(state, id, member.member);
  const isTooSoon = booked !== null && stamp.atMs + tieUpOf(draft.at().lengthMs, policy) > booked.fromMs;
  if (isTooSoon && ticket?.turn?.machine !== id) return null;
  const seat = begin(draft, tapped);
  if (!seat?.starts) return null;
  const data = { session: session.session, machine: id, power: 'handed-over' } as const;
  return { ...seat, bodies: [{ type: 'session-ended', data }, ...seat.bodies] };
}

/** At a machine that is free: whoever is called there, and anybody where nobody waits for it. */
function begin(draft: Draft, tapped: TapInTurn): Seat | null {
  const { id, member, request } = tapped;
  const mine = draft.ticket(member.member);
  const claimed = claim(draft, { mine, id });
  if (claimed) return claimed;
  if (mine?.phase === 'called' || isWanted(draft, tapped)) return null;
  if (mine) draft.put([{ type: 'ticket-dropped', data: { ...draft.of(mine.ticket), why: 'left' } }]);
  draft.put(
    walkUp(draft.state, draft.at(), {
      machine: id,
      member,
      ticket: request.newSession,
      stamp: draft.stamp,
    }),
  );
  return { starts: true, bodies: draft.bodies, untilMs: null };
}

type Draft = ReturnType<typeof createDraft>;

/** Settling is bounded: a rule that never had enough would hold up every tap. */
const roundsMost = 1_000;

/** The state as it will be, and the bodies that make it so. */
function createDraft(from: State, { pool, stamp }: { pool: string; stamp: Stamp }) {
  const state: State = { ...from, schedule: copySchedule(from.schedule) };
  const bodies: ScheduleBody[] = [];
  const at = (): InTurn => {
    const found = inTurnAt(state, pool);
    if (!found) throw new RangeError(`the pool ${pool} lost its queue within a tap`);
    return found;
  };
  const put = (events: readonly ScheduleBody[]): void => {
    for (const body of events) applySchedule(state.schedule, { ...body, atMs: stamp.atMs });
    bodies.push(...events);
  };
  return {
    state,
    stamp,
    bodies,
    at,
    put,
    of: (ticket: string) => ({ pool, ticket }),
    settle(): void {
      for (let round = 0; round < roundsMost; round++) {
        const due = decideTurns(state, stamp);
        if (due.length === 0) return;
        put(due);
      }
    },
    ticket: (member: string): Ticket | undefined => ticketOf(at().queue, member),
    situation: () => situationOf(state, at(), stamp),
  };
}

function held({ state, tapped, mine }: { state: State; tapped: TapInTurn; mine: Ticket }): Seat | null {
  const { id, request } = tapped;
  if (mine.turn === null || mine.turn.machine === id) return null;
  const values = { machine: machineById(state, mine.turn.machine)?.name ?? mine.turn.machine };
  return { starts: false, decision: refuse(state, request, { code: 'turn-held', values, machine: id }) };
}

/** A called member who taps at the machine that is kept for them. */
function claim(draft: Draft, { mine, id }: { mine: Ticket | undefined; id: string }): Seat | null {
  if (mine?.phase !== 'called' || mine.turn?.machine !== id) return null;
  const { atMs } = draft.stamp;
  draft.put(events(claimTurn(draft.state.schedule, { ...draft.of(mine.ticket), nowMs: atMs })));
  return { starts: true, bodies: draft.bodies, untilMs: atMs + mine.turn.lengthMs };
}

const events = (outcome: TicketOutcome): readonly ScheduleBody[] => (outcome.ok ? outcome.events : []);

/** Whether it is kept for another, or another waits who could have it. */
function isWanted(draft: Draft, { id, member }: TapInTurn): boolean {
  const { queue, policy } = draft.at();
  if (turnsOf(queue).has(id)) return true;
  const situation = draft.situation();
  const machine = situation.machines.find((one) => one.machine === id);
  return [...queue.tickets.values()].some(
    (ticket) =>
      ticket.member !== member.member &&
      ticket.phase === 'callable' &&
      machine !== undefined &&
      isEligible({ ticket, machine }, policy, situation),
  );
}

const refusalOf: ReadonlyMap<string, RefusalCode> = new Map([
  ['ticket-elsewhere', 'ticket-elsewhere'],
  ['queue-full', 'queue-full'],
]);

/** Takes a ticket, or comes back with the one there is; the tap says that the member is there. */
function join(draft: Draft, tapped: TapInTurn): { code: RefusalCode; values: Record<string, string> } | null {
  const { id, machine, member, request } = tapped;
  const { policy } = draft.at();
  const { pool } = machine;
  const mine = draft.ticket(member.member);
  if (mine?.phase === 'callable' || mine?.phase === 'called') return null;
  const ticket = mine?.ticket ?? request.newSession;
  const of = { pool, ticket };
  const before = draft.bodies.length;
  const steps = [
    () => {
      if (mine) return { ok: true, events: [] } as const;
      const may = machinesFor(draft.state, { member, pool }, draft.stamp);
      // Here the tap was judged already: of a steward past their hours, of a learner beside their trainer.
      const machines = may === null || may.includes(id) ? may : [...may, id].sort();
      const path = pathOf(draft.state, member);
      const asked = { askedMs: askedAtMs(draft.state, draft.at(), id), whole: false, machines };
      return takeTicket(draft.state.schedule, policy, { ...of, member: member.member, path, ...asked });
    },
    () => comeToQueue(draft.state.schedule, policy, { ...of, nowMs: draft.stamp.atMs }),
  ];
  for (const step of steps) {
    const outcome: TicketOutcome = step();
    if (!outcome.ok) {
      draft.bodies.length = before;
      return { code: refusalOf.get(outcome.code) ?? 'queue-full', values: { machine: machine.name } };
    }
    draft.put(outcome.events);
  }
  return null;
}

type Waits = { readonly draft: Draft; readonly tapped: TapInTurn; readonly ticket: Ticket | undefined };

/** At a machine that is kept for another the tap is a refusal, and the ticket stands all the same. */
function waits(state: State, { draft, tapped, ticket }: Waits): TapDecision {
  const { id, machine, request } = tapped;
  if (!ticket) throw new RangeError(`the ticket of a tap at ${id} went while it was taken`);
  const { queue, policy } = draft.at();
  const told = { draft, ticket, name: machine.name };
  const called = ticket.phase === 'called' ? ticket.turn : null;
  if (called) {
    const atMs = ticket.sinceMs + policy.claimGraceMs;
    const name = machineById(state, called.machine)?.name ?? called.machine;
    const values = { machine: name, at: timeText(state, atMs, draft.stamp) };
    return queued({ tapped, ticket, draft }, { code: 'queued-called', values, untilMs: atMs });
  }
  if (tapped.booked) {
    const { untilMs, ...times } = tapped.booked;
    const values = { machine: machine.name, ...times };
    const refused = refuse(state, request, { code: 'machine-booked', values, machine: id, untilMs });
    return { ...refused, bodies: [...draft.bodies, ...refused.bodies] };
  }
  const { values, latestMs, sooner } = placeOf(state, told);
  const until = latestMs === null ? {} : { untilMs: latestMs };
  const isKept = tapped.isFree && turnsOf(queue).get(id)?.ticket.phase === 'called';
  if (!isKept)
    return queued(
      { tapped, ticket, draft },
      latestMs === null
        ? { code: 'queued-open', values }
        : { code: 'queued', values, ...until, ...(sooner && { sentence: sooner }) },
    );
  const sentence = latestMs === null ? ({ sentence: 'machine-called-open' } as const) : {};
  const no = { code: 'machine-called', values, machine: id, ...sentence, ...until } as const;
  const refused = refuse(state, request, no);
  return { ...refused, bodies: [...draft.bodies, ...refused.bodies] };
}

function queued(
  { tapped, ticket, draft }: { tapped: TapInTurn; ticket: Ticket; draft: Draft },
  told: Pick<TapDecision, 'code' | 'values' | 'untilMs' | 'sentence'>,
): TapDecision {
  const { id, machine, member, badge, request } = tapped;
  const { reader, tap } = request;
  const of = { pool: machine.pool, ticket: ticket.ticket };
  const data = { reader, tap, machine: id, ...of, member: member.member, badge };
  const bodies = [...draft.bodies, { type: 'tap-queued', data } as const];
  return { bodies, outcome: 'queued', ...told, machine: id, session: null };
}

const soonerSentences = { 'starts-now': 'queued-sooner-now', 'is-next': 'queued-sooner-next' } as const;

type Told = { readonly draft: Draft; readonly ticket: Ticket; readonly name: string };

function placeOf(state: State, { draft, ticket, name }: Told) {
  const { policy } = draft.at();
  const asked = { state: draft.state.schedule, ticket: ticket.ticket };
  const found = explain(asked, policy, draft.situation());
  const latestMs = found?.latestMs ?? null;
  const at = latestMs === null ? {} : { at: timeText(state, latestMs, draft.stamp) };
  const sooner = found?.sooner ?? null;
  const values: Record<string, string> = {
    machine: name,
    place: String(found?.position ?? 1),
    ...at,
    ...(sooner && { minutes: String(sooner.askAtMostMs / minuteMs) }),
  };
  return { values, latestMs, sooner: sooner && soonerSentences[sooner.effect] };
}
