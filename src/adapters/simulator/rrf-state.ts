// What a simulated RepRapFirmware is doing, as a table: from each word of `state.status`, which command or which moment
// leads to which word. The rest of its state, and its voice.

import { coldHeater, type Heater } from './marlin-heat.ts';

export type RrfWord =
  | 'starting'
  | 'halted'
  | 'pausing'
  | 'resuming'
  | 'paused'
  | 'cancelling'
  | 'simulating'
  | 'processing'
  | 'changingTool'
  | 'busy'
  | 'idle'
  | 'off';

type Leads = {
  /** Command → word; a command that is not listed is refused here. */
  readonly by?: Readonly<Partial<Record<RrfJobCommand, RrfWord>>>;
  /** After so long by itself. */
  readonly after?: { readonly ms: number; readonly to: RrfWord };
};

export type RrfJobCommand = 'M24' | 'M25' | 'M0';

/** Pausing and cancelling run macros of the printer, which take their time. */
export const leads: Readonly<Record<RrfWord, Leads>> = {
  starting: { after: { ms: 1500, to: 'idle' } },
  idle: { by: { M0: 'idle' } },
  processing: { by: { M25: 'pausing' } },
  simulating: { by: { M25: 'pausing' } },
  pausing: { after: { ms: 800, to: 'paused' } },
  paused: { by: { M24: 'resuming', M0: 'cancelling' } },
  resuming: { after: { ms: 500, to: 'processing' } },
  cancelling: { after: { ms: 600, to: 'idle' } },
  changingTool: { after: { ms: 2000, to: 'processing' } },
  busy: { after: { ms: 2000, to: 'idle' } },
  halted: {},
  off: {},
};

export type RrfPort = { readonly send: (bytes: Uint8Array) => void; readonly rx: number[] };

export type Rrf = {
  nowMs: number;
  powered: boolean;
  dumb: boolean;
  cutNext: boolean;
  word: RrfWord;
  sinceMs: number;
  /** Milliseconds of the print that are left; null without one. */
  leftMs: number | null;
  readonly heaters: Record<'bed' | 'hotend', Heater>;
  /** Whether the printer has a cancel.g, which then cares for the heat itself. */
  readonly cancelMacro: boolean;
  readonly ports: Set<RrfPort>;
};

/** The longest line that it takes. */
export const rxBytes = 512;

export function newRrf(cancelMacro: boolean): Rrf {
  return {
    nowMs: 0,
    powered: false,
    dumb: false,
    cutNext: false,
    word: 'off',
    sinceMs: 0,
    leftMs: null,
    heaters: {
      bed: coldHeater({ warmsPerS: 10, coolsInS: 60 }),
      hotend: coldHeater({ warmsPerS: 30, coolsInS: 30 }),
    },
    cancelMacro,
    ports: new Set(),
  };
}

export function enter(rrf: Rrf, word: RrfWord): void {
  rrf.word = word;
  rrf.sinceMs = rrf.nowMs;
}

export function heatersOff(rrf: Rrf): void {
  for (const heater of Object.values(rrf.heaters)) heater.targetC = 0;
}

/** Says a line to one port, or to all. */
export function say(rrf: Rrf, line: string, only?: RrfPort): void {
  if (!rrf.powered || rrf.dumb) return;
  const text = rrf.cutNext ? line.slice(0, Math.floor(line.length / 2)) : `${line}\n`;
  rrf.cutNext = false;
  for (const port of only ? [only] : rrf.ports) port.send(Buffer.from(text, 'latin1'));
}
