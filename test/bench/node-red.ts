// Readings per second into InfluxDB, against Mosquitto, Node-RED and the same InfluxDB with the flow beside this file.
// Only with NODE_RED, the folder in which Node-RED was installed by hand; see the README here.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Influxd } from '../adapters/influx/influxd.ts';
import { freePort } from '../e2e/free-port.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import { influxCount } from './diary-count.ts';
import { openDiary, type Side } from './diary-side.ts';
import { landing, type Rate, startPublisher } from './landing.ts';
import { atEnd, newFolder } from './leave-nothing.ts';
import { wait } from './pace.ts';
import { medianBy } from './percentile.ts';
import { realInfluxd } from './real-influxd.ts';
import { readingsPerReport } from './report-payload.ts';

const rounds = 3;
/** The same for both; Node-RED, which has no way to slow the machines down, may lose some of it. */
const reportsPerRound = 20_000;
/** So few that Node-RED loses none. */
const reportsAtEase = 6_000;
/** Its library gives a request up after thirty seconds, and tries again. */
const patienceMs = 35_000;
const target = 5;
const database = 'nodered';
/** Of Debian's package of that name; its clients come in another. */
const mosquittoBroker = 'mosquitto';

export const nodeRed: Benchmark = { name: 'node-red', limitMs: 400_000, run };

async function run(): Promise<readonly Figure[]> {
  const installed = process.env.NODE_RED;
  if (installed === undefined) {
    process.stderr.write(
      'skipped for want of NODE_RED, the folder with Node-RED; see test/bench/README.md\n',
    );
    return [];
  }
  const influxd = await realInfluxd();
  if (!influxd) return [];
  const here = await openDiary(influxd);
  const there = await openNodeRed(installed, influxd);
  await here.measure(reportsAtEase);
  await there.measure(reportsAtEase);
  const figures: Figure[] = [];
  // What Node-RED could not write in time comes in later, so the hurried rounds are the last.
  for (const [name, reports] of [
    ['node-red-at-ease', reportsAtEase],
    ['node-red', reportsPerRound],
  ] as const) {
    const measured: Round[] = [];
    while (measured.length < rounds) {
      const rate = await there.measure(reports);
      measured.push({ there: rate, here: await here.measure(reportsPerRound) });
    }
    figures.push(ratio(`readings-rate-${name}`, { measured, reports }));
  }
  await there.close();
  await here.close();
  await influxd.dispose();
  return figures;
}

type Round = { readonly here: Rate; readonly there: Rate };

/** Of the round in the middle: each round against its own baseline. `reports` are those sent to Node-RED. */
function ratio(name: string, { measured, reports }: { measured: readonly Round[]; reports: number }): Figure {
  const middle = medianBy(measured, (round) => round.here.perSecond / round.there.perSecond);
  const lost = (side: keyof Round): number => measured.reduce((sum, round) => sum + round[side].lost, 0);
  const sent = measured.length * readingsPerReport;
  const lostHere = `lost here ${lost('here')} of ${sent * reportsPerRound}`;
  return figure({
    name,
    value: middle.here.perSecond / middle.there.perSecond,
    unit: 'ratio',
    baseline: middle.there.perSecond,
    baselineUnit: '/s',
    goal: 'at least',
    target,
    note: `${middle.here.perSecond.toFixed(0)} readings/s; ${lostHere}, there ${lost('there')} of ${sent * reports}`,
  });
}

async function openNodeRed(installed: string, influxd: Influxd): Promise<Side> {
  await influxd.query(`CREATE DATABASE ${database}`);
  const mosquitto = await openMosquitto();
  const red = await startNodeRed(installed, { mqtt: mosquitto.port, influx: influxd.port });
  const publisher = await startPublisher(mosquitto.port);
  const count = () => influxCount(influxd, database);
  return {
    measure: (reports) =>
      landing({
        publisher,
        reports,
        patienceMs,
        // To count is work for InfluxDB, so it is seldom asked.
        progress: () => wait(200).then(count),
        count,
      }),
    async close() {
      await publisher.stop();
      await red.stop();
      mosquitto.close();
    },
  };
}

async function startNodeRed(installed: string, ports: { mqtt: number; influx: number }): Promise<Child> {
  const folder = newFolder('node-red');
  const flow = readFileSync(new URL('./node-red-flow.json', import.meta.url), 'utf8')
    .replace('"18830"', `"${ports.mqtt}"`)
    .replace('"18086"', `"${ports.influx}"`);
  const file = join(folder, 'flow.json');
  writeFileSync(file, flow);
  const settings = join(folder, 'settings.js');
  writeFileSync(
    settings,
    `module.exports = { uiHost: '127.0.0.1', nodesDir: ${JSON.stringify(installed)} };\n`,
  );
  const red = join(installed, 'node_modules/node-red/red.js');
  const where = ['--userDir', folder, '--settings', settings, '--port', String(await freePort())];
  return startChild({ args: [red, ...where, file], folder, ready: /Connected to broker/ });
}

/** With a queue that has no end, so that nothing is lost that Node-RED could still fetch. */
async function openMosquitto(): Promise<{ port: number; close(): void }> {
  const folder = newFolder('mosquitto');
  const port = await freePort();
  const file = join(folder, 'mosquitto.conf');
  writeFileSync(file, `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n`);
  const child = spawn(mosquittoBroker, ['-c', file], { stdio: 'ignore' });
  const forget = atEnd(() => child.kill('SIGKILL'));
  child.once('error', (cause) => process.stderr.write(`${mosquittoBroker} cannot be started: ${cause}\n`));
  for (const deadlineMs = performance.now() + 10_000; !(await isOpen(port)); await wait(50)) {
    if (performance.now() > deadlineMs) throw new Error('mosquitto did not open its port within 10 s');
  }
  return {
    port,
    close() {
      child.kill('SIGKILL');
      forget();
    },
  };
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
