// All that the simulated TinyG or g2core is at one moment, the numbers that stand for its states, and its voice. The
// files beside this one change it; only `simulateTinyg` hands it out.

import { atOrigin, freshModal, type Modal, type Point } from './grbl-gcode.ts';
import { type Motion, restingMotion } from './grbl-motion.ts';

/** The two differ in their numbers, in how they end a job, and in how they fail. */
export type TinygFirmware = 'tinyg' | 'g2core';

export type TinygWord =
  | 'initializing'
  | 'ready'
  | 'alarm'
  | 'stop'
  | 'end'
  | 'run'
  | 'hold'
  | 'homing'
  | 'shutdown';

/** `stat` of builds 440 and 100. */
export const statNumbers: Readonly<Record<TinygFirmware, Readonly<Record<TinygWord, number>>>> = {
  tinyg: {
    initializing: 0,
    ready: 1,
    alarm: 2,
    stop: 3,
    end: 4,
    run: 5,
    hold: 6,
    homing: 9,
    shutdown: 11,
  },
  g2core: {
    initializing: 0,
    ready: 1,
    alarm: 2,
    stop: 3,
    end: 4,
    run: 5,
    hold: 6,
    homing: 9,
    shutdown: 12,
  },
};

/** One conversation: its answers come back to it alone, reports go to all, as behind a bridge. */
export type TinygChannel = {
  readonly send: (bytes: Uint8Array) => void;
  /** At most `rxBytes`; what does not fit is lost. */
  readonly rx: number[];
};

export type Tinyg = {
  readonly firmware: TinygFirmware;
  nowMs: number;
  powered: boolean;
  /** A broken cable: nothing comes out. */
  dumb: boolean;
  /** The next line loses its second half and its end. */
  cutNext: boolean;
  word: Exclude<TinygWord, 'hold'>;
  /** slowing: on its way to stand still in the queue. */
  hold: 'off' | 'slowing' | 'held';
  /** `%`, 0x04 or `~` that waits until it stands. */
  asked: 'flush' | 'kill' | 'resume' | null;
  readonly motion: Motion;
  modal: Modal;
  spindleRpm: number;
  /** What the spindle did when a hold of g2core paused it. */
  pausedRpm: number | null;
  /** What the planner has taken behind the moves that run: words, and moves after them, in their order. */
  readonly pending: (() => void)[];
  /** Where all that was taken will end. */
  planned: Point;
  /** Homing or a dwell. */
  busyUntilMs: number;
  lineNumber: number;
  /** What the last reports told, by key. */
  readonly told: Map<string, string>;
  nextReportMs: number;
  readonly channels: Set<TinygChannel>;
};

export const rxBytes = 254;

export function newTinyg(firmware: TinygFirmware): Tinyg {
  return {
    firmware,
    nowMs: 0,
    powered: false,
    dumb: false,
    cutNext: false,
    word: 'initializing',
    hold: 'off',
    asked: null,
    motion: restingMotion(),
    modal: freshModal(atOrigin()),
    spindleRpm: 0,
    pausedRpm: null,
    pending: [],
    planned: atOrigin(),
    busyUntilMs: 0,
    lineNumber: 0,
    told: new Map(),
    nextReportMs: 0,
    channels: new Set(),
  };
}

/** The word that is told: a hold hides the run. */
export const wordOf = ({ word, hold }: Tinyg): TinygWord => (hold === 'off' ? word : 'hold');

export const isStill = ({ word, hold }: Tinyg): boolean =>
  hold === 'held' || (word !== 'run' && word !== 'homing');

/** Says a line on one channel, or on all. */
export function say(tinyg: Tinyg, line: string, only?: TinygChannel): void {
  if (!tinyg.powered || tinyg.dumb) return;
  const whole = `${line}\n`;
  const text = tinyg.cutNext ? whole.slice(0, Math.floor(line.length / 2)) : whole;
  tinyg.cutNext = false;
  sayBytes(tinyg, Buffer.from(text, 'latin1'), only);
}

export function sayBytes(tinyg: Tinyg, bytes: Uint8Array, only?: TinygChannel): void {
  if (tinyg.dumb) return;
  for (const channel of only ? [only] : tinyg.channels) channel.send(bytes);
}
