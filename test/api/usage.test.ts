// Entering and withdrawing uses over HTTP: who did it, the shapes, and every refusal with its status.

import { describe, expect, it } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { UsageReport, type UsageRequest } from '../../src/contract/usage.ts';
import { usageReasons, usageRefusals } from '../../src/contract/usage-words.ts';
import type { UsageOutcome, UsageRefusal } from '../../src/gateway/gateway.ts';
import { JournalFault } from '../../src/gateway/ports.ts';
import { adminToken, controlToken, expectProblem, expectShape, openApi } from './open-api.ts';

const request: UsageRequest = {
  member: 'ada',
  from: '2026-11-20 18:00',
  to: '2026-11-20 19:30',
  why: 'gateway-away',
};
const enter = { method: 'POST', url: '/api/machines/laser/usage', payload: request } as const;
const withdraw = {
  method: 'POST',
  url: '/api/usage/01kahr7v2m8x5c0e9q4tzn3wbd/withdrawal',
  payload: { why: 'mistake' },
} as const;

const entered: UsageOutcome = {
  ok: true,
  session: '01kahr7v2m8x5c0e9q4tzn3wbd',
  name: 'Ada Rossi',
  line: {
    session: '01kahr7v2m8x5c0e9q4tzn3wbd',
    machine: 'laser',
    machineName: 'Laser',
    pool: 'lasers',
    from: '2026-11-20T17:00:00.000Z',
    to: '2026-11-20T18:30:00.000Z',
    clock: 'operating',
    billedMs: 5_400_000,
    gapMs: 0,
    energy: null,
    perHourMinor: '1200',
    costCode: null,
    tariff: null,
    components: [],
    minor: '1800',
    entered: { by: 'Eva', at: '2026-11-21T09:00:00.000Z', why: 'gateway-away', note: null },
    withdrawn: null,
  },
  month: '2026-11',
  currency: 'EUR',
  digits: 2,
  warnings: [{ code: 'certificate-missing', certificate: 'laser-basic' }],
};

const opened = (nextUsage: UsageOutcome | Error = entered) =>
  openApi({
    prepare: (gateway) => {
      gateway.nextUsage = nextUsage;
    },
  });

describe('POST /api/machines/:machine/usage', () => {
  it('hands the request on with who asked, and answers with the line', async () => {
    const { as, gateway } = await opened();
    const answer = await (await as('eva'))({ ...enter, payload: { ...request, note: 'dark', dryRun: true } });
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(UsageReport, answer.json());
    const { ok: _, ...report } = entered;
    expect(answer.json()).toEqual({ ...report, dryRun: true });
    expect(gateway.asked).toEqual([
      {
        verb: 'enterUsage',
        with: { ...request, machine: 'laser', note: 'dark', by: 'key-eva', dryRun: true },
      },
    ]);
  });

  it.each([
    ['tom', 'key-tom'],
    [adminToken, 'admin-token'],
    [controlToken, 'console'],
  ])('names %s as %s', async (who, by) => {
    const { as, gateway } = await opened();
    await (await as(who))(enter);
    expect(gateway.asked).toMatchObject([{ with: { by, note: null, dryRun: false } }]);
  });

  it('inv. 6: a refusal has the status and words of its code, and what it is about', async () => {
    const { as, gateway } = await opened();
    const eva = await as('eva');
    const facts = { about: '2026-10-25 02:30', field: 'from', readings: ['a', 'b'] } as const;
    for (const code of [
      ...Object.keys(usageRefusals),
      'machine-unknown',
      'member-unknown',
      'workshop-missing',
    ]) {
      gateway.nextUsage = { ok: false, code: code as UsageRefusal['code'], ...facts };
      const answer = await eva(enter);
      expectProblem(answer, problems[code as UsageRefusal['code']][0], code);
      expect(answer.json()).toMatchObject(facts);
    }
    gateway.nextUsage = { ok: false, code: 'usage-too-long', about: null, field: null, readings: [] };
    expect(Object.keys((await eva(enter)).json())).toEqual(['type', 'title', 'status', 'code', 'detail']);
  });

  it('says that the journal cannot write', async () => {
    const { as } = await opened(new JournalFault('journal-full', 'no room'));
    expectProblem(await (await as('eva'))(enter), 503, 'journal-full');
  });

  it.each([
    [{ member: 'Ada Rossi' }],
    [{ member: '__proto__' }],
    [{ from: 'x'.repeat(41) }],
    [{ from: 5 }],
    [{ why: 'because' }],
    [{ note: 'x'.repeat(1001) }],
    [{ dryRun: 'yes' }],
    [{ by: 'key-ada' }],
  ])('inv. 11: refuses %j', async (changed) => {
    const { as, gateway } = await opened();
    const payload = { ...request, ...changed };
    expectProblem(await (await as('eva'))({ ...enter, payload }), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });

  it('knows every reason', async () => {
    const { as } = await opened();
    const eva = await as('eva');
    for (const why of usageReasons)
      expect((await eva({ ...enter, payload: { ...request, why } })).statusCode).toBe(200);
  });
});

describe('POST /api/usage/:session/withdrawal', () => {
  it('hands the withdrawal on with who asked', async () => {
    const { as, gateway } = await opened();
    const answer = await (await as('eva'))(withdraw);
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(UsageReport, answer.json());
    expect(gateway.asked).toEqual([
      {
        verb: 'withdrawUsage',
        with: { session: '01kahr7v2m8x5c0e9q4tzn3wbd', why: 'mistake', by: 'key-eva', dryRun: false },
      },
    ]);
  });

  it('refuses what was never entered', async () => {
    const { as } = await openApi();
    expectProblem(await (await as('eva'))(withdraw), 404, 'usage-not-entered');
  });
});
