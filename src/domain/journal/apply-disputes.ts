// What the entries of disputes change in the state: it holds the open ones, and forgets each once it is over.

import type { DisputeBody } from './dispute-entries.ts';
import type { Entry } from './entry.ts';
import type { State } from './state.ts';

type DisputeType = DisputeBody['type'];
type Of<T extends DisputeType> = Extract<Entry, { type: T }>;

export const disputeEffects: { readonly [T in DisputeType]: (state: State, entry: Of<T>) => void } = {
  'dispute-opened': ({ disputes }, { atMs, data: { noteDigest: _, ...opened } }) => {
    disputes.set(opened.dispute, { ...opened, openedAtMs: atMs });
  },
  'dispute-withdrawn': ({ disputes }, { data }) => {
    disputes.delete(data.dispute);
  },
  'dispute-settled': ({ disputes }, { data }) => {
    disputes.delete(data.dispute);
  },
};

/** Of somebody who is gone nobody can say any more what they meant. */
export function forgetDisputes({ disputes }: State, member: string): void {
  for (const [dispute, open] of disputes) if (open.member === member) disputes.delete(dispute);
}
