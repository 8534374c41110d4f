// What follows once it is known what a controller is doing: its questions, the moment it is live, its job, the script
// that ends access. Status lines and derived states come here alike.

import { activityFacts } from '../machine/activity.ts';
import { isBlocked } from './derive.ts';
import { questionTries, type Status } from './link-state.ts';
import { job, note, script, send, type Turn } from './turn.ts';

/** It is seen to be doing this. */
export function settled(turn: Turn, status: Status): void {
  const { state } = turn;
  const starting = state.status.activity === 'starting' && status.activity === 'unknown';
  if (!starting || isKnown(turn, status)) state.status = status;
  if (activityFacts[status.activity].class === 'moving') state.left = null;
  if (state.phase === 'lost') {
    if (!isKnown(turn, status)) return;
    live(turn);
  } else if (state.phase === 'live') job(turn, { kind: 'status', activity: state.status.activity });
  if (state.phase === 'live') tellScript(turn);
  ask(turn);
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

/** Whether nothing that is sent now would be answered before a long command is over. */
export const blocked = ({ state, profile, nowMs }: Turn): boolean =>
  profile.derive !== null && isBlocked(profile.derive, state.clues, nowMs);

/** The next question that may be asked now; without one, an identified controller is live. */
function ask(turn: Turn): void {
  const { state, profile } = turn;
  if (state.question) return;
  const { activity } = state.status;
  const index = profile.questions.findIndex(
    ({ when, needs }, each) =>
      (state.tries[each] ?? 0) < questionTries &&
      when.has(activity) &&
      (needs === null || state.capabilities.has(needs)),
  );
  const question = profile.questions[index];
  const mayAsk = (state.phase === 'identifying' || !state.script) && !state.job.running && !blocked(turn);
  if (question && mayAsk) {
    // Where polls are answered like questions, one waits for the other.
    if (profile.derive && state.pollSentMs !== null) return;
    state.question = { index, sentMs: turn.nowMs };
    state.tries = state.tries.map((tries, each) => (each === index ? tries + 1 : tries));
    send(turn, question.send);
  } else if (state.phase === 'identifying' && isKnown(turn, state.status)) live(turn);
}

/** A derived state takes a while to come together; after that, not knowing is what is known. */
function isKnown({ state, profile, nowMs }: Turn, { activity }: Status): boolean {
  if (!profile.derive || activity !== 'unknown') return true;
  return state.heardSinceMs !== null && nowMs - state.heardSinceMs >= profile.derive.staleMs;
}

function live(turn: Turn): void {
  const { state } = turn;
  const { activity } = state.status;
  const first = state.phase === 'identifying';
  state.phase = 'live';
  state.everUp = true;
  note(turn, { code: 'live' });
  job(turn, { kind: 'adopted', activity });
  if (first) tellScript(turn);
}

function tellScript(turn: Turn): void {
  const { activity, substate } = turn.state.status;
  if (!blocked(turn)) script(turn, { kind: 'status', activity, substate });
}
