// The life of a link: connecting → identifying → live → lost, as a pure function of what was seen and of the time.
// Silence makes it lost unless the profile explains it; nothing but the profile's own few bytes is ever sent
// (invariants 7 and 8). Effects are returned; someone else runs them.

import { beginScript, scriptWakesAtMs } from './end-access.ts';
import { answered, hear } from './hear.ts';
import { type Effect, type LinkEvent, type LinkState, questionTries, unseen } from './link-state.ts';
import type { Profile } from './profile.ts';
import { reportOf } from './report-of.ts';
import { apply, forgetConversation, job, note, outcome, script, send, type Turn } from './turn.ts';
import { jobWakesAtMs } from './watch-job.ts';

export type Observed = {
  readonly state: LinkState;
  readonly effects: readonly Effect[];
  /** When to send `time` at the latest; null when only an event can change anything. */
  readonly wakeAtMs: number | null;
};

/** Polls follow each other this closely while access is being ended. */
const scriptPollMs = 100;

/** The link after `event` at `nowMs` (monotonic). */
export function observe(
  profile: Profile,
  before: { state: LinkState; event: LinkEvent; nowMs: number },
): Observed {
  const turn: Turn = { profile, nowMs: before.nowMs, state: { ...before.state }, effects: [], edge: null };
  const { event } = before;
  if (event.kind === 'opened') opened(turn, event.mayReset);
  else if (event.kind === 'closed') closed(turn);
  else if (event.kind === 'end-access') endAccess(turn);
  else if (event.kind === 'line') hear(turn, event.text);
  else if (event.kind === 'noise') turn.state.brokenSinceGood += 1;
  time(turn);
  const told = reportOf(turn.state, { edge: turn.edge, nowMs: turn.nowMs });
  if (told.report) turn.effects.push({ kind: 'report', report: told.report });
  return { state: told.state, effects: turn.effects, wakeAtMs: wakeAtMs(profile, told.state) };
}

function opened(turn: Turn, mayReset: boolean): void {
  const { state, profile } = turn;
  state.phase = 'identifying';
  state.foreign = null;
  state.listenUntilMs = mayReset ? turn.nowMs + profile.listenMs : null;
  state.lastPollMs = null;
  state.brokenSinceGood = 0;
  state.alarm = null;
  forgetConversation(turn);
}

function closed(turn: Turn): void {
  const { state } = turn;
  state.phase = 'connecting';
  state.listenUntilMs = null;
  state.status = unseen;
  forgetConversation(turn);
  job(turn, { kind: 'lost' });
  script(turn, { kind: 'closed' });
}

function endAccess(turn: Turn): void {
  const { state, profile, nowMs } = turn;
  if (state.script) return;
  if (state.phase === 'connecting') {
    outcome(turn, state.everUp ? 'unknown' : 'not-needed');
    return;
  }
  if (state.foreign !== null) {
    outcome(turn, 'refused');
    return;
  }
  const activity = state.phase === 'identifying' ? null : state.status.activity;
  apply(turn, beginScript(profile.sessionEnd, { activity, nowMs }));
}

/** All that happens because time has passed. */
function time(turn: Turn): void {
  const { state, profile, nowMs } = turn;
  if (state.phase !== 'connecting' && state.foreign === null) {
    const asked = state.question && profile.questions[state.question.index];
    if (state.question && asked && nowMs >= state.question.sentMs + asked.withinMs)
      answered(turn, questionTries);
    if (state.listenUntilMs === null || nowMs >= state.listenUntilMs) {
      state.listenUntilMs = null;
      if (state.pollSentMs !== null && nowMs >= state.pollSentMs + profile.poll.answerMs) missed(turn);
      if (state.pollSentMs === null && nowMs >= (pollAtMs(profile, state) ?? nowMs)) poll(turn);
    }
  }
  script(turn, { kind: 'time' });
  job(turn, { kind: 'time' });
}

function poll(turn: Turn): void {
  turn.state.pollSentMs = turn.nowMs;
  turn.state.lastPollMs = turn.nowMs;
  send(turn, turn.profile.poll.send);
}

function missed(turn: Turn): void {
  const { state, profile } = turn;
  state.pollSentMs = null;
  state.misses += 1;
  if (state.misses < profile.poll.missAfter) return;
  if (state.phase === 'identifying' && state.misses === profile.poll.missAfter) {
    note(turn, { code: state.brokenSinceGood > 0 ? 'noise' : 'no-answer' });
  }
  if (state.phase !== 'live') return;
  if (explained(turn)) {
    state.status = { ...state.status, confidence: 'inferred', source: 'silence' };
    return;
  }
  state.phase = 'lost';
  state.status = unseen;
  note(turn, { code: state.brokenSinceGood === 0 ? 'silent' : 'noise' });
  job(turn, { kind: 'lost' });
}

/** Whether the profile says that the controller goes on as it was, and only cannot answer. */
function explained(turn: Turn): boolean {
  const { state, profile, nowMs } = turn;
  if (state.mute) return true;
  const forMs = profile.silence.get(state.status.activity);
  return forMs !== undefined && nowMs - (state.lastGoodMs ?? nowMs) < forMs;
}

/** When the next poll is due; null for at once. */
function pollAtMs(profile: Profile, state: LinkState): number | null {
  if (state.lastPollMs === null) return null;
  const { of, other } = profile.poll.everyMs;
  const everyMs = state.script ? scriptPollMs : (of.get(state.status.activity) ?? other);
  return state.lastPollMs + everyMs;
}

function wakeAtMs(profile: Profile, state: LinkState): number | null {
  const times: (number | null)[] = [jobWakesAtMs(profile.job, state.job)];
  if (state.script) times.push(scriptWakesAtMs(state.script));
  if (state.phase !== 'connecting' && state.foreign === null) {
    const asked = state.question && profile.questions[state.question.index];
    if (state.question && asked) times.push(state.question.sentMs + asked.withinMs);
    const pollMs =
      state.pollSentMs === null ? pollAtMs(profile, state) : state.pollSentMs + profile.poll.answerMs;
    times.push(state.listenUntilMs ?? pollMs);
  }
  const due = times.filter((each) => each !== null);
  return due.length === 0 ? null : Math.min(...due);
}
