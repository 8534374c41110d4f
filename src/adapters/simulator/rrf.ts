// A simulated Duet with RepRapFirmware 3, exact to the wire: bytes in, bytes out, and a clock that is turned from outside.
// Each conversation is a channel of its own, as on a board with several.

import { advanceHeater } from './marlin-heat.ts';
import { runCommand } from './rrf-commands.ts';
import {
  enter,
  heatersOff,
  leads,
  newRrf,
  type Rrf,
  type RrfPort,
  type RrfWord,
  rxBytes,
  say,
} from './rrf-state.ts';

export type RrfOptions = {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly powered: boolean;
  /** Whether the printer has a cancel.g, which then leaves the heat on. */
  readonly cancelMacro?: boolean;
};

export type RrfController = {
  /** A new conversation; what the printer says to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  setPower(on: boolean): void;
  /** What a person does at its screen. */
  readonly person: {
    print(file: { readonly seconds: number }): void;
    pause(): void;
    resume(): void;
    halt(): void;
  };
  readonly faults: {
    /** Electric noise: these bytes appear on the wire to everyone. */
    noise(bytes: Uint8Array): void;
    /** The next line loses its second half and its end. */
    halfLine(): void;
    restart(): void;
    /** A broken cable: nothing comes out. */
    silence(on: boolean): void;
  };
  facts(): { readonly word: RrfWord; readonly hotendTargetC: number; readonly bedTargetC: number };
};

const sliceMs = 20;
/** Longer pauses than this are skipped. */
const catchUpMs = 3_600_000;

/** A printer; `step` it, or serve it, for time to pass. */
export function simulateRrf({ now, powered, cancelMacro = false }: RrfOptions): RrfController {
  const rrf = newRrf(cancelMacro);
  rrf.nowMs = now();
  const setPower = (on: boolean) => (on ? start(rrf) : Object.assign(forget(rrf), { powered: false }));
  if (powered) {
    start(rrf);
    enter(rrf, 'idle');
  }
  const press = (command: string) => () => void runCommand(rrf, command);
  return {
    attach: (listener) => attach(rrf, { listener, now }),
    step: (nowMs) => stepTo(rrf, nowMs),
    setPower,
    person: {
      print: ({ seconds }) => print(rrf, seconds),
      pause: press('M25'),
      resume: press('M24'),
      halt: press('M112'),
    },
    faults: {
      noise: (bytes) => {
        for (const port of rrf.ports) port.send(bytes);
      },
      halfLine: () => {
        rrf.cutNext = true;
      },
      restart: () => start(rrf),
      silence: (on) => {
        rrf.dumb = on;
      },
    },
    facts: () => ({
      word: rrf.word,
      hotendTargetC: rrf.heaters.hotend.targetC,
      bedTargetC: rrf.heaters.bed.targetC,
    }),
  };
}

function attach(rrf: Rrf, to: { listener: (bytes: Uint8Array) => void; now: () => number }) {
  const port: RrfPort = { send: to.listener, rx: [] };
  rrf.ports.add(port);
  return {
    write: (bytes: Uint8Array) => {
      if (!rrf.powered || !rrf.ports.has(port)) return;
      stepTo(rrf, to.now());
      for (const byte of bytes) if (port.rx.length < rxBytes) port.rx.push(byte);
      readLines(rrf, port);
    },
    detach: () => void rrf.ports.delete(port),
  };
}

function readLines(rrf: Rrf, port: RrfPort): void {
  for (let end = port.rx.indexOf(0x0a); end >= 0; end = port.rx.indexOf(0x0a)) {
    const line = Buffer.from(port.rx.splice(0, end + 1).slice(0, -1))
      .toString('latin1')
      .trim();
    if (line === '') continue;
    const answer = runCommand(rrf, line);
    if (answer === null) continue;
    if (answer !== '') say(rrf, answer, port);
    say(rrf, 'ok', port);
  }
}

function stepTo(rrf: Rrf, nowMs: number): void {
  if (nowMs - rrf.nowMs > catchUpMs) rrf.nowMs = nowMs - catchUpMs;
  while (rrf.nowMs < nowMs) {
    const forMs = Math.min(sliceMs, nowMs - rrf.nowMs);
    rrf.nowMs += forMs;
    for (const heater of Object.values(rrf.heaters))
      advanceHeater(heater, { seconds: forMs / 1000, powered: rrf.powered });
    if (rrf.powered) slice(rrf, forMs);
  }
}

function slice(rrf: Rrf, forMs: number): void {
  const { after } = leads[rrf.word];
  if (after && rrf.nowMs - rrf.sinceMs >= after.ms) enter(rrf, after.to);
  if (rrf.word !== 'processing' || rrf.leftMs === null) return;
  rrf.leftMs -= forMs;
  if (rrf.leftMs > 0) return;
  rrf.leftMs = null;
  heatersOff(rrf);
  enter(rrf, 'idle');
}

function print(rrf: Rrf, seconds: number): void {
  if (rrf.word !== 'idle') return;
  rrf.leftMs = seconds * 1000;
  rrf.heaters.bed.targetC = 60;
  rrf.heaters.hotend.targetC = 205;
  enter(rrf, 'processing');
}

function forget(rrf: Rrf): Rrf {
  heatersOff(rrf);
  rrf.leftMs = null;
  for (const port of rrf.ports) port.rx.length = 0;
  return rrf;
}

function start(rrf: Rrf): void {
  forget(rrf).powered = true;
  enter(rrf, 'starting');
  say(rrf, 'RepRapFirmware for Duet 2 WiFi/Ethernet is up and running.');
}
