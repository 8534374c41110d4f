// Lines to the simulated TinyG or g2core: JSON questions, and G-code with or without JSON around it. What has to wait
// for the moves before it waits; the answer does not.

import { type GcodeBlock, parseBlock } from './grbl-gcode.ts';
import { reportChanges, settingOf, wholeReport } from './tinyg-report.ts';
import type { Tinyg } from './tinyg-state.ts';

export type JsonAnswer = { readonly body: string; readonly status: number; readonly bytes: number };

/** Longest travel speed, mm/min. */
const rapidMmPerMin = 6000;
const homingMs = 3000;
/** STAT_UNRECOGNIZED_NAME, STAT_JSON_SYNTAX_ERROR, and the numbers for "not while in alarm". */
const codes = { unknown: 100, syntax: 111, alarmed: { tinyg: 203, g2core: 204 } } as const;

/** Carries out a line and says what it answers. */
export function runLine(tinyg: Tinyg, line: string): JsonAnswer {
  const bytes = line.length + 1;
  if (!line.startsWith('{')) return { ...gcode(tinyg, line), bytes };
  const asked = questionIn(line);
  if (!asked) return { body: '', status: codes.syntax, bytes };
  const { name, value } = asked;
  if (name === 'sr') return { body: wholeReport(tinyg), status: 0, bytes };
  if (name === 'gc' && typeof value === 'string') return { ...gcode(tinyg, value), bytes };
  if (name === 'clear' || name === 'clr') return { body: `"${name}":null`, status: clear(tinyg), bytes };
  const text = settingOf(tinyg, name);
  if (text === null) return { body: `"${name}":null`, status: codes.unknown, bytes };
  return { body: `"${name}":${text}`, status: 0, bytes };
}

function questionIn(line: string): { name: string; value: unknown } | null {
  try {
    const [entry] = Object.entries(JSON.parse(line) as Record<string, unknown>);
    return entry && /^[a-z0-9]{1,6}$/.test(entry[0]) ? { name: entry[0], value: entry[1] } : null;
  } catch {
    return null;
  }
}

function clear(tinyg: Tinyg): number {
  if (tinyg.word === 'alarm') tinyg.word = 'stop';
  if (tinyg.word === 'shutdown') tinyg.word = 'ready';
  reportChanges(tinyg);
  return 0;
}

function gcode(tinyg: Tinyg, text: string): Omit<JsonAnswer, 'bytes'> {
  const line = text.toUpperCase().replace(/\([^)]*\)|;.*|\s/g, '');
  if (tinyg.word === 'alarm' || tinyg.word === 'shutdown')
    return { body: '', status: codes.alarmed[tinyg.firmware] };
  if (line.startsWith('G28.2')) {
    tinyg.pending.push(() => home(tinyg));
    return { body: '', status: 0 };
  }
  const numbered = /^N(\d+)/.exec(line);
  const parsed = parseBlock(line.slice(numbered?.[0].length ?? 0), {
    modal: tinyg.modal,
    at: tinyg.planned,
  });
  if (!parsed.ok) return { body: '', status: parsed.error };
  if (numbered) tinyg.lineNumber = Number(numbered[1]);
  take(tinyg, { ...parsed.block, turns: /M0?[345](?!\d)/.test(line) });
  return { body: '', status: 0 };
}

/** Word and move of a block in their order; the spindle turns before the move, the program ends after it. */
function take(tinyg: Tinyg, block: GcodeBlock & { readonly turns: boolean }): void {
  const { modal, target, rapid, dwellMs, flow, turns } = block;
  tinyg.modal = modal;
  if (turns)
    tinyg.pending.push(() => {
      tinyg.spindleRpm = modal.spindle === 'M5' ? 0 : modal.speed;
    });
  if (dwellMs !== null)
    tinyg.pending.push(() => {
      tinyg.busyUntilMs = tinyg.nowMs + dwellMs;
    });
  if (target) {
    tinyg.planned = target;
    const feed = rapid ? rapidMmPerMin : Math.min(modal.feed ?? rapidMmPerMin, rapidMmPerMin);
    const move = { target, speed: feed / 60, rapid, rpm: modal.speed };
    if (tinyg.pending.length === 0) tinyg.motion.queue.push(move);
    else tinyg.pending.push(() => void tinyg.motion.queue.push(move));
  }
  if (flow) tinyg.pending.push(() => finish(tinyg, flow));
}

function finish(tinyg: Tinyg, flow: 'pause' | 'end'): void {
  tinyg.word = flow === 'end' ? 'end' : 'stop';
  if (flow === 'end') tinyg.spindleRpm = 0;
  reportChanges(tinyg);
}

function home(tinyg: Tinyg): void {
  tinyg.word = 'homing';
  tinyg.busyUntilMs = tinyg.nowMs + homingMs;
  reportChanges(tinyg);
}
