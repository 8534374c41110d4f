// The machine behind a simulated Duet: its object model, its jobs, and what it does with the two codes that end one. The
// board and the computer beside it only tell of it.

export type DuetMachine = {
  /** The model as it is now. */
  model(): DuetModel;
  startJob(name: string): void;
  pause(): void;
  /** By a person at the machine. */
  resume(): void;
  finish(): void;
  stop(): void;
  /** The file breaks off by itself. */
  fail(): void;
  /** Any word of `state.status`; the job stays. */
  show(status: string): void;
  setProgress(fraction: number, leftS: number): void;
  /** What it does with codes: carried out, not accepted, or accepted and not carried out. */
  onEnd(way: 'ends' | 'refuses' | 'ignores'): void;
  code(text: string): 'taken' | 'refused';
  /** It starts anew: what it did is gone. */
  reboot(): void;
  /** Called after each change. */
  onChange(listener: () => void): void;
};

export type DuetModel = {
  readonly state: { readonly status: string; readonly upTime: number; readonly currentTool: number };
  readonly job: Job;
  readonly heat: Readonly<Record<string, unknown>>;
  readonly move: Readonly<Record<string, unknown>>;
  readonly tools: readonly unknown[];
  /** Go up with each change of what they count. */
  readonly seqs: Readonly<Record<'state' | 'job' | 'heat' | 'move' | 'tools' | 'reply', number>>;
};

type Job = {
  readonly file: { readonly fileName: string | null; readonly size: number };
  readonly filePosition: number;
  readonly duration: number | null;
  readonly timesLeft: Readonly<Record<'file' | 'filament' | 'slicer', number | null>>;
  readonly lastFileName: string | null;
  readonly lastFileAborted: boolean;
  readonly lastFileCancelled: boolean;
  readonly lastFileSimulated: boolean;
};

const bytes = 100_000;
/** Macros of a pause and of an end take their time. */
const usualMacroMs = 30;

const noJob: Job = {
  ...{ file: { fileName: null, size: 0 }, filePosition: 0, duration: null },
  timesLeft: { file: null, filament: null, slicer: null },
  ...{ lastFileName: null, lastFileAborted: false, lastFileCancelled: false, lastFileSimulated: false },
};

export function simulateDuetMachine({ macroMs = usualMacroMs }: { macroMs?: number } = {}): DuetMachine {
  let status = 'idle';
  let job = noJob;
  let way: 'ends' | 'refuses' | 'ignores' = 'ends';
  let up = { sinceMs: performance.now(), fromS: 1000 };
  const seqs = { state: 1, job: 1, heat: 1, move: 1, tools: 1, reply: 0 };
  const listeners = new Set<() => void>();

  const change = (to: string, next: Job = job): void => {
    if (next !== job) seqs.job += 1;
    [status, job] = [to, next];
    for (const listener of listeners) listener();
  };
  const end = (how: Partial<Job>): void =>
    change('idle', { ...noJob, lastFileName: job.file.fileName, ...how });
  const later = (from: string, run: () => void): void => {
    setTimeout(() => status === from && run(), macroMs).unref();
  };
  const codes: Readonly<Record<string, () => void>> = {
    M25() {
      if (status !== 'processing') return;
      change('pausing');
      later('pausing', () => change('paused'));
    },
    // Only what is paused can be ended so.
    M0() {
      if (status !== 'paused') return;
      change('cancelling');
      later('cancelling', () => end({ lastFileCancelled: true }));
    },
  };
  return {
    model: () => ({
      ...{ job, ...surroundings(status), seqs: { ...seqs } },
      state: {
        ...{ status, currentTool: 0 },
        upTime: up.fromS + Math.floor((performance.now() - up.sinceMs) / 1000),
      },
    }),
    startJob(name) {
      const file = { fileName: `0:/gcodes/${name}`, size: bytes };
      change('processing', { ...noJob, file, duration: 0, lastFileName: file.fileName });
    },
    pause: () => change('paused'),
    resume: () => change('processing'),
    finish: () => end({}),
    stop: () => end({ lastFileCancelled: true }),
    fail: () => end({ lastFileAborted: true }),
    show: (as) => change(as),
    setProgress(fraction, leftS) {
      const timesLeft = { file: leftS + 60, filament: null, slicer: leftS };
      change(status, { ...job, filePosition: Math.round(bytes * fraction), timesLeft });
    },
    onEnd(as) {
      way = as;
    },
    code(text) {
      if (way === 'refuses') return 'refused';
      seqs.reply += 1;
      if (way === 'ends') codes[text]?.();
      return 'taken';
    },
    reboot() {
      up = { sinceMs: performance.now(), fromS: 0 };
      change('idle', noJob);
    },
    onChange: (listener) => void listeners.add(listener),
  };
}

/** A heated bed, a hot end, and a sensor that hangs loose; two tools more than there are heaters. */
function surroundings(status: string): Pick<DuetModel, 'heat' | 'move' | 'tools'> {
  const isHot = status === 'processing' || status === 'paused';
  const heater = (target: number) => ({
    ...{ current: isHot ? target - 0.2 : 21.5, state: isHot ? 'active' : 'off', active: target, standby: 0 },
  });
  const axis = (letter: string, machinePosition: number) => ({
    ...{ letter, machinePosition, userPosition: machinePosition - 1, homed: true },
  });
  return {
    heat: {
      ...{ bedHeaters: [0, -1], chamberHeaters: [2] },
      heaters: [heater(60), heater(215), { current: 2000, state: 'fault', active: 0, standby: 0 }],
    },
    move: { axes: [axis('X', 10), axis('Y', 20), axis('Z', 5)], speedFactor: 1 },
    tools: [
      { number: 0, heaters: [1] },
      { number: 1, heaters: [] },
      { number: 2, heaters: [] },
    ],
  };
}
