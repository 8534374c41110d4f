// A copy of a state that can be changed without the other noticing. What `apply` replaces as a whole and never changes in
// place is shared: a workshop of ten thousand members is then copied in a millisecond, also on every tick of a full disk.

import type { State } from './state.ts';

export function copyState(state: State): State {
  const { workshop, members, badges, badgeCounts, taps, ...rest } = state;
  return {
    // Whatever else a state has is copied to its depth.
    ...structuredClone(rest),
    workshop,
    members: new Map(members),
    badges: new Map(badges),
    badgeCounts: new Map(badgeCounts),
    // The memos themselves are never changed, only their list.
    taps: new Map([...taps].map(([reader, memos]) => [reader, [...memos]])),
  };
}
