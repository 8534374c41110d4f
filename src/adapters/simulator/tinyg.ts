// A simulated TinyG (build 440) or g2core (build 100), exact to the wire: bytes in, bytes out, and a clock that is turned
// from outside. Single bytes are picked out of the stream; lines wait for room in the planner.

import { atOrigin, freshModal } from './grbl-gcode.ts';
import { advanceMotion, stopMotion } from './grbl-motion.ts';
import { runLine } from './tinyg-program.ts';
import { exception, greet, reportChanges, reportWhenDue, respond } from './tinyg-report.ts';
import {
  isStill,
  newTinyg,
  rxBytes,
  sayBytes,
  type Tinyg,
  type TinygChannel,
  type TinygFirmware,
  type TinygWord,
  wordOf,
} from './tinyg-state.ts';

export type TinygOptions = {
  readonly firmware: TinygFirmware;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly powered: boolean;
};

export type TinygController = {
  /** A new conversation; what the controller says to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  setPower(on: boolean): void;
  readonly faults: {
    /** Electric noise: these bytes appear on the wire to everyone. */
    noise(bytes: Uint8Array): void;
    /** The next line loses its second half and its end. */
    halfLine(): void;
    /** The processor restarts. */
    restart(): void;
    /** A broken cable: nothing comes out. */
    silence(on: boolean): void;
    /** A limit switch is hit: shut down; a TinyG is silent from then on. */
    limitSwitch(): void;
    /** A move would leave the work area. */
    softLimit(): void;
  };
  facts(): {
    readonly word: TinygWord;
    readonly held: boolean;
    readonly x: number;
    readonly spindleRpm: number;
    readonly queuedMoves: number;
  };
};

/** The longest stretch of time that is simulated in one go. */
const sliceMs = 10;
/** Longer pauses than this are skipped. */
const catchUpMs = 600_000;
/** Moves in the planner, and how many of them must be free before a line is read (PLANNER_BUFFER_HEADROOM). */
const planner = { size: 28, headroom: 4 } as const;
/** mm/s². */
const acceleration = 200;

/** What each byte of the stream does at once; everything else waits as a part of a line. */
const realtime: Readonly<Record<TinygFirmware, ReadonlyMap<number, (tinyg: Tinyg) => void>>> = {
  tinyg: new Map([
    [0x21, hold],
    [0x7e, resume],
    [0x25, flush],
    [0x18, restart],
  ]),
  g2core: new Map([
    [0x21, hold],
    [0x7e, resume],
    [0x25, flush],
    [0x04, kill],
    [0x18, restart],
  ]),
};

/** A controller; `step` it, or serve it, for time to pass. */
export function simulateTinyg({ firmware, now, powered }: TinygOptions): TinygController {
  const tinyg = newTinyg(firmware);
  tinyg.nowMs = now();
  const setPower = (on: boolean) => {
    if (on) restart(tinyg);
    else Object.assign(forget(tinyg), { powered: false, spindleRpm: 0, word: 'initializing' });
  };
  if (powered) setPower(true);
  return {
    attach: (listener) => attach(tinyg, { listener, now }),
    step: (nowMs) => stepTo(tinyg, nowMs),
    setPower,
    faults: faultsOf(tinyg),
    facts: () => ({
      word: wordOf(tinyg),
      held: tinyg.hold === 'held',
      x: tinyg.motion.position.x,
      spindleRpm: tinyg.spindleRpm,
      queuedMoves: tinyg.motion.queue.length,
    }),
  };
}

function attach(tinyg: Tinyg, to: { listener: (bytes: Uint8Array) => void; now: () => number }) {
  const channel: TinygChannel = { send: to.listener, rx: [] };
  tinyg.channels.add(channel);
  return {
    write: (bytes: Uint8Array) => {
      if (!tinyg.powered || !tinyg.channels.has(channel)) return;
      stepTo(tinyg, to.now());
      for (const byte of bytes) {
        const act = realtime[tinyg.firmware].get(byte);
        if (act) act(tinyg);
        else if (channel.rx.length < rxBytes) channel.rx.push(byte);
      }
      settle(tinyg);
    },
    detach: () => void tinyg.channels.delete(channel),
  };
}

function stepTo(tinyg: Tinyg, nowMs: number): void {
  if (nowMs - tinyg.nowMs > catchUpMs) tinyg.nowMs = nowMs - catchUpMs;
  while (tinyg.nowMs < nowMs) {
    const forMs = Math.min(sliceMs, nowMs - tinyg.nowMs);
    tinyg.nowMs += forMs;
    if (tinyg.powered) slice(tinyg, forMs);
  }
}

function slice(tinyg: Tinyg, forMs: number): void {
  if (tinyg.word === 'run' && tinyg.hold !== 'held') {
    const by = { seconds: forMs / 1000, acceleration, feedOverride: 100, rapidOverride: 100 };
    const stopped = advanceMotion(tinyg.motion, by);
    if (stopped && tinyg.hold === 'slowing') {
      tinyg.hold = 'held';
      pauseSpindle(tinyg);
      reportChanges(tinyg);
    }
  }
  if (tinyg.word === 'homing' && tinyg.nowMs >= tinyg.busyUntilMs) tinyg.word = 'stop';
  settle(tinyg);
  if (tinyg.word === 'run' || tinyg.word === 'homing') reportWhenDue(tinyg);
}

/** What follows at once from where things are: requests that waited, words that are due, lines that have room. */
function settle(tinyg: Tinyg): void {
  serveAsked(tinyg);
  while (runDue(tinyg) || readLine(tinyg));
  const moves = tinyg.motion.queue.length > 0;
  if (moves && (tinyg.word === 'stop' || tinyg.word === 'end' || tinyg.word === 'ready')) begin(tinyg, 'run');
  else if (!moves && tinyg.word === 'run' && tinyg.pending.length === 0) begin(tinyg, 'stop');
}

function begin(tinyg: Tinyg, word: 'run' | 'stop'): void {
  tinyg.word = word;
  tinyg.hold = 'off';
  tinyg.motion.holding = false;
  reportChanges(tinyg);
}

/** A word that waited for the moves before it; false when none is due. */
function runDue(tinyg: Tinyg): boolean {
  if (tinyg.motion.queue.length > 0 || tinyg.word === 'homing' || tinyg.nowMs < tinyg.busyUntilMs)
    return false;
  const word = tinyg.pending.shift();
  word?.();
  return word !== undefined;
}

/** False when there is no whole line, or no room for it. */
function readLine(tinyg: Tinyg): boolean {
  const { motion, firmware, word, hold: held } = tinyg;
  const isFull = motion.queue.length + tinyg.pending.length > planner.size - planner.headroom;
  if (word === 'homing' || (word === 'shutdown' && firmware === 'tinyg')) return false;
  for (const channel of tinyg.channels) {
    const end = channel.rx.findIndex((byte) => byte === 0x0a || byte === 0x0d);
    if (end < 0) continue;
    // g2core lets JSON pass when G-code has to wait, and takes no G-code in a hold.
    const passes = firmware === 'g2core' && channel.rx[0] === 0x7b;
    if (!passes && (isFull || (firmware === 'g2core' && held !== 'off'))) continue;
    const line = Buffer.from(channel.rx.splice(0, end + 1).slice(0, -1)).toString('latin1');
    if (line !== '') respond(tinyg, { ...runLine(tinyg, line), to: channel });
    return true;
  }
  return false;
}

function serveAsked(tinyg: Tinyg): void {
  if (tinyg.asked === null || !isStill(tinyg)) return;
  if (tinyg.asked === 'resume') {
    goOn(tinyg);
    return;
  }
  const killed = tinyg.asked === 'kill';
  const rpm = killed ? 0 : (tinyg.pausedRpm ?? tinyg.spindleRpm);
  Object.assign(forget(tinyg), { word: killed ? 'end' : 'stop', spindleRpm: rpm });
  if (killed) exception(tinyg, { code: 207, text: 'Kill job - Job killed by ^d' });
  reportChanges(tinyg);
}

/** The job and all that waits, in the machine and on its way into it. */
function forget(tinyg: Tinyg): Tinyg {
  stopMotion(tinyg.motion);
  tinyg.pending.length = 0;
  for (const channel of tinyg.channels) channel.rx.length = 0;
  tinyg.planned = tinyg.motion.position;
  return Object.assign(tinyg, { hold: 'off', asked: null, pausedRpm: null, busyUntilMs: 0 });
}

/** g2core pauses the spindle in a hold; a TinyG lets it turn. */
function pauseSpindle(tinyg: Tinyg): void {
  if (tinyg.firmware === 'tinyg') return;
  tinyg.pausedRpm = tinyg.spindleRpm;
  tinyg.spindleRpm = 0;
}

function hold(tinyg: Tinyg): void {
  if (tinyg.word !== 'run' || tinyg.hold !== 'off') return;
  tinyg.hold = 'slowing';
  tinyg.motion.holding = true;
  reportChanges(tinyg);
}

function resume(tinyg: Tinyg): void {
  if (tinyg.hold !== 'off') tinyg.asked ??= 'resume';
}

function goOn(tinyg: Tinyg): void {
  tinyg.asked = null;
  tinyg.spindleRpm = tinyg.pausedRpm ?? tinyg.spindleRpm;
  tinyg.pausedRpm = null;
  begin(tinyg, 'run');
}

/** TinyG takes it whenever it stands, also in an alarm, which it ends; g2core in a hold alone. */
function flush(tinyg: Tinyg): void {
  if (tinyg.word === 'shutdown' || (tinyg.firmware === 'g2core' && tinyg.hold === 'off')) return;
  tinyg.asked = 'flush';
}

function kill(tinyg: Tinyg): void {
  if (tinyg.word !== 'run') return;
  hold(tinyg);
  tinyg.asked = 'kill';
}

function restart(tinyg: Tinyg): void {
  Object.assign(forget(tinyg), {
    powered: true,
    word: 'ready',
    spindleRpm: 0,
    modal: freshModal(atOrigin()),
  });
  tinyg.motion.position = atOrigin();
  tinyg.planned = atOrigin();
  tinyg.told.clear();
  greet(tinyg);
}

function fail(tinyg: Tinyg, as: { word: 'alarm' | 'shutdown'; code: number; text: string }): void {
  if (!tinyg.powered) return;
  Object.assign(forget(tinyg), { word: as.word, spindleRpm: 0 });
  exception(tinyg, as);
  if (as.word === 'alarm' || tinyg.firmware === 'g2core') reportChanges(tinyg);
}

const faultsOf = (tinyg: Tinyg): TinygController['faults'] => ({
  noise: (bytes) => sayBytes(tinyg, bytes),
  halfLine: () => {
    tinyg.cutNext = true;
  },
  restart: () => {
    if (tinyg.powered) restart(tinyg);
  },
  silence: (on) => {
    tinyg.dumb = on;
  },
  limitSwitch: () =>
    fail(tinyg, { word: 'shutdown', code: tinyg.firmware === 'tinyg' ? 204 : 203, text: 'Limit switch hit' }),
  softLimit: () => fail(tinyg, { word: 'alarm', code: 222, text: 'Soft limit exceeded - X max' }),
});
