// Readings per second from MQTT into the diary, against the bare broker library and a subscriber that only counts. One
// reading is one number of one report at one time; only what is in the diary at the end counts, by its own count.

import { fileURLToPath } from 'node:url';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import { openDiary, type Side } from './diary-side.ts';
import { landing, type Rate, startPublisher } from './landing.ts';
import { newFolder } from './leave-nothing.ts';
import { medianBy } from './percentile.ts';
import { realInfluxd } from './real-influxd.ts';
import { readingsPerReport } from './report-payload.ts';

const rounds = 3;
/** All rounds together stay below the two million samples that the embedded diary keeps. */
const reportsPerRound = 100_000;
const warmUpReports = 20_000;
const target = 0.6;

export const readingsRate: Benchmark = { name: 'readings-rate', limitMs: 240_000, run };

async function run(): Promise<readonly Figure[]> {
  const influxd = await realInfluxd();
  const sides: Record<string, Side> = { bare: await openBare(), embedded: await openDiary(null) };
  if (influxd) sides.influx = await openDiary(influxd);
  const measure = async (reports: number): Promise<Map<string, Rate>> => {
    const rates = new Map<string, Rate>();
    for (const [name, side] of Object.entries(sides)) rates.set(name, await side.measure(reports));
    return rates;
  };
  await measure(warmUpReports);
  const measured: Map<string, Rate>[] = [];
  while (measured.length < rounds) measured.push(await measure(reportsPerRound));
  for (const side of Object.values(sides)) await side.close();
  await influxd?.dispose();
  return ['embedded', 'influx'].filter((name) => name in sides).map((name) => ratio(name, measured));
}

async function openBare(): Promise<Side> {
  const program = fileURLToPath(new URL('./count-program.ts', import.meta.url));
  const open = (args: readonly string[], ready: RegExp): Promise<Child> =>
    startChild({ args: [program, ...args], folder: newFolder('count'), ready });
  const broker = await open(['broker'], /^ready mqtt=(\d+)$/);
  const mqttPort = Number(broker.said[0]);
  const counter = await open(['counter', String(mqttPort)], /^ready$/);
  const publisher = await startPublisher(mqttPort);
  const count = async () => (await counter.ask<number>({})) * readingsPerReport;
  return {
    measure: (reports) => landing({ publisher, reports, progress: count, count }),
    async close() {
      for (const child of [publisher, counter, broker]) await child.stop();
    },
  };
}

/** Of the round in the middle: each round against its own baseline. */
function ratio(name: string, measured: readonly ReadonlyMap<string, Rate>[]): Figure {
  const each = measured.map((rates) => ({
    bare: rates.get('bare')?.perSecond ?? Number.NaN,
    here: rates.get(name)?.perSecond ?? Number.NaN,
  }));
  const middle = medianBy(each, ({ bare, here }) => here / bare);
  const lost = measured.reduce((sum, rates) => sum + (rates.get(name)?.lost ?? 0), 0);
  const sent = measured.length * reportsPerRound * readingsPerReport;
  return figure({
    name: `readings-rate-${name}`,
    value: middle.here / middle.bare,
    unit: 'ratio',
    baseline: middle.bare,
    baselineUnit: '/s',
    goal: 'at least',
    target,
    note: `${middle.here.toFixed(0)} readings/s; ${lost} of ${sent} lost`,
  });
}
