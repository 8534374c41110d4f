// Notes beside entered uses: a person's own words, so they can be erased, and go with the member whom they are about.

import type { Database } from 'better-sqlite3';
import type { Note, PeopleChange } from '../../gateway/ports.ts';

export type NoteTable = {
  notes(): readonly Note[];
  change(changes: readonly PeopleChange[]): void;
};

export function noteTable(db: Database): NoteTable {
  const all = db.prepare<[], Note>('SELECT session, member, text, salt FROM notes ORDER BY session');
  const insert = db.prepare('INSERT INTO notes (session, member, text, salt) VALUES (?, ?, ?, ?)');
  const eraseOf = db.prepare('DELETE FROM notes WHERE member = ?');

  return {
    notes: () => all.all(),
    change(changes) {
      for (const change of changes) {
        if (change.kind === 'erase') eraseOf.run(change.member);
        if (change.kind !== 'note') continue;
        const { session, member, text, salt } = change.note;
        insert.run(session, member, text, salt);
      }
    },
  };
}
