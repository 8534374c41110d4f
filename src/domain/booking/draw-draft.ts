// The draft of a week: wishes become bookings in rounds, least used per weight first. Who has had fewest for their
// weight picks next, so that nobody envies another by more than one booking (WEF1); ties go by the fair order in odd rounds
// and by its reverse in even ones. Same wishes, same state: the same bookings.

import { inTurnAt, machinesOf, pathOf } from '../access/turn-at.ts';
import { apply } from '../journal/apply.ts';
import { copyState } from '../journal/copy-state.ts';
import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { fairOrder } from '../schedule/order.ts';
import type { Queue, Ticket } from '../schedule/schedule-state.ts';
import { type Share, shareOf, treeOf } from '../schedule/tree.ts';
import type { Stamp } from '../time.ts';
import { bodiesOf } from './book.ts';
import type { Drawn, Wish } from './booking-state.ts';
import { mayBook } from './may-book.ts';

type Draft = { readonly pool: string; readonly week: string; readonly newId: () => string };

type Picker = {
  readonly member: string;
  /** From 0, in the fair order. */
  readonly place: number;
  readonly share: Share;
  picks: number;
  /** By rank; what was tried and cannot be had goes. */
  left: readonly { readonly wish: Wish; readonly rank: number }[];
};

type Picked = Drawn & { readonly booking: string; readonly wish: string };

/** The entries of the whole draft, for one commit. */
export function drawDraft(state: State, { pool, week, newId }: Draft, stamp: Stamp): readonly EntryBody[] {
  const pickers = pickersOf(state, { pool, week });
  // What is picked counts for those who pick after it.
  const draft = copyState(state);
  const bodies: EntryBody[] = [];
  const picks: Picked[] = [];
  for (let next = nextPicker(pickers); next; next = nextPicker(pickers)) {
    const found = pickFor(draft, next, stamp);
    if (!found) continue;
    next.picks += 1;
    const booking = newId();
    const how = { round: next.picks, place: placeIn(pickers, next), rank: found.rank };
    const { member, fromMs, toMs, wish } = found.wish;
    const made = { booking, pool, machine: found.machine, member, fromMs, toMs, from: 'draft', how } as const;
    const written = bodiesOf(draft, { ...made, drawn: true }, stamp);
    for (const body of written) applyTo(draft, body, stamp);
    bodies.push(...written);
    picks.push({ booking, wish, ...how });
  }
  const order = pickers.map(({ member }) => member);
  return [...bodies, { type: 'draft-drawn', data: { pool, week, order, picks } }];
}

function applyTo(state: State, body: EntryBody, stamp: Stamp): void {
  const { gateway, seq, boot } = state;
  apply(state, { ...body, seq: seq + 1, gateway, boot: boot ?? '', ...stamp, v: 1 });
}

/** Whoever has fewest for their share: in the first round the fair order, in the second its reverse. */
function nextPicker(pickers: readonly Picker[]): Picker | null {
  let next: Picker | null = null;
  for (const one of pickers) {
    if (one.left.length === 0) continue;
    if (next === null || goesBefore(one, next)) next = one;
  }
  return next;
}

function goesBefore(one: Picker, other: Picker): boolean {
  const mine = BigInt(one.picks) * one.share.whole * other.share.part;
  const theirs = BigInt(other.picks) * other.share.whole * one.share.part;
  if (mine !== theirs) return mine < theirs;
  return one.picks % 2 === 0 ? one.place < other.place : one.place > other.place;
}

/** From 1, as it is told: in the reverse order the last is first. */
function placeIn(pickers: readonly Picker[], { picks, place }: Picker): number {
  return picks % 2 === 1 ? place + 1 : pickers.length - place;
}

/** The best wish that can still be had, taken out with all that cannot. */
function pickFor(state: State, picker: Picker, stamp: Stamp) {
  while (picker.left.length > 0) {
    const [best, ...rest] = picker.left;
    picker.left = rest;
    if (!best) break;
    const { pool, machine, member, fromMs, toMs } = best.wish;
    const machines = machine === null ? machinesOf(state, pool).map(({ id }) => id) : [machine];
    const free = machines.find(
      (id) => mayBook(state, { pool, machine: id, member, fromMs, toMs, drawn: true }, stamp) === null,
    );
    if (free !== undefined) return { ...best, machine: free };
  }
  return null;
}

/** In fair order, with the share of each among those who wish. */
function pickersOf(state: State, { pool, week }: Pick<Draft, 'pool' | 'week'>): readonly Picker[] {
  const wishes = new Map<string, Wish[]>();
  for (const wish of state.wishes.values()) {
    if (wish.pool !== pool || wish.week !== week || !state.members.has(wish.member)) continue;
    wishes.set(wish.member, [...(wishes.get(wish.member) ?? []), wish]);
  }
  const queue = inTurnAt(state, pool)?.queue ?? noQueue(pool);
  const weights = new Map(state.schedule.weights);
  const tickets = [...wishes.keys()].map((member, number) => {
    const recorded = state.members.get(member);
    const path = recorded ? pathOf(state, recorded) : [];
    for (const { branch, weight } of path) weights.set(branch, weight);
    return ticketFor({ member, number, path: path.map(({ branch }) => branch) });
  });
  const roots = treeOf({ queue, weights }, tickets);
  return fairOrder(roots).map((ticket, place) => ({
    member: ticket.member,
    place,
    share: shareOf(ticket, roots),
    picks: 0,
    left: (wishes.get(ticket.member) ?? []).map((wish, index) => ({ wish, rank: index + 1 })),
  }));
}

/** Nobody has used anything: those who wished first go first. */
const noQueue = (pool: string): Queue => ({
  ...{ pool, memory: { halfLifeMs: 1, epochMs: 0 }, uses: new Map(), tickets: new Map(), taken: 0 },
  ...{ contendedMs: 0, contendedToMs: 0, lengths: { grantedMs: 0, usedMs: 0 }, readyAtMs: new Map() },
});

/** A wish stands in the tree of shares as a ticket would. */
const ticketFor = (of: Pick<Ticket, 'member' | 'number' | 'path'>): Ticket => ({
  ...{ ticket: of.member, askedMs: 0, whole: false, machines: null, phase: 'callable', sinceMs: 0 },
  ...{ placeMs: 0, handicapUnits: 0n, budgetMs: 0, overtakenMs: 0, misses: 0 },
  ...{ promise: null, owed: null, turn: null },
  ...of,
});
