// The three tables of the embedded diary, from fine to coarse. Each sample goes into all of them at once; each table is
// bounded by age and by rows, and the coarse ones reach further back.

const dayMs = 86_400_000;

export type Tier = {
  readonly table: 'sample' | 'minute' | 'hour';
  /** Column of `series` that counts its rows. */
  readonly kept: 'kept' | 'kept_minutes' | 'kept_hours';
  /** How long one row lasts, milliseconds. */
  readonly stepMs: number;
  /** How far back it reaches from the newest sample. */
  readonly keepMs: number;
  /** Count, total, least and greatest of a row, in SQL. */
  readonly columns: string;
};

const sums = 'count, total, least, greatest';

export const tiers: readonly [Tier, Tier, Tier] = [
  {
    table: 'sample',
    kept: 'kept',
    stepMs: 1,
    keepMs: 2 * dayMs,
    columns: '1 AS count, value AS total, value AS least, value AS greatest',
  },
  { table: 'minute', kept: 'kept_minutes', stepMs: 60_000, keepMs: 60 * dayMs, columns: sums },
  { table: 'hour', kept: 'kept_hours', stepMs: 3_600_000, keepMs: 5 * 366 * dayMs, columns: sums },
];
