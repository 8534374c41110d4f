// Readings as lines of InfluxDB's protocol, made at once from the columns of the spool: they are most of what is ever
// sent, and to make an object of each costs several times what all else on their way does.

import type { SpooledSeries } from '../../gateway/ports.ts';

/** One line per machine and time, with all readings of that time that are in the batch; times are milliseconds. */
export function readingLines(series: readonly SpooledSeries[]): string {
  const lines: string[] = [];
  for (const [machine, its] of Map.groupBy(series, (one) => one.machine)) {
    const head = `reading,machine=${escaped(machine)} `;
    for (const [atMs, fields] of fieldsByTime(its)) lines.push(`${head}${fields} ${atMs}`);
  }
  return lines.join('\n');
}

/** The same batch always gives the same lines: writing it twice changes nothing. */
function fieldsByTime(series: readonly SpooledSeries[]): ReadonlyMap<number, string> {
  const byTime = new Map<number, string>();
  for (const { name, atMs, values } of series) {
    for (let index = 0; index < atMs.length; index++) {
      const time = Math.trunc(atMs[index] ?? 0);
      const field = `${name}=${values[index] ?? 0}`;
      const before = byTime.get(time);
      byTime.set(time, before === undefined ? field : `${before},${field}`);
    }
  }
  return byTime;
}

/** Ids hold none of these; whatever else stands in a diary file must not become another tag. */
const escaped = (tag: string): string => tag.replace(/[\\,= ]/g, '\\$&').replace(/\p{Cc}/gu, '_');
