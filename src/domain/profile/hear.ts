// What one line from the controller changes. A broken line changes nothing; a greeting ends what was going on; only a
// status, told or derived, makes a link live, after the questions that may be asked in that state (invariant 7).

import { permissionSaid } from './ask-permission.ts';
import { conclude } from './conclude.ts';
import { noClues, noticed, unblocked } from './derive.ts';
import type { Frame } from './interpret.ts';
import { capabilityLimit, questionTries, unseen } from './link-state.ts';
import { unknownPermission } from './permission.ts';
import { answered, blocked, settled } from './settle.ts';
import { together, withPart } from './together.ts';
import { forgetConversation, job, note, outcome, script, setPermission, type Turn } from './turn.ts';
import { understand } from './understand.ts';

/** Takes a whole line of printable characters. */
export function hear(turn: Turn, text: string): void {
  const { state, profile } = turn;
  if (state.phase === 'connecting') return;
  const frame = meaning(turn, text);
  if (!frame) {
    state.brokenSinceGood += 1;
    turn.effects.push({ kind: 'broken' });
    return;
  }
  if (frame.kind === 'reject') {
    foreign(turn, frame.id);
    return;
  }
  if (frame.kind === 'ignore' || (state.foreign !== null && frame.kind !== 'greeting')) return;
  state.brokenSinceGood = 0;
  if (profile.derive) good(turn, frame.id);
  take(turn, frame);
}

/** Where reports tell only changes, the same line may mean something else the next time. */
function meaning({ state, profile }: Turn, line: string): Frame | null {
  const { unit, heard } = state;
  if (heard?.line === line && heard.unit === unit) return heard.frame;
  const { frame, merged } = understand(profile, { line, unit, merged: state.merged });
  state.merged = merged;
  state.heard = frame && profile.json.length === 0 ? { line, unit, frame } : null;
  return frame;
}

function take(turn: Turn, frame: Frame): void {
  const { state, profile } = turn;
  switch (frame.kind) {
    case 'status':
      status(turn, frame);
      return;
    case 'reading':
      reading(turn, frame);
      return;
    case 'welcome':
      state.lastGoodMs = turn.nowMs;
      return;
    case 'clue':
      clue(turn, frame);
      return;
    case 'greeting':
      greeting(turn, frame.id);
      return;
    case 'alarm':
      alarm(turn, frame.code);
      return;
    case 'event':
      job(turn, { kind: 'event', event: frame.event });
      return;
    case 'setting':
      if (frame.name === profile.inchSetting) state.unit = frame.value === 1 ? 'inch' : 'mm';
      return;
    case 'capability':
      if (frame.on && state.capabilities.size < capabilityLimit)
        state.capabilities = new Set([...state.capabilities, frame.name]);
      return;
    case 'permission':
      permissionSaid(turn, frame.on);
      return;
    case 'no-permission':
      permissionSaid(turn, null);
      return;
    case 'ack':
      taken(turn);
      conclude(turn);
      script(turn, { kind: 'frame', id: frame.id });
      return;
    case 'nack':
      refused(turn, frame.code);
      return;
    case 'garbled':
      turn.effects.push({ kind: 'broken' });
      return;
    case 'resend':
      turn.effects.push({ kind: 'resend' });
      return;
  }
}

/** Where states are derived, every line that is understood shows that the controller is there. */
function good({ state, profile, nowMs }: Turn, frame: string): void {
  state.lastGoodMs = nowMs;
  state.heardSinceMs ??= nowMs;
  state.misses = 0;
  state.listenUntilMs = null;
  if (profile.poll.asks.some(({ unless }) => unless?.frames.has(frame)))
    state.heardMs = new Map(state.heardMs).set(frame, nowMs);
}

function status(turn: Turn, frame: Extract<Frame, { kind: 'status' }>): void {
  const { state, profile } = turn;
  state.program = frame.program ?? null;
  state.lastGoodMs = turn.nowMs;
  state.pollSentMs = null;
  state.mute = false;
  state.listenUntilMs = null;
  state.fresh = { ...state.fresh, ...frame.readings };
  const told = whole(turn, frame);
  if (told === null) return;
  state.misses = 0;
  if (told.activity !== 'alarm') state.alarm = null;
  const word = state.alarm === null ? null : (profile.alarms.get(state.alarm)?.word ?? null);
  const { activity, raw } = told;
  settled(turn, { ...reported, activity, substate: told.substate ?? word, raw });
  if (frame.event) job(turn, { kind: 'event', event: frame.event });
}

type Status = Extract<Frame, { kind: 'status' }>;

/** With the other answers that it belongs to; while one of those is missing, what was known before is known no more. */
function whole(turn: Turn, frame: Status): Pick<Status, 'activity' | 'substate' | 'raw'> | null {
  const { state, profile, nowMs } = turn;
  const rules = profile.together;
  if (!rules?.frames.includes(frame.id)) return frame;
  state.parts = withPart(state.parts, frame, nowMs);
  const told = together(rules, state.parts, nowMs);
  if (told === null && state.phase === 'live')
    settled(turn, { ...reported, activity: 'unknown', substate: null, raw: frame.raw });
  return told;
}

/** An answer that says nothing of the state. */
function reading({ state }: Turn, frame: Extract<Frame, { kind: 'reading' }>): void {
  state.pollSentMs = null;
  state.fresh = { ...state.fresh, ...frame.readings };
}

function clue(turn: Turn, frame: Extract<Frame, { kind: 'clue' }>): void {
  const { state, profile, nowMs } = turn;
  if (!profile.derive) return;
  // Of two ways to tell how far a print is, the slicer's own is better than the bytes of its file.
  const second = frame.clue.of === 'file' && state.clues.toldProgress;
  if (!second) state.fresh = { ...state.fresh, ...frame.readings };
  if (frame.ack) taken(turn);
  state.clues = noticed(state.clues, { clue: frame.clue, rules: profile.derive, nowMs });
  if (frame.clue.of === 'host' && frame.clue.word === 'cancel')
    job(turn, { kind: 'event', event: 'program.cancel' });
  conclude(turn);
}

/** A command was taken: a question of ours, or a poll where polls are commands too. */
function taken(turn: Turn): void {
  const { state, profile } = turn;
  if (profile.derive) {
    state.pollSentMs = null;
    if (blocked(turn)) state.polls = 0;
    state.clues = unblocked(state.clues, turn.nowMs);
  }
  answered(turn, questionTries);
}

/** The controller has (re)started: what it was doing is over, and what we knew of it is to be asked again. */
function greeting(turn: Turn, id: string): void {
  const { state, profile } = turn;
  job(turn, { kind: 'greeting' });
  forgetConversation(turn);
  state.foreign = null;
  state.lastGoodMs = turn.nowMs;
  state.heardSinceMs = turn.nowMs;
  state.listenUntilMs = null;
  state.lastPollMs = null;
  // Where no status tells that an alarm is over, the start does.
  if (profile.derive) state.alarm = null;
  if (state.phase === 'live') {
    state.status = { ...announced, activity: 'starting', substate: null, raw: null };
    if (!state.script) note(turn, { code: 'restarted' });
  }
  script(turn, { kind: 'frame', id });
}

function alarm(turn: Turn, code: string): void {
  const { state, profile } = turn;
  const known = profile.alarms.get(code);
  note(turn, { code: 'alarm', number: code, text: known?.text ?? null });
  state.lastGoodMs = turn.nowMs;
  state.alarm = code;
  state.mute = known?.mute ?? false;
  state.pollSentMs = null;
  state.misses = 0;
  state.clues = noClues;
  job(turn, { kind: 'alarm', result: known?.job ?? 'failed' });
  // Before it is live, too: an answer that comes next must not make it live with a state from before the alarm.
  if (state.phase === 'lost') return;
  const raw = profile.derive ? code : `ALARM:${code}`;
  state.status = { ...announced, activity: 'alarm', substate: known?.word ?? null, raw };
}

const reported = { confidence: 'reported', source: 'status' } as const;
const announced = { confidence: 'reported', source: 'event' } as const;

function foreign(turn: Turn, frame: string): void {
  const { state } = turn;
  if (state.foreign !== null) return;
  state.foreign = frame;
  state.phase = 'identifying';
  state.status = unseen;
  state.left = null;
  setPermission(turn, unknownPermission);
  note(turn, { code: 'wrong-firmware', frame });
  job(turn, { kind: 'lost' });
  if (state.script) outcome(turn, 'refused');
}

/** Perhaps it was not idle any more when the question arrived: it may be asked again. */
function refused(turn: Turn, number: string): void {
  const { state, profile } = turn;
  if (!state.question) return;
  note(turn, { code: 'question-refused', number, text: profile.errors.get(number) ?? null });
  answered(turn, state.tries[state.question.index] ?? 0);
}
