// Sessions as rows: the segments of each added up, once its last one is known. Uses that were entered by hand, and what took them
// back, are rows of their own.

import type { Entry } from '../domain/journal/entry.ts';
import type { Row } from './export-wish.ts';

export const sessionColumns = [
  ...(['kind', 'session', 'machine', 'pool', 'member', 'team', 'cost_code', 'from', 'to'] as const),
  ...(['loaded_ms', 'powered_ms', 'working_ms', 'operating_ms', 'gap_ms', 'energy_mwh'] as const),
  ...(['entered_by', 'why', 'first_entry', 'last_entry'] as const),
];

type Segment = Extract<Entry, { type: 'segment-closed' }>;
type Entered = Extract<Entry, { type: 'usage-entered' }>;
type Withdrawn = Extract<Entry, { type: 'usage-withdrawn' }>;

type Sum = { readonly first: Segment; last: Segment; clocks: number[]; gapMs: number; mwh: number | null };

export function createSessionRows() {
  /** At most one for each machine. */
  const going = new Map<string, Sum>();
  return {
    /** Entries in their order. */
    take(entry: Entry): readonly Row[] {
      if (entry.type === 'usage-entered') return [enteredRow(entry)];
      if (entry.type === 'usage-withdrawn') return [withdrawnRow(entry)];
      if (entry.type !== 'segment-closed') return [];
      const { session, why } = entry.data;
      const sum = add(going.get(session), entry);
      going.set(session, sum);
      if (why !== 'ending') return [];
      going.delete(session);
      return [sessionRow('metered', sum)];
    },
    /** What goes on still, as far as it is known. */
    open: (): readonly Row[] => [...going.values()].map((sum) => sessionRow('open', sum)),
  };
}

function add(known: Sum | undefined, entry: Segment): Sum {
  const { clocks, gapMs, energy } = entry.data;
  const figures = [clocks.loadedMs, clocks.poweredMs, clocks.workingMs, clocks.operatingMs];
  const mwh = energy === undefined || energy.how === 'unmeasured' ? null : energy.mwh;
  if (!known) return { first: entry, last: entry, clocks: figures, gapMs, mwh };
  known.last = entry;
  known.clocks = known.clocks.map((ms, at) => ms + (figures[at] ?? 0));
  known.gapMs += gapMs;
  if (mwh !== null) known.mwh = (known.mwh ?? 0) + mwh;
  return known;
}

function sessionRow(kind: 'metered' | 'open', { first, last, clocks, gapMs, mwh }: Sum): Row {
  const { session, machine, pool, member, team, costCode } = last.data;
  const from = rfc3339(first.data.sessionFromMs);
  const who = [kind, session, machine, pool, member, team, costCode, from, rfc3339(last.data.toMs)];
  return [...who, ...clocks, gapMs, mwh, null, null, first.seq, last.seq];
}

function enteredRow({ seq, data }: Entered): Row {
  const { session, machine, pool, member, team, costCode, by, why, ...span } = data;
  const ms = span.toMs - span.fromMs;
  const who = [session, machine, pool, member, team, costCode, rfc3339(span.fromMs), rfc3339(span.toMs)];
  return ['entered', ...who, ms, ms, ms, ms, 0, null, by, why, seq, seq];
}

function withdrawnRow({ seq, data: { session, machine, by, why } }: Withdrawn): Row {
  const unsaid = [null, null, null, null, null, null];
  return ['withdrawn', session, machine, ...unsaid, ...unsaid, by, why, seq, seq];
}

const rfc3339 = (atMs: number): string => new Date(atMs).toISOString();
