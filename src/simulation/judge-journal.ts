// Judges of the journal and the state that follows from it (invariants 3, 6 and 10).

import { apply } from '../domain/journal/apply.ts';
import { emptyState, type State, tapMemoLimit } from '../domain/journal/state.ts';
import { must } from './broken.ts';
import { isSame } from './is-same.ts';
import type { Invariant } from './watch.ts';

/** Steps between two looks at all of the state; at every one the sessions are compared. */
const wholeEvery = 100;

export const liveAsReplayed: Invariant['judge'] = (scene) => {
  let steps = 0;
  const isAsReplayed = (state: State): boolean => isSame(inOrder(state), inOrder(scene.shadow));
  return {
    step() {
      steps += 1;
      const live = scene.world.gateway()?.state();
      if (!live) return;
      const { shadow } = scene;
      const same = live.seq === shadow.seq && sessionsOf(live) === sessionsOf(shadow);
      must(same, '3 live', () => `the gateway is at entry ${live.seq} and the disk at ${shadow.seq}`);
      const isWhole = steps % wholeEvery > 0 || isAsReplayed(live);
      must(isWhole, '3 live', () => 'the live state is not what replay gives');
    },
    all() {
      const again = emptyState('gateway-1');
      // Through JSON, as a disk keeps it: nothing may hang on what JSON cannot say.
      for (const entry of scene.world.disk.entries()) apply(again, JSON.parse(JSON.stringify(entry)));
      must(isAsReplayed(again), '3 replay', () => 'replay depends on how it is done');
      const live = scene.world.gateway()?.state();
      must(!live || isAsReplayed(live), '3 live', () => 'the live state is not what replay gives');
    },
  };
};

export const refusalsDisturbNothing: Invariant['judge'] = ({ shadow }) => {
  let before = '';
  return {
    entry({ type }) {
      if (type === 'tap-refused') before = sessionsOf(shadow);
    },
    after({ type, seq }) {
      if (type !== 'tap-refused') return;
      must(sessionsOf(shadow) === before, '6 disturbed', () => `refusal ${seq} disturbed a session`);
    },
  };
};

export const boundedState: Invariant['judge'] = ({ shadow }) => ({
  all() {
    const readers = Object.keys(shadow.workshop?.readers ?? {}).length;
    must(shadow.taps.size <= readers, '10 readers', () => `taps of ${shadow.taps.size} readers are kept`);
    for (const [reader, memos] of shadow.taps)
      must(memos.length <= tapMemoLimit, '10 taps', () => `${memos.length} taps are kept for ${reader}`);
  },
});

/** Which reader was tapped first is forgotten with its taps, and means nothing. */
const inOrder = (state: State) => ({
  ...state,
  taps: [...state.taps].sort(byReader),
  tapCounts: [...state.tapCounts].sort(byReader),
});

const byReader = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** The sessions in one line: who holds what, and how far each is. */
function sessionsOf({ sessions }: Pick<State, 'sessions'>): string {
  let line = '';
  for (const { machine, session, member, phase, segmentIndex } of sessions.values())
    line += `${machine} ${session} ${member} ${phase} ${segmentIndex};`;
  return line;
}
