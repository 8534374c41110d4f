// One round of damaged packets at the real broker, while a reader that has signed in taps and waits for its answer. Rejects
// with the first promise that was broken: the broker lives, logs no fault, keeps its memory, and answers others in time.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simulateReader } from '../../../src/adapters/simulator/native-reader.ts';
import { startChild } from '../../bench/child.ts';
import { percentile } from '../../bench/percentile.ts';
import { brokerKey, timedReader } from './broker-program.ts';
import type { MutatorFacts, MutatorQuestion } from './mutator-program.ts';
import { startBrokerProgram } from './start-broker-program.ts';

export type MutatedRound = { readonly seed: number; readonly packets: number };

/** Of the other client, on a computer that does nothing but this. */
const roundTripLimitMs = 100;
/** A round trip waits for its turn in the client, in the broker, and in the client again. */
const turns = 3;
/** Of what is still in use after a collection; and of all that the process holds at a thousand connections a second. */
const liveLimitMb = 40;
const memoryLimitMb = 400;
/** Said before memory is first looked at: what is compiled and allocated once. */
const warmUpPackets = 5_000;
const betweenTapsMs = 20;

const mutator = fileURLToPath(new URL('mutator-program.ts', import.meta.url));

export async function meetMutatedPackets({ seed, packets }: MutatedRound): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'officina-mutator-'));
  const broker = await startBrokerProgram(['--expose-gc']);
  const sender = await startChild({ args: [mutator], folder, ready: /^(ready)$/ });
  try {
    const { port } = broker;
    const send = (count: number, more: number): Promise<MutatorFacts> =>
      sender.ask<MutatorFacts>({ port, seed: seed + more, packets: count } satisfies MutatorQuestion);
    await send(warmUpPackets, 500_000);
    const before = await broker.facts();
    const timed = timeRoundTrips(port);
    const said = await send(packets, 0);
    const { waits, lateMs } = await timed.stop();
    const after = await broker.facts();
    const grownMb = after.liveMb - before.liveMb;
    const p99 = percentile(waits, 0.99);
    // How late a mere timer is here: what else this computer does must not be taken for the broker's.
    const limitMs = roundTripLimitMs + turns * percentile(lateMs, 0.99);
    const refused = Object.values(after.refused).reduce((sum, count) => sum + count, 0);
    assert.deepEqual(after.faults, [], 'the broker logged a fault of its own');
    assert.equal(after.foreign, 0, 'a tap was invented');
    assert.equal(said.stuck, 0, 'the broker left connections open');
    assert.ok(grownMb < liveLimitMb, `memory in use grew by ${grownMb.toFixed(1)} MB`);
    assert.ok(after.memoryMb < memoryLimitMb, `the process holds ${after.memoryMb.toFixed(0)} MB`);
    assert.ok(
      p99 < limitMs,
      `others waited ${p99.toFixed(1)} ms (p99 of ${waits.length}; the limit was ${limitMs.toFixed(1)})`,
    );
    // A broker that closed everything at its first byte would have judged nothing.
    assert.ok(after.messages > packets / 20, `only ${after.messages} messages were taken in`);
    assert.ok(refused > packets / 50, `only ${refused} packets were refused`);
    return {
      ...{ packets: said.packets, connections: said.connections, messages: after.messages, refused },
      ...{
        'round trips': waits.length,
        'p99 ms': Math.round(p99),
        'grown MB': Math.round(Math.max(0, grownMb)),
      },
    };
  } finally {
    await sender.stop();
    await broker.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Taps, and waits for the answer, again and again until it is stopped; and how late a timer was in between. */
function timeRoundTrips(port: number): {
  stop(): Promise<{ readonly waits: readonly number[]; readonly lateMs: readonly number[] }>;
} {
  const url = `mqtt://127.0.0.1:${port}`;
  const reader = simulateReader({ url, reader: timedReader, password: brokerKey });
  const waits: number[] = [];
  const lateMs: number[] = [];
  let isOver = false;
  const taps = (async () => {
    await reader.ready();
    while (!isOver) {
      const sentMs = performance.now();
      await reader.tap('04a1b2c3d4e580');
      waits.push(performance.now() - sentMs);
      const dueMs = performance.now() + betweenTapsMs;
      await new Promise((resolve) => setTimeout(resolve, betweenTapsMs));
      lateMs.push(Math.max(0, performance.now() - dueMs));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await taps;
      await reader.close();
      return { waits, lateMs };
    },
  };
}
