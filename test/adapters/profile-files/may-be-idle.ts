// What a firmware has told in whole lines, kept beside the link machine by a reader of its own: whether it may be called
// idle now (invariant 7).

import type { LinkEvent, LinkState } from '../../../src/domain/profile/link-state.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import { understand } from '../../../src/domain/profile/understand.ts';

/** What whole lines have told; forgotten at every sign that it may be over. */
export type Told = {
  /** The last whole status. */
  readonly said: string | null;
  /** When a whole line last told of the heaters, for firmware that has no status. */
  readonly heatersMs: number | null;
};

export const nothingTold: Told = { said: null, heatersMs: null };

type Telling = {
  readonly event: LinkEvent;
  readonly told: Told;
  /** Before the event. */
  readonly state: LinkState;
  readonly nowMs: number;
};

export function toldAfter(profile: Profile, { event, told, state, nowMs }: Telling): Told {
  if (event.kind === 'closed' || event.kind === 'opened') return nothingTold;
  if (event.kind !== 'line') return told;
  const { frame } = understand(profile, { line: event.text, unit: state.unit, merged: state.merged });
  if (frame?.kind === 'status') return { ...told, said: frame.activity };
  if (frame?.kind === 'clue' && frame.clue.of === 'heaters') return { ...told, heatersMs: nowMs };
  return frame?.kind === 'greeting' || frame?.kind === 'alarm' ? nothingTold : told;
}

/** Where the firmware has a status, it said so; where it has none, its heaters were told of a short while ago. */
export function mayBeIdle({ derive }: Profile, { said, heatersMs }: Told, nowMs: number): boolean {
  if (derive === null) return said === 'idle';
  return heatersMs !== null && nowMs - heatersMs <= derive.staleMs;
}
