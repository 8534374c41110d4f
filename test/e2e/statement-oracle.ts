// What a month must cost, computed from the raw entries of the journal with arithmetic of its own: it shares no code
// with the program, so that both must be right to agree. Prices are in minor units per hour, by pool.

import type { RawEntry } from './journal-file.ts';

/** Prices of the story: one per pool, for the whole time. */
export type Prices = Readonly<Record<string, { readonly perHourMinor: number; readonly clock: string }>>;

export type OracleLine = {
  readonly session: string;
  readonly member: string;
  readonly billedMs: number;
  readonly minor: number;
};

type Segment = {
  readonly session: string;
  readonly member: string;
  readonly index: number;
  readonly pool: string;
  readonly toMs: number;
  readonly clocks: Readonly<Record<string, number>>;
  readonly gapMs: number;
};

export function segmentsOf(entries: readonly RawEntry[]): readonly Segment[] {
  return entries
    .filter(({ type }) => type === 'segment-closed')
    .map(({ data }) => data as unknown as Segment);
}

/** Metered segments, and what was entered by hand and not withdrawn, on every clock; in the order of the journal. */
function usesOf(entries: readonly RawEntry[]): readonly Segment[] {
  const withdrawn = new Set(
    entries.filter(({ type }) => type === 'usage-withdrawn').map(({ data }) => data.session),
  );
  return entries.flatMap(({ type, data }) => {
    if (type === 'segment-closed') return [data as unknown as Segment];
    if (type !== 'usage-entered' || withdrawn.has(data.session)) return [];
    const { session, member, pool, fromMs, toMs } = data as unknown as Segment & { fromMs: number };
    const ms = toMs - fromMs;
    const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
    return [{ session, member, pool, toMs, clocks, index: 0, gapMs: 0 }];
  });
}

/** Months, `yyyy-mm` in Rome, in which a use ended. */
export const monthsOf = (entries: readonly RawEntry[]): readonly string[] => [
  ...new Set(usesOf(entries).map(({ toMs }) => monthOf(toMs))),
];

/** A line per session that has a part in the month, but those that were withdrawn; in the order of the journal. */
export function oracleLines(
  entries: readonly RawEntry[],
  { prices, month }: { readonly prices: Prices; readonly month: string },
): readonly OracleLine[] {
  const sessions = new Map<string, { units: number; paid: number; line: OracleLine | null }>();
  for (const segment of usesOf(entries)) {
    const sum = sessions.get(segment.session) ?? { units: 0, paid: 0, line: null };
    sessions.set(segment.session, sum);
    const price = prices[segment.pool];
    if (!price) throw new Error(`the story has no price for the pool ${segment.pool}`);
    const billedMs = segment.clocks[`${price.clock}Ms`] ?? Number.NaN;
    // A sum of whole milliseconds times whole cents stays exact below 2^53.
    sum.units += billedMs * price.perHourMinor;
    const due = Math.floor(sum.units / 3_600_000 + 0.5);
    const minor = due - sum.paid;
    sum.paid = due;
    if (monthOf(segment.toMs) !== month) continue;
    const { session, member } = segment;
    sum.line = {
      session,
      member,
      billedMs: (sum.line?.billedMs ?? 0) + billedMs,
      minor: (sum.line?.minor ?? 0) + minor,
    };
  }
  return [...sessions.values()].flatMap(({ line }) => (line ? [line] : []));
}

/** Rome is one or two hours ahead; the formatter of the runtime knows when. */
const monthOf = (atMs: number): string =>
  new Date(atMs).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' }).slice(0, 7);
