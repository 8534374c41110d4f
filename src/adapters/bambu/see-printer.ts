// What a merged report of a printer means: its activity, its job, its readings, and what it warns of. Pure; whatever is
// missing, of a wrong type or out of range is left out, and a state that we do not know is unknown.

import type { Readings } from '../../domain/machine/reading.ts';
import type { Trouble } from '../../domain/machine/trouble.ts';
import type { JobSeen, Seen } from '../../edge/talk.ts';
import { isTold, type Told } from './merge-report.ts';
import {
  cancelledError,
  hmsWords,
  moduleWords,
  noStages,
  severities,
  signedOnly,
  stageWords,
  stateWords,
} from './printer-words.ts';

/** Null until the printer has told its state. `wasCancelled`: its error said so since this job began. */
export function seePrinter(told: Told, { wasCancelled }: { wasCancelled: boolean }): Seen | null {
  const { gcode_state: state } = told;
  if (state === undefined) return null;
  const word = typeof state === 'string' ? state : '';
  const row = stateWords.get(word) ?? { activity: 'unknown', job: 'unknown' };
  const stage = stageOf(told);
  const known = stage === null ? undefined : stageWords.get(stage);
  const error = printErrorOf(told);
  const failed = word === 'FAILED' && error !== 0 && error !== cancelledError;
  const isAtWork = row.activity === 'running' || row.activity === 'busy';
  const activity = failed ? 'alarm' : isAtWork ? (known?.activity ?? row.activity) : row.activity;
  const substate = stage === null || row.job !== 'under-way' ? null : (known?.substate ?? `stage-${stage}`);
  const raw = stateWords.has(word) ? word : 'other';
  return {
    ...{ activity, substate },
    raw: error === 0 ? raw : `${raw} ${hexPair(error)}`,
    readings: { ...heatReadings(told), ...(row.job === 'under-way' ? jobReadings(told) : {}) },
    job: jobOf(row.job, { word, told, wasCancelled }),
  };
}

/** `print_error`, 0 for none; the firmware counts it with or without a sign. */
export const printErrorOf = (told: Told): number => (numberOf(told.print_error) ?? 0) >>> 0;

/** As people find it in the maker's lists: 0300-400C. */
const hexPair = (value: number): string => {
  const hex = (value >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
};

/** Whether the printer says that it takes orders from the maker's programs only. */
export function saysLocked({ fun }: Told): boolean {
  // Above 32 bits: a number would lose some of them.
  return (
    typeof fun === 'string' && /^[0-9A-Fa-f]{1,16}$/.test(fun) && (BigInt(`0x${fun}`) & signedOnly) !== 0n
  );
}

/** More than these are not shown. */
const mostWarnings = 5;

export function warningsOf({ hms }: Told): readonly Trouble[] {
  if (!Array.isArray(hms)) return [];
  return hms.slice(0, mostWarnings).flatMap((one) => {
    const [attr, code] = isTold(one) ? [numberOf(one.attr), numberOf(one.code)] : [];
    if (attr === undefined || attr === null || code === undefined || code === null) return [];
    return [warningOf(attr, code)];
  });
}

function warningOf(attr: number, code: number): Trouble {
  const written = `${hexPair(attr)}-${hexPair(code)}`;
  // All AMS units and slots share their words.
  const key = written.replace(/^07..-2[0-3]/, '0700-20');
  const part = moduleWords.get(attr >>> 24) ?? 'printer';
  const severity = severities[(code >>> 16) & 0xffff] ?? 'unknown';
  return {
    code: 'controller-warns',
    values: { warning: `HMS_${written.replaceAll('-', '_')}`, severity, what: hmsWords.get(key) ?? part },
  };
}

function stageOf(told: Told): number | null {
  const stage = numberOf(told.stg_cur);
  return stage === null || !Number.isInteger(stage) || stage < 0 || stage > 999 || noStages.has(stage)
    ? null
    : stage;
}

type JobFacts = { readonly word: string; readonly told: Told; readonly wasCancelled: boolean };

/**
 * Without an id: those of local jobs are all "0", and a new one may come a moment after the state that it belongs to.
 * Each change of state is told while we are connected, so none is needed.
 */
function jobOf(job: JobSeen['state'], { word, told, wasCancelled }: JobFacts): JobSeen {
  if (job === 'under-way') return { state: job, id: null, name: nameOf(told) };
  if (job !== 'over') return { state: job };
  const result = word === 'FINISH' ? 'completed' : wasCancelled ? 'aborted' : 'failed';
  return { state: job, id: null, result };
}

const mostName = 120;

function nameOf({ subtask_name: title, gcode_file: file }: Told): string | null {
  for (const name of [title, file]) {
    if (typeof name !== 'string') continue;
    const plain = name
      .slice(0, 1000)
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim();
    if (plain !== '') return Array.from(plain).slice(0, mostName).join('');
  }
  return null;
}

function jobReadings(told: Told): Readings {
  const percent = within(numberOf(told.mc_percent), { least: 0, most: 100 });
  const leftMinutes = within(numberOf(told.mc_remaining_time), { least: 0, most: 100_000 });
  return {
    ...(percent === null ? {} : { 'program.progress': percent / 100 }),
    ...(leftMinutes === null ? {} : { 'program.timeLeft': leftMinutes * 60 }),
  };
}

/** Newer printers pack actual and target into one number; where they do, the old fields stand still. */
function heatReadings(told: Told): Readings {
  const device = isTold(told.device) ? told.device : {};
  const [nozzle, second] = nozzlesOf(device);
  const bed = packedOf(infoOf(device.bed));
  const chamber = packedOf(infoOf(device.ctc));
  const found: readonly [keyof Readings, number | null][] = [
    ['temperature.hotend0.actual', nozzle?.actual ?? numberOf(told.nozzle_temper)],
    ['temperature.hotend0.target', nozzle?.target ?? numberOf(told.nozzle_target_temper)],
    ['temperature.hotend1.actual', second?.actual ?? null],
    ['temperature.hotend1.target', second?.target ?? null],
    ['temperature.bed.actual', bed?.actual ?? numberOf(told.bed_temper)],
    ['temperature.bed.target', bed?.target ?? numberOf(told.bed_target_temper)],
    ['temperature.chamber.actual', chamber?.actual ?? numberOf(told.chamber_temper)],
  ];
  return Object.fromEntries(found.filter(([, value]) => within(value, { least: -50, most: 600 }) !== null));
}

type Packed = { readonly actual: number; readonly target: number } | null;

const infoOf = (part: unknown): unknown => (isTold(part) ? part.info : null);

function nozzlesOf(device: Told): readonly [Packed, Packed] {
  const info = infoOf(device.extruder);
  const list = Array.isArray(info) ? info.filter(isTold) : [];
  const nozzle = (id: number): Packed => packedOf(list.find((one) => numberOf(one.id) === id));
  return [nozzle(0), nozzle(1)];
}

/** Low 16 bits actual, high 16 target, °C. */
function packedOf(info: unknown): Packed {
  const value = isTold(info) ? numberOf(info.temp) : null;
  if (value === null || !Number.isInteger(value) || value < 0 || value > 0xffff_ffff) return null;
  return { actual: value % 0x1_0000, target: Math.floor(value / 0x1_0000) };
}

const within = (value: number | null, { least, most }: { least: number; most: number }): number | null =>
  value !== null && value >= least && value <= most ? value : null;

/** The firmware writes some numbers as texts. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?[0-9]{1,12}(\.[0-9]{1,6})?$/.test(value) ? Number(value) : null;
}
