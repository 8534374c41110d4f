// Taps and readings that are too old go from a real InfluxDB once a night, and no export from the beginning brings them
// back; use and charges stay for ever.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetOld } from '../../../src/adapters/influx/forget-old.ts';
import type { Influx, InfluxOptions } from '../../../src/adapters/influx/open-influx.ts';
import { oldestKept } from '../../../src/domain/retention.ts';
import type { Clock } from '../../../src/gateway/ports.ts';
import { type Evening, livedEvening } from '../../fakes/lived-evening.ts';
import { outside } from '../../outside.ts';
import { type Fixture, influxFixture } from './influx-fixture.ts';
import { type Influxd, openInfluxd } from './influxd.ts';

const patience = { timeout: 15_000, interval: 10 };
const dayMs = 86_400_000;
/** Noon in Rome on the day after the evening. */
const noonMs = Date.parse('2026-10-31T11:00:00Z');
const retention = { tapsDays: 7, readingsDays: 10 };

describe.skipIf(!outside('influxd'))('what is too old', () => {
  let influxd: Influxd;
  let fixture: Fixture;
  let evening: Evening;
  let wallMs = noonMs;
  let synchronised = true;
  beforeAll(async () => {
    influxd = await openInfluxd();
    await influxd.start();
  });
  afterAll(() => influxd.dispose());
  beforeEach(async () => {
    fixture = await influxFixture(influxd);
    evening = await livedEvening(3);
    await evening.live(200);
    fixture.entries = evening.entries;
    wallMs = noonMs;
    synchronised = true;
    for (let at = 0; at < 50; at++) {
      fixture.store.diary.record('laser', noonMs + at * 1000, { 'laser.power': at });
    }
    await fixture.store.diary.flush();
  });
  afterEach(() => fixture.dispose());

  const clock: Clock = {
    wallMs: () => wallMs,
    monoMs: () => performance.now(),
    synchronised: () => synchronised,
  };
  const open = (changed: Partial<InfluxOptions> = {}): Influx =>
    fixture.open({
      clock,
      oldest: () => oldestKept(retention, { atMs: wallMs, synchronised }),
      ...changed,
    });
  const many = async (measurement: string, field: string): Promise<number> => {
    const [row] = await fixture.query(`SELECT count("${field}") AS many FROM "${measurement}"`);
    return Number(row?.many ?? 0);
  };
  const all = async () => ({
    access: await many('access', 'code'),
    reading: await many('reading', 'laser.power'),
    usage: await many('usage', 'seq'),
    charge: await many('charge', 'seq'),
  });
  async function allThere(influx: Influx) {
    await vi.waitFor(() => expect(influx.facts().entriesBehind).toBe(0), patience);
    await vi.waitFor(async () => expect(await fixture.store.diary.unsent(1)).toEqual([]), patience);
    const found = await all();
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(5);
    return found;
  }

  it('goes once a night: first the taps, then the readings, and nothing else', async () => {
    const influx = open();
    const before = await allThere(influx);
    wallMs = noonMs + 8 * dayMs;
    await vi.waitFor(async () => expect(await many('access', 'code')).toBe(0), patience);
    expect(await all()).toEqual({ ...before, access: 0 });
    wallMs = noonMs + 11 * dayMs;
    await vi.waitFor(async () => expect(await many('reading', 'laser.power')).toBe(0), patience);
    expect(await all()).toEqual({ ...before, access: 0, reading: 0 });
    expect(fixture.said.filter((text) => text.includes('the next night'))).toEqual([]);
  });

  it('is not brought back by an export from the beginning', async () => {
    const first = open();
    const before = await allThere(first);
    await first.close();
    wallMs = noonMs + 11 * dayMs;
    await fixture.query(`DROP DATABASE "${fixture.database}"`);
    // By a clock that is not set nothing is deleted, so that what is not there was not sent.
    const again = open({
      clock: { ...clock, synchronised: () => false },
      oldest: () => oldestKept(retention, { atMs: wallMs, synchronised: true }),
    });
    await vi.waitFor(() => expect(again.facts().entriesBehind).toBe(0), patience);
    await vi.waitFor(async () => expect(await fixture.store.diary.unsent(1)).toEqual([]), patience);
    expect(await all()).toEqual({ ...before, access: 0, reading: 0 });
  });

  it('stays while the clock is not set', async () => {
    const influx = open();
    const before = await allThere(influx);
    synchronised = false;
    wallMs = noonMs + 3000 * dayMs;
    const felt = fixture.proxy.felt('fair');
    await evening.live(60);
    await vi.waitFor(() => expect(influx.facts().entriesBehind).toBe(0), patience);
    await vi.waitFor(() => expect(fixture.proxy.felt('fair')).toBeGreaterThan(felt), patience);
    expect((await all()).access).toBeGreaterThanOrEqual(before.access);
    expect((await all()).reading).toBe(before.reading);
  });

  it('is left to the next night when it could not be deleted, said in one sentence', async () => {
    synchronised = false;
    const influx = open();
    await allThere(influx);
    fixture.proxy.turn('sick');
    wallMs = noonMs + 8 * dayMs;
    synchronised = true;
    const said = () => fixture.said.filter((text) => text.includes('the next night deletes them'));
    await vi.waitFor(() => expect(said()).toHaveLength(1), patience);
    expect(said()[0]).toContain('has an error of its own');
    fixture.proxy.turn('fair');
    expect(await many('access', 'code')).toBeGreaterThan(5);
    wallMs += dayMs;
    await vi.waitFor(async () => expect(await many('access', 'code')).toBe(0), patience);
    expect(said()).toHaveLength(1);
  });
});

describe('a night', () => {
  const oldest = () => ({ tapsMs: 1000.5, readingsMs: 2000 });
  const night = (change: (query: string) => Promise<void>, ready = () => true) => {
    let at = noonMs;
    const timezone = () => 'Europe/Rome';
    const clock = { wallMs: () => at, synchronised: () => true };
    const forget = forgetOld({ client: { change }, clock, timezone, oldest, ready });
    return { forget, later: (ms: number) => (at += ms) };
  };

  it('deletes once, and not before all is sent', async () => {
    const asked: string[] = [];
    let ready = false;
    const { forget, later } = night(
      async (query) => void asked.push(query),
      () => ready,
    );
    await forget();
    expect(asked).toEqual([]);
    ready = true;
    for (let time = 0; time < 3; time++) await forget();
    expect(asked).toEqual([
      'DELETE FROM "access" WHERE time < 1000ms',
      'DELETE FROM "reading" WHERE time < 2000ms',
    ]);
    later(14 * 3_600_000);
    await forget();
    expect(asked).toHaveLength(2);
    later(2 * 3_600_000);
    await forget();
    expect(asked).toHaveLength(4);
  });

  it('that failed is over', async () => {
    let asked = 0;
    const { forget, later } = night(() => {
      asked += 1;
      return Promise.reject(new Error('as planned'));
    });
    await expect(forget()).rejects.toThrow('as planned');
    await forget();
    expect(asked).toBe(1);
    later(dayMs);
    await expect(forget()).rejects.toThrow('as planned');
  });
});
