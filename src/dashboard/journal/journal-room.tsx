// The journal at the desk: its pages with filters that stand in the address, or one entry; and the proof that the chain holds.

import { can } from '../can.ts';
import { person, words } from '../store.ts';
import { EntryPage } from './entry-page.tsx';
import { JournalList } from './journal-list.tsx';

/** @param entry position of the one that is open; null for the pages */
export function JournalRoom({ entry }: { readonly entry: number | null }) {
  const { journal: say } = words.value;
  if (!can('see-journal', { self: person.value, live: true }))
    return <main class="page">{say.notYours}</main>;
  return entry === null ? <JournalList /> : <EntryPage key={entry} seq={entry} />;
}
