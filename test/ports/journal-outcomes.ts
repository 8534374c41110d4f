// How tests ask a journal: all its entries, and what became of commits.

import type { Entry } from '../../src/domain/journal/entry.ts';
import { type Commit, type Journal, JournalFault } from '../../src/gateway/ports.ts';

export async function allEntries(journal: Journal, after = 0): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of journal.read(after)) entries.push(...batch);
  return entries;
}

/** `ok`, or the code of the fault, of each commit sent without waiting for the one before. */
export async function outcomes(journal: Journal, commits: readonly Commit[]): Promise<string[]> {
  const settled = await Promise.allSettled(commits.map((commit) => journal.append(commit)));
  return settled.map((one) => (one.status === 'fulfilled' ? 'ok' : codeOf(one.reason)));
}

const codeOf = (fault: unknown): string =>
  fault instanceof JournalFault ? fault.code : `not a fault: ${fault}`;
