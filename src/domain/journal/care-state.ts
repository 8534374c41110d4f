// What the journal knows of the care for a machine: its hours, what was done to its parts, what is wrong with it.

import type { HourMeter, Hours } from '../machine/hour-meter.ts';
import type { CareKind, ProblemClosing, ProblemSeverity } from './care-entries.ts';

export type MachineCare = {
  meter: HourMeter;
  /** Part id → when it was last cared for. */
  parts: Map<string, PartMarks>;
  /** Problem id → one that is open; at most `openProblemLimit`, oldest first. */
  problems: Map<string, OpenProblem>;
  /** Newest last, at most `careLogLimit`. */
  log: CareLine[];
};

export type PartMarks = {
  /** When it was first described; wall clock, null while the clock was never set since. */
  firstMs: number | null;
  replaced: CareMark | null;
  /** Null again when it is replaced. */
  serviced: CareMark | null;
};

/** What the meter of the machine stood at, and when that was. */
export type CareMark = {
  readonly hours: Hours;
  readonly atMs: number;
  /** From when its days are counted; null while the clock was not set since. */
  dayMs: number | null;
};

export type OpenProblem = {
  readonly problem: string;
  readonly by: string;
  readonly severity: ProblemSeverity;
  readonly atMs: number;
};

export type CareLine = {
  /** Under which the text of whoever wrote it is kept, if there is one. */
  readonly id: string;
  readonly kind: CareKind | 'replaced' | 'closed';
  /** How a problem was closed; null for all else. */
  readonly what: ProblemClosing | null;
  readonly by: string;
  readonly atMs: number;
  readonly minutes: number | null;
  readonly part: string | null;
};
