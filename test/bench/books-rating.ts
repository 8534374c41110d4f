// How long it takes to rate a year of a workshop: sixty thousand sessions of five hundred members at twenty-four machines, with
// peaks, minima and caps. Baseline: one grouped query of SQLite over the same segments, which knows no tariff.

import Database from 'better-sqlite3';
import type { Metered } from '../../src/domain/billing/rate.ts';
import { billOf } from '../../src/domain/billing/statement.ts';
import type { Tariff } from '../../src/domain/machine/tariff.ts';
import { createSeededChance } from '../../src/simulation/seeded-chance.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';

const sessions = 60_000;
const members = 500;
const machines = 24;
const pools = 8;
const rounds = 3;
const minuteMs = 60_000;

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
    note: `${sessions} sessions, ${segments} segments rated in ${Math.round(value)} ms; baseline: one grouped query`,
  });
}

function timeOf(work: () => unknown): number {
  const beganMs = performance.now();
  work();
  return performance.now() - beganMs;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** In the order in which they began, an hour long in the mean, cut as the gateway cuts them. */
function yearOfUses(): ReadonlyMap<string, readonly Metered[]> {
  const chance = createSeededChance(1);
  const rates = { tariffs: tariffs(), timezone: 'Europe/Rome' };
  const firstMs = Date.UTC(2026, 0, 1);
  const uses = new Map<string, readonly Metered[]>();
  for (let i = 0; i < sessions; i++) {
    const session = `session-${String(i).padStart(6, '0')}`;
    const sessionFromMs = firstMs + Math.floor((i / sessions) * 365 * 86_400_000) + chance.below(minuteMs);
    const machine = chance.below(machines);
    const held = { session, machine: `machine-${machine}`, pool: `pool-${machine % pools}`, sessionFromMs };
    const holder = { ...held, member: `member-${chance.below(members)}`, team: null, costCode: null };
    const parts: Metered[] = [];
    let leftMs = (5 + chance.below(110)) * minuteMs;
    for (let fromMs = sessionFromMs; leftMs > 0; ) {
      const ms = Math.min(leftMs, 15 * minuteMs);
      const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: Math.floor(ms * 0.7) };
      const why = leftMs > ms ? ('length' as const) : ('ending' as const);
      const when = { index: parts.length, fromMs, toMs: fromMs + ms };
      parts.push({ ...rates, segment: { ...holder, ...when, clocks, gapMs: 0, why } });
      fromMs += ms;
      leftMs -= ms;
    }
    uses.set(session, parts);
  }
  return uses;
}

function tariffs(): readonly Tariff[] {
  return Array.from({ length: pools }, (_, pool) => ({
    pool: `pool-${pool}`,
    from: '2026-01-01',
    perHourMinor: String(800 + 100 * pool),
    clock: 'operating' as const,
    minimumMinor: '200',
    peak: {
      hours: [{ days: ['mo', 'tu', 'we', 'th', 'fr'] as const, from: '17:00', to: '21:00' }],
      percent: 150,
    },
    caps: { dayMinor: '4000', monthMinor: '30000' },
  }));
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
