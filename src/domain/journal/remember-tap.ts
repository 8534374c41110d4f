// Remembers what became of a tap, so that the same tap is answered in the same words and none is played a second time.

import { countTap } from '../access/is-replayed.ts';
import { type State, type TapMemo, tapMemoLimit } from './state.ts';

export function rememberTap(state: State, reader: string, memo: TapMemo): void {
  const memos = state.taps.get(reader) ?? [];
  memos.push(memo);
  if (memos.length > tapMemoLimit) memos.shift();
  state.taps.set(reader, memos);
  state.tapCounts.set(reader, countTap(state.tapCounts.get(reader), memo.tap));
}
