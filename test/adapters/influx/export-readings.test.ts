// How many readings go in one request: few of the old, many of the fresh, fewer when InfluxDB is slow.

import { expect, it } from 'vitest';
import { exportReadings } from '../../../src/adapters/influx/export-readings.ts';
import { InfluxFault } from '../../../src/adapters/influx/influx-fault.ts';
import type { SpooledSeries } from '../../../src/gateway/ports.ts';

const nowMs = 1_000_000_000;

/** A spool that never ends, of readings of one age; and an InfluxDB that takes all but while it is slow. */
function endless() {
  const asked: number[] = [];
  const world = { ageMs: 0, slow: false, asked };
  const unsent = async (limit: number): Promise<readonly SpooledSeries[]> => {
    asked.push(limit);
    const atMs = Array.from({ length: limit }, (_, index) => nowMs - world.ageMs + index);
    const series = { series: 1, machine: 'laser', name: 'laser.power', afterMs: 0 } as const;
    return [{ ...series, untilMs: atMs.at(-1) ?? 0, atMs, values: atMs.map(() => 1) }];
  };
  const writeLines = async (): Promise<number> => {
    if (world.slow) throw new InfluxFault('slow', 'InfluxDB did not answer in time.');
    return 0;
  };
  const client = {
    create: async () => {},
    write: async () => 0,
    writeLines,
    rows: async () => [],
    change: async () => {},
    close() {},
  };
  const spool = { unsent, sent: async () => {}, resend: async () => {}, lost: () => 0 };
  const oldest = () => ({ tapsMs: 0, readingsMs: 0 });
  const clock = { wallMs: () => nowMs };
  const { step } = exportReadings({ client, spool, oldest, clock, onMissing() {} });
  const steps = async (count: number): Promise<number | undefined> => {
    for (let done = 0; done < count; done++) await step().catch(() => 'more');
    return asked.at(-1);
  };
  return { world, steps };
}

it('sends what waited for more than a minute in parts of five hundred', async () => {
  const { world, steps } = endless();
  world.ageMs = 3_600_000;
  await steps(5);
  expect(world.asked).toEqual([500, 500, 500, 500, 500]);
});

it('sends what comes now in ever bigger parts, up to ten thousand, and goes back to gentle ones', async () => {
  const { world, steps } = endless();
  expect(await steps(8)).toBe(10_000);
  world.ageMs = 3_600_000;
  expect(await steps(2)).toBe(500);
});

it('sends less at a time while InfluxDB is slow, and more again', async () => {
  const { world, steps } = endless();
  await steps(8);
  world.slow = true;
  expect(await steps(12)).toBe(100);
  world.slow = false;
  expect(await steps(8)).toBe(10_000);
});
