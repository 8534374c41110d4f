// What each byte does, per firmware family. A profile may send nothing that its family does not list here, and only
// for the purpose listed: the gateway adds reasons not to run, it never starts anything (invariant 8).

import type { Activity } from '../machine/activity.ts';

/**
 * ask, poll: change nothing but what is told. stop: comes to a controlled halt. cool: takes heat away. forget: drops
 * the job, safe only once nothing moves. enable: lets the machine run, and starts nothing. disable: takes that away again.
 */
export type Purpose = 'ask' | 'poll' | 'stop' | 'cool' | 'forget' | 'enable' | 'disable';

export type Family = {
  readonly bytes: ReadonlyMap<number, Purpose>;
  /** The only text lines that may be sent. */
  readonly lines: ReadonlyMap<string, Purpose>;
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
      lines: new Map(['$I', '$$', '$G', '$#', '$N'].map((line) => [line, 'ask'])),
      still: new Set<Activity>(['paused', 'door', 'alarm', 'check', 'sleeping']),
    },
  ],
  [
    'smoothie',
    {
      // Not listed, so never sent: !, ~ and 0x18 (each only as its config has it), suspend (leaves the beam as it is), M112.
      bytes: new Map<number, Purpose>([[0x3f, 'poll']]),
      lines: new Map([['version', 'ask']]),
      still: new Set<Activity>(['paused', 'alarm']),
    },
  ],
  [
    'marlin',
    {
      bytes: new Map(),
      // Not listed, so never sent: M108 (ends a wait, and the job goes on), M410 (drops steps, leaves the heat on), M112
      // (halts until a reset), M999, M502, and every word that moves, heats or prints.
      lines: new Map<string, Purpose>([
        ['M105', 'poll'],
        ['M27', 'poll'],
        ['M114', 'poll'],
        ['M115', 'ask'],
        ['M155 S2', 'ask'],
        ['M154 S2', 'ask'],
        ['M27 S2', 'ask'],
        // A print from a card ends by itself in an order of its own; one that is paused is only closed, without a move.
        ['M524', 'stop'],
        ['M104 S0', 'cool'],
        ['M140 S0', 'cool'],
        ['M141 S0', 'cool'],
        // The power supply of drives and heaters; its logic lives on another one. All targets are 0 after M81.
        ['M80', 'enable'],
        ['M81', 'disable'],
        ['M80 S', 'poll'],
      ]),
      still: new Set<Activity>(['idle', 'paused', 'alarm']),
    },
  ],
]);
