// The real-time side of the simulated controller: single bytes picked out of the stream, alarms, holds, the safety door
// and resets, in the order in which the firmware's main loop serves them.

import { freshModal } from './grbl-gcode.ts';
import { rxBufferBytes, stopMotion } from './grbl-motion.ts';
import { runProgram } from './grbl-program.ts';
import { reportStatus } from './grbl-report.ts';
import {
  type Channel,
  fullOverride,
  type Grbl,
  isLaser,
  requestReset,
  type Suspend,
  say,
  setCoolant,
  setSpindle,
} from './grbl-state.ts';

/** report_alarm_message waits so long. */
const alarmPauseMs = 500;
/** SAFETY_DOOR_SPINDLE_DELAY and SAFETY_DOOR_COOLANT_DELAY. */
const restoreMs = { spindle: 4000, coolant: 1000 } as const;

/** One byte from a channel: a real-time command wherever it stands, or a character for the line buffer. */
export function receiveByte(grbl: Grbl, from: { channel: Channel; byte: number }): void {
  const { channel, byte } = from;
  if (byte === 0x18) requestReset(grbl);
  else if (byte === 0x3f || grbl.dialect.asks.has(byte)) channel.asked = true;
  else if (byte === grbl.dialect.asksAll) Object.assign(channel, { asked: true, askedAll: true });
  else if (grbl.dialect.macros.has(byte)) runMacro(grbl, byte);
  else if (byte === 0x21) grbl.requests.add('hold');
  else if (byte === 0x7e) grbl.requests.add('start');
  else if (byte === 0x84) grbl.requests.add('door');
  else if (byte === 0x85) {
    if (grbl.word === 'Jog') grbl.requests.add('jog-cancel');
  } else if (byte > 0x7f) overrideByte(grbl, byte);
  else if (channel.rx.length < rxBufferBytes) channel.rx.push(byte);
}

/** protocol_exec_rt_system, once round. */
export function serveRequests(grbl: Grbl): void {
  const { requests } = grbl;
  if (grbl.critical) {
    if (!requests.has('reset')) return;
    grbl.critical = false;
  }
  if (grbl.alarm !== null) {
    announceAlarm(grbl, grbl.alarm);
    return;
  }
  if (requests.has('reset')) {
    restart(grbl);
    return;
  }
  if (grbl.deaf) {
    if (requests.delete('door')) {
      requestReset(grbl);
      grbl.alarm = 7;
    }
    return;
  }
  for (const channel of grbl.channels) {
    if (!channel.asked) continue;
    reportStatus(grbl, channel);
    Object.assign(channel, { asked: false, askedAll: false });
  }
  serveHolds(grbl);
  if (requests.delete('start')) resume(grbl);
  serveDoor(grbl);
}

/** Begins anew: after power came, after 0x18, after noise has hit the processor. */
export function restart(grbl: Grbl): void {
  const locked = grbl.word === 'Alarm' || grbl.word === 'Sleep';
  grbl.requests.clear();
  grbl.alarm = null;
  grbl.deaf = false;
  grbl.suspend = null;
  stopMotion(grbl.motion);
  grbl.modal = freshModal(grbl.offset);
  grbl.override = fullOverride();
  setSpindle(grbl, { rpm: 0, word: 'M5' });
  setCoolant(grbl, false);
  grbl.wcoIn = 0;
  for (const channel of grbl.channels)
    Object.assign(channel, { line: '', overflow: false, asked: false, askedAll: false }).rx.length = 0;
  grbl.word = locked ? 'Alarm' : 'Idle';
  grbl.program = runProgram(grbl);
  say(grbl, '');
  say(grbl, grbl.dialect.greeting);
  if (locked) say(grbl, grbl.dialect.unlock);
}

/** The motion has ended: the queue is empty or a hold is complete (EXEC_CYCLE_STOP). */
export function motionEnded(grbl: Grbl): void {
  const { suspend, motion } = grbl;
  const wasHolding = motion.holding;
  motion.holding = false;
  if (suspend && (grbl.word === 'Hold' || grbl.word === 'Door') && !suspend.jogCancel) {
    suspend.holdComplete = true;
    if (isLaser(grbl) && wasHolding) grbl.ovIn = 0;
    return;
  }
  if (suspend?.jogCancel) stopMotion(motion);
  if (suspend?.ajar) {
    grbl.suspend = { ...suspend, jogCancel: false, holdComplete: true };
    grbl.word = 'Door';
    return;
  }
  grbl.suspend = null;
  grbl.word = 'Idle';
}

function announceAlarm(grbl: Grbl, alarm: number): void {
  grbl.alarm = null;
  grbl.word = 'Alarm';
  grbl.deaf = false;
  const name = grbl.dialect.alarmNames?.get(alarm);
  if (name) say(grbl, `[MSG:INFO: ALARM: ${name}]`);
  say(grbl, `ALARM:${alarm}`);
  grbl.busyUntilMs = grbl.nowMs + alarmPauseMs;
  if (alarm !== 1 && alarm !== 2) return;
  say(grbl, '[MSG:Reset to continue]');
  grbl.critical = true;
  grbl.requests.delete('reset');
}

function serveHolds(grbl: Grbl): void {
  const { requests, motion } = grbl;
  const hold = requests.delete('hold');
  const door = requests.delete('door');
  const jogCancel = requests.delete('jog-cancel');
  const sleep = requests.delete('sleep');
  if (!hold && !door && !jogCancel && !sleep) return;
  if (grbl.word !== 'Alarm' && grbl.word !== 'Check') {
    const suspend = grbl.suspend ?? newSuspend(grbl);
    grbl.suspend = suspend;
    if (grbl.word === 'Run' || grbl.word === 'Jog') {
      motion.holding = true;
      suspend.jogCancel = grbl.word === 'Jog';
    }
    if (hold && grbl.word !== 'Door' && grbl.word !== 'Jog' && grbl.word !== 'Sleep') grbl.word = 'Hold';
    if (door) openDoor(grbl, suspend);
    // A start that came with a hold does not undo it.
    requests.delete('start');
  }
  if (sleep) grbl.word = 'Sleep';
}

const newSuspend = (grbl: Grbl): Suspend => ({
  holdComplete: grbl.word === 'Idle',
  retracted: false,
  ajar: false,
  jogCancel: false,
  restoringUntilMs: null,
});

function openDoor(grbl: Grbl, suspend: Suspend): void {
  say(grbl, grbl.dialect.checkDoor);
  suspend.ajar = true;
  if (suspend.jogCancel) return;
  if (suspend.restoringUntilMs !== null) Object.assign(suspend, { restoringUntilMs: null, retracted: false });
  if (grbl.word !== 'Sleep') grbl.word = 'Door';
}

/** The suspend loop of the safety door: dark once it stands, ready once it is closed, and back in steps. */
function serveDoor(grbl: Grbl): void {
  const { suspend } = grbl;
  if (grbl.word !== 'Door' || !suspend?.holdComplete) return;
  if (!suspend.retracted) {
    setSpindle(grbl, { rpm: 0, word: 'M5' });
    setCoolant(grbl, false);
    suspend.retracted = true;
    return;
  }
  if (!grbl.doorOpen) suspend.ajar = false;
  if (suspend.restoringUntilMs === null || grbl.nowMs < suspend.restoringUntilMs) return;
  const { spindle, speed, coolant } = grbl.modal;
  setSpindle(grbl, { rpm: spindle === 'M5' ? 0 : speed, word: spindle });
  setCoolant(grbl, coolant);
  grbl.word = 'Idle';
  cycleStart(grbl);
}

/** `~`, or the automatic start of what is queued. */
function resume(grbl: Grbl): void {
  const { word, suspend } = grbl;
  if (word === 'Door' && suspend && !suspend.ajar && suspend.retracted && suspend.restoringUntilMs === null) {
    const waitMs = isLaser(grbl) || grbl.modal.spindle === 'M5' ? 0 : restoreMs.spindle;
    suspend.restoringUntilMs = grbl.nowMs + waitMs + (grbl.modal.coolant ? restoreMs.coolant : 0);
  } else if (word === 'Idle' || (word === 'Hold' && suspend?.holdComplete)) cycleStart(grbl);
}

function cycleStart(grbl: Grbl): void {
  grbl.suspend = null;
  grbl.motion.holding = false;
  grbl.word = grbl.motion.queue.length > 0 ? 'Run' : 'Idle';
}

/** What the macro does is its owner's: here it is only written down that it came. */
function runMacro({ macros }: Grbl, byte: number): void {
  if (macros.length < macroLimit) macros.push(byte);
}
const macroLimit = 64;

/** Steps of the override bytes 0x90 to 0x9d: what they change and by how much; null sets 100. */
const overrideSteps = new Map<number, { of: 'feed' | 'rapid' | 'spindle'; by?: number; to?: number }>([
  [0x90, { of: 'feed', to: 100 }],
  [0x91, { of: 'feed', by: 10 }],
  [0x92, { of: 'feed', by: -10 }],
  [0x93, { of: 'feed', by: 1 }],
  [0x94, { of: 'feed', by: -1 }],
  [0x95, { of: 'rapid', to: 100 }],
  [0x96, { of: 'rapid', to: 50 }],
  [0x97, { of: 'rapid', to: 25 }],
  [0x99, { of: 'spindle', to: 100 }],
  [0x9a, { of: 'spindle', by: 10 }],
  [0x9b, { of: 'spindle', by: -10 }],
  [0x9c, { of: 'spindle', by: 1 }],
  [0x9d, { of: 'spindle', by: -1 }],
]);

/** Extended bytes that mean nothing are thrown away. */
function overrideByte(grbl: Grbl, byte: number): void {
  const step = overrideSteps.get(byte);
  if (!step) return;
  const value = step.to ?? grbl.override[step.of] + (step.by ?? 0);
  grbl.override[step.of] = Math.max(10, Math.min(200, value));
  grbl.ovIn = 0;
}
