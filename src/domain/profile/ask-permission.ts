// Gives, takes and reads back the permission to run over a link, among the polls: an order goes out only to a controller
// that is heard and not blocked, and is never kept for later; what it did is told by the question after it alone.

import type { LinkState } from './link-state.ts';
import { type Permission, unansweredLimit } from './permission.ts';
import type { Profile } from './profile.ts';
import { blocked } from './settle.ts';
import { send, setPermission, type Turn } from './turn.ts';

/**
 * Where permission reads on already, only the question is sent: some builds set their motor drivers up anew at each
 * order, which a job would notice.
 */
export function permit(turn: Turn, on: boolean): void {
  const { state, profile } = turn;
  const { enable } = profile;
  if (!enable || !isHeard(state) || state.permission.absent || blocked(turn)) return;
  const given = on && state.permission.on === true;
  turn.effects.push({ kind: 'order', bytes: given ? enable.query : on ? enable.on : enable.off });
  setPermission(turn, asked(state.permission, given ? turn.nowMs : null));
  // A command costs an answer: the next question waits for it.
  if (profile.derive) state.pollSentMs = turn.nowMs;
}

/** When it is to be asked next; infinite while something else must happen first. */
export function permissionAtMs({ enable }: Profile, state: LinkState): number {
  const { permission, question, script, pollSentMs } = state;
  const waits = question !== null || script !== null || pollSentMs !== null;
  if (!enable || !isHeard(state) || permission.absent || waits) return Number.POSITIVE_INFINITY;
  return permission.askedMs === null ? Number.NEGATIVE_INFINITY : permission.askedMs + enable.everyMs;
}

/** Asks; what was said is forgotten when nothing answered for too long. */
export function askPermission(turn: Turn): void {
  const { state, profile, nowMs } = turn;
  if (!profile.enable) return;
  const { permission } = state;
  const isStale = permission.unanswered >= unansweredLimit;
  setPermission(turn, asked({ ...permission, on: isStale ? null : permission.on }, nowMs));
  if (profile.derive) state.pollSentMs = nowMs;
  send(turn, profile.enable.query);
}

/** Null: it knows no such thing. */
export function permissionSaid(turn: Turn, on: boolean | null): void {
  if (!turn.state.permits) return;
  const { askedMs } = turn.state.permission;
  setPermission(turn, { on, absent: on === null, askedMs, unanswered: 0 });
}

const asked = (permission: Permission, askedMs: number | null): Permission => ({
  ...permission,
  askedMs,
  unanswered: permission.unanswered + (askedMs === null ? 0 : 1),
});

const isHeard = ({ permits, phase, foreign }: LinkState): boolean =>
  permits && phase === 'live' && foreign === null;
