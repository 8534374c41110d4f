// The queues as they are: plain data, changed only by `applySchedule`. Maps keyed by outside words; big integers as such.

import type { Memory } from './decayed.ts';
import type { PromiseMade, PromiseWhy } from './schedule-entries.ts';
import type { Phase } from './ticket.ts';

export type ScheduleState = {
  queues: Map<string, Queue>;
  /** Branch → its weight, as the newest ticket said it; whole and above zero. */
  weights: Map<string, number>;
};

export type Queue = {
  pool: string;
  memory: Memory;
  /** Branch → what it used; bounded by the members and teams that there are. */
  uses: Map<string, Use>;
  /** Live tickets by id, in the order of taking; at most `ticketsMost`. */
  tickets: Map<string, Ticket>;
  /** Tickets that were ever taken: the last ties are broken by it. */
  taken: number;
  /** For how long somebody has waited, up to `contendedToMs`. */
  contendedMs: number;
  contendedToMs: number;
  /** What was granted and what of it was used, for likely times; older turns fade. */
  lengths: { grantedMs: number; usedMs: number };
  /** Machine → when the turnover after its last turn is over. */
  readyAtMs: Map<string, number>;
};

type Use = {
  units: bigint;
  /** What weighs most, heaviest first, at most `heaviestLimit`: as nothing decays, it stays what weighs most. */
  heaviest: Weighing[];
};

export type Weighing = { readonly ticket: string; readonly atMs: number; readonly units: bigint };

export const heaviestLimit = 5;

export type Ticket = {
  ticket: string;
  member: string;
  /** Branches from the root down; the last is the member's own. */
  path: readonly string[];
  askedMs: number;
  whole: boolean;
  machines: readonly string[] | null;
  number: number;
  phase: Phase;
  /** Since when in this phase. */
  sinceMs: number;
  /** When it came to wait, moved by as long as it was away; null until it is callable. */
  placeMs: number | null;
  handicapUnits: bigint;
  budgetMs: number;
  overtakenMs: number;
  misses: number;
  promise: (PromiseMade & { readonly madeAtMs: number }) | null;
  /** Why it must be given a (new) promise; null while the one that it has holds. */
  owed: PromiseWhy | null;
  turn: Turn | null;
};

export type Turn = {
  machine: string;
  fromMs: number;
  /** When its charge counts from: the grant, or a later change of the half-life. */
  chargedAtMs: number;
  claimedAtMs: number | null;
  lengthMs: number;
  chargeMs: number;
  overtakes: readonly string[];
  tieUpMs: number;
  /** The machine is free for the next one by then. */
  boundMs: number;
  /** The contended time of the pool at the grant, and when it began to overrun. */
  contendedAtMs: number;
  overranAtMs: number | null;
};

export const emptySchedule = (): ScheduleState => ({ queues: new Map(), weights: new Map() });
