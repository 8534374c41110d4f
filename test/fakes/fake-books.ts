// Books that decide nothing: real ones in memory to read, and refusals or a posting as a test wants them.

import { balancesIn, emptyBooks, type Books as Pages, postingsIn } from '../../src/domain/ledger/books.ts';
import type { Books } from '../../src/gateway/create-books.ts';

export type FakeBooks = Books & { readonly pages: Pages };

export function createFakeBooks(): FakeBooks {
  const pages = emptyBooks();
  return {
    pages,
    post: async () => ({ ok: true, posting: 'posting-1', repeated: false }),
    reversePosting: async () => ({ ok: true, posting: 'posting-2', repeated: false }),
    placeHold: async () => ({ ok: true }),
    releaseHold: async () => ({ ok: true }),
    closePeriod: async ({ month }) => ({ ok: true, month, beforeMs: 0 }),
    holds: () => [],
    ledger: {
      balances: async (ask) => balancesIn(pages, ask),
      postings: async (ask) => postingsIn(pages, ask),
      posting: async () => null,
    },
  };
}
