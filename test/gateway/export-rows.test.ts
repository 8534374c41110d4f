// Rows for other programs: every use and charge once, however many months they lie apart, and no cell a formula.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from '../../src/adapters/csv/csv-lines.ts';
import { exportColumns, exportRows } from '../../src/gateway/export-rows.ts';
import type { ExportKind, Row } from '../../src/gateway/export-wish.ts';
import type { World } from '../fakes/fake-world.ts';
import { liveLife } from '../fakes/live-life.ts';

async function rowsOf(world: World, what: ExportKind): Promise<readonly Row[]> {
  const from = { journal: world.journal, ledger: world.gateway.books.ledger };
  const wish = { what, fromMs: 0, toMs: world.gateway.state().lastAtMs + 1, onProgress: () => undefined };
  const rows: Row[] = [];
  for await (const batch of exportRows(from, wish)) rows.push(...batch);
  return rows;
}

it('has each session once with the sum of its clocks, and each line of a charge', async () => {
  const { world, entries } = await liveLife({ seed: 5, steps: 400 });
  const sessions = await rowsOf(world, 'sessions');
  const segments = entries.flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
  const column = exportColumns.sessions.indexOf('loaded_ms');
  const metered = sessions.filter(([kind]) => kind === 'metered' || kind === 'open');
  expect(new Set(metered.map(([, session]) => session)).size).toBe(metered.length);
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
  expect(sum(metered.map((row) => Number(row[column])))).toBe(
    sum(segments.map(({ clocks }) => clocks.loadedMs)),
  );
  expect(segments.length).toBeGreaterThan(0);
  const charged = entries.flatMap((entry) =>
    entry.type === 'charge-made' || entry.type === 'charge-corrected' ? entry.data.lines : [],
  );
  expect(await rowsOf(world, 'charges')).toHaveLength(charged.length);
  const members = await rowsOf(world, 'members');
  expect(members.map(([member]) => member).sort()).toEqual([...world.gateway.state().members.keys()].sort());
  for (const kind of ['sessions', 'charges', 'members'] as const)
    for (const row of await rowsOf(world, kind)) expect(row).toHaveLength(exportColumns[kind].length);
});

it('inv. 11: no cell from outside is a formula, and every text comes back from CSV', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '|', '%', ' =', '＝'), fc.string())
      .map((two) => two.join('')),
  );
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (cells) => {
      const text = csvLines([cells]);
      expect(text.endsWith('\r\n')).toBe(true);
      const [read] = readBack(text);
      expect(read).toHaveLength(cells.length);
      for (const [at, cell] of cells.entries()) {
        expect(read?.[at]).not.toMatch(/^\s*[=+\-@|%\t\r]/);
        expect([cell, `'${cell}`]).toContain(read?.[at]);
      }
    }),
  );
});

/** A reader of its own, by a pattern: a cell is quoted as a whole, with doubled quotes, or holds none. */
function readBack(text: string): readonly (readonly string[])[] {
  const cells = [...`,${text.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)];
  return [cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')];
}
