// The boxes of secret votes. A page of SQLite keeps its rows where they were put, one after the other, whatever their key: so
// every change writes the whole table anew, in the order of the receipts, and the file shows no other.

import type { Database } from 'better-sqlite3';
import { changeBox, isBallotChange, type SecretBallot } from '../../domain/policy/ballot-box.ts';
import { JournalFault, type PeopleChange } from '../../gateway/ports.ts';

export type BallotTable = {
  ballots(ask: { proposal: string }): readonly SecretBallot[];
  /** Of all proposals. */
  all(): readonly SecretBallot[];
  change(changes: readonly PeopleChange[]): void;
};

export function ballotTable(db: Database): BallotTable {
  const every = db.prepare<[], SecretBallot>('SELECT proposal, receipt, choice FROM ballots');
  const of = db.prepare<[string], SecretBallot>(
    'SELECT proposal, receipt, choice FROM ballots WHERE proposal = ? ORDER BY receipt',
  );
  const clear = db.prepare('DELETE FROM ballots');
  const insert = db.prepare('INSERT INTO ballots (proposal, receipt, choice) VALUES (?, ?, ?)');

  return {
    ballots: ({ proposal }) => of.all(proposal),
    all: () => every.all(),
    change(changes) {
      const wanted = changes.filter(isBallotChange);
      if (wanted.length === 0) return;
      const after = changeBox(every.all(), wanted);
      if (!after.ok) {
        throw new JournalFault(
          'journal-broken',
          `A secret ballot was not stored because ${after.why}; read the box and cast it again.`,
        );
      }
      clear.run();
      for (const { proposal, receipt, choice } of after.box) insert.run(proposal, receipt, choice);
    },
  };
}
