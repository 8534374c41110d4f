// The main program of the simulated controller: takes lines from its buffers, answers each with ok or an error, and
// yields wherever the firmware would wait: for room in the planner, for the end of motion, for a dwell.

import { axes, type GcodeBlock, type Point, parseBlock } from './grbl-gcode.ts';
import { type Move, plannedEnd, plannerSize } from './grbl-motion.ts';
import { parserLine, positionText } from './grbl-report.ts';
import { changeSetting, settingLines } from './grbl-settings.ts';
import { type Channel, type Grbl, isLaser, requestReset, say, setCoolant, setSpindle } from './grbl-state.ts';

/** LINE_BUFFER_SIZE 80, one for the end. */
const lineLimit = 79;
const homingMs = 6000;

type Waits<T> = Generator<void, T>;

/** Runs until a reset throws it away. */
export function* runProgram(grbl: Grbl): Waits<void> {
  for (;;) {
    const taken = takeLine(grbl);
    if (!taken) {
      autoStart(grbl);
      yield;
      continue;
    }
    const { channel, line, overflow } = taken;
    const code = overflow ? 11 : yield* execute(grbl, { channel, line });
    say(grbl, code === 0 ? 'ok' : `error:${code}`, channel);
  }
}

/** The next whole line of any channel, without spaces and comments and in capitals. */
function takeLine(grbl: Grbl): { channel: Channel; line: string; overflow: boolean } | null {
  for (const channel of grbl.channels) {
    for (let byte = channel.rx.shift(); byte !== undefined; byte = channel.rx.shift()) {
      if (byte !== 0x0a && byte !== 0x0d) {
        if (channel.line.length < 2 * lineLimit) channel.line += String.fromCharCode(byte);
        else channel.overflow = true;
        continue;
      }
      const line = channel.line
        .replace(/\([^)]*\)?|;.*/g, '')
        .replace(/[^!-~]|\//g, '')
        .toUpperCase();
      const overflow = channel.overflow || line.length > lineLimit;
      channel.line = '';
      channel.overflow = false;
      return { channel, line, overflow };
    }
  }
  return null;
}

function* execute(grbl: Grbl, from: { channel: Channel; line: string }): Waits<number> {
  const { line } = from;
  if (line === '') return 0;
  if (line.startsWith('$')) return yield* systemLine(grbl, from);
  if (grbl.word === 'Alarm' || grbl.word === 'Jog') return 9;
  return yield* gcodeLine(grbl, line);
}

function* systemLine(grbl: Grbl, from: { channel: Channel; line: string }): Waits<number> {
  const { channel, line } = from;
  const resting = grbl.word === 'Idle' || grbl.word === 'Alarm';
  if (line === '$')
    say(grbl, '[HLP:$$ $# $G $I $N $x=val $Nx=line $J=line $SLP $C $X $H ~ ! ? ctrl-x]', channel);
  else if (line === '$$') {
    if (grbl.word === 'Run' || grbl.word === 'Hold') return 8;
    for (const setting of settingLines(grbl.settings)) say(grbl, setting, channel);
  } else if (line === '$G') say(grbl, parserLine(grbl), channel);
  else if (line === '$X') unlock(grbl);
  else if (line === '$C') return toggleCheck(grbl);
  else if (line.startsWith('$J=')) return yield* jogLine(grbl, line.slice(3));
  else if (!resting) return 8;
  else if (line === '$I') for (const build of grbl.dialect.build) say(grbl, build, channel);
  else if (line === '$#') say(grbl, `[PRB:${positionText(grbl)}:0]`, channel);
  else if (line === '$N') for (const n of [0, 1]) say(grbl, `$N${n}=`, channel);
  else if (line === '$H') return yield* home(grbl);
  else if (line === '$SLP') grbl.requests.add('sleep');
  else return setting(grbl, line);
  return 0;
}

function setting(grbl: Grbl, line: string): number {
  const found = /^\$(\d{1,3})=(-?\d+(?:\.\d+)?)$/.exec(line);
  return found ? changeSetting(grbl.settings, { number: Number(found[1]), value: Number(found[2]) }) : 3;
}

function unlock(grbl: Grbl): void {
  if (grbl.word !== 'Alarm') return;
  say(grbl, '[MSG:Caution: Unlocked]');
  grbl.word = 'Idle';
}

function toggleCheck(grbl: Grbl): number {
  if (grbl.word === 'Check') {
    requestReset(grbl);
    say(grbl, '[MSG:Disabled]');
    return 0;
  }
  if (grbl.word !== 'Idle') return 8;
  grbl.word = 'Check';
  say(grbl, '[MSG:Enabled]');
  return 0;
}

/** Nothing is answered meanwhile; one status that was asked for comes at the end, still saying Home. */
function* home(grbl: Grbl): Waits<number> {
  if (grbl.settings.get(22) !== 1) return 5;
  grbl.word = 'Home';
  grbl.deaf = true;
  const untilMs = grbl.nowMs + homingMs;
  while (grbl.nowMs < untilMs) yield;
  grbl.motion.position = { x: 0, y: 0, z: 0 };
  grbl.deaf = false;
  yield;
  grbl.word = 'Idle';
  return 0;
}

function* jogLine(grbl: Grbl, words: string): Waits<number> {
  if (grbl.word !== 'Idle' && grbl.word !== 'Jog') return 8;
  const parsed = parseBlock(`G1${words}`, {
    modal: { ...grbl.modal, feed: null },
    at: plannedEnd(grbl.motion),
  });
  if (!parsed.ok) return parsed.error;
  if (!parsed.block.target) return 16;
  if (beyondTravel(grbl, parsed.block.target)) return 15;
  yield* queueMove(
    grbl,
    moveTo(grbl, { block: parsed.block, target: parsed.block.target, rpm: grbl.spindle.rpm }),
  );
  grbl.word = 'Jog';
  return 0;
}

function* gcodeLine(grbl: Grbl, line: string): Waits<number> {
  const parsed = parseBlock(line, { modal: grbl.modal, at: plannedEnd(grbl.motion) });
  if (!parsed.ok) return parsed.error;
  const { block } = parsed;
  const before = grbl.modal;
  grbl.modal = block.modal;
  if (grbl.word === 'Check') return 0;
  if (block.modal.offset !== before.offset) {
    grbl.offset = block.modal.offset;
    grbl.wcoIn = 0;
  }
  yield* spindleTo(grbl, block);
  if (block.modal.coolant !== before.coolant) {
    yield* drain(grbl);
    setCoolant(grbl, block.modal.coolant);
  }
  if (block.dwellMs !== null) yield* dwell(grbl, block.dwellMs);
  if (block.target) yield* moveLine(grbl, { block, target: block.target });
  if (block.flow) yield* programFlow(grbl, block.flow);
  return 0;
}

/** A spindle change waits until the machine stands; a laser in motion takes its new power with the move. */
function* spindleTo(grbl: Grbl, block: GcodeBlock): Waits<void> {
  const { spindle: word, speed } = block.modal;
  const rpm = word === 'M5' ? 0 : Math.min(speed, grbl.settings.get(30) ?? speed);
  if (grbl.spindle.word === word && (grbl.spindle.rpm === rpm || isLaser(grbl))) {
    grbl.spindle.rpm = rpm;
    return;
  }
  yield* drain(grbl);
  setSpindle(grbl, { rpm, word });
}

function* dwell(grbl: Grbl, forMs: number): Waits<void> {
  yield* drain(grbl);
  const untilMs = grbl.nowMs + forMs;
  while (grbl.nowMs < untilMs) yield;
}

function* moveLine(grbl: Grbl, to: { block: GcodeBlock; target: Point }): Waits<void> {
  if (beyondTravel(grbl, to.target)) {
    grbl.motion.holding = grbl.word === 'Run';
    while (grbl.word === 'Run') yield;
    requestReset(grbl);
    grbl.alarm = 2;
    for (;;) yield;
  }
  const rpm = to.block.rapid && isLaser(grbl) ? 0 : grbl.spindle.rpm;
  yield* queueMove(grbl, moveTo(grbl, { ...to, rpm }));
}

function* programFlow(grbl: Grbl, flow: 'pause' | 'end'): Waits<void> {
  yield* drain(grbl);
  if (flow === 'pause') {
    grbl.requests.add('hold');
    yield;
    return;
  }
  Object.assign(grbl.modal, { motion: 1, absolute: true, spindle: 'M5', coolant: false });
  setSpindle(grbl, { rpm: 0, word: 'M5' });
  setCoolant(grbl, false);
  say(grbl, grbl.dialect.programEnd);
}

/** protocol_buffer_synchronize: until all that is queued has been done. */
function* drain(grbl: Grbl): Waits<void> {
  while (grbl.motion.queue.length > 0 || grbl.word === 'Run') {
    autoStart(grbl);
    yield;
  }
}

function* queueMove(grbl: Grbl, move: Move): Waits<void> {
  while (grbl.motion.queue.length >= plannerSize) {
    autoStart(grbl);
    yield;
  }
  grbl.motion.queue.push(move);
}

function moveTo(grbl: Grbl, to: { block: GcodeBlock; target: Point; rpm: number }): Move {
  const limit = Math.max(...axes.map((_, at) => grbl.settings.get(110 + at) ?? 500));
  const feed = to.block.rapid ? limit : Math.min(to.block.modal.feed ?? limit, limit);
  return { target: to.target, speed: feed / 60, rapid: to.block.rapid, rpm: to.rpm };
}

/** With `$20` the work area lies between minus the travel of each axis and zero. */
const beyondTravel = (grbl: Grbl, target: Point): boolean =>
  grbl.settings.get(20) === 1 &&
  axes.some((axis, at) => target[axis] > 0 || target[axis] < -(grbl.settings.get(130 + at) ?? 0));

function autoStart(grbl: Grbl): void {
  if (grbl.motion.queue.length > 0 && grbl.word === 'Idle') grbl.requests.add('start');
}
