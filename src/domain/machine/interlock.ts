// What our lock does, derived from the session that holds the machine and from what its switch says of itself.
// A switch that cannot be heard is never a success: only what is read back counts (invariant 7).

import type { Interlock } from './activity.ts';

/** What the switch says of itself; `none` for a machine without a switch, `unknown` when it is not there to say. */
export type Power = 'none' | 'on' | 'off' | 'unknown';

/** How far the session is that holds the machine; `none` when nobody does. */
export type Held = 'none' | 'active' | 'finishing' | 'cooling' | 'darkening';

export function interlockOf(facts: { readonly held: Held; readonly power: Power }): Interlock {
  return rows[facts.held][facts.power];
}

/** What a switch says, in one word. */
export function powerOf(facts: { readonly hasSwitch: boolean; readonly on: boolean | null }): Power {
  if (!facts.hasSwitch) return 'none';
  if (facts.on === null) return 'unknown';
  return facts.on ? 'on' : 'off';
}

/**
 * Without a session an absent switch counts as off, because power is leased: its own timer has turned it off, and a
 * session ends only once that is certain. During a session an absent switch is a failure of the lock.
 */
const rows: Readonly<Record<Held, Readonly<Record<Power, Interlock>>>> = {
  none: { none: 'engaged', off: 'engaged', on: 'failed', unknown: 'engaged' },
  active: { none: 'released', off: 'releasing', on: 'released', unknown: 'failed' },
  finishing: { none: 'released', off: 'engaged', on: 'released', unknown: 'failed' },
  cooling: { none: 'released', off: 'engaged', on: 'released', unknown: 'failed' },
  darkening: { none: 'engaging', off: 'engaged', on: 'engaging', unknown: 'failed' },
};
