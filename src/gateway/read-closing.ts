// Who closed a month, and when: read from the journal, with the name from beside it.

import type { MonthClosing } from './invoicing-asked.ts';
import type { ReadDrafts } from './read-drafts.ts';

/** Null while it is open. A month may be closed together with later ones. */
export async function readClosing(
  { journal, people }: Pick<ReadDrafts, 'journal' | 'people'>,
  month: string,
): Promise<MonthClosing | null> {
  const types = ['period-closed'] as const;
  const closings = await journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  for (const { type, data, atMs, seq } of closings)
    if (type === 'period-closed' && data.month >= month) return { by: nameOf(people, data.by), atMs, seq };
  return null;
}

const nameOf = (people: ReadDrafts['people'], by: string): string | null =>
  by === 'admin-token' || by === 'console' ? by : (people.byMember(by)?.name ?? null);
