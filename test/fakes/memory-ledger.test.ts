// The ledger straight from a journal in memory keeps the promises of the port.

import { ledgerOfJournal } from '../../src/gateway/ledger-of-journal.ts';
import { ledgerSuite } from '../ports/ledger.suite.ts';
import { memoryJournal } from './memory-journal.ts';

ledgerSuite('in memory', async () => {
  const journal = memoryJournal();
  const subject = { journal, ledger: ledgerOfJournal(journal) };
  return { ...subject, reopen: async () => subject, dispose: () => journal.close() };
});
