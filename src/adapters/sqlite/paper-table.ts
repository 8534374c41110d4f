// Addresses of payers and issued documents, beside the journal. An address goes with its member; a document is written once, and
// the file itself refuses to change or delete it.

import type { Database } from 'better-sqlite3';
import type { BuyerRow, DocumentRow, PeopleChange } from '../../gateway/ports.ts';

export type PaperTable = {
  buyers(): readonly BuyerRow[];
  document(ask: { invoice: string }): DocumentRow | null;
  change(changes: readonly PeopleChange[]): void;
};

export function paperTable(db: Database): PaperTable {
  const all = db.prepare<[], BuyerRow>('SELECT payer, member, content, salt FROM buyers ORDER BY payer');
  const one = db.prepare<[string], DocumentRow>(
    'SELECT invoice, number, payer, hash, text FROM documents WHERE invoice = ?',
  );
  const put = db.prepare('INSERT OR REPLACE INTO buyers (payer, member, content, salt) VALUES (?, ?, ?, ?)');
  const eraseOf = db.prepare('DELETE FROM buyers WHERE member = ?');
  const insert = db.prepare(
    'INSERT INTO documents (invoice, number, payer, hash, text) VALUES (?, ?, ?, ?, ?)',
  );

  return {
    buyers: () => all.all(),
    document: ({ invoice }) => one.get(invoice) ?? null,
    change(changes) {
      for (const change of changes) {
        if (change.kind === 'erase') eraseOf.run(change.member);
        if (change.kind === 'buyer') {
          const { payer, member, content, salt } = change.buyer;
          put.run(payer, member, content, salt);
        }
        if (change.kind !== 'document') continue;
        const { invoice, number, payer, hash, text } = change.document;
        insert.run(invoice, number, payer, hash, text);
      }
    },
  };
}
