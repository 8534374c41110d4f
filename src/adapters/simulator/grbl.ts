// A simulated Grbl 1.1h controller, exact to the wire: bytes in, bytes out, and a clock that is turned from outside.
// It does not know who talks to it; each channel is a conversation of its own, as on a controller with two ports.

import { type GrblDialectName, grblDialects } from './grbl-dialects.ts';
import { advanceMotion } from './grbl-motion.ts';
import { motionEnded, receiveByte, restart, serveRequests } from './grbl-realtime.ts';
import { grblSettings } from './grbl-settings.ts';
import { type Channel, type Grbl, type GrblWord, newGrbl, sayBytes } from './grbl-state.ts';

export type GrblOptions = {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Whether it has power from the start. */
  readonly powered: boolean;
  /** The processor lives on the USB cable: without power it restarts and sits idle, and nothing moves. */
  readonly usbPowered?: boolean;
  /** Which relative of Grbl it is; left out, it is Grbl 1.1h itself. */
  readonly dialect?: GrblDialectName;
  /** `$n` values that differ from the defaults. */
  readonly settings?: Readonly<Record<number, number>>;
};

type GrblChannel = {
  /** Bytes to the controller; it answers at once, through the listener. */
  write(bytes: Uint8Array): void;
  detach(): void;
};

export type GrblController = {
  /** A new conversation; what the controller says to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): GrblChannel;
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  /** The switch goes on or off. A job that was running is lost. */
  setPower(on: boolean): void;
  readonly faults: GrblFaults;
  facts(): GrblFacts;
};

type GrblFaults = {
  /** Electric noise: these bytes appear on the wire to everyone. */
  noise(bytes: Uint8Array): void;
  /** The next line loses its second half and its end. */
  halfLine(): void;
  /** Noise restarts the processor, without an alarm. */
  restart(): void;
  /** A broken cable: nothing comes out. */
  silence(on: boolean): void;
  /** A limit switch is hit. */
  hardLimit(): void;
  /** The door switch. */
  door(open: boolean): void;
};

type GrblFacts = {
  readonly powered: boolean;
  readonly word: GrblWord;
  readonly position: Readonly<Record<'x' | 'y' | 'z', number>>;
  readonly spindleRpm: number;
  readonly queuedMoves: number;
  /** Bytes that came and ran a macro. */
  readonly macros: readonly number[];
};

/** The longest stretch of time that is simulated in one go. */
const sliceMs = 10;
/** Longer pauses than this are skipped: nobody simulates a night in slices. */
const catchUpMs = 600_000;

/** A controller; `step` it, or serve it, for time to pass. */
export function simulateGrbl(options: GrblOptions): GrblController {
  const grbl = newGrbl(grblSettings(options.settings), grblDialects[options.dialect ?? 'grbl']);
  grbl.nowMs = options.now();
  const setPower = (on: boolean) => switchPower(grbl, { on, usbPowered: options.usbPowered ?? false });
  if (options.usbPowered || options.powered) powerUp(grbl);
  return {
    attach: (listener) => attach(grbl, { listener, now: options.now }),
    step: (nowMs) => stepTo(grbl, nowMs),
    setPower,
    faults: faultsOf(grbl),
    facts: () => ({
      powered: grbl.powered,
      word: grbl.word,
      position: { ...grbl.motion.position },
      spindleRpm: grbl.spindle.rpm,
      queuedMoves: grbl.motion.queue.length,
      macros: [...grbl.macros],
    }),
  };
}

function attach(grbl: Grbl, to: { listener: (bytes: Uint8Array) => void; now: () => number }): GrblChannel {
  const channel: Channel = {
    send: to.listener,
    rx: [],
    line: '',
    overflow: false,
    asked: false,
    askedAll: false,
  };
  grbl.channels.add(channel);
  return {
    write: (bytes) => {
      if (!grbl.powered || !grbl.channels.has(channel)) return;
      if (!grbl.atWork) stepTo(grbl, to.now());
      for (const byte of bytes) receiveByte(grbl, { channel, byte });
      round(grbl);
    },
    detach: () => void grbl.channels.delete(channel),
  };
}

function stepTo(grbl: Grbl, nowMs: number): void {
  if (nowMs - grbl.nowMs > catchUpMs) grbl.nowMs = nowMs - catchUpMs;
  while (grbl.nowMs < nowMs) {
    const forMs = Math.min(sliceMs, nowMs - grbl.nowMs);
    grbl.nowMs += forMs;
    if (grbl.powered) slice(grbl, forMs);
  }
}

function slice(grbl: Grbl, forMs: number): void {
  const moving = grbl.word === 'Run' || grbl.word === 'Jog' || grbl.motion.holding;
  if (moving) {
    const stopped = advanceMotion(grbl.motion, {
      seconds: forMs / 1000,
      acceleration: grbl.settings.get(120) ?? 100,
      feedOverride: grbl.override.feed,
      rapidOverride: grbl.override.rapid,
    });
    if (stopped) motionEnded(grbl);
  }
  round(grbl);
}

/** One round of the main loop. */
function round(grbl: Grbl): void {
  // Who answers from within a listener is served in the next round.
  if (grbl.atWork || grbl.nowMs < grbl.busyUntilMs) return;
  grbl.atWork = true;
  serveRequests(grbl);
  const stands = grbl.critical || grbl.suspend || grbl.word === 'Sleep' || grbl.nowMs < grbl.busyUntilMs;
  if (!stands) grbl.program?.next();
  grbl.atWork = false;
}

function powerUp(grbl: Grbl): void {
  grbl.powered = true;
  grbl.busyUntilMs = 0;
  grbl.critical = false;
  grbl.offset = { x: 0, y: 0, z: 0 };
  grbl.motion.position = { x: 0, y: 0, z: 0 };
  grbl.word = grbl.settings.get(22) === 1 ? 'Alarm' : 'Idle';
  restart(grbl);
}

function switchPower(grbl: Grbl, to: { on: boolean; usbPowered: boolean }): void {
  if (to.usbPowered) {
    if (!to.on) powerUp(grbl);
    return;
  }
  if (to.on === grbl.powered) return;
  if (to.on) {
    powerUp(grbl);
    return;
  }
  grbl.powered = false;
  grbl.program = null;
  grbl.motion.queue.length = 0;
  grbl.motion.speed = 0;
  grbl.spindle = { rpm: 0, word: 'M5' };
  grbl.word = 'Idle';
}

const faultsOf = (grbl: Grbl): GrblFaults => ({
  noise: (bytes) => sayBytes(grbl, bytes),
  halfLine: () => {
    grbl.cutNext = true;
  },
  restart: () => {
    if (grbl.powered) powerUp(grbl);
  },
  silence: (on) => {
    grbl.dumb = on;
  },
  hardLimit: () => {
    if (!grbl.powered) return;
    grbl.motion.queue.length = 0;
    grbl.motion.speed = 0;
    grbl.alarm = 1;
  },
  door: (open) => {
    grbl.doorOpen = open;
    if (open) grbl.requests.add('door');
  },
});
