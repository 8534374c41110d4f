// Brings readings from the spool to InfluxDB. They may be lost, and are then counted: the spool drops what grows too
// old, and a batch that InfluxDB refuses again and again is given up, so that one bad value does not hold up the rest.

import type { ReadingSpool, SpooledSeries } from '../../gateway/ports.ts';
import type { InfluxClient } from './influx-client.ts';
import { InfluxFault } from './influx-fault.ts';
import { readingLines } from './reading-lines.ts';

export type ReadingExport = {
  step(): Promise<'more' | 'done'>;
  /** Whether all that there is has come through. */
  caughtUp(): boolean;
  /** Samples given up since the start. */
  givenUp(): number;
};

/** Samples in one request: to gather that many takes each thread a millisecond or two, which no tap notices. */
const batchSamples = { most: 2000, least: 100 } as const;

/** With the pauses between, some minutes. */
const refusalsLimit = 10;

export function exportReadings(box: {
  readonly client: InfluxClient;
  readonly spool: ReadingSpool;
  /** The database is not there. */
  readonly onMissing: () => void;
}): ReadingExport {
  const { client, spool } = box;
  let batch: number = batchSamples.most;
  let refusals = 0;
  let givenUp = 0;
  let caughtUp = false;

  async function send(series: readonly SpooledSeries[]): Promise<void> {
    try {
      await client.writeLines(readingLines(series));
      refusals = 0;
      batch = Math.min(batchSamples.most, batch * 2);
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
      if (caughtUp) return 'done';
      await send(series);
      // A full batch says that there is more; what is left after a small one may gather for a moment.
      return series.reduce((sum, { atMs }) => sum + atMs.length, 0) >= batch ? 'more' : 'done';
    },
    caughtUp: () => caughtUp,
    givenUp: () => givenUp,
  };
}
