// Closing a month: from then on nothing is posted into it or before it, and it is never opened again. The instant at which
// it ended is written down, because what a time zone is may change.

import { readTime } from '../local-time.ts';

/** Both empty while no month was closed. */
export type Closed = {
  /** The last one, `yyyy-mm`; all before it are closed too. */
  readonly month: string | null;
  /** Nothing is dated before this; wall clock. */
  readonly beforeMs: number;
};

export type Closing =
  | { readonly ok: true; readonly month: string; readonly beforeMs: number }
  | { readonly ok: false; readonly code: 'month-unreadable' | 'period-closed' | 'period-runs' };

export const neverClosed: Closed = { month: null, beforeMs: 0 };

/** @param nowMs wall clock: a month is closed when it is over */
export function decideClosing(
  closed: Closed,
  { month, timezone, nowMs }: { readonly month: string; readonly timezone: string; readonly nowMs: number },
): Closing {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < '1970-01')
    return { ok: false, code: 'month-unreadable' };
  if (closed.month !== null && month <= closed.month) return { ok: false, code: 'period-closed' };
  const beforeMs = monthEndMs(month, timezone);
  if (beforeMs > nowMs) return { ok: false, code: 'period-runs' };
  return { ok: true, month, beforeMs };
}

/** The first instant that is no more of that month, on the clock of the space. */
export function monthEndMs(month: string, timezone: string): number {
  const read = readTime(`${monthAfter(month)}-01 00:00`, timezone);
  if (read.ok) return read.atMs;
  // A midnight that comes twice ends the month the first time; one that is skipped, when it would have come.
  return read.code === 'time-skipped' ? Math.max(...read.readingsMs) : Math.min(...read.readingsMs);
}

export function monthAfter(month: string, months = 1): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
