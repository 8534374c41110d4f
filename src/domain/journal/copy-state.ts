// A copy of a state that can be changed without the other noticing. What `apply` replaces as a whole and never changes in
// place is shared: a workshop of ten thousand members is then copied in a millisecond, also on every tick of a full disk.

import { copySchedule } from '../schedule/copy-schedule.ts';
import type { State } from './state.ts';

export function copyState(state: State): State {
  const {
    workshop,
    members,
    badges,
    badgeCounts,
    taps,
    alarms,
    monitors,
    inside,
    certificateUse,
    schedule,
    policy,
    coming,
    ...rest
  } = state;
  return {
    // Whatever else a state has is copied to its depth.
    ...copyOf(rest),
    workshop,
    policy,
    coming,
    members: new Map(members),
    badges: new Map(badges),
    badgeCounts: new Map(badgeCounts),
    // The memos themselves are never changed, only their list.
    taps: new Map([...taps].map(([reader, memos]) => [reader, [...memos]])),
    alarms: new Map(alarms),
    monitors: new Map(monitors),
    inside: new Map(inside),
    certificateUse: new Map(certificateUse),
    schedule: copySchedule(schedule),
  };
}

/** Of plain data: objects, arrays, maps and what is copied by itself. `structuredClone` writes it to bytes on the way. */
function copyOf<T>(value: T): T;
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    for (const [key, held] of value) copy.set(key, copyOf(held));
    return copy;
  }
  const copy: Record<string, unknown> = {};
  // Only names of our own types: a state keeps outside words in maps.
  for (const name of Object.keys(value)) copy[name] = copyOf((value as Record<string, unknown>)[name]);
  return copy;
}
