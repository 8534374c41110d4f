// Brings readings from the spool to InfluxDB. They may be lost, and are then counted: the spool drops what grows too
// old, and a batch that InfluxDB refuses again and again is given up, so that one bad value does not hold up the rest.
// What is older than it may be kept counts as sent. What waited long goes gently, so that no tap notices; what comes now goes as quickly as it comes.

import type { OldestKept } from '../../domain/retention.ts';
import type { Clock, ReadingSpool, SpooledSeries } from '../../gateway/ports.ts';
import type { InfluxClient } from './influx-client.ts';
import { InfluxFault } from './influx-fault.ts';
import { readingLines } from './reading-lines.ts';

export type ReadingExport = {
  step(): Promise<'more' | 'done'>;
  /** Whether all that there is has come through. */
  caughtUp(): boolean;
  /** Whether more waits than what came in a moment ago. */
  hasBacklog(): boolean;
  /** Samples given up since the start. */
  givenUp(): number;
};

/**
 * Samples in one request, at most: five hundred old ones take this thread less than a millisecond, and with the rest
 * after each a million of them half a minute.
 */
const batchSamples = { fresh: 10_000, old: 500, least: 100 } as const;

const oldMs = 60_000;

/** With the pauses between, some minutes. */
const refusalsLimit = 10;

export function exportReadings(box: {
  readonly client: InfluxClient;
  readonly spool: ReadingSpool;
  readonly oldest: () => OldestKept;
  readonly clock: Pick<Clock, 'wallMs'>;
  /** The database is not there. */
  readonly onMissing: () => void;
}): ReadingExport {
  const { client, spool, clock } = box;
  let most: number = batchSamples.old;
  let batch = most;
  let refusals = 0;
  let givenUp = 0;
  let caughtUp = false;
  let hasBacklog = true;

  async function send(series: readonly SpooledSeries[]): Promise<void> {
    try {
      const { readingsMs } = box.oldest();
      const lines = readingLines(series.map((one) => since(one, readingsMs)));
      if (lines !== '') await client.writeLines(lines);
      refusals = 0;
      most = isFresh(series, clock.wallMs()) ? batchSamples.fresh : batchSamples.old;
      batch = Math.min(most, batch * 2);
    } catch (fault) {
      if (!(fault instanceof InfluxFault)) throw fault;
      if (fault.code === 'missing') box.onMissing();
      if (fault.code === 'slow') batch = Math.max(batchSamples.least, Math.floor(batch / 2));
      if (fault.code !== 'refused') throw fault;
      refusals += 1;
      if (refusals < refusalsLimit) throw fault;
      refusals = 0;
      givenUp += series.reduce((sum, { atMs }) => sum + atMs.length, 0);
    }
    await spool.sent(series);
  }

  return {
    async step() {
      const series = await spool.unsent(batch);
      caughtUp = series.length === 0;
      // A full batch says that there is more; what is left after a small one may gather for a moment.
      const isFull = series.reduce((sum, { atMs }) => sum + atMs.length, 0) >= batch;
      hasBacklog = !caughtUp;
      if (!caughtUp) await send(series);
      hasBacklog = isFull;
      return isFull ? 'more' : 'done';
    },
    caughtUp: () => caughtUp,
    hasBacklog: () => hasBacklog,
    givenUp: () => givenUp,
  };
}

const since = (series: SpooledSeries, fromMs: number): SpooledSeries => ({
  ...series,
  atMs: series.atMs.filter((at) => at >= fromMs),
  values: series.values.filter((_, index) => (series.atMs[index] ?? 0) >= fromMs),
});
const isFresh = (series: readonly SpooledSeries[], nowMs: number): boolean =>
  series.every(({ atMs: [firstMs = 0] }) => nowMs - firstMs < oldMs);
