// What both ways into a Duet give: a session that tells its model until it ends, takes two codes, and is given back.

import type { Ears } from '../../edge/talk.ts';

/** The only two that are ever sent: pause, and the end of a paused job (invariant 8). */
type EndingCode = 'M25' | 'M0';

export type DuetSession = {
  /** Until something fails or the signal of the ears aborts; always rejects. */
  readonly run: (ears: Ears) => Promise<never>;
  /** `state.status` as it is now; null where it is no word. */
  readonly status: (signal: AbortSignal) => Promise<string | null>;
  readonly order: (code: EndingCode, signal: AbortSignal) => Promise<'taken' | 'refused'>;
  /** Gives its place back; never rejects. Places are few, and a forgotten one locks people out of their own page. */
  readonly leave: () => Promise<void>;
};

export type DuetPace = {
  /** From one answer to the next question, and between two looks while an end is awaited. */
  readonly pollMs: number;
  /** A board without free memory is asked again after so long. */
  readonly busyMs: number;
  /** A socket that says nothing is asked for a sign of life so often. */
  readonly pingMs: number;
};

/** A goodbye is given so long. */
export const leaveMs = 1500;
