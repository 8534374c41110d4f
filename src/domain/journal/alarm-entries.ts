// Alarms in the journal, version 1: raised, answered by a person, cleared when it is over. An alarm that was raised is
// answered at most once and cleared at most once; until then it is open, over restarts too.

import type { AlarmAnswerWord, AlarmCode } from '../machine/alarm.ts';

export type AlarmRaised = {
  readonly alarm: string;
  readonly code: AlarmCode;
  /** The machine that the switch feeds; null when it feeds none. */
  readonly machine: string | null;
  readonly switch: string;
  /** Which held the machine then. */
  readonly session: string | null;
};

export type AlarmCleared = { readonly alarm: string };

export type AlarmAnswered = {
  readonly alarm: string;
  /** A member key, or `admin-token` or `console` where that was no member. */
  readonly by: string;
  readonly what: AlarmAnswerWord;
};

/** An alarm that is not over. */
export type OpenAlarm = AlarmRaised & {
  readonly raisedAtMs: number;
  readonly answered: { readonly by: string; readonly what: AlarmAnswerWord; readonly atMs: number } | null;
};
