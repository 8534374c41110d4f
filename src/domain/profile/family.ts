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
  [
    'klipper',
    {
      bytes: new Map(),
      // Only questions: whatever else one might send waits behind the macro that runs, and goes to Moonraker instead.
      lines: new Map<string, Purpose>([
        ['M105', 'poll'],
        ['M27', 'poll'],
        ['M114', 'poll'],
        ['M115', 'ask'],
      ]),
      still: new Set<Activity>(['idle', 'paused', 'alarm']),
    },
  ],
  [
    'linuxcnc',
    {
      bytes: new Map(),
      // Not listed, so never sent: `get error` (reading it takes it from the operator's screen), `set enable` (only one
      // client holds it), and with it every order, `set abort` among them.
      lines: new Map<string, Purpose>([
        ['hello EMC officina 1.1', 'ask'],
        ['set echo off', 'ask'],
        ['get estop', 'poll'],
        ['get machine', 'poll'],
        ['get program_status', 'poll'],
        ['get program_line', 'poll'],
      ]),
      still: new Set<Activity>(['idle', 'paused', 'estop', 'sleeping']),
    },
  ],
  [
    'tinyg',
    {
      // Not listed, so never sent: ~ (resumes), 0x18 (restarts and so ends an alarm), {"clear"}, M2 and M30 (end one too),
      // settings (kept over a restart), and every word that moves. % is taken only after ! or where nothing moves.
      bytes: new Map<number, Purpose>([
        [0x21, 'stop'],
        [0x25, 'forget'],
      ]),
      lines: new Map<string, Purpose>([
        ['{"sr":null}', 'poll'],
        ['{"hp":null}', 'ask'],
        ['M5', 'stop'],
        ['M9', 'stop'],
      ]),
      still: new Set<Activity>(['idle', 'paused']),
    },
  ],
  [
    'g2core',
    {
      // Not listed, so never sent: % (after a hold it brings the spindle back and moves to where it was held), ! (only
      // together with it), ~, 0x18 (the port goes away), and all that TinyG may not be sent.
      bytes: new Map<number, Purpose>([[0x04, 'stop']]),
      lines: new Map<string, Purpose>([
        ['{"sr":null}', 'poll'],
        ['{"hp":null}', 'ask'],
      ]),
      still: new Set<Activity>(['idle', 'paused', 'alarm', 'estop']),
    },
  ],
  [
    'reprapfirmware',
    {
      bytes: new Map(),
      // Not listed, so never sent: M24 (resumes), M112 (halts until a reset), M999 (restarts), M292 (answers a box that
      // waits for a person), M81 (power of the board), M409 with a key whose answer is longer than a line may be.
      lines: new Map<string, Purpose>([
        ['M409 K"state.status"', 'poll'],
        ['M409 K"heat.heaters" F"f"', 'poll'],
        ['M409 K"job.timesLeft"', 'poll'],
        ['M115', 'ask'],
        ['M25', 'stop'],
        // Refused by the firmware unless the print is paused; without a print it would run stop.g.
        ['M0', 'forget'],
        ['M104 S0', 'cool'],
        ['M140 S0', 'cool'],
      ]),
      still: new Set<Activity>(['paused']),
    },
  ],
]);
