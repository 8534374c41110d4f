// Disputes and exports over HTTP: who may do what, what is bounded, and how refusals come back.

import { describe, expect, it } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { disputeRefusals } from '../../src/contract/dispute-words.ts';
import { DisputeList } from '../../src/contract/disputes.ts';
import type { DisputeTold } from '../../src/gateway/gateway.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const url = '/api/disputes';
const admin = { authorization: `Bearer ${adminToken}` };
const told: DisputeTold = {
  ...{ dispute: 'd1', charge: 's1', member: 'key-ada', name: 'Ada', status: 'open', minor: '500' },
  ...{ currency: 'EUR', digits: 2, opened: '2026-11-20T10:00:00.000Z', answerBy: '2026-12-20T10:00:00.000Z' },
  ...{ overdue: false, text: 'The lens was broken.', settled: null },
};
const post = (path: string, payload?: object) =>
  ({ method: 'POST', url: `${url}${path}`, ...(payload ? { payload } : {}) }) as const;

describe('disputes', () => {
  it('are told to their member alone, and all of them to who decides', async () => {
    const { as, api, gateway } = await openApi();
    gateway.disputes.told = [told, { ...told, dispute: 'd2', member: 'key-other' }];
    const ada = await as('ada');
    const own = (await ada({ url })).json();
    expectShape(DisputeList, own);
    expect(own.disputes).toEqual([told]);
    expectProblem(await ada({ url: `${url}?all=true` }), 403, 'scope-missing');
    const all = await api.inject({ url: `${url}?all=true`, headers: admin });
    expect(all.json().disputes).toHaveLength(2);
    expectProblem(await api.inject({ url }), 401, 'sign-in-needed');
  });

  it('are opened and withdrawn under the name of who asks, and decided by those who may', async () => {
    const { as, api, gateway } = await openApi();
    const ada = await as('ada');
    const said = { charge: 's1', text: 'The lens was broken.' };
    expect((await ada(post('', said))).json()).toEqual({ dispute: 'dispute-1' });
    expect(gateway.asked.at(-1)).toEqual({ verb: 'openDispute', with: { ...said, by: 'key-ada' } });
    expect((await ada(post('/d1/withdraw'))).statusCode).toBe(204);
    const verdict = { outcome: 'partly', minor: '250', text: 'Half of it.' };
    expectProblem(await ada(post('/d1/settle', verdict)), 403, 'scope-missing');
    const done = await api.inject({ ...post('/d1/settle', verdict), headers: admin });
    expect(done.json()).toEqual({ minor: '250', currency: 'EUR' });
    const wish = { ...verdict, dispute: 'd1', minutes: null, by: 'admin-token' };
    expect(gateway.asked.at(-1)).toEqual({ verb: 'settleDispute', with: wish });
  });

  it.each([
    ['no charge', { text: 'So.' }],
    ['a charge that is no id', { charge: '../x', text: 'So.' }],
    ['no text', { charge: 's1', text: '' }],
    ['too much text', { charge: 's1', text: 'a'.repeat(4001) }],
    ['somebody else', { charge: 's1', text: 'So.', by: 'key-other' }],
  ])('are refused with %s', async (_, body) => {
    const { as, gateway } = await openApi();
    const before = gateway.asked.length;
    expectProblem(await (await as('ada'))(post('', body)), 400, 'request-invalid');
    expect(gateway.asked).toHaveLength(before);
  });

  it('are slowed down', async () => {
    const { as } = await openApi();
    const ada = await as('ada');
    for (let i = 0; i < 30; i++) await ada(post('', { charge: 's1', text: 'So.' }));
    expectProblem(await ada(post('', { charge: 's1', text: 'So.' })), 429, 'too-many-attempts');
  });

  it('have each refusal in the one table', () => {
    for (const [code, words] of Object.entries(disputeRefusals))
      expect(problems[code as keyof typeof problems]).toEqual([expect.any(Number), ...words]);
  });
});

describe('exports', () => {
  it('come in pieces, to those who may read that kind', async () => {
    const { as, api } = await openApi();
    const at = '/api/exports/charges?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&format=jsonl';
    const answer = await api.inject({ url: at, headers: admin });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="charges.jsonl"');
    const wish = { what: 'charges', fromMs: Date.UTC(2026, 10), toMs: Date.UTC(2026, 11), format: 'jsonl' };
    expect(answer.body).toBe(`rows ${JSON.stringify(wish)}`);
    const ada = await as('ada');
    expectProblem(await ada({ url: at }), 403, 'scope-missing');
    expectProblem(await api.inject({ url: '/api/exports/secrets', headers: admin }), 400, 'request-invalid');
    const turned = '/api/exports/charges?from=2026-12-01T00:00:00Z&to=2026-11-01T00:00:00Z';
    expectProblem(await api.inject({ url: turned, headers: admin }), 400, 'range-wrong');
  });

  it('of oneself are of oneself, and of others only at the desk', async () => {
    const { as, api } = await openApi();
    const ada = await as('ada');
    const own = await ada({ url: '/api/session/data' });
    expect(own.json()).toEqual({ member: 'key-ada' });
    expect(own.headers['content-disposition']).toContain('attachment');
    expectProblem(await ada({ url: '/api/members/key-other/data' }), 403, 'scope-missing');
    const other = await api.inject({ url: '/api/members/key-other/data', headers: admin });
    expect(other.json()).toEqual({ member: 'key-other' });
    expectProblem(
      await api.inject({ url: '/api/members/nobody/data', headers: admin }),
      404,
      'member-unknown',
    );
    expectProblem(await api.inject({ url: '/api/session/data', headers: admin }), 404, 'member-unknown');
  });
});
