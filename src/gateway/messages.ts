// What stands in the outbox: answers and notices for readers, and notices for people.

import type { PersonNotice } from './notifier.ts';

/** Sent at least once, never after it expires. */
export type Message = ReaderMessage | PersonNotice;

/** An answer to a tap, or a notice at a reader. */
type ReaderMessage = {
  readonly id: string;
  readonly kind: 'answer';
  readonly reader: string;
  readonly expiresAtMs: number;
  readonly answer: TapAnswer;
};

export type TapAnswer = {
  readonly tap: string;
  readonly outcome: 'granted' | 'ended' | 'queued' | 'refused' | 'notice';
  readonly code: string | null;
  readonly text: string;
  readonly machine: string | null;
  readonly session: string | null;
  /** Wall clock, milliseconds since 1970, of what the text speaks about; null when it speaks of no time. */
  readonly untilMs: number | null;
};
