// How many people are inside, how many a machine needs beside it, and what a tap at an entrance brings about. Where no
// reader hangs at an entrance nobody counts who leaves: there others stand by with a tap of their own.

import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { PresenceLeft, PresenceWhy, StartAsk } from '../journal/place-entries.ts';
import type { State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import type { Machine, Workshop } from '../machine/workshop.ts';
import { hourMs, minuteMs, type Stamp } from '../time.ts';
import { hasClosedOn, spaceOpen } from './hours-rule.ts';
import { stillStands } from './pin-badge.ts';
import type { No } from './refusal.ts';
import type { Rule } from './rule.ts';

/** A start waits this long for the others, and a session that lacks people for them to come back. */
export const peopleWithinMs = minuteMs;

/** Nobody works for so long: they forgot to tap as they went. */
export const forgottenAfterMs = 16 * hourMs;

/** Readers at the entrance; without them presence is not known. */
export function hasEntrance({ workshop }: Pick<State, 'workshop'>): boolean {
  if (workshop === null) return false;
  const known = entranceKnown.get(workshop);
  if (known !== undefined) return known;
  const found = Object.values(workshop.readers).some(({ entrance }) => entrance !== undefined);
  entranceKnown.set(workshop, found);
  return found;
}

// A description never changes, and this is asked on every tick.
const entranceKnown = new WeakMap<Workshop, boolean>();

/** What a reader is at the entrance, if it hangs there; own keys only. */
export function entranceOf({ workshop }: Pick<State, 'workshop'>, reader: string): 'both' | 'out' | null {
  const readers = workshop?.readers ?? {};
  return Object.hasOwn(readers, reader) ? (readers[reader]?.entrance ?? null) : null;
}

/** Who taps a machine is inside, and so must have room there. */
export const roomInside: Rule = ({ state, member }) => fullFor(state, member.member);

/** By presence, where it is known; without it `decideTap` lets others stand by. */
export const withEnoughPeople: Rule = ({ state, member, machine }) => {
  const needed = machine.people ?? 1;
  if (needed < 2 || !hasEntrance(state)) return null;
  const present = state.inside.size + (state.inside.has(member.member) ? 0 : 1);
  if (present >= needed) return null;
  return {
    code: 'people-missing',
    values: { machine: machine.name, present: String(present), needed: String(needed) },
  };
};

/** Bodies that say that a member is inside, by a tap at a machine; none where that is known or nobody counts. */
export function insideBySession(state: State, member: string): readonly EntryBody[] {
  if (!hasEntrance(state) || state.inside.has(member)) return [];
  return [{ type: 'presence-entered', data: { member, reader: null, tap: null, why: 'session' } }];
}

export type DoorTap = {
  readonly recorded: MemberRecorded;
  readonly reader: string;
  readonly tap: string;
  /** What a steward may go past at a machine, they may go past here, on record too. */
  readonly mayBypass: boolean;
};

export type DoorYes = {
  readonly body: Extract<EntryBody, { type: 'presence-entered' | 'presence-left' }>;
  readonly code: 'presence-entered' | 'presence-bypassed' | 'presence-left';
  readonly values: Readonly<Record<string, string>>;
};

/** A tap at an entrance by a member who may come: in, or out again. Out is never refused. */
export function tapAtDoor(state: State, door: DoorTap, stamp: Stamp): DoorYes | No {
  const { recorded, reader, tap, mayBypass } = door;
  const { member, status } = recorded;
  const data = { member, reader, tap, why: 'tap' } as const;
  const space = state.workshop?.space.name ?? '';
  if (state.inside.has(member)) {
    return { body: { type: 'presence-left', data }, code: 'presence-left', values: { space } };
  }
  if (entranceOf(state, reader) === 'out') return { code: 'entrance-leave-only', values: { space } };
  if (status === 'suspended') return { code: 'member-suspended', values: {} };
  const nos = [spaceOpen(state, stamp.atMs), fullFor(state, member)].filter((no) => no !== null);
  const [no] = nos;
  if (!no) return { body: { type: 'presence-entered', data }, code: 'presence-entered', values: { space } };
  if (!mayBypass) return no;
  const bypassed = nos.map(({ code }) => code);
  const values = { space, codes: bypassed.join(', ') };
  const body = { type: 'presence-entered', data: { ...data, bypassed } } as const;
  return { body, code: 'presence-bypassed', values };
}

/** What time and others bring about: who is inside for too long or at closing time is so no more. */
export function leaving(state: State, stamp: Stamp): readonly EntryBody[] {
  const uncounted = !hasEntrance(state);
  const why = (sinceMs: number): PresenceWhy | null => {
    if (hasClosedOn(state, { sinceMs, atMs: stamp.atMs })) return 'closing';
    return uncounted || stamp.atMs - sinceMs >= forgottenAfterMs ? 'forgotten' : null;
  };
  return [...state.inside].flatMap(([member, { sinceMs }]) => {
    const because = why(sinceMs);
    const data = (reason: PresenceWhy): PresenceLeft => ({ member, reader: null, tap: null, why: reason });
    return because === null ? [] : [{ type: 'presence-left', data: data(because) } as const];
  });
}

export type ShortOf = { readonly present: number; readonly needed: number };

/** What a machine lacks while it runs; null when enough are there, or nobody can know. */
export function shortOf(state: State, machine: string): ShortOf | null {
  const needed = machineById(state, machine)?.people ?? 1;
  const present = state.inside.size;
  return needed < 2 || !hasEntrance(state) || present >= needed ? null : { present, needed };
}

/** Whether a start there waits for others to stand by. */
export const needsWitness = (state: State, machine: Machine): boolean =>
  (machine.people ?? 1) > 1 && !hasEntrance(state);

/** The start that another member may stand by for now. */
export function openAsk(state: State, at: { id: string; member: string }, stamp: Stamp): StartAsk | null {
  const ask = state.asks.get(at.id);
  if (!ask || stamp.monoMs - ask.askedMonoMs >= peopleWithinMs) return null;
  // A badge that was lost since then starts nothing.
  const first = state.members.get(ask.member);
  if (!first || !stillStands(first, ask.badge)) return null;
  return ask.member === at.member || ask.witnesses.includes(at.member) ? null : ask;
}

function fullFor(state: State, member: string): No | null {
  const capacity = state.workshop?.space.capacity;
  if (capacity === undefined || state.inside.has(member) || state.inside.size < capacity) return null;
  const values = { space: state.workshop?.space.name ?? '', present: String(state.inside.size) };
  return { code: 'space-full', values };
}
