// How a PN532 is asked for cards: waken, made ready, then asked again and again. One command at a time; what is not
// acknowledged or answered in time is begun anew from the wake-up. Pure: it says what to send and when to wake it.

import { type Pn532Frame, pn532Command, wakeUp } from './pn532-frame.ts';

type Question = keyof typeof codes;

export type Pn532State = {
  /** `pause`: nothing is asked, so nothing is answered. */
  readonly step: Question | 'pause';
  readonly isAcknowledged: boolean;
  readonly deadlineMonoMs: number;
  /** Beginnings anew in a row. */
  readonly failures: number;
};

type Pn532Effect =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  | { readonly kind: 'ready'; readonly firmware: string }
  /** The number of a card, as it is on the card. */
  | { readonly kind: 'card'; readonly uid: Uint8Array }
  /** Told once, at the first failure in a row. */
  | { readonly kind: 'silent' };

export type Pn532Step = { readonly state: Pn532State; readonly effects: readonly Pn532Effect[] };

const codes = { firmware: 0x02, sam: 0x14, retries: 0x32, poll: 0x4a, release: 0x52 } as const;
const parameters: Readonly<Record<Question, readonly number[]>> = {
  firmware: [],
  // Normal mode, 1 s, without its interrupt line.
  sam: [0x01, 0x14, 0x00],
  // One try each time, so that every question is answered.
  retries: [0x05, 0xff, 0x01, 0x01],
  // One card of ISO 14443 A at 106 kbit/s.
  poll: [0x01, 0x00],
  release: [0x01],
};

/** It acknowledges within 15 ms and answers a question for a card within 100 ms; both with room for a slow adapter. */
const ackMs = 200;
const answerMs = 1_500;
/** Between a card, or none, and the next question. */
const pauseMs = 150;
const againMs = 2_000;

/** Begins, or begins anew. */
export function beginPn532(monoMs: number, failures = 0): Pn532Step {
  const state = {
    step: 'firmware',
    isAcknowledged: false,
    deadlineMonoMs: monoMs + ackMs,
    failures,
  } as const;
  return {
    state,
    effects: [{ kind: 'send', bytes: Uint8Array.of(...wakeUp, ...pn532Command(codes.firmware)) }],
  };
}

/** When the state wants to be told the time. */
export const wakesAt = (state: Pn532State): number => state.deadlineMonoMs;

export function hearPn532(state: Pn532State, frame: Pn532Frame, monoMs: number): Pn532Step {
  if (frame.kind === 'error') return fail(state, monoMs);
  if (frame.kind === 'ack') {
    if (state.isAcknowledged) return { state, effects: [] };
    return { state: { ...state, isAcknowledged: true, deadlineMonoMs: monoMs + answerMs }, effects: [] };
  }
  // What answers another question than the one that stands is late, and tells nothing now.
  const { step } = state;
  if (step === 'pause' || !state.isAcknowledged || frame.code !== codes[step] + 1)
    return { state, effects: [] };
  switch (step) {
    case 'firmware': {
      const [, version = 0, revision = 0] = frame.data;
      const next = ask(state, 'sam', monoMs);
      return { ...next, effects: [{ kind: 'ready', firmware: `${version}.${revision}` }, ...next.effects] };
    }
    case 'sam':
      return ask(state, 'retries', monoMs);
    case 'retries':
    case 'release':
      return pause(state, monoMs);
    case 'poll': {
      const uid = uidOf(frame.data);
      if (uid === null) return pause(state, monoMs);
      const next = ask(state, 'release', monoMs);
      return { ...next, effects: [{ kind: 'card', uid }, ...next.effects] };
    }
  }
}

/** Time has come to `wakesAt`. */
export function wakePn532(state: Pn532State, monoMs: number): Pn532Step {
  if (monoMs < state.deadlineMonoMs) return { state, effects: [] };
  return state.step === 'pause' ? ask(state, 'poll', monoMs) : fail(state, monoMs);
}

/** Two failures in a row wait; the first may be a byte that was lost. */
function fail(state: Pn532State, monoMs: number): Pn532Step {
  const begun = beginPn532(monoMs, state.failures + 1);
  const silent: readonly Pn532Effect[] = state.failures === 1 ? [{ kind: 'silent' }] : [];
  const deadlineMonoMs = state.failures === 0 ? begun.state.deadlineMonoMs : monoMs + againMs;
  return { state: { ...begun.state, deadlineMonoMs }, effects: [...silent, ...begun.effects] };
}

function ask(state: Pn532State, step: Question, monoMs: number): Pn532Step {
  const failures = step === 'poll' ? 0 : state.failures;
  return {
    state: { step, isAcknowledged: false, deadlineMonoMs: monoMs + ackMs, failures },
    effects: [{ kind: 'send', bytes: pn532Command(codes[step], parameters[step]) }],
  };
}

const pause = (state: Pn532State, monoMs: number): Pn532Step => ({
  state: { ...state, step: 'pause', deadlineMonoMs: monoMs + pauseMs },
  effects: [],
});

/** One target: number, SENS_RES, SEL_RES, length of its number, its number. */
function uidOf(data: Uint8Array): Uint8Array | null {
  const [targets, , , , , length = 0] = data;
  const uid = data.slice(6, 6 + length);
  return targets === 1 && length >= 4 && length <= 10 && uid.length === length ? uid : null;
}
