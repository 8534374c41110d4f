// All that the simulated controller is at one moment, and its voice. The files beside this one change it as the
// firmware's own parts would; only `simulateGrbl` hands it out, as something that takes and gives bytes.

import type { GrblDialect } from './grbl-dialects.ts';
import { atOrigin, freshModal, type Modal, type Point } from './grbl-gcode.ts';
import { type Motion, restingMotion, stopMotion } from './grbl-motion.ts';
import type { GrblSettings } from './grbl-settings.ts';

export type GrblWord = 'Idle' | 'Run' | 'Hold' | 'Jog' | 'Alarm' | 'Door' | 'Check' | 'Home' | 'Sleep';

/** Real-time requests that wait for the next round of the main loop. */
type Request = 'reset' | 'hold' | 'start' | 'door' | 'jog-cancel' | 'sleep';

/** One conversation: its bytes wait in a buffer of their own, and its acks come back to it alone. */
export type Channel = {
  readonly send: (bytes: Uint8Array) => void;
  /** At most `rxBufferBytes`; what does not fit is lost, as on the wire. */
  readonly rx: number[];
  /** The line being received. */
  line: string;
  overflow: boolean;
  /** A status report is owed. */
  asked: boolean;
  /** It is to have everything in it. */
  askedAll: boolean;
};

export type Grbl = {
  nowMs: number;
  readonly settings: GrblSettings;
  readonly dialect: GrblDialect;
  /** Bytes that came and would have run a macro; at most `macroLimit` are kept. */
  readonly macros: number[];
  word: GrblWord;
  powered: boolean;
  /** Swallows all output: a broken cable. */
  dumb: boolean;
  /** The next line loses its second half and its end. */
  cutNext: boolean;
  /** The door switch. */
  doorOpen: boolean;
  readonly requests: Set<Request>;
  /** An alarm to be announced. */
  alarm: number | null;
  /** After a limit alarm nothing is heard but a reset. */
  critical: boolean;
  /** Busy with nothing else, as for half a second after an alarm. */
  busyUntilMs: number;
  /** While homing the main loop is not run. */
  deaf: boolean;
  suspend: Suspend | null;
  readonly motion: Motion;
  modal: Modal;
  /** Work offset; survives a reset. */
  offset: Point;
  spindle: { rpm: number; word: 'M3' | 'M4' | 'M5' };
  coolant: boolean;
  override: { feed: number; rapid: number; spindle: number };
  /** Reports until WCO and Ov are told again. */
  wcoIn: number;
  ovIn: number;
  /** The main program; it yields where the firmware would wait. */
  program: Generator<void, void> | null;
  readonly channels: Set<Channel>;
  /** A round of the main loop is under way. */
  atWork: boolean;
};

/** Why the main program stands still. */
export type Suspend = {
  holdComplete: boolean;
  /** Spindle and coolant are off for the door. */
  retracted: boolean;
  /** The door was open since the stop. */
  ajar: boolean;
  jogCancel: boolean;
  /** Spindle and coolant are coming back until then. */
  restoringUntilMs: number | null;
};

export const fullOverride = () => ({ feed: 100, rapid: 100, spindle: 100 });

/** A controller as it lies in the drawer: without power. */
export function newGrbl(settings: GrblSettings, dialect: GrblDialect): Grbl {
  const offset = atOrigin();
  return {
    nowMs: 0,
    settings,
    dialect,
    macros: [],
    word: 'Idle',
    powered: false,
    dumb: false,
    cutNext: false,
    doorOpen: false,
    requests: new Set(),
    alarm: null,
    critical: false,
    busyUntilMs: 0,
    deaf: false,
    suspend: null,
    motion: restingMotion(),
    modal: freshModal(offset),
    offset,
    spindle: { rpm: 0, word: 'M5' },
    coolant: false,
    override: fullOverride(),
    wcoIn: 0,
    ovIn: 0,
    program: null,
    channels: new Set(),
    atWork: false,
  };
}

export const isLaser = (grbl: Grbl): boolean => grbl.settings.get(32) === 1;

/** Says a line on one channel, or on all. */
export function say(grbl: Grbl, line: string, only?: Channel): void {
  if (!grbl.powered) return;
  let text = `${line}\r\n`;
  if (grbl.cutNext) {
    text = text.slice(0, Math.floor(line.length / 2));
    grbl.cutNext = false;
  }
  sayBytes(grbl, Buffer.from(text, 'latin1'), only);
}

export function sayBytes(grbl: Grbl, bytes: Uint8Array, only?: Channel): void {
  if (grbl.dumb) return;
  for (const channel of only ? [only] : grbl.channels) channel.send(bytes);
}

export function setSpindle(grbl: Grbl, spindle: Grbl['spindle']): void {
  grbl.spindle = spindle;
  grbl.ovIn = 0;
}

export function setCoolant(grbl: Grbl, on: boolean): void {
  grbl.coolant = on;
  grbl.ovIn = 0;
}

/** mc_reset: everything off at once; in motion the position is lost, which is an alarm. */
export function requestReset(grbl: Grbl): void {
  if (grbl.requests.has('reset')) return;
  grbl.requests.add('reset');
  setSpindle(grbl, { rpm: 0, word: 'M5' });
  setCoolant(grbl, false);
  if (grbl.word === 'Home') grbl.alarm ??= 6;
  else if (grbl.word === 'Run' || grbl.word === 'Jog' || grbl.motion.holding) grbl.alarm ??= 3;
  stopMotion(grbl.motion);
}
