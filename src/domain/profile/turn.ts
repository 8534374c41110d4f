// One call of `observe` at work: the state being written, and what is to be done about it. Only the files of the link
// machine use it; from outside `observe` is a pure function.

import type { PermissionSeen } from '../machine/permission.ts';
import { noClues, unpaused } from './derive.ts';
import { type AccessOutcome, type ScriptSign, type ScriptTurn, stepScript } from './end-access.ts';
import type { Effect, LinkState, Note } from './link-state.ts';
import { type Permission, unknownPermission } from './permission.ts';
import type { Profile } from './profile.ts';
import { nothingMerged } from './understand.ts';
import { type JobEdge, type JobSign, watchJob } from './watch-job.ts';

export type Turn = {
  readonly profile: Profile;
  readonly nowMs: number;
  state: { -readonly [key in keyof LinkState]: LinkState[key] };
  readonly effects: Effect[];
  edge: JobEdge | null;
};

/** What was asked and learnt of a controller that may have been restarted or exchanged. */
export function forgetConversation(turn: Turn): void {
  const { state, profile } = turn;
  state.pollSentMs = null;
  state.misses = 0;
  state.question = null;
  state.tries = profile.questions.map(() => 0);
  state.unit = profile.inchSetting === null ? 'mm' : null;
  state.merged = nothingMerged;
  state.mute = false;
  state.polls = 0;
  state.capabilities = new Set();
  setPermission(turn, unknownPermission);
  forgetClues(turn);
}

/** What was heard before says nothing any more. */
export function forgetClues({ state }: Turn): void {
  state.clues = noClues;
  state.parts = new Map();
  state.heardMs = new Map();
  state.heardSinceMs = null;
}

/** Told at once when it says something else than before. */
export function setPermission(turn: Turn, to: Permission): void {
  const { on, absent } = turn.state.permission;
  turn.state.permission = to;
  if (to.on !== on || to.absent !== absent) turn.effects.push({ kind: 'permission', seen: seenOf(to) });
}

const seenOf = ({ on, absent }: Permission): PermissionSeen => ({
  on,
  fault: absent ? { code: 'missing', detail: '' } : null,
});

export function job(turn: Turn, sign: JobSign): void {
  const { watch, edge } = watchJob(turn.profile.job, { watch: turn.state.job, sign, nowMs: turn.nowMs });
  turn.state.job = watch;
  if (edge) turn.edge = edge;
}

export function script(turn: Turn, sign: ScriptSign): void {
  const { state, profile, nowMs } = turn;
  if (state.script && profile.sessionEnd)
    apply(turn, stepScript(profile.sessionEnd, { script: state.script, sign, nowMs }));
}

export function apply(turn: Turn, step: ScriptTurn): void {
  turn.state.script = step.script;
  for (const bytes of step.send) send(turn, bytes);
  // What it does next is what everyone waits for: the poll that is under way may be answered from before.
  if (step.send.length > 0) turn.state.pollSentMs = null;
  if (step.outcome) outcome(turn, step.outcome);
}

/** Once the end of access was made and seen, nobody can go on with the job: it is over, whatever else was heard of it. */
export function outcome(turn: Turn, result: AccessOutcome): void {
  turn.state.script = null;
  if (result === 'confirmed') {
    turn.state.clues = unpaused(turn.state.clues);
    turn.state.left = turn.profile.sessionEnd?.leaves ?? null;
    job(turn, { kind: 'event', event: 'program.cancel' });
  }
  turn.effects.push({ kind: 'access-ended', outcome: result });
}

export const send = (turn: Turn, bytes: readonly number[]) => turn.effects.push({ kind: 'send', bytes });
export const note = (turn: Turn, what: Note) => turn.effects.push({ kind: 'note', note: what });
