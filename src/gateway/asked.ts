// What people ask of the gateway, and what they get for it. Shapes only; refusals are values with a code.

import type { RefusalCode } from '../domain/access/refusal.ts';
import type { SpellingName } from '../domain/access/spelling.ts';
import type { KnownEnd } from '../domain/access/what-ends.ts';
import type { AllowedCode } from '../domain/billing/cost-codes.ts';
import type { RunningPrice } from '../domain/billing/running-price.ts';
import type { UsageReason, WithdrawalReason } from '../domain/journal/usage-entries.ts';
import type { TimeRead } from '../domain/local-time.ts';
import type { EnteredRefusal, EnteredWarning } from '../domain/usage/decide-entered-use.ts';
import type { LineRead } from './read-line.ts';

export type EraseOutcome =
  | { readonly ok: true; readonly goes: ErasedParts; readonly keeps?: readonly KeptPart[] }
  | { readonly ok: false; readonly code: 'member-unknown' | 'member-in-session' | 'admin-last' };

/** What stays under the key alone, and why: bills must be provable, and the law asks that books are kept for years. */
export type KeptPart = {
  readonly what: 'sessions' | 'charges' | 'postings' | 'disputes' | 'invoices' | 'payments';
  readonly entries: number;
  readonly why: 'bills' | 'law';
  /** Last local day on which the law asks for it; left out where bills need it for ever. */
  readonly until?: string;
};

/** What goes; tokens and sign-ins go too. */
type ErasedParts = {
  readonly handle: string;
  readonly name: string;
  readonly email: boolean;
  readonly password: boolean;
  readonly badges: number;
};

export type PinOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'member-unknown' | 'pin-locked' };

export type StatusWish = {
  readonly member: string;
  readonly status: 'active' | 'suspended';
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type StatusOutcome =
  /** Machines whose sessions end by it. */
  | { readonly ok: true; readonly ended: readonly string[] }
  | { readonly ok: false; readonly code: 'member-unknown' | 'admin-last' };

type ReaderNotFree = { readonly ok: false; readonly code: 'reader-unknown' | 'reader-busy' };

export type BadgeAwaited =
  /** Until when the reader waits, wall clock. */
  | { readonly ok: true; readonly untilMs: number }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'member-unknown' };

export type BadgeLost =
  /** Machines whose sessions end by it; until when the reader waits for another card, null where it does not. */
  | { readonly ok: true; readonly ended: readonly string[]; readonly untilMs: number | null }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'member-unknown' | 'badge-none' };

export type SpellingLearnt =
  | { readonly ok: true; readonly spelling: SpellingName }
  | ReaderNotFree
  | { readonly ok: false; readonly code: 'badge-none' | 'spelling-none' };

export type EndOutcome =
  | { readonly ok: true; readonly session: string }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'session-none' | 'session-not-yours' | 'session-ending';
    };

type OwnSessionNo = Extract<EndOutcome, { ok: false }>;

/** What its holder asks of a running session; what is left out stays. */
export type SessionWish = {
  readonly machine: string;
  readonly by: string;
  readonly costCode?: string | null;
  /** Minor units in a decimal string. */
  readonly ceilingMinor?: string | null;
};

export type SessionChanged =
  | { readonly ok: true; readonly session: string }
  | OwnSessionNo
  | { readonly ok: false; readonly code: 'cost-code-unknown' | 'ceiling-passed' };

export type HandOverOffered =
  /** Until when the next tap of another member takes it over, wall clock. */
  { readonly ok: true; readonly session: string; readonly untilMs: number } | OwnSessionNo;

export type SessionKept =
  | { readonly ok: true; readonly session: string }
  | OwnSessionNo
  | { readonly ok: false; readonly code: 'session-not-idle' };

/** What is known ahead of the session that holds a machine, and what it costs; for its holder but for `ends`. */
export type HeldFacts = {
  /** The soonest first. */
  readonly ends: readonly KnownEnd[];
  readonly price: RunningPrice | null;
  readonly ceilingMinor: string | null;
  readonly costCode: string | null;
  /** That its holder may charge. */
  readonly costCodes: readonly AllowedCode[];
  /** Nothing moves: it ends unless somebody says to be there. */
  readonly canKeep: boolean;
  /** Wall clock; null while it is not offered to anybody. */
  readonly offeredUntilMs: number | null;
};

export type UsageInput = {
  /** Handle or key of the member who used it. */
  readonly member: string;
  readonly machine: string;
  /** RFC 3339 with an offset, or local to the space: `2026-11-20 18:00`. */
  readonly from: string;
  readonly to: string;
  readonly why: UsageReason;
  /** In a person's own words; it can be erased. */
  readonly note: string | null;
  /** Who says so: a member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type WithdrawalInput = {
  readonly session: string;
  readonly why: WithdrawalReason;
  readonly by: string;
};

export type UsageOutcome =
  | {
      readonly ok: true;
      /** The id of the use; null when nothing was written. */
      readonly session: string | null;
      /** Of the member. */
      readonly name: string;
      /** As it stands on the statement of `month`, `yyyy-mm`. */
      readonly line: LineRead;
      readonly month: string;
      readonly currency: string;
      readonly digits: number;
      /** Said, and no reason against it. */
      readonly warnings: readonly EnteredWarning[];
    }
  | UsageRefusal;

export type UsageRefusal = {
  readonly ok: false;
  readonly code:
    | EnteredRefusal['code']
    | Extract<TimeRead, { ok: false }>['code']
    | 'note-unreadable'
    | 'usage-not-entered'
    | 'usage-withdrawn-already';
  /** What was refused or stands in the way: ids and times, in no language. */
  readonly about: string | null;
  readonly field: keyof UsageInput | null;
  /** What a time may have meant, RFC 3339. */
  readonly readings: readonly string[];
};

export type AccessWish = {
  /** Key or handle. */
  readonly member: string;
  readonly machine: string;
  /** RFC 3339 or local to the space; null for now. */
  readonly at: string | null;
};

export type AccessOutcome =
  | { readonly ok: true; readonly access: AccessRead }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'member-unknown' | Extract<TimeRead, { ok: false }>['code'];
      /** What a time may have meant, RFC 3339. */
      readonly readings: readonly string[];
    };

export type AccessRead = {
  /** Key. */
  readonly member: string;
  readonly name: string;
  readonly machine: string;
  readonly may: boolean;
  /** The first no that nobody goes past; null for a yes. */
  readonly no: NoRead | null;
  /** What stands against anybody but a steward, which this member is. */
  readonly bypassed: readonly RefusalCode[];
  /** All of them, in the order in which they are asked. */
  readonly rules: readonly RuleRead[];
  /** Supervised sessions that count; `needed` null where none are ever enough. */
  readonly lessons: readonly {
    readonly certificate: string;
    readonly name: string;
    readonly sessions: number;
    readonly needed: number | null;
  }[];
};

/** Sentences in the language of the space. */
export type NoRead = {
  readonly code: RefusalCode;
  readonly sentence: string;
  /** What would make it a yes. */
  readonly remedy: string;
  /** Where time alone mends it: from when, and until when that lasts, wall clock. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
};

export type RuleRead = {
  readonly rule: string;
  readonly asks: string;
  readonly no: NoRead | null;
  /** A no that this member goes past as a steward. */
  readonly bypassed: boolean;
};
