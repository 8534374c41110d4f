// The port `Ledger` on the near side of the worker thread. A balance at an earlier instant is the one of now without what is
// dated after it, slice by slice, so that taps never wait long behind a report.

import { applyPosting, type Balances } from '../../domain/ledger/balances.ts';
import type { Balance, PostingPlace } from '../../domain/ledger/books.ts';
import type { Ledger } from '../../gateway/ports.ts';
import type { StoreChannel } from './store-channel.ts';

export function ledgerPort({ call }: StoreChannel): Ledger {
  return {
    async balances({ account, atMs }) {
      const { balances, throughSeq } = await call('balancesNow', { account });
      if (atMs === null) return balances;
      const sums: Balances = new Map();
      add(sums, balances, 1n);
      // Seq begins at 1, so that the place before the first of that time is this one.
      let after: PostingPlace | null = { dateMs: Math.ceil(atMs), seq: 0 };
      while (after) {
        const slice: { sums: readonly Balance[]; next: PostingPlace | null } = await call('movedSince', {
          account,
          after,
          throughSeq,
        });
        add(sums, slice.sums, -1n);
        after = slice.next;
      }
      return [...sums]
        .flatMap(([name, units]) => [...units].map(([unit, minor]) => ({ account: name, unit, minor })))
        .sort(byPlace);
    },
    postings: (ask) => call('postings', ask),
    posting: (ask) => call('posting', ask),
  };
}

function add(sums: Balances, balances: readonly Balance[], sign: 1n | -1n): void {
  applyPosting(sums, {
    lines: balances.map(({ account, unit, minor }) => ({ account, unit, minor: String(minor * sign) })),
  });
}

function byPlace(one: Balance, other: Balance): number {
  if (one.account !== other.account) return one.account < other.account ? -1 : 1;
  return one.unit < other.unit ? -1 : 1;
}
