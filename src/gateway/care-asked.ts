// What people ask about the care of a machine, and what they get for it. Shapes only; refusals are values with a code.

import type { CareKind, ProblemClosing, ProblemSeverity } from '../domain/journal/care-entries.ts';
import type { DueWord } from '../domain/machine/care.ts';
import type { Hours, WearClock } from '../domain/machine/hour-meter.ts';

/** `by`, here and below: a member key, or `console` or `admin-token`. */
export type ProblemInput = {
  readonly machine: string;
  readonly by: string;
  readonly severity: ProblemSeverity;
  /** In a person's own words; it can be erased. */
  readonly text: string;
};

export type ProblemOutcome =
  | { readonly ok: true; readonly problem: string }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'member-unknown' | 'problems-full' | 'text-unreadable';
    };

export type ClosingInput = {
  readonly machine: string;
  readonly problem: string;
  readonly by: string;
  readonly what: ProblemClosing;
  readonly minutes: number;
};

export type ClosingOutcome = { readonly ok: true } | { readonly ok: false; readonly code: 'problem-unknown' };

export type CareInput = {
  readonly machine: string;
  readonly by: string;
  readonly kind: CareKind | 'replaced';
  readonly minutes: number;
  readonly part: string | null;
  readonly note: string | null;
};

export type CareOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        | 'machine-unknown'
        | 'member-unknown'
        | 'part-unknown'
        | 'part-missing'
        | 'text-unreadable';
    };

export type CareAsk = {
  readonly machine: string;
  /** Whose names may be told. */
  readonly names: (by: string) => boolean;
  /** Whether what people wrote may be told. */
  readonly texts: boolean;
};

/** Times are RFC 3339; whole milliseconds. */
export type CareTold = {
  readonly machine: string;
  readonly name: string;
  readonly hours: Hours;
  readonly parts: readonly {
    readonly part: string;
    readonly name: string;
    readonly clock: WearClock;
    readonly hours: Hours;
    readonly replaced: string | null;
    readonly serviced: string | null;
    readonly service: {
      readonly due: DueWord;
      readonly leftMs: number | null;
      readonly leftJobs: number | null;
      readonly leftDays: number | null;
      readonly used: number;
    } | null;
  }[];
  readonly problems: readonly {
    readonly problem: string;
    readonly severity: ProblemSeverity;
    readonly by: string | null;
    readonly at: string;
    readonly text: string | null;
  }[];
  readonly log: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly kind: CareKind | 'replaced' | 'closed';
    readonly what: ProblemClosing | null;
    readonly minutes: number | null;
    readonly part: string | null;
    readonly text: string | null;
  }[];
};
