// A slow disk delays the taps that wait for it and nothing else: while each durable transaction takes 20 ms longer and a
// hundred taps a second arrive, a machine that only reports is acknowledged as quickly as on a quiet gateway.

import { fileURLToPath } from 'node:url';
import { machineId, makeWorkshop } from './bench-workshop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { type Child, startChild } from './child.ts';
import { connectDevice } from './device-client.ts';
import { pace, wait } from './pace.ts';
import { medianBy, percentile } from './percentile.ts';
import { startCrowd } from './start-crowd.ts';
import type { Seen } from './stations.ts';

const size = { stations: 100, machines: 1, members: 50 };
const fsyncDelayMs = 20;
const tapsPerSecond = 100;
const reportsPerSecond = 25;
const rounds = 3;

/** Both gateways take turns this often in a round, so that what else the computer does weighs on both alike. */
const turns = 3;
const turnMs = 2_000;

/** Taps still on their way at the end of a turn; more than this share means that the disk was stuck, not slow. */
const lostShare = 0.1;

export const slowDisk: Benchmark = { name: 'slow-disk', limitMs: 120_000, run };

type Round = { readonly quietMs: number[]; readonly slowMs: number[]; taps: number };

async function run(): Promise<readonly Figure[]> {
  const quiet = await openSide(0);
  const slow = await openSide(fsyncDelayMs);
  const crowd = await startCrowd({ mqttPort: slow.mqttPort, ...size, machines: 0 });
  const measure = async (times: number): Promise<Round> => {
    const round: Round = { quietMs: [], slowMs: [], taps: 0 };
    for (let turn = 0; turn < times; turn++) {
      round.quietMs.push(...(await quiet.measure(turnMs)));
      const tapping = crowd.ask<Seen>({ taps: { perSecond: tapsPerSecond, forMs: turnMs } });
      round.slowMs.push(...(await slow.measure(turnMs)));
      const { taps, unanswered } = await tapping;
      if (unanswered > taps * lostShare) throw new Error(`${unanswered} of ${taps} taps had no answer`);
      round.taps += taps;
    }
    return round;
  };
  await measure(1);
  const measured: Round[] = [];
  while (measured.length < rounds) measured.push(await measure(turns));
  await Promise.all([crowd.stop(), quiet.close(), slow.close()]);
  return [
    ratio('slow-disk-p50', { measured, share: 0.5, target: 2 }),
    ratio('slow-disk-p99', { measured, share: 0.99 }),
  ];
}

type Side = {
  readonly mqttPort: number;
  /** From the report of a machine to its acknowledgement. */
  measure(forMs: number): Promise<readonly number[]>;
  close(): Promise<void>;
};

async function openSide(delayMs: number): Promise<Side> {
  const folder = makeWorkshop('slow-disk', size);
  const program = fileURLToPath(new URL('./slow-disk-program.ts', import.meta.url));
  const args = [program, folder, String(delayMs)];
  const child: Child = await startChild({ args, folder, ready: /^ready mqtt=(\d+)$/ });
  const mqttPort = Number(child.said[0]);
  const id = machineId(0);
  const machine = await connectDevice(mqttPort, { id: `machine-${id}` });
  const topic = `officina/v1/machine/${id}/report`;
  return {
    mqttPort,
    async measure(forMs) {
      const tookMs: number[] = [];
      await pace({ perSecond: reportsPerSecond, forMs }, () => {
        const sentMs = performance.now();
        const report = JSON.stringify({ activity: 'running', 'spindle.speed': Math.round(sentMs) });
        machine.publish(topic, report, { qos: 1 }, () => tookMs.push(performance.now() - sentMs));
      });
      await wait(200);
      return tookMs;
    },
    async close() {
      await machine.endAsync(true);
      await child.stop();
    },
  };
}

type Asked = { readonly measured: readonly Round[]; readonly share: number; readonly target?: number };

/** Of the round in the middle: each round against its own baseline. */
function ratio(name: string, { measured, share, target }: Asked): Figure {
  const each = measured.map(({ quietMs, slowMs }) => ({
    quiet: percentile(quietMs, share),
    slow: percentile(slowMs, share),
  }));
  const middle = medianBy(each, ({ slow, quiet }) => slow / quiet);
  const taps = measured.reduce((total, round) => total + round.taps, 0);
  return figure({
    name,
    value: middle.slow / middle.quiet,
    unit: 'ratio',
    baseline: middle.quiet,
    ...(target === undefined ? {} : { target }),
    note: `${middle.slow.toFixed(2)} ms for a report and its PUBACK, while ${taps} taps waited for the disk`,
  });
}
