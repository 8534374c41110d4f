// A real InfluxDB for a benchmark, which goes with the process; null, and said by name, where there is none.

import { type Influxd, openInfluxd } from '../adapters/influx/influxd.ts';
import { outside } from '../outside.ts';
import { atEnd } from './leave-nothing.ts';

export async function realInfluxd(): Promise<Influxd | null> {
  if (!outside('influxd')) return null;
  const influxd = await openInfluxd();
  atEnd(influxd.abandon);
  await influxd.start();
  return influxd;
}
