// Histories of what is seen, and the edges of jobs that they must and must not give.

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import type { JobRules } from '../../../src/domain/profile/profile.ts';
import { type JobSign, jobWakesAtMs, noJob, watchJob } from '../../../src/domain/profile/watch-job.ts';

const rules: JobRules = {
  starts: { activity: 'running', forMs: 1000, notAfter: new Set<Activity>(['homing', 'jogging']) },
  ends: { event: 'program.end', idleMs: 15_000 },
};

const see = (activity: Activity): JobSign => ({ kind: 'status', activity });
const end: JobSign = { kind: 'event', event: 'program.end' };
const time: JobSign = { kind: 'time' };
const adopted: JobSign = { kind: 'adopted', activity: 'running' };

/** The edges of a history: `ms>edge`. */
function edgesOf(history: readonly (readonly [number, JobSign])[]): string[] {
  let watch = noJob;
  return history.flatMap(([nowMs, sign]) => {
    const turn = watchJob(rules, { watch, sign, nowMs });
    watch = turn.watch;
    if (!turn.edge) return [];
    return [`${nowMs}>${turn.edge.event === 'started' ? 'started' : turn.edge.result}`];
  });
}

type Row = readonly [string, readonly (readonly [number, JobSign])[], readonly string[]];

const rows: readonly Row[] = [
  [
    'running for a second starts a job',
    [
      [0, see('running')],
      [999, time],
      [1000, time],
    ],
    ['1000>started'],
  ],
  [
    'running for less does not',
    [
      [0, see('running')],
      [900, see('idle')],
      [2000, time],
    ],
    [],
  ],
  [
    'a short gap does not break the start',
    [
      [0, see('running')],
      [500, see('idle')],
      [700, see('running')],
      [1000, time],
    ],
    ['1000>started'],
  ],
  [
    'running after homing is no job',
    [
      [0, see('homing')],
      [1, see('running')],
      [5000, time],
    ],
    [],
  ],
  [
    'running after jogging is no job',
    [
      [0, see('jogging')],
      [1, see('running')],
      [5000, see('running')],
    ],
    [],
  ],
  [
    'the program end completes it',
    [
      [0, adopted],
      [9000, end],
    ],
    ['0>started', '9000>completed'],
  ],
  [
    'a program end without a job is nothing',
    [
      [0, end],
      [1, see('idle')],
    ],
    [],
  ],
  [
    'inv. 7: one idle status never ends it',
    [
      [0, adopted],
      [10, see('idle')],
      [14_000, see('running')],
      [15_010, time],
      [20_000, time],
    ],
    ['0>started'],
  ],
  [
    'idle for long ends it, and nobody knows how',
    [
      [0, adopted],
      [10, see('idle')],
      [15_010, time],
    ],
    ['0>started', '15010>unknown'],
  ],
  [
    'a greeting in the middle aborts it',
    [
      [0, adopted],
      [10, { kind: 'greeting' }],
      [11, see('idle')],
    ],
    ['0>started', '10>aborted'],
  ],
  [
    'an alarm ends it as its code says',
    [
      [0, adopted],
      [10, { kind: 'alarm', result: 'failed' }],
      [11, { kind: 'greeting' }],
    ],
    ['0>started', '10>failed'],
  ],
  [
    'paused for an hour is still the job',
    [
      [0, adopted],
      [10, see('paused')],
      [3_600_000, time],
      [3_600_001, see('running')],
    ],
    ['0>started'],
  ],
  [
    'inv. 7: time out of sight does not count as idle',
    [
      [0, adopted],
      [10, see('idle')],
      [11, { kind: 'lost' }],
      [90_000, { kind: 'adopted', activity: 'idle' }],
      [104_000, time],
    ],
    ['0>started'],
  ],
  [
    'a job seen again is the same job',
    [
      [0, adopted],
      [10, { kind: 'lost' }],
      [9000, adopted],
    ],
    ['0>started'],
  ],
];

describe('a job', () => {
  it.each(rows)('%s', (_, history, edges) => {
    expect(edgesOf(history)).toEqual(edges);
  });

  it('says when it wants to be told the time', () => {
    const { watch } = watchJob(rules, { watch: noJob, sign: see('running'), nowMs: 5 });
    expect(jobWakesAtMs(rules, watch)).toBe(1005);
    expect(jobWakesAtMs(rules, noJob)).toBeNull();
  });
});
