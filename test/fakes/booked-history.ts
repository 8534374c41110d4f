// A workshop of three lasers (or one) that can be booked, with a policy in force, as tests of bookings need it. Bookings
// are made as the gateway makes them; time is brought forward by what is due.

import { decideBookings } from '../../src/domain/access/decide-bookings.ts';
import { decideTap } from '../../src/domain/access/decide-tap.ts';
import { decideTurns } from '../../src/domain/access/decide-turns.ts';
import { noWishes } from '../../src/domain/access/tap-decision.ts';
import { cancelBooking, makeBooking } from '../../src/domain/booking/book.ts';
import type { Booking } from '../../src/domain/booking/booking-state.ts';
import type { EntryBody } from '../../src/domain/journal/entry.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { PolicyDocument, PoolPolicy } from '../../src/domain/policy/policy-document.ts';
import { createHistory } from './history.ts';
import { machineLike, sampleWorkshop } from './sample-workshop.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const pool = 'lasers';

export type BookedOptions = {
  readonly shared?: PoolPolicy;
  /** Whether the pool is used in turn. */
  readonly queue?: boolean;
  readonly machines?: 1 | 3;
  readonly members?: readonly string[];
  readonly space?: Partial<Workshop['space']>;
  /** The wall clock at the beginning; Monday, 11 October 2027, 08:00 in Rome where left out. */
  readonly fromMs?: number;
};

export const mondayMs = Date.UTC(2027, 9, 11, 6);

/** The workshop and the entries that put a policy in force. */
export function bookedWorkshop({ queue = true, machines = 3, space = {} }: BookedOptions = {}): Workshop {
  const more = {
    'laser-2': machineLike({ reader: 'second', switch: null, name: 'Laser 2' }),
    'laser-3': machineLike({ reader: 'third', switch: null, name: 'Laser 3' }),
  };
  return {
    ...sampleWorkshop,
    space: { ...sampleWorkshop.space, ...space },
    machines: { ...sampleWorkshop.machines, ...(machines === 3 ? more : {}) },
    ...(queue && { turns: { [pool]: {} } }),
  };
}

function policyInForce(shared: PoolPolicy, version = 1): readonly EntryBody[] {
  const document: PolicyDocument = { pools: { [pool]: shared } };
  const adopted = { version, hash: 'h', document, fromMs: 0, by: 'file', proposal: null } as const;
  return [
    { type: 'policy-adopted', data: adopted },
    { type: 'policy-began', data: { version } },
  ];
}

export type BookedHistory = ReturnType<typeof createBookedHistory>;

export function createBookedHistory(options: BookedOptions = {}) {
  const { shared = { bookings: {} }, members = ['anna', 'bruno', 'carla', 'dora'] } = options;
  const workshop = bookedWorkshop(options);
  const history = createHistory({ workshop });
  const { state, clock, add, stamp } = history;
  clock.advance((options.fromMs ?? mondayMs) - clock.wallMs());
  for (const member of members) history.member(member);
  if (options.queue !== false) add({ type: 'queue-described', data: { pool, halfLifeMs: 7 * 24 * hour } });
  add(...policyInForce(shared));
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `b-${made}`;
  };
  return {
    ...history,
    newId,
    /** What is due of bookings and queues, until nothing is. */
    settle(): readonly string[] {
      const types: string[] = [];
      for (let round = 0; round < 500; round++) {
        let due: readonly EntryBody[] = decideBookings(state, stamp(), newId);
        if (due.length === 0 && options.queue !== false) due = decideTurns(state, stamp());
        if (due.length === 0) return types;
        add(...due);
        types.push(...due.map(({ type }) => type));
      }
      throw new Error('it never has enough');
    },
    /** The id, or the code of the refusal. */
    book(member: string, at: { machine?: string; fromMs: number; minutes?: number }): string {
      const { machine = 'laser', fromMs, minutes = 60 } = at;
      const booking = newId();
      const wish = { pool, machine, member, fromMs, toMs: fromMs + minutes * minute };
      const outcome = makeBooking(state, { ...wish, booking, from: 'member' }, stamp());
      if (!outcome.ok) return outcome.code;
      add(...outcome.bodies);
      return booking;
    },
    cancel(booking: string): string {
      const outcome = cancelBooking(state, { booking, by: null }, stamp());
      if (!outcome.ok) return outcome.code;
      add(...outcome.bodies);
      return 'ok';
    },
    tap(member: string, reader = 'front') {
      const badge = state.members.get(member)?.badges[0] ?? '';
      const id = newId();
      const request = {
        ...{ reader, tap: `door:${id.slice(2)}`, machine: null, replayed: false, pin: 'none' as const },
        ...{ badge: { badge, member, counter: null }, newSession: id, wishes: noWishes },
      };
      const decision = decideTap(state, request, stamp());
      add(...decision.bodies);
      return decision;
    },
    end(machine = 'laser'): void {
      const session = state.sessions.get(machine)?.session ?? '';
      const of = { session, machine };
      add({ type: 'session-ending', data: { ...of, cause: 'second-tap', reader: null, tap: null } });
      add({ type: 'session-ended', data: { ...of, power: 'off' } });
    },
    booking(id: string): Booking {
      const found = state.bookings.get(id);
      if (!found) throw new Error(`there is no booking ${id}`);
      return found;
    },
    /** What a member's own branch has used, in exact units. */
    units: (member: string): bigint =>
      state.schedule.queues.get(pool)?.uses.get(`member-${member}`)?.units ?? 0n,
  };
}
