// A simulated printer with Marlin 2.1, exact to the wire: bytes in, bytes out, and a clock that is turned from outside.
// Each conversation is a port of its own, as on a board with several.

import { feedFromCard, newCard, pausePrint, settleCard } from './marlin-card.ts';
import { answersItself, runCommand } from './marlin-commands.ts';
import { advanceHeater } from './marlin-heat.ts';
import { feedFromPorts, forgetLines, receive, stoppedLine } from './marlin-lines.ts';
import { advanceMotion, freeMoves, restingMotion } from './marlin-motion.ts';
import { greet, tellDue } from './marlin-report.ts';
import {
  type Command,
  heatersOff,
  kill,
  type Marlin,
  type MarlinBuild,
  newMarlin,
  type Port,
  queueSize,
  say,
  sayBytes,
} from './marlin-state.ts';

export type MarlinOptions = {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Whether it has power from the start. */
  readonly powered: boolean;
  /** What this build can do, where it differs from the usual one. */
  readonly build?: Partial<MarlinBuild>;
  /** What is on the card: DOS name → G-code. */
  readonly files?: Readonly<Record<string, string>>;
  /** How many times as fast as in life things get warm and cold. */
  readonly heatPace?: number;
};

export type MarlinController = {
  /** A new conversation; what the printer says to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
  /** The switch goes on or off. A print that was running is lost; heat stays where it is. */
  setPower(on: boolean): void;
  /** What a person does at the printer. */
  readonly person: {
    /** Presses the button that a pause waits for. */
    press(): void;
    /** Starts a print from the card at its screen. */
    print(file: string): void;
    /** Pauses that print. */
    pause(): void;
  };
  readonly faults: MarlinFaults;
  facts(): MarlinFacts;
};

type MarlinFaults = {
  /** Electric noise: these bytes appear on the wire to everyone. */
  noise(bytes: Uint8Array): void;
  /** The next line loses its second half and its end. */
  halfLine(): void;
  /** The processor restarts. */
  restart(): void;
  /** A broken cable: nothing comes out. */
  silence(on: boolean): void;
  /** The hot end gets colder although it is heated. */
  runaway(): void;
  /** An error that stops it without killing it. */
  stop(): void;
};

type MarlinFacts = {
  readonly powered: boolean;
  /** Drives and heaters have power. */
  readonly supplied: boolean;
  readonly halted: Marlin['halted'];
  readonly hotendC: number;
  readonly hotendTargetC: number;
  readonly bedTargetC: number;
  readonly printing: boolean;
  readonly fileOpen: boolean;
  readonly moving: boolean;
  /** Commands that wait in the queue. */
  readonly queued: number;
};

const usualBuild: MarlinBuild = {
  autoReports: ['temperatures', 'card'],
  card: true,
  busy: true,
  hostActions: true,
  psuControl: false,
  advancedOk: false,
};

/** The longest stretch of time that is simulated in one go. */
const sliceMs = 20;
/** Longer pauses than this are skipped: nobody simulates a night in slices. */
const catchUpMs = 3_600_000;
/** Commands without a wait that are run in one slice. */
const commandsPerSlice = 32;

/** A printer; `step` it, or serve it, for time to pass. */
export function simulateMarlin(options: MarlinOptions): MarlinController {
  const marlin = newMarlin({
    build: { ...usualBuild, ...options.build },
    card: newCard(options.files ?? {}),
    motion: restingMotion(),
    pace: options.heatPace ?? 1,
  });
  marlin.nowMs = options.now();
  if (options.powered) powerUp(marlin);
  const inject = (text: string) => marlin.queue.push({ text, port: null, n: null });
  return {
    attach: (listener) => attach(marlin, { listener, now: options.now }),
    step: (nowMs) => stepTo(marlin, nowMs),
    setPower: (on) => {
      if (on === marlin.powered) return;
      if (on) powerUp(marlin);
      else powerDown(marlin);
    },
    person: {
      press: () => {
        marlin.pressed = true;
      },
      print: (file) => {
        inject(`M23 ${file}`);
        inject('M24');
      },
      pause: () => pausePrint(marlin),
    },
    faults: faultsOf(marlin),
    facts: () => factsOf(marlin),
  };
}

function attach(marlin: Marlin, to: { listener: (bytes: Uint8Array) => void; now: () => number }) {
  const port: Port = { send: to.listener, rx: [], lastN: 0 };
  marlin.ports.add(port);
  return {
    write: (bytes: Uint8Array) => {
      if (!marlin.powered || !marlin.ports.has(port)) return;
      receive(port, bytes);
      if (!marlin.atWork) stepTo(marlin, to.now());
      loop(marlin);
    },
    detach: () => {
      marlin.ports.delete(port);
      for (const report of marlin.reports.values()) report.ports.delete(port);
    },
  };
}

function stepTo(marlin: Marlin, nowMs: number): void {
  if (nowMs - marlin.nowMs > catchUpMs) marlin.nowMs = nowMs - catchUpMs;
  while (marlin.nowMs < nowMs) {
    const forMs = Math.min(sliceMs, nowMs - marlin.nowMs);
    marlin.nowMs += forMs;
    const seconds = forMs / 1000;
    for (const heater of Object.values(marlin.heaters))
      advanceHeater(heater, { seconds, powered: marlin.powered && marlin.supplied });
    if (!marlin.powered || marlin.halted === 'killed') continue;
    advanceMotion(marlin.motion, seconds);
    loop(marlin);
    tellDue(marlin);
  }
}

const isKilled = ({ halted }: Marlin): boolean => halted === 'killed';

/** The main loop, until a command waits or there is nothing to do. */
function loop(marlin: Marlin): void {
  // Who answers from within a listener is served in the next round.
  if (marlin.atWork) return;
  marlin.atWork = true;
  for (let left = commandsPerSlice; left > 0 && !isKilled(marlin); left--) {
    feedFromPorts(marlin);
    if (isKilled(marlin)) break;
    feedFromCard(marlin);
    if (!marlin.running) settleCard(marlin);
    if (!marlin.running && !begin(marlin)) break;
    if (marlin.running && !marlin.running.steps.next().done) break;
    if (marlin.running) ended(marlin, marlin.running.command);
  }
  marlin.atWork = false;
}

function begin(marlin: Marlin): boolean {
  const command = marlin.queue.shift();
  if (!command) return false;
  marlin.running = { command, steps: runCommand(marlin, command) ?? nothing() };
  marlin.nextBusyMs = marlin.nowMs + marlin.busyEveryMs;
  return true;
}

function* nothing(): Generator<void, void> {}

function ended(marlin: Marlin, command: Command): void {
  marlin.running = null;
  if (!command.port || answersItself(command) || marlin.halted === 'killed') return;
  const number = command.n === null ? '' : ` N${command.n}`;
  const more = ` P${freeMoves(marlin.motion)} B${queueSize - marlin.queue.length}`;
  say(marlin, marlin.build.advancedOk ? `ok${number}${more}` : 'ok', command.port);
}

function powerUp(marlin: Marlin): void {
  powerDown(marlin);
  marlin.powered = true;
  greet(marlin);
}

function powerDown(marlin: Marlin): void {
  heatersOff(marlin);
  forgetLines(marlin);
  marlin.motion.queue.length = 0;
  // PSU_DEFAULT_OFF, as PSU_CONTROL is usually built.
  marlin.supplied = !marlin.build.psuControl;
  marlin.halted = null;
  marlin.busy = 'processing';
  marlin.powered = false;
}

const faultsOf = (marlin: Marlin): MarlinFaults => ({
  noise: (bytes) => marlin.powered && sayBytes(marlin, bytes, null),
  halfLine: () => {
    marlin.cutNext = true;
  },
  restart: () => {
    if (marlin.powered) powerUp(marlin);
  },
  silence: (on) => {
    marlin.dumb = on;
  },
  runaway: () => {
    say(marlin, 'Error:Thermal Runaway, system stopped! Heater_ID: 0', null);
    kill(marlin, 'THERMAL RUNAWAY');
  },
  stop: () => {
    heatersOff(marlin);
    marlin.halted = 'stopped';
    say(marlin, stoppedLine, null);
  },
});

function factsOf(marlin: Marlin): MarlinFacts {
  const { heaters, card, motion } = marlin;
  return {
    powered: marlin.powered,
    supplied: marlin.powered && marlin.supplied,
    halted: marlin.halted,
    hotendC: heaters.hotend.actualC,
    hotendTargetC: heaters.hotend.targetC,
    bedTargetC: heaters.bed.targetC,
    printing: card.printing || card.ending,
    fileOpen: card.open !== null,
    moving: motion.queue.length > 0,
    queued: marlin.queue.length,
  };
}
