// The alarms that were raised in a span of time, with what became of each, as the journal tells. Newest last; of too many
// the newest are kept.

import type { OpenAlarm } from '../domain/journal/alarm-entries.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { Journal } from './ports.ts';

export type AlarmRecord = OpenAlarm & { readonly clearedAtMs: number | null };

export type AlarmSpan = { readonly fromMs: number; readonly toMs: number };

/** More than anybody reads at once. */
const mostRecords = 1_000;

export async function readAlarms(
  journal: Pick<Journal, 'query'>,
  span: AlarmSpan,
): Promise<readonly AlarmRecord[]> {
  const raised = await journal.query({ types: ['alarm-raised'], ...span });
  const records = new Map<string, AlarmRecord>();
  for (const { type, atMs, data } of raised.slice(-mostRecords)) {
    if (type !== 'alarm-raised') continue;
    records.set(data.alarm, { ...data, raisedAtMs: atMs, answered: null, clearedAtMs: null });
  }
  // What became of them may have happened after the span.
  const later = { fromMs: span.fromMs, toMs: Number.MAX_SAFE_INTEGER };
  for (const entry of await journal.query({ types: ['alarm-answered', 'alarm-cleared'], ...later }))
    follow(records, entry);
  return [...records.values()];
}

function follow(records: Map<string, AlarmRecord>, { type, atMs, data }: Entry): void {
  if (type !== 'alarm-answered' && type !== 'alarm-cleared') return;
  const record = records.get(data.alarm);
  if (!record) return;
  const change =
    type === 'alarm-answered' ? { answered: { by: data.by, what: data.what, atMs } } : { clearedAtMs: atMs };
  records.set(data.alarm, { ...record, ...change });
}
