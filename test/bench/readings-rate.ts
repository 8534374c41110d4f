// Readings per second from MQTT into the diary, against the bare broker library and a subscriber that only counts. One
// reading is one number of one report at one time; only what is in the diary at the end counts, by its own count.

import { fileURLToPath } from 'node:url';
import { makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import { embeddedCount, influxCount } from './diary-count.ts';
import { newFolder } from './leave-nothing.ts';
import { wait } from './pace.ts';
import { medianBy } from './percentile.ts';
import type { Published, PublisherQuestion, PublisherSettings } from './publisher-program.ts';
import { realInfluxd } from './real-influxd.ts';
import { readingsPerReport } from './report-payload.ts';

/** As many as one gateway takes: its front door lets each send fifty reports a second, and that limit stays. */
const machines = 500;
const rounds = 3;
/** All rounds together stay below the two million samples that the embedded diary keeps. */
const reportsPerRound = 60_000;
const warmUpReports = 20_000;
const target = 0.6;

/** When the diary has not grown for so long, what is missing is lost. */
const quietMs = 4000;

export const readingsRate: Benchmark = { name: 'readings-rate', limitMs: 240_000, run };

type Rate = { readonly perSecond: number; readonly lost: number };

type Side = { measure(reports: number): Promise<Rate>; close(): Promise<void> };

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
  const publisher = await startPublisher({ mqttPort, machines });
  const count = async () => (await counter.ask<number>({})) * readingsPerReport;
  return {
    measure: (reports) => landing({ publisher, reports, progress: count, count }),
    async close() {
      await publisher.stop();
      await counter.stop();
      await broker.stop();
    },
  };
}

async function openDiary(influxd: Awaited<ReturnType<typeof realInfluxd>>): Promise<Side> {
  const database = 'officina';
  const url = `http://127.0.0.1:${influxd?.port}`;
  const influx = influxd ? { influx: { url, database } } : {};
  const folder = makeWorkshop('readings', { stations: 0, machines, members: 0, ...influx });
  const officina = await startOfficina(folder);
  const publisher = await startPublisher({ mqttPort: officina.mqttPort, machines });
  const embedded = embeddedCount(folder);
  return {
    measure: (reports) =>
      landing({
        publisher,
        reports,
        // In InfluxDB is what is on the disk and not unsent; it is asked only once, because to count is work for it.
        progress: async () => {
          const { kept, seriesUnsent } = embedded.soFar();
          return influxd && seriesUnsent > 0 ? -seriesUnsent : kept;
        },
        count: async () => (influxd ? influxCount(influxd, database) : embedded.exactly()),
      }),
    async close() {
      embedded.close();
      await publisher.stop();
      await officina.stop();
    },
  };
}

function startPublisher(settings: PublisherSettings): Promise<Child> {
  const program = fileURLToPath(new URL('./publisher-program.ts', import.meta.url));
  const args = [program, JSON.stringify(settings)];
  return startChild({ args, folder: newFolder('publisher'), ready: /^ready$/ });
}

type Landing = {
  readonly publisher: Child;
  readonly reports: number;
  /** Grows to the count of all readings; anything else before. */
  readonly progress: () => Promise<number>;
  readonly count: () => Promise<number>;
};

/** From the first report until the last of its readings is there; what never gets there is lost, not counted. */
async function landing({ publisher, reports, progress, count }: Landing): Promise<Rate> {
  const before = await count();
  const startedMs = performance.now();
  const question: PublisherQuestion = { reports };
  const { readings } = await publisher.ask<Published>(question);
  let seen = Number.NaN;
  let landedMs = performance.now();
  while (seen < before + readings || Number.isNaN(seen)) {
    const now = await progress();
    if (now !== seen) landedMs = performance.now();
    seen = now;
    if (performance.now() - landedMs > quietMs) break;
    if (seen < before + readings) await wait(10);
  }
  const landed = (await count()) - before;
  return { perSecond: (landed * 1000) / (landedMs - startedMs), lost: readings - landed };
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
