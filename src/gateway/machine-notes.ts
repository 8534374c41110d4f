// What was last said about each machine, in a person's own words: kept beside the journal, erased with whoever wrote it.
// In memory only the notes that the modes of now name.

import type { State } from '../domain/journal/state.ts';
import type { Note, PeopleChange } from './ports.ts';

export type MachineNotes = {
  /** Null where nothing was said, or its writer was erased. */
  of(state: Pick<State, 'modes'>, machine: string): string | null;
  follow(changes: readonly PeopleChange[], state: Pick<State, 'modes'>): void;
};

export function createMachineNotes(notes: readonly Note[], state: Pick<State, 'modes'>): MachineNotes {
  const kept = new Map<string, Note>();
  const wanted = (now: Pick<State, 'modes'>): ReadonlySet<string | null> =>
    new Set([...now.modes.values()].map(({ note }) => note));
  const first = wanted(state);
  for (const note of notes) if (first.has(note.session)) kept.set(note.session, note);

  return {
    of: ({ modes }, machine) => kept.get(modes.get(machine)?.note ?? '')?.text ?? null,
    follow(changes, now) {
      for (const change of changes) {
        if (change.kind === 'note') kept.set(change.note.session, change.note);
        if (change.kind !== 'erase') continue;
        for (const [id, { member }] of kept) if (member === change.member) kept.delete(id);
      }
      if (!changes.some(({ kind }) => kind === 'note')) return;
      const still = wanted(now);
      for (const id of kept.keys()) if (!still.has(id)) kept.delete(id);
    },
  };
}
