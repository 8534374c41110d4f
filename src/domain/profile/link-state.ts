// What is known of one link at one moment, and what goes in and out of `observe`. Plain data; times are monotonic.

import type { Activity, Confidence, Link, Source } from '../machine/activity.ts';
import { type Left, type LinkWords, noWords, type Sentence } from '../machine/link-words.ts';
import type { PermissionSeen } from '../machine/permission.ts';
import type { Readings } from '../machine/reading.ts';
import { type Clues, noClues } from './derive.ts';
import type { AccessOutcome, Script } from './end-access.ts';
import type { Frame, LengthUnit } from './interpret.ts';
import { type Permission, unknownPermission } from './permission.ts';
import type { Bytes, Profile } from './profile.ts';
import type { Parts } from './together.ts';
import { type Merged, nothingMerged } from './understand.ts';
import { type JobEdge, type JobWatch, noJob } from './watch-job.ts';

/**
 * connecting: no port. identifying: a port, and not yet sure who answers. live: it answers, or its silence is
 * explained. lost: a port, and silence.
 */
export type Phase = 'connecting' | 'identifying' | 'live' | 'lost';

export type LinkState = {
  readonly phase: Phase;
  /** Whether it was ever live: the difference between `never` and `lost`. */
  readonly everUp: boolean;
  /** The frame by which another firmware gave itself away; then nothing is sent any more. */
  readonly foreign: string | null;
  /** While waiting for the greeting of a board that resets when its port is opened. */
  readonly listenUntilMs: number | null;
  /** When the open poll was sent, null when it was answered. */
  readonly pollSentMs: number | null;
  readonly lastPollMs: number | null;
  /** Polls asked since the conversation began. */
  readonly polls: number;
  readonly misses: number;
  readonly question: { readonly index: number; readonly sentMs: number } | null;
  /** How often each question was asked; `questionTries` when it is done. */
  readonly tries: readonly number[];
  readonly unit: LengthUnit;
  /** Reports of which only the changes are told; forgotten at a greeting, a broken line and a loss. */
  readonly merged: Merged;
  /** The last line and what it means: who stands still says the same again and again. */
  readonly heard: { readonly line: string; readonly unit: LengthUnit; readonly frame: Frame } | null;
  /** What the controller says it can do; at most `capabilityLimit`. */
  readonly capabilities: ReadonlySet<string>;
  /** Frame id → when it was last heard, of those that spare a poll. */
  readonly heardMs: ReadonlyMap<string, number>;
  readonly clues: Clues;
  /** Of a state that is told in several answers. */
  readonly parts: Parts;
  readonly status: Status;
  /** When a status, a clue, a greeting or an alarm was last understood. */
  readonly lastGoodMs: number | null;
  /** Since when it has been heard without a loss. */
  readonly heardSinceMs: number | null;
  /** Broken lines since then. */
  readonly brokenSinceGood: number;
  /** Code of the alarm that it is in, as far as it was heard. */
  readonly alarm: string | null;
  /** Name of the file that its last status told of. */
  readonly program: string | null;
  readonly mute: boolean;
  readonly job: JobWatch;
  readonly script: Script | null;
  /** Whether the controller is the switch of its machine; otherwise it is never asked. */
  readonly permits: boolean;
  readonly permission: Permission;
  /** What the end of access has left, until something moves or is not heard any more. */
  readonly left: Left | null;
  /** Readings since the last report. */
  readonly fresh: Readings;
  /** The last report: what it said, its readings, and when readings were last told. */
  readonly told: {
    readonly said: Said;
    readonly readings: Readings;
    readonly readingsAtMs: number | null;
  };
};

export type Status = {
  readonly activity: Activity;
  readonly substate: string | null;
  readonly raw: string | null;
  readonly confidence: Confidence;
  readonly source: Source;
};

/** What a report says besides readings and jobs. */
export type Said = {
  readonly link: Link;
  readonly status: Status;
  readonly words: LinkWords;
  readonly program: string | null;
};

export type LinkEvent =
  /** `mayReset`: opening may have reset the board, which then greets after a while. */
  | { readonly kind: 'opened'; readonly mayReset: boolean }
  | { readonly kind: 'closed' }
  /** A whole line of printable characters, without its end. */
  | { readonly kind: 'line'; readonly text: string }
  /** Bytes that are no line of printable characters; they were dropped. */
  | { readonly kind: 'noise' }
  | { readonly kind: 'time' }
  | { readonly kind: 'end-access' }
  /** The permission to run is to be given or taken. */
  | { readonly kind: 'permit'; readonly on: boolean };

export type Effect =
  | { readonly kind: 'send'; readonly bytes: Bytes }
  /** The same, as the answer to `permit`: without it the controller was not told. */
  | { readonly kind: 'order'; readonly bytes: Bytes }
  | { readonly kind: 'report'; readonly report: Report }
  /** What the controller says of the permission to run, when that has changed. */
  | { readonly kind: 'permission'; readonly seen: PermissionSeen }
  | { readonly kind: 'access-ended'; readonly outcome: AccessOutcome }
  | { readonly kind: 'note'; readonly note: Note }
  /** A line that means nothing, or one of which the controller says that it got it broken: to be counted. */
  | { readonly kind: 'broken' }
  /** The controller asks for a line again: to be counted. */
  | { readonly kind: 'resend' };

/** What a machine report says, without the machine. */
export type Report = Status & {
  readonly link: Link;
  readonly seenAgoMs: number;
  readonly readings: Readings;
  readonly job: JobEdge | null;
  readonly words: LinkWords;
  /** Left out where none is told. */
  readonly program?: string;
};

/** Something worth a line in the log; `noise` and `no-answer` may come again at every silence. */
export type Note =
  | { readonly code: 'live' | 'silent' | 'no-answer' | 'noise' | 'restarted' }
  | { readonly code: 'wrong-firmware'; readonly frame: string }
  | { readonly code: 'alarm' | 'question-refused'; readonly number: string; readonly text: Sentence | null };

/** More words of this kind are not kept. */
export const capabilityLimit = 64;

/** A question is asked at most so often per greeting. */
export const questionTries = 3;

export const unseen: Status = {
  activity: 'unknown',
  substate: null,
  raw: null,
  confidence: 'stale',
  source: 'silence',
};

/** A link before its port was ever opened. */
export function newLink(profile: Profile, { permits = false } = {}): LinkState {
  return {
    phase: 'connecting',
    everUp: false,
    foreign: null,
    listenUntilMs: null,
    pollSentMs: null,
    lastPollMs: null,
    polls: 0,
    misses: 0,
    question: null,
    tries: profile.questions.map(() => 0),
    unit: profile.inchSetting === null ? 'mm' : null,
    merged: nothingMerged,
    heard: null,
    capabilities: new Set(),
    heardMs: new Map(),
    clues: noClues,
    parts: new Map(),
    status: unseen,
    lastGoodMs: null,
    heardSinceMs: null,
    brokenSinceGood: 0,
    alarm: null,
    program: null,
    mute: false,
    job: noJob,
    script: null,
    permits: permits && profile.enable !== null,
    permission: unknownPermission,
    left: null,
    fresh: {},
    told: {
      said: { link: 'never', status: unseen, words: noWords, program: null },
      readings: {},
      readingsAtMs: null,
    },
  };
}
