// What the entries about people in the space and decisions about machines change in a state: the rows of `apply.ts` for
// them. Frozen per version like all of it.

import type { Entry } from './entry.ts';
import {
  lockLimit,
  type PlaceEntry,
  type PlaceState,
  type PresenceEntered,
  waitingLimit,
} from './place-entries.ts';
import { rememberTap } from './remember-tap.ts';
import type { State } from './state.ts';

type PlaceType = PlaceEntry['type'];

type Of<T extends PlaceType> = Extract<Entry, { type: T }>;

export const placeEffects: { readonly [T in PlaceType]: (state: State, entry: Of<T>) => void } = {
  'presence-entered': (state, { seq, atMs, data }) => {
    state.inside.set(data.member, { seq, sinceMs: atMs });
    state.waiting.delete(data.member);
    atDoor(state, { seq, code: 'presence-entered', data });
  },
  'presence-left': (state, { seq, data }) => {
    state.inside.delete(data.member);
    atDoor(state, { seq, code: 'presence-left', data });
    // Nobody waits for a place in a space that is closed.
    if (data.why === 'closing') state.waiting.clear();
  },
  'people-short': (state, { monoMs, data: { machine, ...short } }) => {
    state.short.set(machine, { ...short, sinceMonoMs: monoMs });
  },
  'people-enough': (state, { data }) => {
    state.short.delete(data.machine);
  },
  'start-asked': (state, { seq, monoMs, data }) => {
    const { machine, member, badge } = data;
    standBy(state, { seq, data });
    state.asks.set(machine, { member, badge, askedMonoMs: monoMs, witnesses: [] });
  },
  'start-witnessed': (state, { seq, data }) => {
    const { machine, witness, session } = data;
    // The session that starts by it remembers the tap itself.
    if (session === null) standBy(state, { seq, data });
    const ask = state.asks.get(machine);
    if (ask) state.asks.set(machine, { ...ask, witnesses: [...ask.witnesses, witness] });
  },
  'machine-mode-set': (state, { atMs, data: { machine, mode, by, note, photo } }) => {
    if (mode === 'production' && note === null && photo === null) state.modes.delete(machine);
    else state.modes.set(machine, { mode, by, note, photo, sinceMs: atMs });
  },
  'machine-locked': (state, { atMs, data: { machine, by, lock } }) => {
    state.locks.set(machine, { by, lock, sinceMs: atMs });
    state.lockings.set(by, [...(state.lockings.get(by) ?? []), atMs].slice(-lockLimit));
  },
  'machine-unlocked': (state, { data }) => {
    state.locks.delete(data.machine);
  },
};

type AtDoor = {
  readonly seq: number;
  readonly code: 'presence-entered' | 'presence-left';
  readonly data: PresenceEntered;
};

function atDoor(state: State, { seq, code, data: { reader, tap } }: AtDoor): void {
  if (reader === null || tap === null) return;
  rememberTap(state, reader, { seq, tap, outcome: 'notice', code, machine: null, session: null });
}

type StandBy = {
  readonly seq: number;
  readonly data: { readonly reader: string; readonly tap: string; readonly machine: string };
};

function standBy(state: State, { seq, data: { reader, tap, machine } }: StandBy): void {
  rememberTap(state, reader, { seq, tap, outcome: 'notice', code: 'people-asked', machine, session: null });
}

/** Who found the space full is told when there is a place. */
export function waits(state: PlaceState, one: { member: string; seq: number; atMs: number }): void {
  const { member, seq, atMs } = one;
  state.waiting.delete(member);
  state.waiting.set(member, { seq, atMs });
  const oldest = state.waiting.keys().next().value;
  if (state.waiting.size > waitingLimit && oldest !== undefined) state.waiting.delete(oldest);
}

/** Monotonic times begin anew with each boot: a start that waited is over, and who is short gets the whole time again. */
export function placeAfterBoot(state: PlaceState, monoMs: number): void {
  state.asks.clear();
  for (const [machine, short] of state.short) state.short.set(machine, { ...short, sinceMonoMs: monoMs });
}

/** A member who is erased is nowhere any more. */
export function forgetInPlace(state: PlaceState, member: string): void {
  state.inside.delete(member);
  state.waiting.delete(member);
  state.lockings.delete(member);
  for (const [machine, ask] of state.asks) if (ask.member === member) state.asks.delete(machine);
}
