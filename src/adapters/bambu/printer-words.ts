// What a Bambu Lab printer says, as tables: its states, the stages of a print, and the commonest of its warnings. A word
// that is not here is unknown, never idle; a number that is not here is shown as a number.

import type { Activity } from '../../domain/machine/activity.ts';

type StateRow = { readonly activity: Activity; readonly job: 'unknown' | 'none' | 'under-way' | 'over' };

/** `gcode_state`. FINISH and FAILED stay until the next job begins. */
export const stateWords: ReadonlyMap<string, StateRow> = new Map<string, StateRow>([
  ['IDLE', { activity: 'idle', job: 'none' }],
  ['INIT', { activity: 'starting', job: 'unknown' }],
  ['PREPARE', { activity: 'busy', job: 'under-way' }],
  ['SLICING', { activity: 'busy', job: 'under-way' }],
  ['RUNNING', { activity: 'running', job: 'under-way' }],
  ['PAUSE', { activity: 'paused', job: 'under-way' }],
  ['FINISH', { activity: 'idle', job: 'over' }],
  ['FAILED', { activity: 'idle', job: 'over' }],
  ['OFFLINE', { activity: 'unknown', job: 'unknown' }],
  ['UNKNOWN', { activity: 'unknown', job: 'unknown' }],
]);

type StageRow = { readonly substate: string; readonly activity?: Activity };

/** `stg_cur`; with an activity where it says more than RUNNING does. */
export const stageWords: ReadonlyMap<number, StageRow> = new Map<number, StageRow>([
  [0, { substate: 'printing' }],
  [1, { substate: 'levelling' }],
  [2, { substate: 'bed-preheat', activity: 'heating' }],
  [4, { substate: 'filament-change' }],
  [6, { substate: 'filament-run-out' }],
  [7, { substate: 'hotend-preheat', activity: 'heating' }],
  [13, { substate: 'homing', activity: 'homing' }],
  [14, { substate: 'nozzle-clean' }],
  [16, { substate: 'paused-by-hand' }],
  [17, { substate: 'front-cover' }],
  [20, { substate: 'hotend-fault' }],
  [21, { substate: 'bed-fault' }],
  [23, { substate: 'skipped-step' }],
  [26, { substate: 'ams-lost' }],
  [30, { substate: 'paused-by-program' }],
  [34, { substate: 'first-layer' }],
  [35, { substate: 'nozzle-clog' }],
]);

/** No stage: on the X1, and on the P1 and A1. */
export const noStages: ReadonlySet<number> = new Set([-1, 255]);

/** `print_error` for a couple of seconds when somebody cancels at the display or from a program (0300-400C). */
export const cancelledError = 0x0300_400c;

/** `err_code` of an order that the firmware takes from the maker's programs only (0502-4007). */
export const unsignedError = 0x0502_4007;

/** Bit of `fun`: orders must be signed. One printer was seen to show it wrongly. */
export const signedOnly = 0x2000_0000n;

/** Severity of a warning, by the high word of its code. */
export const severities: readonly (string | undefined)[] = [undefined, 'fatal', 'serious', 'common', 'info'];

/** The commonest warnings (HMS), by attr and code; of an AMS by its first unit and slot. */
export const hmsWords: ReadonlyMap<string, string> = new Map([
  ['0300-0100-0001-0001', 'the bed heats abnormally: its heater may be short-circuited'],
  ['0300-0100-0001-0002', 'the bed heats abnormally: its heater may be broken, or its thermal switch open'],
  ['0300-0100-0001-0007', 'the bed temperature is abnormal: its sensor may be open'],
  ['0300-0200-0001-0001', 'the nozzle heats abnormally: its heater may be short-circuited'],
  ['0300-0200-0001-0002', 'the nozzle heats abnormally: its heater may be open'],
  ['0300-0200-0001-0006', 'the nozzle temperature is abnormal: its sensor may be short-circuited'],
  ['0300-0D00-0001-0003', 'the build plate does not lie right'],
  ['0300-1000-0002-0001', 'the resonance of the X axis is low'],
  ['0500-0400-0001-0003', 'the print file cannot be read'],
  ['0500-0500-0001-0007', 'an order was refused because it was not signed by the maker'],
  ['0700-2000-0002-0001', 'the AMS slot has run out of filament'],
  ['0C00-0300-0003-0008', 'the camera sees what may be a failed print'],
]);

/** Modules of which a warning comes, by the first byte of attr. */
export const moduleWords: ReadonlyMap<number, string> = new Map([
  [0x03, 'motion'],
  [0x05, 'mainboard'],
  [0x07, 'AMS'],
  [0x08, 'toolhead'],
  [0x0c, 'camera'],
]);
