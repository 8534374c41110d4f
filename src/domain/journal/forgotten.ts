// Refused taps, and who came and went when, are forgotten by age: their bodies go, their places and hashes stay, and an entry in the same
// transaction says which those were. From that entry on the state is the same as if they had never been read.

import type { Entry, EntryBody } from './entry.ts';
import type { State } from './state.ts';

export type TapsForgotten = {
  /** All of them happened before this; wall clock, milliseconds since 1970. */
  readonly beforeMs: number;
  /** The last of them; the first is the first forgettable entry after the `throughSeq` of the entry of this type before. */
  readonly throughSeq: number;
  readonly count: number;
  /** SHA-256 over a line `seq atMs hash` for each of them in order, hex. */
  readonly digest: string;
};

/** What may be forgotten; all else in a journal stays. */
export const forgettable = ['tap-refused', 'presence-entered', 'presence-left'] as const;
type Forgettable = (typeof forgettable)[number];

export const isForgettable = (type: string): type is Forgettable => forgettable.some((one) => one === type);

/** What reading gives in place of an entry whose body is gone; never written. */
export type Forgotten = { readonly was: Forgettable };

/** Its boot and monotonic time went with the body. */
export const forgottenEntry = (
  left: Pick<Entry, 'seq' | 'gateway' | 'atMs'> & { readonly was?: Forgettable },
): Entry => ({
  seq: left.seq,
  gateway: left.gateway,
  boot: '',
  atMs: left.atMs,
  monoMs: 0,
  v: 1,
  type: 'forgotten',
  data: { was: left.was ?? 'tap-refused' },
});

/** Drops the memos of all taps up to there, granted ones too: which refused ones pushed those out is forgotten. */
export function forgetTaps(state: State, throughSeq: number): void {
  for (const kept of [state.inside, state.waiting])
    for (const [member, { seq }] of kept) if (seq <= throughSeq) kept.delete(member);
  for (const [reader, memos] of state.taps) {
    const kept = memos.filter(({ seq }) => seq > throughSeq);
    if (kept.length > 0) state.taps.set(reader, kept);
    else state.taps.delete(reader);
  }
  for (const [machine, { seq }] of state.learners) if (seq <= throughSeq) state.learners.delete(machine);
}

/** To be written before each `taps-forgotten`: how far readers have counted must not go with the taps that say so. */
export function countsToKeep({ tapCounts }: Pick<State, 'tapCounts'>): readonly EntryBody[] {
  return [...tapCounts].flatMap(([reader, { kept, ...count }]) =>
    kept ? [] : [{ type: 'tap-counted', data: { reader, ...count } } as const],
  );
}
