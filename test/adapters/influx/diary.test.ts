// The diary in a real InfluxDB keeps the promises of the port.

import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { outside } from '../../outside.ts';
import { diarySuite } from '../../ports/diary.suite.ts';
import { influxFixture } from './influx-fixture.ts';
import { type Influxd, openInfluxd } from './influxd.ts';

describe.skipIf(!outside('influxd'))('influxd', () => {
  let influxd: Influxd;
  beforeAll(async () => {
    influxd = await openInfluxd();
    await influxd.start();
  });
  afterAll(() => influxd.dispose());

  diarySuite('InfluxDB', async () => {
    const fixture = await influxFixture(influxd);
    const { diary } = fixture.store;
    const influx = fixture.open();
    return {
      diary: {
        record: diary.record,
        // It answers only while it knows that it holds all; when it was told to begin again it takes a moment.
        series: (request) =>
          vi.waitFor(async () => {
            const samples = await influx.series(request);
            if (samples === null) throw new Error('InfluxDB did not answer');
            return samples;
          }, patience),
      },
      async settle() {
        await diary.flush();
        await vi.waitFor(async () => expect(await diary.unsent(1)).toEqual([]), patience);
      },
      dispose: fixture.dispose,
    };
  });
});

const patience = { timeout: 5000, interval: 2 };
