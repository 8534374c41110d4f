// Pages of the journal by member, machine, type and time, newest first. Each question goes by an index, so that a page of a
// million entries comes as quickly as one of a hundred; times become positions first, since both only grow.

import type { Database } from 'better-sqlite3';
import type { ShelfEntry, ShelfPage, ShelfRow, ShelfWish } from '../../gateway/ports.ts';

/** What may be asked for at once. */
const mostRows = 200;

type Row = { readonly seq: number; readonly at_ms: number; readonly type: string; readonly body: string };
type Index = { readonly name: string; readonly field: string };

const byMember: Index = { name: 'entries_by_member', field: 'member' };
const byDoer: Index = { name: 'entries_by_doer', field: 'by' };
const byMachine: Index = { name: 'entries_by_machine', field: 'machine' };

/** As the migration wrote it: another spelling finds no index. */
const saysOf = ({ field }: Index): string =>
  `CASE WHEN json_valid(body) THEN json_extract(body, '$.data.${field}') END`;

export function shelfTable(db: Database) {
  const atOf = db.prepare<[number], number>('SELECT at_ms FROM entries WHERE seq = ?').pluck();
  const lastSeq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM entries').pluck();
  const one = db.prepare<[number], Row & { hash: Buffer }>(
    'SELECT seq, at_ms, type, body, hash FROM entries WHERE seq = ?',
  );
  const hashOf = (seq: number): string | null => one.get(seq)?.hash.toString('hex') ?? null;

  /** The first position at or after that time; one more than the last where there is none. */
  function firstSince(atMs: number): number {
    let low = 1;
    let high = (lastSeq.get() ?? 0) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((atOf.get(middle) ?? 0) < atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function rowsOf(wish: ShelfWish, span: Span): readonly Row[] {
    const limit = Math.min(wish.limit, mostRows) + 1;
    const ask = { ...span, limit, member: wish.member, machine: wish.machine, type: wish.type };
    const queries = queriesFor(wish);
    const found = queries.flatMap((sql) =>
      db
        .prepare<[Record<string, unknown>], Row>(sql)
        .all({ ...ask, fromMs: atOf.get(span.low) ?? 0, toMs: atOf.get(span.high) ?? 0 }),
    );
    if (queries.length === 1) return found;
    // An entry that somebody wrote about themselves stands in both.
    return [...new Map(found.map((row) => [row.seq, row])).values()]
      .sort((a, b) => b.seq - a.seq)
      .slice(0, limit);
  }

  return {
    shelfPage(wish: ShelfWish): ShelfPage {
      const last = lastSeq.get() ?? 0;
      const low = wish.fromMs === null ? 1 : firstSince(wish.fromMs);
      const until = wish.toMs === null ? last : firstSince(wish.toMs) - 1;
      const high = Math.min(until, last, wish.before === null ? last : wish.before - 1);
      if (high < low) return { rows: [], more: false };
      const rows = rowsOf(wish, { low, high });
      const limit = Math.min(wish.limit, mostRows);
      return { rows: rows.slice(0, limit).map(toRow), more: rows.length > limit };
    },
    shelfEntry({ seq }: { readonly seq: number }): ShelfEntry | null {
      const row = one.get(seq);
      if (!row) return null;
      return {
        ...toRow(row),
        hash: row.hash.toString('hex'),
        hashBefore: hashOf(seq - 1),
        hashAfter: hashOf(seq + 1),
        last: lastSeq.get() ?? seq,
      };
    },
  };
}

/** Positions, both included. */
type Span = { readonly low: number; readonly high: number };

/** What a member did stands under another name than what is about them: two questions, one answer. */
function queriesFor({ member, machine, type }: ShelfWish): readonly string[] {
  const ofType = type === null ? '' : ' AND type = @type';
  const ofMachine = machine === null ? '' : ` AND ${saysOf(byMachine)} = @machine`;
  if (member !== null)
    return [byMember, byDoer].map((index) =>
      select(index.name, `${saysOf(index)} = @member${ofMachine}${ofType}`),
    );
  if (machine !== null) return [select(byMachine.name, `${saysOf(byMachine)} = @machine${ofType}`)];
  if (type !== null)
    return [
      `SELECT seq, at_ms, type, body FROM entries INDEXED BY entries_by_type
       WHERE type = @type AND at_ms BETWEEN @fromMs AND @toMs AND seq BETWEEN @low AND @high
       ORDER BY at_ms DESC, seq DESC LIMIT @limit`,
    ];
  return [
    'SELECT seq, at_ms, type, body FROM entries WHERE seq BETWEEN @low AND @high ORDER BY seq DESC LIMIT @limit',
  ];
}

const select = (index: string, where: string): string =>
  `SELECT seq, at_ms, type, body FROM entries INDEXED BY ${index}
   WHERE ${where} AND seq BETWEEN @low AND @high ORDER BY seq DESC LIMIT @limit`;

const toRow = ({ seq, at_ms: atMs, type, body }: Row): ShelfRow => ({ seq, atMs, type, body });
