// All that the simulated printer is at one moment, and its voice: which line goes to which port. The files beside this
// one change it as the parts of the firmware would; only `simulateMarlin` hands it out.

import type { MarlinCard } from './marlin-card.ts';
import { coldHeater, type Heater, type HeaterName } from './marlin-heat.ts';
import type { MarlinMotion } from './marlin-motion.ts';

/** What a build of the firmware can do; builds differ, and hosts must live with all of them. */
export type MarlinBuild = {
  /** AUTO_REPORT_TEMPERATURES, AUTO_REPORT_SD_STATUS, AUTO_REPORT_POSITION. */
  readonly autoReports: readonly ReportName[];
  /** SDSUPPORT. */
  readonly card: boolean;
  /** HOST_KEEPALIVE_FEATURE: busy lines. */
  readonly busy: boolean;
  /** HOST_ACTION_COMMANDS and HOST_STATUS_NOTIFICATIONS. */
  readonly hostActions: boolean;
  /** PSU_CONTROL: a power supply for drives and heaters that it turns on and off. */
  readonly psuControl: boolean;
  /** ADVANCED_OK. */
  readonly advancedOk: boolean;
};

export type ReportName = 'temperatures' | 'card' | 'position';

/** One port: its line numbers are its own, and answers come back to it alone. */
export type Port = {
  readonly send: (bytes: Uint8Array) => void;
  /** At most `rxBytes`; what does not fit is lost, as on the wire. */
  readonly rx: number[];
  lastN: number;
};

/** A command that waits or runs; one from the card has no port and gets no answer. */
export type Command = { readonly text: string; readonly port: Port | null; readonly n: number | null };

export type BusyWord = 'processing' | 'paused for user' | 'paused for input';

export type Marlin = {
  nowMs: number;
  readonly build: MarlinBuild;
  powered: boolean;
  /** Its own supply for drives and heaters; on from the start unless the build has PSU_CONTROL. */
  supplied: boolean;
  /** killed: silent until a reset. stopped: talks, and does not move. */
  halted: 'killed' | 'stopped' | null;
  /** A broken cable: nothing comes out. */
  dumb: boolean;
  /** The next line loses its second half and its end. */
  cutNext: boolean;
  readonly ports: Set<Port>;
  /** BUFSIZE 4. */
  readonly queue: Command[];
  /** The command at work; it yields where the firmware would wait. */
  running: { readonly command: Command; readonly steps: Generator<void, void> } | null;
  busy: BusyWord;
  busyEveryMs: number;
  nextBusyMs: number;
  /** A round of the main loop is under way. */
  atWork: boolean;
  /** A person pressed the button. */
  pressed: boolean;
  /** M108: waits for heat and people end. */
  breakWait: boolean;
  readonly heaters: Record<HeaterName, Heater>;
  readonly motion: MarlinMotion;
  readonly card: MarlinCard;
  readonly reports: Map<ReportName, { everyMs: number; nextMs: number; readonly ports: Set<Port> }>;
};

export const queueSize = 4;
export const rxBytes = 1024;

export function newMarlin(parts: {
  build: MarlinBuild;
  card: MarlinCard;
  motion: MarlinMotion;
  pace: number;
}): Marlin {
  const { build, card, motion, pace } = parts;
  return {
    nowMs: 0,
    build,
    powered: false,
    supplied: !build.psuControl,
    halted: null,
    dumb: false,
    cutNext: false,
    ports: new Set(),
    queue: [],
    running: null,
    busy: 'processing',
    busyEveryMs: 2000,
    nextBusyMs: 0,
    atWork: false,
    pressed: false,
    breakWait: false,
    heaters: {
      hotend: coldHeater({ warmsPerS: 3 * pace, coolsInS: 110 / pace }),
      bed: coldHeater({ warmsPerS: 0.7 * pace, coolsInS: 600 / pace }),
    },
    motion,
    card,
    reports: new Map(),
  };
}

/** Says a line to one port; null is a command from the card, whose words go to all. */
export function say(marlin: Marlin, line: string, to: Port | null): void {
  if (!marlin.powered) return;
  let text = `${line}\n`;
  if (marlin.cutNext) {
    text = text.slice(0, Math.floor(line.length / 2));
    marlin.cutNext = false;
  }
  sayBytes(marlin, Buffer.from(text, 'latin1'), to);
}

export function sayBytes(marlin: Marlin, bytes: Uint8Array, to: Port | null): void {
  if (marlin.dumb) return;
  for (const port of to ? [to] : marlin.ports) port.send(bytes);
}

/** Tells the host to do something, or what was done; all ports hear it. */
export function act(marlin: Marlin, word: string): void {
  if (marlin.build.hostActions) say(marlin, `//action:${word}`, null);
}

export function heatersOff(marlin: Marlin): void {
  for (const heater of Object.values(marlin.heaters)) heater.targetC = 0;
}

/** Everything off, and nothing said or heard any more. */
export function kill(marlin: Marlin, message: string | null): void {
  heatersOff(marlin);
  if (message !== null) say(marlin, `echo:${message}`, null);
  say(marlin, 'Error:Printer halted. kill() called!', null);
  act(marlin, 'poweroff');
  marlin.halted = 'killed';
  marlin.running = null;
  marlin.queue.length = 0;
  marlin.motion.queue.length = 0;
}
