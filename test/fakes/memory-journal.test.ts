// The fake keeps the promises of the port, and its slow and failing disk work as the real one's do.

import { expect, it } from 'vitest';
import { journalSuite } from '../ports/journal.suite.ts';
import { allEntries, outcomes } from '../ports/journal-outcomes.ts';
import { memoryJournal } from './memory-journal.ts';
import { commitOf, sampleEntries, sampleEntry } from './sample-entries.ts';

journalSuite('in memory', async () => {
  const journal = memoryJournal();
  return { journal, reopen: async () => journal, dispose: () => journal.close() };
});

it('keeps commits waiting while it is held', async () => {
  const journal = memoryJournal();
  journal.hold();
  const appends = outcomes(journal, [commitOf([sampleEntry(1)]), commitOf([sampleEntry(2)])]);
  expect(await allEntries(journal)).toEqual([]);
  journal.release();
  expect(await appends).toEqual(['ok', 'ok']);
  expect(journal.entries()).toEqual(sampleEntries(1, 2));
});

it('fails the next group as it is told to, once', async () => {
  const journal = memoryJournal();
  journal.failNext('journal-full');
  const commits = [commitOf([sampleEntry(1)]), commitOf([sampleEntry(2)])];
  expect(await outcomes(journal, commits)).toEqual(['journal-full', 'journal-behind']);
  expect(journal.entries()).toEqual([]);
  expect(await outcomes(journal, commits)).toEqual(['ok', 'ok']);
});
