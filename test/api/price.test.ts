// GET /api/machines/:machine/price: one's own price for every member, that of others for those who may see members.

import { describe, expect, it } from 'vitest';
import { PriceView } from '../../src/contract/price.ts';
import type { Tariff } from '../../src/domain/machine/tariff.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const url = '/api/machines/laser/price';
const tariff: Tariff = {
  pool: 'lasers',
  from: '2026-01-01',
  perHourMinor: '800',
  clock: 'operating',
  minimumMinor: '200',
  graceMs: 300_000,
  peak: { hours: [{ days: ['su'], from: '00:00', to: '24:00' }], percent: 150 },
};
const openPriced = () =>
  openApi({
    prepare: ({ live }) => {
      if (live.workshop) live.workshop = { ...live.workshop, tariffs: [tariff] };
    },
  });

describe('GET /api/machines/:machine/price', () => {
  it('says to a member what the machine costs now', async () => {
    const { as } = await openPriced();
    const answer = await (await as('ada'))({ url });
    expect(answer.statusCode).toBe(200);
    expectShape(PriceView, answer.json());
    expect(answer.json()).toMatchObject({
      currency: 'EUR',
      price: {
        perHour: [{ clock: 'operating', minor: '800' }],
        minimum: '200',
        freeMinutes: 5,
        peak: { percent: 150, isNow: true },
      },
    });
  });

  it('says that it costs nothing where there is no tariff', async () => {
    const { as } = await openApi();
    expect((await (await as('ada'))({ url })).json()).toMatchObject({ price: null });
  });

  it('tells of others only to those who may see members', async () => {
    const { as, ask } = await openPriced();
    expectProblem(await (await as('ada'))({ url: `${url}?member=key-bo` }), 403, 'scope-missing');
    const headers = { authorization: `Bearer ${adminToken}` };
    expect((await ask({ url: `${url}?member=key-bo`, headers })).statusCode).toBe(200);
    expectProblem(await ask({ url, headers }), 403, 'member-none');
    expectProblem(await ask({ url: `${url}?member=nobody`, headers }), 404, 'member-unknown');
    const none = { url: '/api/machines/none/price?member=key-bo', headers };
    expectProblem(await ask(none), 404, 'machine-unknown');
  });
});
