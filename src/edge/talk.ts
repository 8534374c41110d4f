// A machine on the network: what the adapter that speaks its protocol gives, and what it is given. The adapter knows
// words and numbers; that a silence is unknown, that a job ends once and that lost links are tried again, `keepTalk` knows.

import type { JobResult } from '../domain/journal/entry.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Trouble } from '../domain/machine/trouble.ts';
import type { MachineReport } from '../gateway/gateway.ts';

export type Talk = {
  /**
   * Talks until it fails or `ears.signal` aborts. Always rejects, with a `LinkFault` where it knows why; everything that
   * it opened is closed by then.
   */
  readonly run: (ears: Ears) => Promise<never>;
  /**
   * Orders the end of the job under way, and never anything that moves, heats or resumes (invariant 8). `taken` is not
   * yet an end: that is seen. Null where the machine is only read.
   */
  readonly cancel: ((signal: AbortSignal) => Promise<'taken' | 'refused'>) | null;
  /** Nothing heard for so long is a lost link. */
  readonly silenceMs: number;
  /** An end that was ordered must be seen within so long, at most 10 s. */
  readonly cancelMs: number;
};

export type Ears = {
  /** What the machine is doing now, whole in itself: merged from deltas by the adapter, never from an older connection. */
  readonly seen: (seen: Seen) => void;
  /** Something was heard that changes nothing. */
  readonly alive: () => void;
  /** The way to it works, but its controller does not answer: activity unknown, link lost, until the next `seen`. */
  readonly away: (trouble: Trouble) => void;
  /** What somebody should know although it can be heard; takes the place of what was told before. */
  readonly troubles: (troubles: readonly Trouble[]) => void;
  /** Aborts when this attempt is over: by silence, or because the gateway stops. */
  readonly signal: AbortSignal;
};

export type Seen = Pick<MachineReport, 'activity' | 'substate' | 'raw'> & {
  /** Only what was said since the connection began. */
  readonly readings: Readings;
  readonly job: JobSeen;
};

/**
 * The job as the controller tells of it. `under-way` also while it is paused; `over` stays for as long as the controller
 * says so, often until the next job; `unknown` changes nothing. The id tells one job from the next where the controller
 * has one; the name is shown and never journalled, as people name files after themselves and others.
 */
export type JobSeen =
  | { readonly state: 'unknown' | 'none' }
  | { readonly state: 'under-way'; readonly id: string | null; readonly name: string | null }
  | { readonly state: 'over'; readonly id: string | null; readonly result: JobResult };
