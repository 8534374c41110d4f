// Snapshots of the state, the last two. One that is damaged, of another reducer, or ahead of the journal is passed over:
// a snapshot only ever saves time, and never stops a start.

import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Database } from 'better-sqlite3';
import type { State } from '../../domain/journal/state.ts';
import { JournalFault } from '../../gateway/ports.ts';
import type { Handlers, ReadCalls, WriteCalls } from './calls.ts';

const kept = 2;

export type SnapshotTable = Handlers<Pick<WriteCalls, 'keepSnapshot'> & Pick<ReadCalls, 'snapshot'>>;

type Row = { readonly seq: number; readonly state: Buffer; readonly sum: Buffer };

export function snapshotTable(db: Database, { lastSeq }: { lastSeq: () => number }): SnapshotTable {
  const insert = db.prepare('INSERT INTO snapshots (seq, reducer, state, sum) VALUES (?, ?, ?, ?)');
  const trim = db.prepare(
    `DELETE FROM snapshots WHERE place NOT IN (SELECT place FROM snapshots ORDER BY place DESC LIMIT ${kept})`,
  );
  const newestFirst = db.prepare<[string, number], Row>(
    'SELECT seq, state, sum FROM snapshots WHERE reducer = ? AND seq <= ? ORDER BY place DESC',
  );

  return {
    keepSnapshot({ reducer, state }) {
      if (state.seq > lastSeq()) {
        throw new JournalFault(
          'journal-behind',
          `A snapshot at entry ${state.seq} is ahead of entry ${lastSeq()}, the last one on the disk; take it of the durable state.`,
        );
      }
      const blob = serialize(state);
      insert.run(state.seq, reducer, blob, hash('sha256', blob, 'buffer'));
      trim.run();
      return null;
    },
    snapshot({ reducer }) {
      for (const row of newestFirst.all(reducer, lastSeq())) {
        const state = toState(row);
        if (state) return state;
      }
      return null;
    },
  };
}

/** Null when it is not what was stored, or was stored by a Node whose format this one cannot read. */
function toState(row: Row): State | null {
  if (!hash('sha256', row.state, 'buffer').equals(row.sum)) return null;
  try {
    const state: State = deserialize(row.state);
    return state.seq === row.seq ? state : null;
  } catch {
    return null;
  }
}
