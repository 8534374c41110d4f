// What a controller without a word for its state is doing, concluded anew from all its clues after each of them, and
// when one has grown too old. An alarm stays until it greets again, or until it clearly works (invariant 7).

import { type DerivedWord, derive, noticed } from './derive.ts';
import { stateOf } from './interpret.ts';
import type { LinkState } from './link-state.ts';
import type { Profile } from './profile.ts';
import { settled } from './settle.ts';
import type { Turn } from './turn.ts';

/** Without an answer for long, the last conclusion stands for as long as the profile explains the silence. */
export function conclude(turn: Turn): void {
  const { state, profile, nowMs } = turn;
  const { derive: rules } = profile;
  if (!rules || state.foreign !== null || state.heardSinceMs === null) return;
  if (state.phase === 'connecting' || state.misses >= profile.poll.missAfter) return;
  // Builds without busy lines only keep us waiting.
  if (isWaiting(turn)) state.clues = noticed(state.clues, { clue: waiting, rules, nowMs });
  const derived = derive(rules, { clues: state.clues, job: state.job.running, nowMs });
  if (works.has(derived.state)) Object.assign(state, { alarm: null, mute: false });
  if (state.alarm !== null) {
    settled(turn, { ...inferred, ...alarmOf(turn, state.alarm) });
    return;
  }
  settled(turn, { ...inferred, ...stateOf(profile, { state: derived.state, sub: derived.sub }) });
}

const waiting = { of: 'busy', word: 'processing' } as const;

/** When an unanswered poll means that a long command runs; null without one. */
export const slowAtMs = (profile: Profile, { pollSentMs }: Pick<LinkState, 'pollSentMs'>): number | null =>
  pollSentMs === null || !profile.derive ? null : pollSentMs + profile.derive.slowMs;

function isWaiting({ profile, state, nowMs }: Turn): boolean {
  const atMs = slowAtMs(profile, state);
  const said = state.clues.busy;
  // What it says itself says more.
  return atMs !== null && nowMs >= atMs && (!said || said.over || nowMs - said.atMs >= busyEveryMs);
}
/** Busy lines come about so often. */
const busyEveryMs = 2500;

const inferred = { confidence: 'inferred', source: 'status' } as const;

/** A controller that was halted does none of these before somebody has freed it. */
const works: ReadonlySet<DerivedWord> = new Set(['heating', 'printing', 'moving']);

const alarmOf = ({ profile }: Turn, code: string) =>
  ({ activity: 'alarm', substate: profile.alarms.get(code)?.word ?? null, raw: code }) as const;
