// One machine: its card, its readings, and the end of a session.

import { describe, expect, it } from 'vitest';
import { MachineCard, Series } from '../../src/contract/board.ts';
import { EndedSession } from '../../src/contract/requests.ts';
import { JournalFault, type SeriesRequest } from '../../src/gateway/ports.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const readings = '/api/machines/laser/readings';

describe('GET /api/machines/:machine', () => {
  it('shows one card', async () => {
    const { as } = await openApi();
    const answer = await (await as('ada'))({ url: '/api/machines/laser' });
    expect(answer.statusCode).toBe(200);
    expectShape(MachineCard, answer.json());
    expect(answer.json()).toMatchObject({
      id: 'laser',
      shown: 'offline',
      link: 'never',
      since: '2026-11-22T09:00:00.000Z',
    });
  });

  it.each(['none', 'constructor', 'to-string'])('knows no machine %s', async (id) => {
    const { as } = await openApi();
    expectProblem(await (await as('ada'))({ url: `/api/machines/${id}` }), 404, 'machine-unknown');
  });

  it.each(['__proto__', 'Laser', 'a'.repeat(65), '%00', 'la%2Fser'])(
    'inv. 11: refuses %s as an id',
    async (id) => {
      const { as } = await openApi();
      expectProblem(await (await as('ada'))({ url: `/api/machines/${id}` }), 400, 'request-invalid');
    },
  );
});

describe('GET /api/machines/:machine/readings', () => {
  it('asks the diary for at most 800 buckets', async () => {
    const asked: SeriesRequest[] = [];
    const series = async (request: SeriesRequest) => {
      asked.push(request);
      return [{ atMs: request.fromMs, mean: 1.5, min: 1, max: 2 }];
    };
    const { as } = await openApi({ diary: { series } });
    const answer = await (await as('ada'))({
      url: `${readings}?name=spindle.speed&from=2026-11-22T08:00:00Z&to=2026-11-22T10:00:00%2B01:00`,
    });
    expect(answer.statusCode).toBe(200);
    expectShape(Series, answer.json());
    expect(answer.json()).toEqual({
      machine: 'laser',
      name: 'spindle.speed',
      unit: '1/min',
      samples: [{ at: '2026-11-22T08:00:00.000Z', mean: 1.5, min: 1, max: 2 }],
    });
    const fromMs = Date.UTC(2026, 10, 22, 8);
    expect(asked).toEqual([
      { machine: 'laser', name: 'spindle.speed', fromMs, toMs: fromMs + 3_600_000, limit: 800 },
    ]);
  });

  it('gives the last ten minutes unless told', async () => {
    const { as } = await openApi();
    const answer = await (await as('ada'))({ url: `${readings}?name=laser.power` });
    expect(answer.json<Series>().samples[0]?.at).toBe('2026-11-22T08:50:00.000Z');
  });

  it.each([
    ['to before from', 'from=2026-11-22T08:00:00Z&to=2026-11-22T07:00:00Z'],
    ['an empty span', 'from=2026-11-22T08:00:00Z&to=2026-11-22T08:00:00Z'],
    ['more than 400 days', 'from=2020-01-01T00:00:00Z'],
    ['no time at all', 'from=yesterday'],
    ['a day alone', 'from=2026-11-22'],
    ['a month that is none', 'from=2026-13-01T00:00:00Z'],
  ])('refuses %s', async (_what, query) => {
    const { as } = await openApi();
    expectProblem(
      await (await as('ada'))({ url: `${readings}?name=laser.power&${query}` }),
      400,
      'range-wrong',
    );
  });

  it.each(['temperature', 'constructor', '__proto__'])('knows no reading %s', async (name) => {
    const { as } = await openApi();
    expectProblem(await (await as('ada'))({ url: `${readings}?name=${name}` }), 400, 'reading-unknown');
  });

  it('lists what is wrong with a request, without repeating it', async () => {
    const { as } = await openApi();
    const ada = await as('ada');
    const missing = await ada({ url: readings });
    expectProblem(missing, 400, 'request-invalid');
    expect(missing.json().fields).toEqual([{ field: 'querystring', text: expect.stringContaining('name') }]);
    const twice = await ada({ url: `${readings}?name=laser.power&name=secret-word` });
    expectProblem(twice, 400, 'request-invalid');
    expect(twice.body).not.toContain('secret-word');
  });

  it('knows no readings of an unknown machine', async () => {
    const { as } = await openApi();
    const answer = await (await as('ada'))({ url: '/api/machines/none/readings?name=laser.power' });
    expectProblem(answer, 404, 'machine-unknown');
  });
});

describe('POST /api/machines/:machine/end', () => {
  const end = { method: 'POST', url: '/api/machines/laser/end' } as const;

  it.each([
    ['ada', { machine: 'laser', by: 'key-ada', steward: false }],
    ['eva', { machine: 'laser', by: 'key-eva', steward: true }],
    [adminToken, { machine: 'laser', by: 'master', steward: true }],
  ])('asks the gateway in the name of %s', async (who, expected) => {
    const { as, gateway } = await openApi();
    const answer = await (await as(who))(end);
    expect(answer.statusCode).toBe(200);
    expectShape(EndedSession, answer.json());
    expect(answer.json()).toEqual({ session: 'session-1' });
    expect(gateway.asked).toEqual([{ verb: 'endSession', with: expected }]);
  });

  it('takes a JSON content type without a body', async () => {
    const { as } = await openApi();
    const answer = await (await as('ada'))({ ...end, headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['machine-unknown', 404],
    ['session-none', 409],
    ['session-not-yours', 403],
    ['session-ending', 409],
  ] as const)('passes on %s', async (code, status) => {
    const { as, gateway } = await openApi();
    gateway.nextEnd = { ok: false, code };
    expectProblem(await (await as('ada'))(end), status, code);
  });

  it.each(['journal-full', 'journal-behind', 'journal-broken'] as const)('says that %s', async (code) => {
    const { as, gateway, logged } = await openApi();
    gateway.nextEnd = new JournalFault(code, 'secret path /var/lib', { cause: new Error('ENOSPC') });
    const answer = await (await as('ada'))(end);
    expectProblem(answer, 503, code);
    expect(answer.body).not.toContain('secret path');
    expect(logged).toHaveLength(1);
    expect(logged[0]?.facts).toMatchObject({ id: answer.json().id, route: '/api/machines/:machine/end' });
  });
});
