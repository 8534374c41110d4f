// What pages ask of the queues, and what they are told. Shapes only; members stand here by their keys, and who may read a
// name is decided where it is shown.

import type { MemberWeight } from '../domain/policy/weights.ts';
import type { Reason } from '../domain/schedule/explain.ts';
import type { SkipReason } from '../domain/schedule/schedule-entries.ts';
import type { Phase } from '../domain/schedule/ticket.ts';

export type QueueFacts = {
  readonly pool: string;
  readonly waiting: number;
  /** Whoever waits is called by then at the latest; null where nobody waits, or nothing can be promised. */
  readonly latestMs: number | null;
  /** All who stand in it: who is called, then who waits in the order in which they would be, then who is away. */
  readonly line: readonly PlaceFacts[];
  /** Of the member who asks; null without a ticket. */
  readonly mine: TicketFacts | null;
};

export type PlaceFacts = {
  readonly member: string;
  readonly phase: Exclude<Phase, 'running'>;
  /** That one is called to. */
  readonly machine: string | null;
  /** Until when the call stands, or the place is kept for who is away; null for who waits. */
  readonly untilMs: number | null;
  readonly latestMs: number | null;
};

export type TicketFacts = {
  readonly phase: Phase;
  /** That one is called to, or holds. */
  readonly machine: string | null;
  /** Until when a call stands, a turn lasts, or the place is kept for who is away; null while one waits. */
  readonly untilMs: number | null;
  /** From 1; null for one that does not wait. */
  readonly place: number | null;
  readonly latestMs: number | null;
  readonly likelyMs: number | null;
  /** What was asked for. */
  readonly minutes: number;
  readonly ahead: readonly { readonly code: Reason['code']; readonly count: number }[];
  /** Per cent of the usual, with the care that raised it; left out where none did. */
  readonly weight?: MemberWeight;
  /** One for each person ahead, in the order of the line; the first `reasonsMost` of them. */
  readonly reasons: readonly ReasonFacts[];
  /** The longest turn with which one would go on sooner. */
  readonly shorter: { readonly minutes: number; readonly effect: 'starts-now' | 'is-next' } | null;
};

/** Why one person stands before: the two numbers that were compared, and what weighs most in them. */
export type ReasonFacts = { readonly member: string } & (
  | {
      readonly code: 'branch-less-used' | 'member-less-used' | 'earlier-ticket';
      /** Where the two part: two teams (or a team and somebody without one), or two members. */
      readonly between: 'teams' | 'members';
      readonly theirs: StandingFacts;
      readonly mine: StandingFacts;
    }
  | {
      readonly code: 'earlier-and-budget-spent' | 'fits-budget';
      /** Whose budget lets the asking one not by. */
      readonly blocker: string;
      readonly leftMs: number;
      /** What the asking one would take of it. */
      readonly takesMs: number;
    }
);

export type StandingFacts = {
  /** Use as it counts today, whole milliseconds; each is compared per weight. */
  readonly usedMs: number;
  readonly weight: number;
  /** When the first of that branch came to wait. */
  readonly sinceMs: number;
  /** The turns that weigh most, heaviest first: when each began, and what it counts today. */
  readonly heaviest: readonly { readonly atMs: number; readonly countsMs: number }[];
};

export type QueueLeft =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'queue-unknown' | 'ticket-none' | 'turn-runs' };

export type TicketSkip = {
  readonly pool: string;
  /** Whose ticket. */
  readonly member: string;
  /** A member key, or `admin-token`. */
  readonly by: string;
  readonly reason: SkipReason;
};

/** What a member wants of a ticket that they have. */
export type TicketWish = { readonly pool: string; readonly by: string } & (
  | { readonly away: boolean }
  /** A turn of so many minutes; at most what was asked for. */
  | { readonly minutes: number }
);

export type TicketChanged =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        | Extract<QueueLeft, { ok: false }>['code']
        | 'ticket-called'
        | 'ticket-absent'
        | 'ticket-elsewhere'
        | 'turn-longer'
        | 'turn-length';
    };
