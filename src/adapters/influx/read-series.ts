// Readings over time, as InfluxDB knows them: mean, least and greatest in buckets that begin at the asked time.

import { isReadingName } from '../../domain/machine/reading.ts';
import type { Sample, SeriesRequest } from '../../gateway/ports.ts';
import type { InfluxClient, Row } from './influx-client.ts';

const maxBuckets = 10_000;

export async function readSeries(client: InfluxClient, request: SeriesRequest): Promise<readonly Sample[]> {
  const { machine, name, limit } = request;
  // The name stands in the query itself, which takes no placeholder there; it is one of the vocabulary, checked here.
  if (!isReadingName(name) || !(request.toMs > request.fromMs) || !(limit >= 1)) return [];
  const fromMs = Math.floor(request.fromMs);
  const toMs = Math.ceil(request.toMs);
  const bucketMs = Math.ceil((toMs - fromMs) / Math.min(Math.floor(limit), maxBuckets));
  const rows = await client.rows(
    `SELECT mean("${name}") AS "mean", min("${name}") AS "min", max("${name}") AS "max" FROM "reading"
     WHERE "machine" = $machine AND time >= ${fromMs}ms AND time < ${toMs}ms
     GROUP BY time(${bucketMs}ms, ${fromMs % bucketMs}ms) fill(none)`,
    { machine },
  );
  return rows.map(toSample).filter((sample) => sample !== null);
}

function toSample({ time, mean, min, max }: Row): Sample | null {
  if (typeof time !== 'number' || typeof mean !== 'number') return null;
  return typeof min === 'number' && typeof max === 'number' ? { atMs: time, mean, min, max } : null;
}
