// A member is erased: InfluxDB loses the key, and no sum changes, also where all is sent again.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMember } from '../../../src/adapters/influx/forget-members.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { livedEvening } from '../../fakes/lived-evening.ts';
import { outside } from '../../outside.ts';
import { type Fixture, influxFixture } from './influx-fixture.ts';
import { type Influxd, openInfluxd } from './influxd.ts';

it('inv. 11: a key that is none never stands in a query', async () => {
  const client = { change: () => Promise.reject(new Error('this must not be asked')) };
  await expect(forgetMember(client, "x' OR 1=1")).rejects.toThrow(RangeError);
});

describe.skipIf(!outside('influxd'))('an erased member in InfluxDB', () => {
  let influxd: Influxd;
  let fixture: Fixture;
  beforeAll(async () => {
    influxd = await openInfluxd();
    await influxd.start();
  });
  afterAll(() => influxd.dispose());
  beforeEach(async () => {
    fixture = await influxFixture(influxd);
  });
  afterEach(() => fixture.dispose());

  it('has no points any more, while all sums stay', async () => {
    const evening = await livedEvening(7);
    await evening.live(300);
    const before = evening.entries();
    fixture.entries = () => before;
    const influx = fixture.open();
    const caughtUp = () =>
      vi.waitFor(() => expect(influx.facts().entriesBehind).toBe(0), { timeout: 15_000, interval: 10 });
    await caughtUp();
    const sums = async () => ({
      used: await fixture.query('SELECT sum(loaded_ms) AS l, count(seq) AS n FROM usage GROUP BY machine'),
      charged: await fixture.query('SELECT sum(minor) AS m, count(seq) AS n FROM charge GROUP BY machine'),
    });
    const was = await sums();
    const members = (await fixture.query('SHOW TAG VALUES FROM usage WITH KEY = member')).map(({ value }) =>
      String(value),
    );
    const [gone = ''] = members;
    expect(gone).not.toBe('');
    const last = before.at(-1);
    if (!last) throw new Error('an evening has entries');
    const erased: Entry = { ...last, seq: last.seq + 1, type: 'member-erased', data: { member: gone } };
    fixture.entries = () => [...before, erased];
    await caughtUp();
    await vi.waitFor(
      async () => {
        const left = await fixture.query('SHOW TAG VALUES FROM usage WITH KEY = member');
        expect(left.map(({ value }) => value)).toEqual(members.slice(1));
      },
      { timeout: 15_000, interval: 50 },
    );
    expect(await fixture.query(`SELECT * FROM charge WHERE member = '${gone}'`)).toEqual([]);
    expect(await sums()).toEqual(was);
  });
});
