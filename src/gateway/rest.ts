// Whether anything can have changed since a look at the state that found nothing to do: it is another state, or so much
// time has passed that time alone may matter. Only `apply` changes a state, and each entry moves its `seq`.

import type { State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';

export type Rest = {
  /** Whether a look would still find nothing. */
  holds(state: State, stamp: Stamp): boolean;
  /** A look found nothing, and finds nothing within `leftMs` of either clock while the state stays. */
  begin(state: State, stamp: Stamp, leftMs: number): void;
  /** What is known beside the state has changed. */
  end(): void;
};

export function createRest(): Rest {
  let from: {
    readonly state: State;
    readonly seq: number;
    readonly stamp: Stamp;
    readonly leftMs: number;
  } | null = null;
  return {
    holds(state, { atMs, monoMs }) {
      if (from === null || from.state !== state || from.seq !== state.seq) return false;
      // A wall clock that is set while we rest may bring a date nearer; either clock ends the rest.
      return monoMs - from.stamp.monoMs < from.leftMs && atMs - from.stamp.atMs < from.leftMs;
    },
    begin(state, stamp, leftMs) {
      from = { state, seq: state.seq, stamp, leftMs };
    },
    end() {
      from = null;
    },
  };
}
