// The life of a link: connecting → identifying → live → lost, as a pure function of what was seen and of the time.
// Silence makes it lost unless the profile explains it; nothing but the profile's own few bytes is ever sent
// (invariants 7 and 8). Effects are returned; someone else runs them.

import { askPermission, permissionAtMs, permit } from './ask-permission.ts';
import { conclude, slowAtMs } from './conclude.ts';
import { derivesAtMs, isBlocked } from './derive.ts';
import { beginScript, scriptWakesAtMs } from './end-access.ts';
import { hear } from './hear.ts';
import { type Effect, type LinkEvent, type LinkState, questionTries, unseen } from './link-state.ts';
import { unknownPermission } from './permission.ts';
import type { Profile } from './profile.ts';
import { reportOf } from './report-of.ts';
import { answered, blocked } from './settle.ts';
import {
  apply,
  forgetClues,
  forgetConversation,
  job,
  note,
  outcome,
  script,
  send,
  setPermission,
  type Turn,
} from './turn.ts';
import { nothingMerged } from './understand.ts';
import { jobWakesAtMs } from './watch-job.ts';

export type Observed = {
  readonly state: LinkState;
  readonly effects: readonly Effect[];
  /** When to send `time` at the latest; null when only an event can change anything. */
  readonly wakeAtMs: number | null;
};

/** Polls follow each other this closely while access is being ended: real-time bytes, and lines that cost an answer. */
const scriptPollMs = { byte: 100, line: 500 } as const;

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
  else if (event.kind === 'permit') permit(turn, event.on);
  else if (event.kind === 'line') hear(turn, event.text);
  else if (event.kind === 'noise') noise(turn);
  else conclude(turn);
  time(turn);
  const told = reportOf(turn.state, { profile, edge: turn.edge, nowMs: turn.nowMs });
  if (told.report) turn.effects.push({ kind: 'report', report: told.report });
  return { state: told.state, effects: turn.effects, wakeAtMs: wakeAtMs(profile, told.state, turn.nowMs) };
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
  if (profile.hello) send(turn, profile.hello);
}

function closed(turn: Turn): void {
  const { state } = turn;
  state.phase = 'connecting';
  state.listenUntilMs = null;
  state.status = unseen;
  state.left = null;
  forgetConversation(turn);
  job(turn, { kind: 'lost' });
  script(turn, { kind: 'closed' });
}

/** What was dropped may have been a change of what is merged. */
function noise({ state }: Turn): void {
  state.brokenSinceGood += 1;
  state.merged = nothingMerged;
}

function endAccess(turn: Turn): void {
  const { state, profile, nowMs } = turn;
  if (state.script) return;
  if (state.phase === 'connecting') {
    outcome(turn, state.everUp ? 'unknown' : 'not-needed');
    return;
  }
  if (state.foreign !== null || profile.sessionEnd === null) {
    outcome(turn, 'refused');
    return;
  }
  const activity = state.phase === 'identifying' || blocked(turn) ? null : state.status.activity;
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
      const pollMs = pollAtMs(profile, state, nowMs);
      if (nowMs >= permissionAtMs(profile, state) && !blocked(turn)) askPermission(turn);
      if (state.pollSentMs === null && nowMs >= pollMs) poll(turn);
    }
  }
  script(turn, { kind: 'time' });
  job(turn, { kind: 'time' });
}

/** Asks what is next, leaving out what comes by itself. */
function poll(turn: Turn): void {
  const { state, nowMs } = turn;
  const { asks } = turn.profile.poll;
  state.lastPollMs = nowMs;
  for (let left = asks.length; left > 0; left--) {
    const next = asks[state.polls % asks.length];
    state.polls += 1;
    const { frames, withinMs } = next?.unless ?? { frames: [], withinMs: 0 };
    const comes = [...frames].some((frame) => nowMs - (state.heardMs.get(frame) ?? -withinMs) < withinMs);
    if (!next || comes) continue;
    state.pollSentMs = nowMs;
    send(turn, next.send);
    return;
  }
}

function missed(turn: Turn): void {
  const { state, profile } = turn;
  const sentMs = state.pollSentMs ?? turn.nowMs;
  state.pollSentMs = null;
  if (profile.derive && state.lastGoodMs !== null && state.lastGoodMs > sentMs) {
    // It speaks, so only the answer is lost; or the poll waits in its queue behind a long command.
    if (blocked(turn)) state.pollSentMs = turn.nowMs;
    return;
  }
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
  state.left = null;
  setPermission(turn, unknownPermission);
  forgetClues(turn);
  note(turn, { code: state.brokenSinceGood === 0 ? 'silent' : 'noise' });
  job(turn, { kind: 'lost' });
}

/** Whether the profile says that the controller goes on as it was, and only cannot answer. */
function explained(turn: Turn): boolean {
  const { state, profile, nowMs } = turn;
  if (state.mute) return true;
  const silent = profile.silence.get(state.status.activity);
  if (!silent || (silent.unless !== null && state.capabilities.has(silent.unless))) return false;
  return nowMs - (state.lastGoodMs ?? nowMs) < silent.forMs;
}

/** When the next poll is due: in the past for at once, infinite when something else must happen first. */
function pollAtMs(profile: Profile, state: LinkState, nowMs: number): number {
  const { derive, poll: polling } = profile;
  const waits = derive !== null && (state.question !== null || isBlocked(derive, state.clues, nowMs));
  if (waits) return Number.POSITIVE_INFINITY;
  if (state.lastPollMs === null) return Number.NEGATIVE_INFINITY;
  if (state.polls < polling.asks.length) return state.lastPollMs;
  const { of, other } = polling.everyMs;
  const everyMs = state.script
    ? scriptPollMs[derive ? 'line' : 'byte']
    : (of.get(state.status.activity) ?? other);
  return state.lastPollMs + everyMs;
}

function wakeAtMs(profile: Profile, state: LinkState, nowMs: number): number | null {
  const times: (number | null)[] = [jobWakesAtMs(profile.job, state.job)];
  if (state.script) times.push(scriptWakesAtMs(state.script));
  if (state.phase !== 'connecting' && state.foreign === null) {
    const asked = state.question && profile.questions[state.question.index];
    if (state.question && asked) times.push(state.question.sentMs + asked.withinMs);
    const pollMs =
      state.pollSentMs === null ? pollAtMs(profile, state, nowMs) : state.pollSentMs + profile.poll.answerMs;
    times.push(state.listenUntilMs ?? (Number.isFinite(pollMs) ? pollMs : null));
    if (profile.derive) times.push(derivesAtMs(profile.derive, state.clues, nowMs));
    const permissionMs = permissionAtMs(profile, state);
    // While it is blocked, what ends that wakes us.
    if (Number.isFinite(permissionMs) && permissionMs > nowMs) times.push(permissionMs);
    const slowMs = slowAtMs(profile, state);
    if (slowMs !== null && slowMs > nowMs) times.push(slowMs);
  }
  let dueMs = Number.POSITIVE_INFINITY;
  for (const each of times) if (each !== null && each < dueMs) dueMs = each;
  return dueMs === Number.POSITIVE_INFINITY ? null : dueMs;
}
