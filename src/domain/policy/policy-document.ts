// What a space decides about sharing its machines, as members vote on it: a document, plain data, the same in a file, in
// the journal and on the page. What is left out has its documented default.

import type { Span } from '../access/week.ts';

export type PolicyDocument = {
  /** Pool → how its machines are shared; a pool that is not here has no queue. */
  readonly pools: Readonly<Record<string, PoolPolicy>>;
  /** Team → its weight for each of its members, per cent; left out: 100. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Left out: care work raises no weight. */
  readonly care?: CarePolicy;
  /** Left out: this document is changed in the file of the workshop, and by nobody's vote. */
  readonly votes?: VotePolicy;
};

/** Whole numbers; each may be left out. */
export type PoolPolicy = {
  /** Length of a turn that a tap asks for. */
  readonly minutes?: number;
  /** By so much a turn goes on while nobody waits. */
  readonly renewMinutes?: number;
  /** From the call until the machine must be claimed. */
  readonly claimMinutes?: number;
  /** Between two turns while somebody waits. */
  readonly turnoverMinutes?: number;
  /** After so long, use counts half. */
  readonly halfLifeDays?: number;
  /** When many want it, on the clock of the space; left out: always. */
  readonly peak?: readonly Span[];
  /** The longest turn while it is peak, and otherwise. */
  readonly peakMinutes?: number;
  readonly longMinutes?: number;
  /** The one dial: how much later tickets may overtake one that waits, per cent of what its share would give. */
  readonly overtakePercent?: number;
  /** How much at least and at most, whatever that gives. */
  readonly overtakeLeastMinutes?: number;
  readonly overtakeMostMinutes?: number;
  /** What an hour counts in which nobody waited, per cent. */
  readonly idlePercent?: number;
  /** What a minute beyond the end counts on top while somebody waits, per cent. */
  readonly overrunPercent?: number;
  /** So far a turn may go beyond its end without voiding a promise. */
  readonly overrunMinutes?: number;
  /** Machines that only take turns of at most so many minutes. */
  readonly short?: { readonly machines: readonly string[]; readonly minutes: number };
  /** So long somebody who waits may go out and keep their place. */
  readonly awayMinutes?: number;
  /** Left out: nobody can book. */
  readonly bookings?: BookingPolicy;
};

/** Whole numbers; each may be left out. */
export type BookingPolicy = {
  /** How far ahead. */
  readonly horizonDays?: number;
  /** The shortest and the longest one. */
  readonly leastMinutes?: number;
  readonly mostMinutes?: number;
  /** Of one member, all that are still to come. */
  readonly futureMinutes?: number;
  /** Of one member that touch the peak of one day. */
  readonly perPeakDay?: number;
  /** Machines of the pool that nobody can book at peak; at least one of several. */
  readonly freeAtPeak?: number;
  /** So long after its beginning a booking that nobody came to is given to the queue. */
  readonly noShowMinutes?: number;
  /** Cancelled later than so long before its beginning it counts as used, unless somebody else used the time. */
  readonly lateHours?: number;
  /** Left out: no draft, who books first has it. */
  readonly draft?: {
    /** When the wishes for the next week are drawn, on the clock of the space. */
    readonly day: Span['days'][number];
    readonly at: string;
  };
};

/** Minutes of care may raise a weight, up to a limit, so that those who keep the machines are not the last to use them. */
export type CarePolicy = {
  /** What counts is not older. */
  readonly days: number;
  /** So many hours give the most. */
  readonly hours: number;
  /** Weight of who gave them, per cent of the usual. */
  readonly mostPercent: number;
};

/** How members change this document. */
export type VotePolicy = {
  /** Of all active members, so many must vote. */
  readonly quorumPercent: number;
  /** Of the yes and no, more than so many must be a yes. */
  readonly majorityPercent: number;
  /** Only the count is kept, with a receipt for each ballot. */
  readonly secret: boolean;
  /** A vote is open for so long. */
  readonly openDays: number;
  /** From the end of the vote until it takes effect, at least. */
  readonly noticeDays: number;
};

/** A document with its place in the row of those that were adopted. */
export type PolicyVersion = {
  /** From 1, without a gap. */
  readonly version: number;
  /** SHA-256 of its canonical JSON, hex. */
  readonly hash: string;
  readonly document: PolicyDocument;
};
