// Alarms: what may be wrong between our lock and the world, as one table from code to condition. Pure: whoever calls
// keeps the time. What cannot be told is `unknown`: it neither raises an alarm nor ends one (invariant 7).

import type { Held } from './interlock.ts';

export const alarmCodes = [
  'relay-welded',
  'power-without-session',
  'switch-by-hand',
  'session-on-dead-machine',
  'lease-lost',
  'meter-silent',
] as const;

/** From the most to the least pressing. */
export type AlarmCode = (typeof alarmCodes)[number];

export const alarmAnswers = ['seen', 'mended', 'false-alarm'] as const;
export type AlarmAnswerWord = (typeof alarmAnswers)[number];

/** What the controller of the machine shows; `none` where there is no controller that we could hear. */
export type Confirmed = 'powered' | 'dark' | 'unknown' | 'none';

/** Four truths about one switch, apart from each other; times are wall clock. */
export type SwitchTruths = {
  /** What the gateway sent last, whether or not the switch was there; null before the first order since the start. */
  readonly ordered: { readonly on: boolean; readonly n: number; readonly atMs: number } | null;
  /** What the switch itself said last; null while nobody knows. */
  readonly acknowledged: { readonly on: boolean; readonly atMs: number } | null;
  /** Null when it has no meter, or its meter is silent. */
  readonly measured: { readonly powerW: number; readonly atMs: number } | null;
  readonly confirmed: Confirmed;
};

/** What the conditions are judged on; all durations come from the monotonic clock (invariant 4). */
export type AlarmFacts = {
  readonly held: Held;
  /** The last order; null before the first one. */
  readonly ordered: boolean | null;
  /** What the switch says; null while nobody knows. */
  readonly says: boolean | null;
  /** Measured since the switch says what it says, and after the meter had time to follow; null when it was not. */
  readonly steadyW: number | null;
  /** For how long a meter that spoke before has been silent with its contact closed; null where that means nothing. */
  readonly silentMs: number | null;
  readonly confirmed: Confirmed;
  /** It changed by itself, and nobody was told of it yet. */
  readonly byHand: boolean;
  readonly leaseRanOut: boolean;
  /**
   * Whether the controller shows that a machine moves which nobody holds, where that is checked before a start; unknown
   * when it moved as it was last heard.
   */
  readonly moves: Verdict;
};

type Verdict = 'so' | 'not-so' | 'unknown';

type AlarmRow = {
  /** How long it must be so without a break. */
  readonly holdMs: number;
  readonly ends: 'by-itself' | 'when-answered';
  /** Whether people who are not stewards are told that the machine needs one: what flows there may hurt somebody. */
  readonly concernsAll: boolean;
  readonly judge: (facts: AlarmFacts) => Verdict;
};

/**
 * From here on power flows. The meters of plugs show 1 to 3 W with their contact open, and up to 5 W for their own relay
 * and radio; the electronics of the smallest machine that we know draw 10 W and more.
 */
export const flowsFromW = 8;

/** A meter that said nothing for so long is silent; firmware reports every five minutes at the latest. */
export const meterSilentMs = 600_000;

/** Meters average: what one says sooner than this after a change of the contact may be of before. */
export const meterSettlesMs = 3_000;

export const alarmRows: Readonly<Record<AlarmCode, AlarmRow>> = {
  'relay-welded': {
    holdMs: 10_000,
    ends: 'by-itself',
    concernsAll: true,
    judge({ says, steadyW }) {
      // While it is on nobody can tell whether it would still open.
      if (says !== false || steadyW === null) return 'unknown';
      return flows(steadyW) ? 'so' : 'not-so';
    },
  },
  'power-without-session': {
    holdMs: 5_000,
    ends: 'by-itself',
    concernsAll: true,
    judge({ held, ordered, says, steadyW, moves }) {
      if (held !== 'none') return 'not-so';
      if (ordered !== false) return 'unknown';
      if (says === true || moves === 'so' || (steadyW !== null && flows(steadyW))) return 'so';
      if (moves === 'unknown' && steadyW === null) return 'unknown';
      return says === false ? 'not-so' : 'unknown';
    },
  },
  'switch-by-hand': {
    holdMs: 0,
    ends: 'when-answered',
    concernsAll: true,
    judge: ({ byHand }) => (byHand ? 'so' : 'unknown'),
  },
  'session-on-dead-machine': {
    holdMs: 60_000,
    ends: 'by-itself',
    concernsAll: false,
    judge({ held, says, steadyW, confirmed }) {
      if (held !== 'active') return 'not-so';
      if (says !== true) return 'so';
      if (confirmed === 'powered') return 'not-so';
      if (steadyW === null) return 'unknown';
      if (flows(steadyW)) return 'not-so';
      return confirmed === 'none' ? 'unknown' : 'so';
    },
  },
  'lease-lost': {
    holdMs: 0,
    ends: 'by-itself',
    concernsAll: false,
    judge({ leaseRanOut, held, says }) {
      if (leaseRanOut) return 'so';
      // Only an order that arrives again shows that the way to it is mended.
      return held === 'active' && says === true ? 'not-so' : 'unknown';
    },
  },
  'meter-silent': {
    holdMs: 0,
    ends: 'by-itself',
    concernsAll: false,
    judge({ silentMs, steadyW }) {
      if (silentMs !== null && silentMs >= meterSilentMs) return 'so';
      return steadyW === null ? 'unknown' : 'not-so';
    },
  },
};

/** Clamps that were put on the wrong way round say less than nothing. */
const flows = (powerW: number): boolean => Math.abs(powerW) >= flowsFromW;
