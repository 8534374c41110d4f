// How long it takes to rate a year of a workshop: sixty thousand sessions of five hundred members at twenty-four machines, with
// peaks, minima and caps. Baseline: one grouped query of SQLite over the same segments, which knows no tariff.

import Database from 'better-sqlite3';
import type { Metered } from '../../../src/domain/billing/rate.ts';
import { billOf } from '../../../src/domain/billing/statement.ts';
import { createSeededChance } from '../../../src/simulation/seeded-chance.ts';
import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { median } from '../percentile.ts';
import { partsOfUse, size } from './space.ts';

const rounds = 5;

export const booksRating: Benchmark = {
  name: 'books-rating',
  limitMs: 180_000,
  run: async () => [measure()],
};

function measure(): Figure {
  const uses = yearOfUses();
  const segments = [...uses.values()].reduce((sum, parts) => sum + parts.length, 0);
  const query = grouping(uses);
  const rated: number[] = [];
  const grouped: number[] = [];
  for (let round = 0; round < rounds; round++) {
    rated.push(timeOf(() => billOf(uses)));
    grouped.push(timeOf(query));
  }
  const [value, baseline] = [median(rated), median(grouped)];
  return figure({
    name: 'books-rating',
    value: value / baseline,
    unit: 'ratio',
    baseline,
    target: 10,
    note: `${size.sessionsPerYear} sessions, ${segments} segments rated in ${Math.round(value)} ms; baseline: one grouped query`,
  });
}

function timeOf(work: () => unknown): number {
  const beganMs = performance.now();
  work();
  return performance.now() - beganMs;
}

/** In the order in which they began. */
export function yearOfUses(): ReadonlyMap<string, readonly Metered[]> {
  const chance = createSeededChance(1);
  const firstMs = Date.UTC(2026, 0, 1);
  const uses = new Map<string, readonly Metered[]>();
  for (let i = 0; i < size.sessionsPerYear; i++) {
    const session = `session-${String(i).padStart(6, '0')}`;
    const sinceMs = Math.floor((i / size.sessionsPerYear) * 365 * 86_400_000);
    uses.set(session, partsOfUse({ session, beganMs: firstMs + sinceMs + chance.below(60_000), chance }));
  }
  return uses;
}

/** The same segments in a table in memory, summed by session, member, machine and month. */
function grouping(uses: ReadonlyMap<string, readonly Metered[]>): () => unknown {
  const db = new Database(':memory:');
  db.exec(
    'CREATE TABLE segments (session TEXT, member TEXT, machine TEXT, to_ms INTEGER, loaded_ms INTEGER, operating_ms INTEGER)',
  );
  const insert = db.prepare('INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (const parts of uses.values())
      for (const { segment } of parts) {
        const { session, member, machine, toMs, clocks } = segment;
        insert.run(session, member, machine, toMs, clocks.loadedMs, clocks.operatingMs);
      }
  })();
  const query = db.prepare(
    `SELECT session, member, machine, strftime('%Y-%m', to_ms / 1000, 'unixepoch') AS month,
       sum(operating_ms) AS operating_ms, sum(loaded_ms) AS loaded_ms
     FROM segments GROUP BY session, member, machine, month`,
  );
  return () => query.all();
}
