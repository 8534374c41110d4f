// The reducer of the queues: the only place that changes a `ScheduleState`. It knows no policy and no clock; the same
// events give the same queues, on any machine, years later (invariant 3).

import { revalued, unitsOf } from './decayed.ts';
import type { ScheduleBody, ScheduleEvent, ScheduleEventType, TurnGranted } from './schedule-entries.ts';
import { heaviestLimit, type Queue, type ScheduleState, type Ticket, type Turn } from './schedule-state.ts';
import { type TicketStep, ticketSteps } from './ticket.ts';

/** Applies one event in place. An event that the table of a ticket does not allow is a programmer's error. */
export function applySchedule(state: ScheduleState, event: ScheduleEvent): void {
  if (event.type === 'queue-described') {
    describe(state, event.data, event.atMs);
    return;
  }
  const queue = state.queues.get(event.data.pool);
  if (!queue) throw new RangeError(`${event.type} in the pool ${event.data.pool}, which has no queue`);
  countContended(queue, event.atMs);
  if (event.type === 'ticket-taken') {
    take({ state, queue }, event.data, event.atMs);
    return;
  }
  if (event.type === 'use-charged') {
    chargeUse({ state, queue }, event.data);
    return;
  }
  if (event.type === 'promises-made') {
    for (const made of event.data.promises) {
      const ticket = queue.tickets.get(made.ticket);
      if (ticket) Object.assign(ticket, { promise: { ...made, madeAtMs: event.atMs }, owed: null });
    }
    return;
  }
  step(queue, event);
}

type Of<T extends ScheduleEventType> = Extract<ScheduleBody, { type: T }>['data'];
type Step = Extract<ScheduleEvent, { type: TicketStep }>;
type Stepped = { readonly queue: Queue; readonly ticket: Ticket; readonly atMs: number };

function step(queue: Queue, event: Step): void {
  const { atMs, type } = event;
  const ticket = queue.tickets.get(event.data.ticket);
  const { from, to } = ticketSteps[type];
  if (!ticket || !from.includes(ticket.phase))
    throw new RangeError(`${type} of the ticket ${event.data.ticket}, which is ${ticket?.phase ?? 'gone'}`);
  // The row for a type takes exactly the data of that type, which the compiler cannot see through the look-up.
  const effect = effects[type] as (stepped: Stepped, data: Step['data']) => void;
  effect({ queue, ticket, atMs }, event.data);
  if (to === 'gone') queue.tickets.delete(ticket.ticket);
  else if (to !== 'same' && to !== ticket.phase) Object.assign(ticket, { phase: to, sinceMs: atMs });
}

const effects: { readonly [T in TicketStep]: (stepped: Stepped, data: Of<T>) => void } = {
  'ticket-callable': ({ queue, ticket, atMs }, { budgetMs, handicapMs }) => {
    ticket.handicapUnits = unitsOf(handicapMs, queue.memory, atMs);
    ticket.owed = ticket.placeMs === null ? 'first' : 'returned';
    // Time away is no time in the line.
    ticket.placeMs = ticket.placeMs === null ? atMs : ticket.placeMs + atMs - ticket.sinceMs;
    if (budgetMs !== null) ticket.budgetMs = budgetMs;
  },
  'ticket-away': ({ ticket }) => forgetPromise(ticket),
  'turn-granted': grant,
  'turn-claimed': ({ ticket, atMs }) => {
    if (ticket.turn) ticket.turn.claimedAtMs = atMs;
  },
  'ticket-parked': (stepped) => {
    missed(stepped);
    stepped.ticket.misses += 1;
  },
  'ticket-shortened': ({ ticket }, { askedMs }) => {
    ticket.askedMs = askedMs;
  },
  'ticket-dropped': missed,
  'turn-renewed': ({ queue, ticket }, { byMs }) => {
    const { turn } = ticket;
    if (!turn) return;
    charge(queue, ticket, byMs);
    Object.assign(turn, {
      lengthMs: turn.lengthMs + byMs,
      chargeMs: turn.chargeMs + byMs,
      boundMs: turn.boundMs + byMs,
      tieUpMs: turn.tieUpMs + byMs,
      overranAtMs: null,
    });
  },
  'turn-overran': ({ queue, ticket }, { boundMs, beyond }) => {
    if (!ticket.turn) return;
    ticket.turn.overranAtMs ??= queue.contendedMs;
    if (beyond) goBeyond(queue, ticket.turn, boundMs);
  },
  'turn-ended': ({ queue, ticket, atMs }, { chargeMs, readyAtMs }) => {
    const { turn } = ticket;
    if (!turn) return;
    // At the time of the grant: valued later, time given back would be worth more than the same time was when charged.
    charge(queue, ticket, chargeMs - turn.chargeMs);
    weigh(queue, ticket, chargeMs);
    learn(queue, { grantedMs: turn.lengthMs, usedMs: atMs - (turn.claimedAtMs ?? turn.fromMs) });
    release(queue, turn, readyAtMs);
  },
};

function describe(state: ScheduleState, { pool, halfLifeMs }: Of<'queue-described'>, atMs: number): void {
  const queue = state.queues.get(pool);
  if (!queue) {
    state.queues.set(pool, emptyQueue(pool, { halfLifeMs, epochMs: atMs }));
    return;
  }
  if (queue.memory.halfLifeMs === halfLifeMs) return;
  const worth = (units: bigint): bigint => revalued(units, queue.memory, atMs);
  for (const use of queue.uses.values()) {
    use.units = worth(use.units);
    use.heaviest = use.heaviest.map((one) => ({ ...one, units: worth(one.units) }));
  }
  for (const ticket of queue.tickets.values()) {
    ticket.handicapUnits = worth(ticket.handicapUnits);
    // A turn under way is corrected in the new memory, of which it is as old as the memory itself.
    if (ticket.turn) ticket.turn.chargedAtMs = atMs;
  }
  queue.memory = { halfLifeMs, epochMs: atMs };
}

const emptyQueue = (pool: string, memory: Queue['memory']): Queue => ({
  pool,
  memory,
  uses: new Map(),
  tickets: new Map(),
  taken: 0,
  contendedMs: 0,
  contendedToMs: memory.epochMs,
  lengths: { grantedMs: 0, usedMs: 0 },
  readyAtMs: new Map(),
});

function countContended(queue: Queue, atMs: number): void {
  for (const { phase } of queue.tickets.values()) {
    if (phase !== 'callable') continue;
    queue.contendedMs += Math.max(0, atMs - queue.contendedToMs);
    break;
  }
  queue.contendedToMs = Math.max(atMs, queue.contendedToMs);
}

type Placed = { readonly state: ScheduleState; readonly queue: Queue };

function take({ state, queue }: Placed, data: Of<'ticket-taken'>, atMs: number): void {
  for (const { branch, weight } of data.path) state.weights.set(branch, weight);
  queue.taken += 1;
  queue.tickets.set(data.ticket, {
    ticket: data.ticket,
    member: data.member,
    path: data.path.map(({ branch }) => branch),
    askedMs: data.askedMs,
    whole: data.whole,
    machines: data.machines,
    number: queue.taken,
    phase: 'queued',
    sinceMs: atMs,
    placeMs: null,
    handicapUnits: 0n,
    budgetMs: 0,
    overtakenMs: 0,
    misses: 0,
    promise: null,
    owed: null,
    turn: null,
  });
}

function grant({ queue, ticket, atMs }: Stepped, data: TurnGranted): void {
  const { machine, lengthMs, tieUpMs, chargeMs, overtakes } = data;
  ticket.turn = {
    machine,
    fromMs: atMs,
    chargedAtMs: atMs,
    claimedAtMs: null,
    lengthMs,
    chargeMs,
    overtakes,
    tieUpMs,
    boundMs: atMs + tieUpMs,
    contendedAtMs: queue.contendedMs,
    overranAtMs: null,
  };
  charge(queue, ticket, chargeMs);
  for (const id of overtakes) overtake(queue, id, tieUpMs);
}

/** Nobody came: nothing was used, and the machine is free at once. */
function missed({ queue, ticket, atMs }: Stepped): void {
  const { turn } = ticket;
  forgetPromise(ticket);
  if (!turn) return;
  charge(queue, ticket, -turn.chargeMs);
  release(queue, turn, atMs);
  ticket.turn = null;
}

function forgetPromise(ticket: Ticket): void {
  ticket.promise = null;
  ticket.owed = null;
}

/** On every branch from the root down, at the time of the grant. */
function charge(queue: Queue, { path, turn }: Ticket, ms: number): void {
  if (turn && ms !== 0) addUse(queue, path, unitsOf(ms, queue.memory, turn.chargedAtMs));
}

function addUse({ uses }: Queue, path: readonly string[], units: bigint): void {
  for (const branch of path) {
    const use = uses.get(branch) ?? { units: 0n, heaviest: [] };
    use.units += units;
    uses.set(branch, use);
  }
}

function chargeUse({ state, queue }: Placed, { path, ms, chargedAtMs }: Of<'use-charged'>): void {
  for (const { branch, weight } of path) state.weights.set(branch, weight);
  const branches = path.map(({ branch }) => branch);
  addUse(queue, branches, unitsOf(ms, queue.memory, chargedAtMs));
}

/** Only what a turn counted in the end: a charge that is corrected later would have pushed out one that is not. */
function weigh(queue: Queue, { path, ticket, turn }: Ticket, chargeMs: number): void {
  if (!turn || chargeMs === 0) return;
  const units = unitsOf(chargeMs, queue.memory, turn.chargedAtMs);
  for (const branch of path) {
    const use = queue.uses.get(branch);
    if (!use) continue;
    use.heaviest = [...use.heaviest, { ticket, atMs: turn.fromMs, units }]
      .sort((one, other) => (one.units > other.units ? -1 : one.units < other.units ? 1 : 0))
      .slice(0, heaviestLimit);
  }
}

function overtake(queue: Queue, id: string, ms: number): void {
  const ticket = queue.tickets.get(id);
  if (ticket && !ticket.turn) ticket.overtakenMs = Math.max(0, ticket.overtakenMs + ms);
}

function goBeyond(queue: Queue, turn: Turn, boundMs: number): void {
  const lateMs = boundMs - turn.boundMs;
  turn.boundMs = boundMs;
  turn.tieUpMs += lateMs;
  for (const id of turn.overtakes) overtake(queue, id, lateMs);
  for (const ticket of queue.tickets.values())
    if (ticket.promise?.machines.includes(turn.machine)) ticket.owed = 'overrun';
}

/** The machine goes on to the next; those whom the turn overtook are charged for no more than it took. */
function release(queue: Queue, turn: Turn, readyAtMs: number): void {
  const unusedMs = Math.min(0, readyAtMs - turn.fromMs - turn.tieUpMs);
  for (const id of turn.overtakes) overtake(queue, id, unusedMs);
  queue.readyAtMs.set(turn.machine, readyAtMs);
}

/** Older turns fade by a sixteenth each. */
function learn({ lengths }: Queue, { grantedMs, usedMs }: Queue['lengths']): void {
  lengths.grantedMs = lengths.grantedMs - Math.floor(lengths.grantedMs / 16) + grantedMs;
  lengths.usedMs = lengths.usedMs - Math.floor(lengths.usedMs / 16) + usedMs;
}
