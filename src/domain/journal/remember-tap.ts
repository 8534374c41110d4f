// What a reader tapped last, so that a tap which is delivered twice is answered in the same words, and how far its taps
// were counted, which outlives that.

import { countTap } from '../access/is-replayed.ts';
import { type State, type TapMemo, tapMemoLimit } from './state.ts';

export function rememberTap(state: State, reader: string, memo: TapMemo): void {
  const memos = state.taps.get(reader) ?? [];
  memos.push(memo);
  if (memos.length > tapMemoLimit) memos.shift();
  state.taps.set(reader, memos);
  state.tapCounts.set(reader, countTap(state.tapCounts.get(reader), memo.tap));
}
