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
        async series(request) {
          const samples = await influx.series(request);
          if (samples === null) throw new Error('InfluxDB did not answer');
          return samples;
        },
      },
      async settle() {
        await diary.flush();
        const sent = async () => expect(await diary.unsent(1)).toEqual([]);
        await vi.waitFor(sent, { timeout: 5000, interval: 2 });
        // A round later it knows itself that nothing is left.
        await vi.waitFor(async () => expect(await influx.series({ ...nowhere, limit: 1 })).not.toBeNull(), {
          timeout: 5000,
          interval: 2,
        });
      },
      dispose: fixture.dispose,
    };
  });
});

const nowhere = { machine: 'nowhere', name: 'electric.power', fromMs: 0, toMs: 1 } as const;
