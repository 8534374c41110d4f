// What one line from the controller changes. A broken line changes nothing; a greeting ends what was going on; only a
// status makes a link live, after the questions that may be asked in that state (invariant 7).

import { type Frame, interpret } from './interpret.ts';
import { questionTries, unseen } from './link-state.ts';
import { forgetConversation, job, note, outcome, script, send, type Turn } from './turn.ts';

/** Takes a whole line of printable characters. */
export function hear(turn: Turn, text: string): void {
  const { state, profile } = turn;
  if (state.phase === 'connecting') return;
  const frame = interpret(profile, text, state.unit);
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
  take(turn, frame);
}

function take(turn: Turn, frame: Frame): void {
  const { state, profile } = turn;
  switch (frame.kind) {
    case 'status':
      status(turn, frame);
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
    case 'ack':
      answered(turn, questionTries);
      return;
    case 'nack':
      refused(turn, frame.code);
      return;
  }
}

function status(turn: Turn, frame: Extract<Frame, { kind: 'status' }>): void {
  const { state, profile } = turn;
  state.lastGoodMs = turn.nowMs;
  state.pollSentMs = null;
  state.misses = 0;
  state.mute = false;
  state.listenUntilMs = null;
  if (frame.activity !== 'alarm') state.alarm = null;
  const word = state.alarm === null ? null : (profile.alarms.get(state.alarm)?.word ?? null);
  const { activity, raw } = frame;
  state.status = { ...reported, activity, substate: frame.substate ?? word, raw };
  state.fresh = { ...state.fresh, ...frame.readings };
  if (state.phase === 'identifying') {
    ask(turn);
    return;
  }
  const adopted = state.phase === 'lost';
  if (adopted) live(turn);
  else job(turn, { kind: 'status', activity });
  script(turn, { kind: 'status', activity, substate: frame.substate });
  ask(turn);
}

/** The controller has (re)started: what it was doing is over, and what we knew of it is to be asked again. */
function greeting(turn: Turn, id: string): void {
  const { state } = turn;
  job(turn, { kind: 'greeting' });
  forgetConversation(turn);
  state.foreign = null;
  state.lastGoodMs = turn.nowMs;
  state.listenUntilMs = null;
  state.lastPollMs = null;
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
  job(turn, { kind: 'alarm', result: known?.job ?? 'failed' });
  if (state.phase !== 'live') return;
  state.status = { ...announced, activity: 'alarm', substate: known?.word ?? null, raw: `ALARM:${code}` };
}

const reported = { confidence: 'reported', source: 'status' } as const;
const announced = { confidence: 'reported', source: 'event' } as const;

function foreign(turn: Turn, frame: string): void {
  const { state } = turn;
  if (state.foreign !== null) return;
  state.foreign = frame;
  state.phase = 'identifying';
  state.status = unseen;
  note(turn, { code: 'wrong-firmware', frame });
  job(turn, { kind: 'lost' });
  if (state.script) outcome(turn, 'refused');
}

/** The next question that may be asked now; without one, an identified controller is live. */
function ask(turn: Turn): void {
  const { state, profile } = turn;
  if (state.question) return;
  const { activity } = state.status;
  const index = profile.questions.findIndex(
    (question, each) => (state.tries[each] ?? 0) < questionTries && question.when.has(activity),
  );
  const question = profile.questions[index];
  const mayAsk = state.phase === 'identifying' || !state.script;
  if (question && mayAsk && !state.job.running) {
    state.question = { index, sentMs: turn.nowMs };
    state.tries = state.tries.map((tries, each) => (each === index ? tries + 1 : tries));
    send(turn, question.send);
  } else if (state.phase === 'identifying') live(turn);
}

/** Perhaps it was not idle any more when the question arrived: it may be asked again. */
function refused(turn: Turn, number: string): void {
  const { state, profile } = turn;
  if (!state.question) return;
  note(turn, { code: 'question-refused', number, text: profile.errors.get(number) ?? null });
  answered(turn, state.tries[state.question.index] ?? 0);
}

/** The answer to the open question is over; `tries` is how often it then counts as asked. */
export function answered(turn: Turn, tries: number): void {
  const { state } = turn;
  if (!state.question) return;
  const { index } = state.question;
  state.question = null;
  state.tries = state.tries.map((before, each) => (each === index ? tries : before));
  if (state.status.source === 'status') ask(turn);
}

function live(turn: Turn): void {
  const { state } = turn;
  const { activity, substate } = state.status;
  const first = state.phase === 'identifying';
  state.phase = 'live';
  state.everUp = true;
  note(turn, { code: 'live' });
  job(turn, { kind: 'adopted', activity });
  if (first) script(turn, { kind: 'status', activity, substate });
}
