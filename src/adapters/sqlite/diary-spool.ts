// The diary as a spool for what sends samples elsewhere: each series remembers up to when it was sent. And the one
// bookmark of that sender, which may be lost like the rest of this file: then all is sent again.

import type { Database } from 'better-sqlite3';
import type { DiaryCalls, Handlers, SpoolSeries } from './calls.ts';

export function diarySpool(
  db: Database,
): Handlers<Pick<DiaryCalls, 'unsent' | 'sent' | 'resend' | 'bookmark' | 'keepBookmark'>> {
  const waiting = db.prepare<[], SpoolSeries>(
    `SELECT id AS series, machine, name, sent_ms AS afterMs FROM series
     WHERE last_ms > sent_ms ORDER BY sent_ms, id`,
  );
  const samples = db.prepare<[number, number, number], { at_ms: number; value: number }>(
    'SELECT at_ms, value FROM sample WHERE series = ? AND at_ms > ? ORDER BY at_ms LIMIT ?',
  );
  // Where a late sample came in between, the mark has moved and the batch goes once more.
  const advance = db.prepare('UPDATE series SET sent_ms = ? WHERE id = ? AND sent_ms = ?');
  const settle = db.prepare('UPDATE series SET sent_ms = last_ms WHERE id = ?');
  const rewind = db.prepare('UPDATE series SET sent_ms = -1');
  const find = db.prepare<[string], { seq: number; note: Buffer }>(
    'SELECT seq, note FROM bookmark WHERE name = ?',
  );
  const keep = db.prepare('INSERT OR REPLACE INTO bookmark (one, name, seq, note) VALUES (1, ?, ?, ?)');
  const advanceAll = db.transaction((marks: DiaryCalls['sent']['ask']['marks']) => {
    for (const { series, afterMs, untilMs } of marks) advance.run(untilMs, series, afterMs);
  });

  return {
    unsent({ limit }) {
      const found: DiaryCalls['unsent']['answer']['series'][number][] = [];
      let room = limit;
      for (const series of waiting.all()) {
        if (room <= 0) break;
        const rows = samples.all(series.series, series.afterMs, room);
        room -= rows.length;
        const last = rows.at(-1);
        // Nothing left although some are owed: they were trimmed, and counted then.
        if (!last) settle.run(series.series);
        else {
          const columns = { atMs: rows.map((row) => row.at_ms), values: rows.map((row) => row.value) };
          found.push({ ...series, untilMs: last.at_ms, ...columns });
        }
      }
      return { series: found };
    },
    sent({ marks }) {
      advanceAll.immediate(marks);
      return null;
    },
    resend() {
      rewind.run();
      return null;
    },
    bookmark: ({ name }) => find.get(name) ?? null,
    keepBookmark({ name, seq, note }) {
      keep.run(name, seq, Buffer.from(note));
      return null;
    },
  };
}
