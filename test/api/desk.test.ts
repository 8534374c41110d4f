// The desk over HTTP: who may, the shapes, who is named as the one who did it, and every refusal with its status.

import { describe, expect, it } from 'vitest';
import { deskProblems } from '../../src/api/desk-problems.ts';
import { CorrectionReport } from '../../src/contract/desk.ts';
import { deskRefusals } from '../../src/contract/desk-words.ts';
import type { CorrectionOutcome, MaterialRefusal } from '../../src/gateway/gateway.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const payload = { member: 'ada', material: 'pla', amount: '82.5' };
const enter = { method: 'POST', url: '/api/machines/laser/materials', payload } as const;
const withdraw = {
  method: 'POST',
  url: '/api/materials/m1/withdrawal',
  payload: { why: 'mistake' },
} as const;
const correct = {
  method: 'POST',
  url: '/api/charges/s1/correction',
  payload: { toMinor: '200', why: 'agreed', note: 'half of it' },
} as const;

const corrected: CorrectionOutcome = {
  ...{ ok: true, correction: 'c1', session: 's1', name: 'Ada', beforeMinor: '500', afterMinor: '200' },
  ...{
    lines: [{ month: '2026-11', costCode: null, tariff: null, minor: '-300' }],
    currency: 'EUR',
    digits: 2,
  },
};

describe('the desk', () => {
  it('hands on what was asked, with who asks', async () => {
    const { as, gateway } = await openApi({
      prepare: (fake) => {
        fake.nextCorrection = corrected;
      },
    });
    const ask = await as(adminToken);
    const answer = await ask(correct);
    expect(answer.statusCode).toBe(200);
    expectShape(CorrectionReport, answer.json());
    await ask(enter);
    await ask(withdraw);
    const by = 'admin-token';
    expect(gateway.asked.slice(-3)).toEqual([
      { verb: 'correctCharge', with: { ...correct.payload, session: 's1', by, dryRun: false } },
      {
        verb: 'enterMaterial',
        with: { ...payload, machine: 'laser', at: null, session: null, by, dryRun: false },
      },
      { verb: 'withdrawMaterial', with: { entry: 'm1', why: 'mistake', by, dryRun: false } },
    ]);
  });

  it('is for those who may: a treasurer for charges, a steward for materials alone', async () => {
    const { as } = await openApi();
    for (const request of [enter, withdraw, correct])
      expectProblem(await (await as('ada'))(request), 403, 'scope-missing');
    expectProblem(await (await as('eva'))(correct), 403, 'scope-missing');
    expectProblem(await (await as('eva'))(withdraw), 404, 'material-not-entered');
  });

  it.each(Object.keys(deskRefusals) as (keyof typeof deskRefusals)[])('refuses with %s', async (code) => {
    const { as } = await openApi({
      prepare: (gateway) => {
        gateway.nextMaterial = { ok: false, code, about: 'it', field: null, readings: [] } as MaterialRefusal;
        gateway.nextCorrection = { ok: false, code, about: 'it' } as CorrectionOutcome;
      },
    });
    const request = code.startsWith('material') ? enter : correct;
    expectProblem(await (await as(adminToken))(request), deskProblems[code][0], code);
  });
});
