// From a badge tap to the order at the switch, in the real program while two hundred machines report: against one
// message through the bare broker plus one bare durable commit. Grants are measured; every second tap ends a session.

import { fileURLToPath } from 'node:url';
import { makeWorkshop, startOfficina } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { startChild } from './child.ts';
import { connectDevice } from './device-client.ts';
import { newFolder } from './leave-nothing.ts';
import { measureTaps } from './measure-taps.ts';
import { pace } from './pace.ts';
import { medianBy, percentile } from './percentile.ts';
import { startCrowd } from './start-crowd.ts';
import { openStations } from './stations.ts';

const size = { stations: 40, machines: 200, members: 40 };

/** Two seconds between two taps at a station: an end takes up to one, for the power to go and the next tick. */
const tapsPerSecond = 20;
const rounds = 3;

/** Taps and baseline take turns this often in a round, so that what else the computer does weighs on both alike. */
const turns = 6;
const turnMs = 3_000;
const warmUpTurns = 2;

export const tapLatency: Benchmark = { name: 'tap-latency', limitMs: 240_000, run };

type Round = { readonly grantsMs: number[]; readonly passMs: number[]; readonly commitMs: number[] };

async function run(): Promise<readonly Figure[]> {
  const officina = await startOfficina(makeWorkshop('tap-latency', size));
  const { mqttPort } = officina;
  const crowd = await startCrowd({ mqttPort, machines: size.machines, stations: 0, members: 1 });
  const stations = await openStations(mqttPort, { count: size.stations, members: size.members });
  const bare = await openBare();
  const measure = async (times: number): Promise<Round> => {
    const round: Round = { grantsMs: [], passMs: [], commitMs: [] };
    for (let turn = 0; turn < times; turn++) {
      await bare.measure(round);
      await crowd.ask({ reports: true });
      round.grantsMs.push(...(await measureTaps(stations, { perSecond: tapsPerSecond, forMs: turnMs })));
      await crowd.ask({ reports: false });
    }
    return round;
  };
  await measure(warmUpTurns);
  const measured: Round[] = [];
  while (measured.length < rounds) measured.push(await measure(turns));
  await Promise.all([stations.close(), bare.close()]);
  await Promise.all([crowd.stop(), officina.stop()]);
  return [
    ratio('tap-latency-p50', { measured, share: 0.5, target: 1.5 }),
    ratio('tap-latency-p99', { measured, share: 0.99, target: 2 }),
  ];
}

type Bare = {
  measure(round: Round): Promise<void>;
  close(): Promise<void>;
};

/** Paced like the grants, so that neither is warmer than the other; message and commit take turns. */
async function openBare(): Promise<Bare> {
  const program = fileURLToPath(new URL('./baseline-program.ts', import.meta.url));
  const child = await startChild({
    args: [program],
    folder: newFolder('baseline'),
    ready: /^ready mqtt=(\d+)$/,
  });
  const mqttPort = Number(child.said[0]);
  const from = await connectDevice(mqttPort, { id: 'from' });
  const to = await connectDevice(mqttPort, { id: 'to', listensTo: 'bench/order' });
  const pass = (): Promise<number> => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const sentMs = performance.now();
    to.once('message', () => resolve(performance.now() - sentMs));
    from.publish('bench/order', '{"badge":"04a1b2c3d4e580","tap":"bench:1"}', { qos: 1 });
    return promise;
  };
  return {
    async measure({ passMs, commitMs }) {
      const open: Promise<unknown>[] = [];
      let turn = 0;
      await pace({ perSecond: tapsPerSecond, forMs: turnMs }, () => {
        turn += 1;
        if (turn % 2 === 0) open.push(child.ask<number>({}).then((ms) => commitMs.push(ms)));
        else open.push(pass().then((ms) => passMs.push(ms)));
      });
      await Promise.all(open);
    },
    async close() {
      await Promise.all([from.endAsync(true), to.endAsync(true)]);
      await child.stop();
    },
  };
}

type Asked = { readonly measured: readonly Round[]; readonly share: number; readonly target: number };

/** Of the round in the middle: each round against its own baseline. */
function ratio(name: string, { measured, share, target }: Asked): Figure {
  const each = measured.map(({ grantsMs, passMs, commitMs }) => {
    const [tapMs, pass, commit] = [grantsMs, passMs, commitMs].map((values) => percentile(values, share));
    return { tapMs: tapMs ?? 0, pass: pass ?? 0, commit: commit ?? 0 };
  });
  const ratioOf = ({ tapMs, pass, commit }: (typeof each)[number]): number => tapMs / (pass + commit);
  const middle = medianBy(each, ratioOf);
  const grants = measured.reduce((total, { grantsMs }) => total + grantsMs.length, 0);
  const parts = `${middle.pass.toFixed(2)} message + ${middle.commit.toFixed(2)} commit`;
  return figure({
    name,
    value: ratioOf(middle),
    unit: 'ratio',
    baseline: middle.pass + middle.commit,
    target,
    note: `${middle.tapMs.toFixed(2)} ms against ${parts}; ${grants} grants in ${measured.length} rounds`,
  });
}
