// What people do for a machine, in the journal, version 1: problems that were reported and closed, care that was given,
// parts that were replaced or serviced. What they said in their own words stands beside it and can be erased.

/** `note` tells, `flag` marks the machine on the board, `lock` lets nobody begin until a steward has answered. */
export type ProblemSeverity = 'note' | 'flag' | 'lock';

export type ProblemClosing = 'mended' | 'no-fault' | 'duplicate';

export type CareKind = 'cleaned' | 'checked' | 'repaired' | 'serviced';

export type ProblemReported = {
  readonly problem: string;
  readonly machine: string;
  /** A member key, or `admin-token` or `console` where that was no member; so everywhere here. */
  readonly by: string;
  readonly severity: ProblemSeverity;
  /** SHA-256 over salt and text, hex. */
  readonly noteDigest: string;
};

export type ProblemClosed = {
  readonly problem: string;
  readonly machine: string;
  readonly by: string;
  readonly what: ProblemClosing;
  /** Of work, whole; so everywhere here. */
  readonly minutes: number;
};

export type CareNoted = {
  readonly care: string;
  readonly machine: string;
  readonly by: string;
  readonly kind: CareKind;
  readonly minutes: number;
  /** Null for the machine as a whole. */
  readonly part: string | null;
  readonly noteDigest: string | null;
};

/** Another part of the same kind is in its place: its meter begins anew, that of the machine goes on. */
export type PartReplaced = { readonly machine: string; readonly part: string; readonly by: string };

export type ServiceDone = {
  readonly machine: string;
  /** Null: every part of the machine. */
  readonly part: string | null;
  readonly by: string;
  readonly minutes: number;
};
