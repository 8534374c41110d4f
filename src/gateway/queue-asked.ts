// What pages ask of the queues, and what they are told. Shapes only; no member is named.

import type { MemberWeight } from '../domain/policy/weights.ts';
import type { Reason } from '../domain/schedule/explain.ts';
import type { Phase } from '../domain/schedule/ticket.ts';

export type QueueFacts = {
  readonly pool: string;
  readonly waiting: number;
  /** Whoever waits is called by then at the latest; null where nobody waits, or nothing can be promised. */
  readonly latestMs: number | null;
  /** Of the member who asks; null without a ticket. */
  readonly mine: TicketFacts | null;
};

export type TicketFacts = {
  readonly phase: Phase;
  /** That one is called to, or holds. */
  readonly machine: string | null;
  readonly untilMs: number | null;
  /** From 1; null for one that does not wait. */
  readonly place: number | null;
  readonly latestMs: number | null;
  readonly likelyMs: number | null;
  readonly ahead: readonly { readonly code: Reason['code']; readonly count: number }[];
  /** Per cent of the usual, with the care that raised it; left out where none did. */
  readonly weight?: MemberWeight;
  /** The longest turn with which one would go on sooner. */
  readonly shorter: { readonly minutes: number; readonly effect: 'starts-now' | 'is-next' } | null;
};

export type QueueLeft =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'queue-unknown' | 'ticket-none' | 'turn-runs' };
