// What the screen knows of the workshop: a pure reducer over the live events. What is old is never shown as new: while the
// gateway is away every machine is unknown and the clock stands still (invariant 7).

import type { Board, DemoAnswer, LiveEvent, MachineCard } from '../../contract/board.ts';
import type { Shown } from '../look/states.ts';
import type { LastBoard } from '../offline/last-board.ts';

type Contact =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `sinceMs` is the gateway's wall clock when it was last heard; null when it never was. */
  | { readonly kind: 'away'; readonly sinceMs: number | null }
  | { readonly kind: 'back'; readonly atMs: number; readonly untilMonoMs: number };

type Told = Extract<LiveEvent, { event: 'told' }>['data'];

export type LiveState = {
  readonly contact: Contact;
  readonly board: Board | null;
  /** The gateway's wall clock minus this screen's monotonic clock, so that a tablet with a wrong date shows the right time. */
  readonly offsetMs: number;
  readonly heardMonoMs: number;
  /** When each card came, for counting on from it. */
  readonly cardMonoMs: ReadonlyMap<string, number>;
  /** Machines whose link was lost in an alarm: the alarm stands until the machine is heard again. */
  readonly lostInAlarm: ReadonlyMap<string, string>;
  /** The last answer of each reader of the demo, shown for `answerMs`. */
  readonly answers: ReadonlyMap<string, { readonly answer: DemoAnswer; readonly monoMs: number }>;
  /** Machine → what this person was told of it last, shown for `toldMs`. */
  readonly told: ReadonlyMap<string, { readonly told: Told; readonly monoMs: number }>;
};

/** A stream that says nothing for this long is taken for dead; the gateway pings every 10 s. */
export const silenceMs = 25_000;
/** A stream that breaks and is back within this time is not worth a band. */
export const graceMs = 1_500;
const backMs = 4_000;
const answerMs = 8_000;
const toldMs = 60_000;

export const emptyLive: LiveState = {
  contact: { kind: 'connecting' },
  board: null,
  offsetMs: 0,
  heardMonoMs: 0,
  cardMonoMs: new Map(),
  lostInAlarm: new Map(),
  answers: new Map(),
  told: new Map(),
};

/** Takes one event in. Readings are not kept here: see `samples.ts`. */
export function hear(state: LiveState, event: LiveEvent, monoMs: number): LiveState {
  const heard = { ...state, heardMonoMs: monoMs };
  switch (event.event) {
    case 'board':
      return hearBoard(heard, event.data, monoMs);
    case 'machine':
      return hearMachine(heard, event.data, monoMs);
    case 'answer':
      return {
        ...heard,
        answers: new Map(state.answers).set(event.data.reader, { answer: event.data, monoMs }),
      };
    case 'told':
      return { ...heard, told: new Map(state.told).set(event.data.machine, { told: event.data, monoMs }) };
    case 'reading':
    case 'tapped':
    case 'unassigned':
    case 'proposals':
      return heard;
  }
}

/** A sign of life that carries nothing; the same object when more was heard since. */
export function hearPing(state: LiveState, monoMs: number): LiveState {
  return monoMs <= state.heardMonoMs ? state : { ...state, heardMonoMs: monoMs };
}

/** A start while the gateway is away: what this screen has seen last stands as old, with its time (invariant 7). */
export function recall(state: LiveState, { board, atMs }: LastBoard, monoMs: number): LiveState {
  if (state.board !== null) return state;
  const offsetMs = atMs - monoMs;
  return { ...state, board, offsetMs, heardMonoMs: monoMs, contact: { kind: 'away', sinceMs: atMs } };
}

/** The gateway is away. Asking again changes nothing: the time since stays. */
export function lose(state: LiveState): LiveState {
  if (state.contact.kind === 'away') return state;
  const sinceMs = state.board === null ? null : state.heardMonoMs + state.offsetMs;
  return { ...state, contact: { kind: 'away', sinceMs }, answers: new Map() };
}

/** Lets what has a time limit pass; the same object when nothing did. */
export function passTime(state: LiveState, monoMs: number): LiveState {
  let next = state;
  if (state.contact.kind === 'back' && monoMs >= state.contact.untilMonoMs) {
    next = { ...next, contact: { kind: 'live' } };
  }
  const told = [...state.told].filter(([, { monoMs: atMs }]) => monoMs - atMs < toldMs);
  if (told.length !== state.told.size) next = { ...next, told: new Map(told) };
  const fresh = [...state.answers].filter(([, { monoMs: atMs }]) => monoMs - atMs < answerMs);
  return fresh.length === state.answers.size ? next : { ...next, answers: new Map(fresh) };
}

/** The clock of the gateway; it stands still while the gateway is away. */
export function gatewayNowMs(state: LiveState, monoMs: number): number {
  return (isLive(state) ? monoMs : state.heardMonoMs) + state.offsetMs;
}

/** What this person was last told of a machine; an end that was called off is not told any more. */
export function toldOf(state: LiveState, { id, session }: MachineCard): string | null {
  const told = state.told.get(id)?.told;
  if (told === undefined) return null;
  if (told.until === null) return told.text;
  const ends = session?.ends ?? null;
  const isStill = ends !== null && Math.abs(Date.parse(ends.at) - Date.parse(told.until)) < toldMs;
  return isStill ? told.text : null;
}

/** Whether what stands on the screen is of now. */
export function isLive(state: LiveState): boolean {
  return state.contact.kind === 'live' || state.contact.kind === 'back';
}

/** The state to show for a card: as the gateway says, while it is there to say so (invariant 7). */
export const shownOf = (state: LiveState, card: MachineCard): Shown =>
  isLive(state) ? card.shown : 'unknown';

/** Time in use today, counted on while a session goes on that we can see. */
export function usedTodayMs(state: LiveState, card: MachineCard, monoMs: number): number {
  const seen = card.session !== null && !card.session.ending && card.link === 'up';
  if (!seen) return card.usedTodayMs;
  const nowMs = isLive(state) ? monoMs : state.heardMonoMs;
  return card.usedTodayMs + Math.max(0, nowMs - (state.cardMonoMs.get(card.id) ?? nowMs));
}

/** Machines that are in alarm after a change and were not before; a first board announces nothing. */
export function newAlarms(before: LiveState, after: LiveState): readonly MachineCard[] {
  if (before.board === null || after.board === null || before.board === after.board) return [];
  const known = new Set(
    before.board.machines.filter((card) => card.shown === 'alarm').map((card) => card.id),
  );
  return after.board.machines.filter(
    (card) => card.shown === 'alarm' && !known.has(card.id) && !before.lostInAlarm.has(card.id),
  );
}

function hearBoard(state: LiveState, board: Board, monoMs: number): LiveState {
  const atMs = Date.parse(board.at);
  const contact: Contact =
    state.contact.kind === 'away' && state.contact.sinceMs !== null
      ? { kind: 'back', atMs, untilMonoMs: monoMs + backMs }
      : state.contact.kind === 'back'
        ? state.contact
        : { kind: 'live' };
  return {
    ...state,
    contact,
    board,
    offsetMs: atMs - monoMs,
    cardMonoMs: new Map(board.machines.map((card) => [card.id, monoMs])),
    lostInAlarm: new Map(board.machines.flatMap((card) => alarmKept(state, card))),
  };
}

/** A card of a machine that the board does not know waits for the next board. */
function hearMachine(state: LiveState, card: MachineCard, monoMs: number): LiveState {
  const { board } = state;
  const at = board?.machines.findIndex((other) => other.id === card.id) ?? -1;
  if (board === null || at < 0) return state;
  const lostInAlarm = new Map(state.lostInAlarm);
  lostInAlarm.delete(card.id);
  for (const [machine, since] of alarmKept(state, card)) lostInAlarm.set(machine, since);
  return {
    ...state,
    board: { ...board, machines: board.machines.with(at, card) },
    cardMonoMs: new Map(state.cardMonoMs).set(card.id, monoMs),
    lostInAlarm,
  };
}

/** Losing the link does not clear an alarm. */
function alarmKept(state: LiveState, card: MachineCard): [string, string][] {
  if (card.shown !== 'offline' && card.shown !== 'unknown') return [];
  const before = state.board?.machines.find((other) => other.id === card.id);
  const since = before?.shown === 'alarm' ? before.since : state.lostInAlarm.get(card.id);
  return since === undefined ? [] : [[card.id, since]];
}
