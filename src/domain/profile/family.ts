// What each byte does, per firmware family. A profile may send nothing that its family does not list here, and only
// for the purpose listed: the gateway adds reasons not to run, it never starts anything (invariant 8).

import type { Activity } from '../machine/activity.ts';

/** poll: asks. stop: comes to a controlled halt. forget: drops the job, safe only once nothing moves. */
export type Purpose = 'poll' | 'stop' | 'forget';

export type Family = {
  readonly bytes: ReadonlyMap<number, Purpose>;
  /** Text lines that ask and change nothing. */
  readonly questions: ReadonlySet<string>;
  /** Activities in which nothing moves: only from here, or after one of them was awaited, may a job be forgotten. */
  readonly still: ReadonlySet<Activity>;
};

export const families: ReadonlyMap<string, Family> = new Map([
  [
    'grbl',
    {
      // Not listed, so never sent: ! (a laser with $32=0 burns on), ~ (resumes), 0x9e (toggles), overrides, macros.
      bytes: new Map<number, Purpose>([
        [0x3f, 'poll'],
        [0x84, 'stop'],
        [0x85, 'stop'],
        [0x18, 'forget'],
      ]),
      questions: new Set(['$I', '$$', '$G', '$#', '$N']),
      still: new Set<Activity>(['paused', 'door', 'alarm', 'check', 'sleeping']),
    },
  ],
]);
