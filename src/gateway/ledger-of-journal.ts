// The port `Ledger` straight from a journal in memory, without tables: every answer reads all of it, which suits small journals
// of simulations and tests, and is the measure for the tables of a database.

import {
  type Books,
  balancesIn,
  bookTypes,
  emptyBooks,
  enterInBooks,
  postingsIn,
} from '../domain/ledger/books.ts';
import type { Journal, Ledger } from './ports.ts';

export function ledgerOfJournal(journal: Pick<Journal, 'query'>): Ledger {
  return {
    balances: async (ask) => balancesIn(await readBooks(journal), ask),
    postings: async (ask) => postingsIn(await readBooks(journal), ask),
    async posting(ask) {
      const { postings } = await readBooks(journal);
      if ('key' in ask) return postings.get(ask.key) ?? null;
      return [...postings.values()].find(({ posting }) => posting === ask.posting) ?? null;
    },
  };
}

async function readBooks(journal: Pick<Journal, 'query'>): Promise<Books> {
  const books = emptyBooks();
  const all = { types: bookTypes, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  for (const entry of await journal.query(all)) enterInBooks(books, entry);
  return books;
}
