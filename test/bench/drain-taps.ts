// Tap latency while a backlog of a million readings goes to a real InfluxDB, against the same gateway while InfluxDB
// stands still and nothing goes there. Both take turns until the backlog is gone.

import { fileURLToPath } from 'node:url';
import type { Influxd } from '../adapters/influx/influxd.ts';
import { dataDir, makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { startChild } from './child.ts';
import { influxCount } from './diary-count.ts';
import { measureTaps } from './measure-taps.ts';
import { medianBy, percentile } from './percentile.ts';
import { realInfluxd } from './real-influxd.ts';
import { startCrowd } from './start-crowd.ts';
import { openStations, type Stations } from './stations.ts';
import type { ReadingsSettings } from './write-readings.ts';

const size = { stations: 80, machines: 200, members: 80 };
const backlog = 1_000_000;
const database = 'officina';

/** Between two taps at a station: an end takes up to one second, for the power to go and the next tick. */
const tapEveryMs = 2_500;
const tapsPerSecond = (size.stations * 1000) / tapEveryMs;
/** Not once or twice round the stations, so that no turn is one of ends alone. */
const turnMs = 3_000;
const warmUpTurns = 2;
const mostTurns = 12;
/** Fewer measured turns tell nothing. */
const leastTurns = 3;

export const drainTaps: Benchmark = { name: 'drain-taps', limitMs: 240_000, run };

type Turn = { readonly quietMs: readonly number[]; readonly drainingMs: readonly number[] };

async function run(): Promise<readonly Figure[]> {
  const influxd = await realInfluxd();
  if (!influxd) return [];
  await influxd.query(`CREATE DATABASE ${database}`);
  const folder = await backlogged(`http://127.0.0.1:${influxd.port}`);
  influxd.standStill();
  const officina = await startOfficina(folder);
  const { mqttPort } = officina;
  const crowd = await startCrowd({ mqttPort, machines: size.machines, stations: 0, members: 1 });
  const stations = await openStations(mqttPort, { count: size.stations, members: size.members });
  await crowd.ask({ reports: true });
  for (let turn = 0; turn < warmUpTurns; turn++) await taps(stations);
  const { turns, drained, drainMs } = await takeTurns(stations, influxd);
  await stations.close();
  await crowd.stop();
  await officina.stop();
  await influxd.dispose();
  if (turns.length < leastTurns) throw new Error(`the backlog was gone after ${turns.length} turns`);
  const speed = `${(drained / drainMs).toFixed(0)} readings/ms drained`;
  return [
    ratio('drain-taps-p50', { turns, share: 0.5, target: 1.1, speed }),
    ratio('drain-taps-p99', { turns, share: 0.99, speed }),
  ];
}

const taps = (stations: Stations): Promise<readonly number[]> =>
  measureTaps(stations, { perSecond: tapsPerSecond, forMs: turnMs });

async function backlogged(url: string): Promise<string> {
  const folder = makeWorkshop('drain', { ...size, influx: { url, database } });
  const { machines } = size;
  const settings: ReadingsSettings = { dataDir: dataDir(folder), machines, readings: backlog };
  const program = fileURLToPath(new URL('./write-readings.ts', import.meta.url));
  const args = [program, JSON.stringify(settings)];
  const child = await startChild({ args, folder, ready: /^ready written=(\d+)$/ });
  await child.stop();
  const written = Number(child.said[0]);
  if (written !== backlog) throw new Error(`only ${written} of ${backlog} readings could be laid up`);
  return folder;
}

type Drain = { readonly turns: readonly Turn[]; readonly drained: number; readonly drainMs: number };

/** A turn in which the last of the backlog went is not counted. */
async function takeTurns(stations: Stations, influxd: Influxd): Promise<Drain> {
  const turns: Turn[] = [];
  let drained = 0;
  let drainMs = 0;
  while (turns.length < mostTurns) {
    influxd.standStill();
    const quietMs = await taps(stations);
    influxd.goOn();
    const startedMs = performance.now();
    const drainingMs = await taps(stations);
    const tookMs = performance.now() - startedMs;
    const there = await influxCount(influxd, database);
    if (there >= backlog) break;
    drained = there;
    drainMs += tookMs;
    turns.push({ quietMs, drainingMs });
  }
  return { turns, drained, drainMs };
}

type Asked = {
  readonly turns: readonly Turn[];
  readonly share: number;
  readonly target?: number;
  readonly speed: string;
};

/** Of the turn in the middle: each against the quiet one before it. */
function ratio(name: string, { turns, share, target, speed }: Asked): Figure {
  const each = turns.map((turn) => ({
    quiet: percentile(turn.quietMs, share),
    draining: percentile(turn.drainingMs, share),
  }));
  const ratioOf = ({ quiet, draining }: (typeof each)[number]): number => draining / quiet;
  const middle = medianBy(each, ratioOf);
  const grants = turns.reduce((sum, { drainingMs }) => sum + drainingMs.length, 0);
  return figure({
    name,
    value: ratioOf(middle),
    unit: 'ratio',
    baseline: middle.quiet,
    ...(target === undefined ? {} : { target }),
    note: `${middle.draining.toFixed(2)} ms; ${grants} grants in ${turns.length} turns; ${speed}`,
  });
}
