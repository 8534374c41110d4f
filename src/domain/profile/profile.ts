// A firmware profile, compiled and checked: what a controller says, what it means, and the few bytes we may send it.
// Plain data; the pattern engine behind `match` is handed in by whoever compiled it.

import type { JobResult } from '../journal/entry.ts';
import type { Activity } from '../machine/activity.ts';
import type { Left, Sentence } from '../machine/link-words.ts';
import type { ReadingName } from '../machine/reading.ts';
import type { ClueName } from './clue.ts';
import type { DeriveRules } from './derive.ts';
import type { JsonRule } from './json-rule.ts';

export type Profile = {
  readonly id: string;
  readonly title: string;
  /** Names its byte table and its manners. */
  readonly family: string;
  /** draft: it is watched, and sent nothing but questions. */
  readonly maturity: 'draft' | 'proven';
  readonly baud: number;
  /** How long to listen for a greeting after a port was opened that resets the board. */
  readonly listenMs: number;
  /** Said first; null where nothing opens the conversation. */
  readonly hello: Bytes | null;
  readonly questions: readonly Question[];
  readonly poll: Poll;
  readonly frames: readonly FrameRule[];
  /** For lines that are JSON objects; tried before the others. */
  readonly json: readonly JsonRule[];
  /** The setting that says 1 for inches; null when lengths are always in mm. */
  readonly inchSetting: string | null;
  /** How a state is put together where no line tells it; null where a status line does. */
  readonly derive: DeriveRules | null;
  /** Answers that make one state; null where one line tells it all. */
  readonly together: TogetherRules | null;
  readonly states: readonly StateRow[];
  /** Activities that may go on in silence, and for how long; not of a controller with the capability `unless`. */
  readonly silence: ReadonlyMap<Activity, { readonly forMs: number; readonly unless: string | null }>;
  readonly job: JobRules;
  /** Null in a draft: what is not proven is never sent. */
  readonly sessionEnd: Intent | null;
  /** The permission to run; null where the firmware knows none, and in a draft. */
  readonly enable: EnableRules | null;
  /** What a host beside the gateway may never send, also in a session; lines as the firmware reads them. */
  readonly hostForbid: { readonly bytes: ReadonlySet<number>; readonly lines: readonly Match[] };
  readonly alarms: ReadonlyMap<string, AlarmCode>;
  readonly errors: ReadonlyMap<string, Sentence>;
};

/** The named groups of a whole line, null when it does not fit. Linear in the length of the line. */
export type Match = (line: string) => ReadonlyMap<string, string> | null;

/** Bytes for the wire, each 0..255. */
export type Bytes = readonly number[];

/** Asked once after each greeting; an ack or a nack ends the answer. */
type Question = {
  readonly send: Bytes;
  /** The capability that the controller must have told; null when it is asked in any case. */
  readonly needs: string | null;
  readonly withinMs: number;
  readonly when: ReadonlySet<Activity>;
};

type Poll = {
  /** Asked in turn; once round without waiting, when a conversation begins. */
  readonly asks: readonly Ask[];
  readonly everyMs: { readonly other: number; readonly of: ReadonlyMap<Activity, number> };
  readonly answerMs: number;
  readonly missAfter: number;
};

type Ask = {
  readonly send: Bytes;
  /** Not asked while one of these frames comes by itself at least this often; null is asked always. */
  readonly unless: { readonly frames: ReadonlySet<string>; readonly withinMs: number } | null;
};

export type FrameRule =
  | { readonly id: string; readonly match: Match; readonly kind: PlainKind }
  /** `code` stands for the group of that name. */
  | { readonly id: string; readonly match: Match; readonly kind: 'alarm'; readonly code: string | null }
  | {
      readonly id: string;
      readonly match: Match;
      readonly kind: 'clue';
      readonly clue: ClueName;
      readonly fields: FieldRules | null;
    }
  | { readonly id: string; readonly match: Match; readonly kind: 'event'; readonly event: ProgramEvent }
  | {
      readonly id: string;
      readonly match: Match;
      readonly kind: 'status' | 'reading';
      readonly fields: FieldRules | null;
    };

export type PlainKind =
  | 'greeting'
  | 'welcome'
  | 'setting'
  | 'capability'
  | 'ack'
  | 'nack'
  | 'garbled'
  | 'resend'
  | 'permission'
  | 'no-permission'
  | 'reject'
  | 'ignore';
export type ProgramEvent = 'program.end' | 'program.cancel';

/** How the group `fields` is split (one character each), and which item of which field is which reading. */
export type FieldRules = {
  readonly between: string;
  readonly key: string;
  readonly list: string;
  readonly read: readonly FieldReader[];
};

export type FieldReader = {
  readonly name: ReadingName;
  readonly key: string;
  /** Read instead where the first is missing. */
  readonly otherwise: string | null;
  readonly item: number;
  /** A length is in the unit of the controller: inches or mm. */
  readonly length: boolean;
};

export type TogetherRules = {
  /** Frame ids, the most pressing first. */
  readonly frames: readonly string[];
  readonly withinMs: number;
};

export type StateRow = {
  readonly state: string;
  /** Null fits every sub-state. */
  readonly sub: string | null;
  readonly activity: Activity;
  readonly substate: string | null;
  /** Being in this state says that the program has come to this. */
  readonly event: ProgramEvent | null;
};

export type JobRules = {
  readonly starts: {
    readonly activity: Activity;
    readonly forMs: number;
    readonly notAfter: ReadonlySet<Activity>;
  };
  readonly ends: { readonly event: 'program.end'; readonly idleMs: number };
};

/** Lines for the permission to run, each with its line feed, and how often it is read back. */
type EnableRules = {
  readonly on: Bytes;
  readonly off: Bytes;
  readonly query: Bytes;
  readonly everyMs: number;
};

/** The way is chosen by the activity in which the intent begins; the steps of a way run in order. */
export type Intent = { readonly limitMs: number; readonly leaves: Left; readonly ways: readonly Way[] };
export type Way = { readonly from: ReadonlySet<Activity>; readonly steps: readonly Step[] };
export type Step =
  | { readonly kind: 'send'; readonly bytes: Bytes }
  | {
      readonly kind: 'await';
      readonly frame: string | null;
      readonly activities: ReadonlySet<Activity>;
      /** Null takes every substate. */
      readonly substates: ReadonlySet<string> | null;
      readonly withinMs: number;
    };

type AlarmCode = {
  readonly word: string;
  readonly text: Sentence;
  readonly job: Extract<JobResult, 'aborted' | 'failed'>;
  /** Afterwards the controller says nothing until it is reset. */
  readonly mute: boolean;
};
