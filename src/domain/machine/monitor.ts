// A monitor watches one reading: good, or bad because it is out of its limits, old, or was never heard. What is not
// known is never good (invariant 7). Pure: whoever calls keeps the times.

import { type ReadingName, readingUnits } from './reading.ts';

export const monitorSeverities = ['warning', 'critical', 'fatal'] as const;

/** warning: nothing new starts. critical: the machine is stopped. fatal: the same, and it stays so until a steward says otherwise. */
type MonitorSeverity = (typeof monitorSeverities)[number];

export type Monitor = {
  readonly name: string;
  readonly reading: ReadingName;
  /** Whose reading it is; left out, that of the machine itself. */
  readonly of?: string;
  /** Bad above and below this, in the unit of the reading; at least one of them. */
  readonly above?: number;
  readonly below?: number;
  /** Once bad it is good only within these, so that a value at the edge does not flap. */
  readonly clearBelow?: number;
  readonly clearAbove?: number;
  readonly severity: MonitorSeverity;
  /** A value is old after so long, seconds. */
  readonly staleS: number;
};

/** Why it is what it is; a good one is within its limits. */
export type MonitorWhy = 'limit' | 'old' | 'never';

export type MonitorVerdict = {
  readonly state: 'good' | 'bad';
  readonly why: MonitorWhy;
  /** The value that decided; null where there was none. */
  readonly value: number | null;
};

/** What was heard of one monitor; monotonic. */
export type MonitorHeard = {
  /** Since when we listen. */
  readonly sinceMonoMs: number;
  readonly last: { readonly value: number; readonly monoMs: number } | null;
  /** Since when its values have been good without a break; null while they are not. */
  readonly goodSinceMonoMs: number | null;
};

/** It must have been good for so long before it counts as good again. */
export const goodHoldMs = 5_000;

/** It stays in a state for so long at least; only a fatal limit does not wait. */
export const leastStayMs = 2_000;

export const nothingHeard = (monoMs: number): MonitorHeard => ({
  sinceMonoMs: monoMs,
  last: null,
  goodSinceMonoMs: null,
});

/** A value that is no finite number says nothing. */
export function hearValue(
  monitor: Monitor,
  before: MonitorHeard,
  said: { readonly value: number; readonly monoMs: number },
): MonitorHeard {
  if (!Number.isFinite(said.value)) return before;
  const isFirst = before.last === null;
  const wasGood = isFirst || before.goodSinceMonoMs !== null;
  const isGood = isWithin(monitor, { value: said.value, wasGood });
  // Good values with a hole between them are no unbroken row.
  const unbroken = before.last !== null && said.monoMs - before.last.monoMs <= monitor.staleS * 1000;
  const since = unbroken ? (before.goodSinceMonoMs ?? said.monoMs) : said.monoMs;
  return { ...before, last: said, goodSinceMonoMs: isGood ? since : null };
}

export type MonitorKnown = MonitorVerdict & { readonly sinceMonoMs: number };

/** What the journal should say now; null when it says so already, or must wait. `known` is what it says. */
export function judgeMonitor(
  monitor: Monitor,
  seen: { readonly heard: MonitorHeard; readonly known: MonitorKnown | null; readonly monoMs: number },
): MonitorVerdict | null {
  const { heard, known, monoMs } = seen;
  const now = verdictNow(monitor, heard, monoMs);
  if (now.why === 'never') return null;
  if (known === null) return now;
  if (known.state === now.state && (now.state === 'good' || known.why === now.why)) return null;
  if (now.state === 'good') return monoMs - (heard.goodSinceMonoMs ?? monoMs) >= goodHoldMs ? now : null;
  const isUrgent = monitor.severity === 'fatal' && now.why === 'limit';
  return isUrgent || monoMs - known.sinceMonoMs >= leastStayMs ? now : null;
}

/** As it is at this moment, without patience. */
function verdictNow(monitor: Monitor, heard: MonitorHeard, monoMs: number): MonitorVerdict {
  const { last, sinceMonoMs, goodSinceMonoMs } = heard;
  const silentMs = monoMs - (last?.monoMs ?? sinceMonoMs);
  // A zero below zero is none in the journal.
  const value = last ? last.value + 0 : null;
  if (silentMs > monitor.staleS * 1000) return { state: 'bad', why: 'old', value };
  if (last === null) return { state: 'bad', why: 'never', value };
  return { state: goodSinceMonoMs === null ? 'bad' : 'good', why: 'limit', value };
}

function isWithin(monitor: Monitor, { value, wasGood }: { value: number; wasGood: boolean }): boolean {
  const { above = Number.POSITIVE_INFINITY, below = Number.NEGATIVE_INFINITY } = monitor;
  const most = wasGood ? above : (monitor.clearBelow ?? above);
  const least = wasGood ? below : (monitor.clearAbove ?? below);
  return value <= most && value >= least;
}

/** `27.4 °C`; a dash where there is no value. */
export function valueText(reading: ReadingName, value: number | null): string {
  if (value === null) return '–';
  const unit = shownUnits.get(readingUnits[reading]) ?? readingUnits[reading];
  return `${Math.round(value * 10) / 10}${unit === '' ? '' : ` ${unit}`}`;
}

const shownUnits: ReadonlyMap<string, string> = new Map([
  ['degC', '°C'],
  ['0..1', ''],
  ['count', ''],
]);
