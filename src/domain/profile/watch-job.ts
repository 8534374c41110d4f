// When a job begins and ends, as the profile's rules tell it from what is seen. One idle status never ends a job: a
// dwell and a starved stream say idle too (invariant 7: unknown is never success).

import type { JobResult } from '../journal/entry.ts';
import type { Activity } from '../machine/activity.ts';
import type { JobRules, ProgramEvent } from './profile.ts';

export type JobWatch = {
  readonly running: boolean;
  /** Activity of the last status. */
  readonly last: Activity;
  /** Since when the starting activity is seen; kept over gaps shorter than the time that a start needs. */
  readonly candidateMs: number | null;
  /** When the candidate was last left. */
  readonly leftMs: number | null;
  /** Since when a running job looks idle. */
  readonly idleMs: number | null;
};

export type JobSign =
  | { readonly kind: 'status'; readonly activity: Activity }
  /** The first status of a link that just came up: a job that runs now has been running. */
  | { readonly kind: 'adopted'; readonly activity: Activity }
  | { readonly kind: 'event'; readonly event: ProgramEvent }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'alarm'; readonly result: 'aborted' | 'failed' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'time' };

export type JobEdge = { readonly event: 'started' } | { readonly event: 'ended'; readonly result: JobResult };

export const noJob: JobWatch = {
  running: false,
  last: 'unknown',
  candidateMs: null,
  leftMs: null,
  idleMs: null,
};

/** The watch after a sign at `nowMs` (monotonic), and the edge that it was, if it was one. */
export function watchJob(
  rules: JobRules,
  step: { watch: JobWatch; sign: JobSign; nowMs: number },
): { watch: JobWatch; edge: JobEdge | null } {
  const { watch, sign, nowMs } = step;
  switch (sign.kind) {
    case 'event':
      return ended(watch, sign.event === rules.ends.event ? 'completed' : 'aborted');
    case 'greeting':
      return ended(watch, 'aborted');
    case 'alarm':
      return ended(watch, sign.result);
    case 'lost':
      // What is not seen is not idle: the time that ends a job begins anew when it is seen again.
      return {
        watch: { ...watch, last: 'unknown', candidateMs: null, leftMs: null, idleMs: null },
        edge: null,
      };
    case 'adopted':
      if (!watch.running && sign.activity === rules.starts.activity) return started(sign.activity);
      return timed(rules, { watch: seen(rules, { watch, activity: sign.activity, nowMs }), nowMs });
    case 'status':
      return timed(rules, { watch: seen(rules, { watch, activity: sign.activity, nowMs }), nowMs });
    case 'time':
      return timed(rules, { watch, nowMs });
  }
}

/** When `watchJob` wants to be told the time, null when only a sign can change anything. */
export function jobWakesAtMs(rules: JobRules, watch: JobWatch): number | null {
  if (watch.running) return watch.idleMs === null ? null : watch.idleMs + rules.ends.idleMs;
  if (watch.candidateMs === null) return null;
  return watch.leftMs === null ? watch.candidateMs + rules.starts.forMs : watch.leftMs + rules.starts.forMs;
}

function seen(rules: JobRules, step: { watch: JobWatch; activity: Activity; nowMs: number }): JobWatch {
  const { watch, activity, nowMs } = step;
  const last = activity;
  if (watch.running) {
    return { ...watch, last, idleMs: activity === 'idle' ? (watch.idleMs ?? nowMs) : null };
  }
  if (activity !== rules.starts.activity) {
    const dropped = rules.starts.notAfter.has(activity) || watch.candidateMs === null;
    return dropped ? { ...noJob, last } : { ...watch, last, leftMs: watch.leftMs ?? nowMs };
  }
  if (watch.candidateMs !== null) return { ...watch, last, leftMs: null };
  return rules.starts.notAfter.has(watch.last)
    ? { ...noJob, last: watch.last }
    : { ...noJob, last, candidateMs: nowMs };
}

function timed(rules: JobRules, step: { watch: JobWatch; nowMs: number }) {
  const { watch, nowMs } = step;
  const wakesAtMs = jobWakesAtMs(rules, watch);
  if (wakesAtMs === null || nowMs < wakesAtMs) return { watch, edge: null };
  if (watch.running) return ended(watch, 'unknown');
  return watch.leftMs === null ? started(watch.last) : { watch: { ...noJob, last: watch.last }, edge: null };
}

const started = (last: Activity): { watch: JobWatch; edge: JobEdge } => ({
  watch: { ...noJob, running: true, last },
  edge: { event: 'started' },
});

function ended(watch: JobWatch, result: JobResult): { watch: JobWatch; edge: JobEdge | null } {
  return {
    watch: { ...noJob, last: watch.last },
    edge: watch.running ? { event: 'ended', result } : null,
  };
}
