// What the entries of the ledger change in the state: the rows of `apply.ts` for them. Frozen per version like all of it.

import { mayGoBelow } from '../ledger/account.ts';
import { applyPosting } from '../ledger/balances.ts';
import { dropExpired } from '../ledger/hold.ts';
import { noteWallets } from './apply-allowance.ts';
import type { Entry } from './entry.ts';
import type { LedgerBody } from './ledger-entries.ts';
import type { State } from './state.ts';

type LedgerType = LedgerBody['type'];
type Of<T extends LedgerType> = Extract<Entry, { type: T }>;

export const ledgerEffects: { readonly [T in LedgerType]: (state: State, entry: Of<T>) => void } = {
  posted: (state, entry) => {
    applyPosting(state.ledger.balances, entry.data, (account) => !mayGoBelow(account));
    noteWallets(state, entry);
  },
  'hold-placed': ({ ledger }, { atMs, data: { hold, ...held } }) => {
    dropExpired(ledger.holds, atMs);
    ledger.holds.set(hold, held);
  },
  'hold-settled': ({ ledger }, { data }) => {
    ledger.holds.delete(data.hold);
  },
  'hold-released': ({ ledger }, { data }) => {
    ledger.holds.delete(data.hold);
  },
  'period-closed': ({ ledger }, { data: { month, beforeMs } }) => {
    ledger.closed = { month, beforeMs };
  },
};
