// Tokens: made once, used, limited, dropped.

import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { TokenMade } from '../../src/contract/requests.ts';
import { TokenView } from '../../src/contract/token-view.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const make = (change: object = {}) =>
  ({
    method: 'POST',
    url: '/api/tokens',
    payload: { label: 'wall screen', scopes: ['board:read'], days: null, ...change },
  }) as const;

describe('tokens', () => {
  it('live from making to dropping', async () => {
    const { as, ask, kept } = await openApi();
    const eva = await as('eva');
    const made = await eva(make({ scopes: ['members:read', 'board:read'] }));
    expect(made.statusCode).toBe(201);
    expectShape(TokenMade, made.json());
    const { token, secret } = made.json<TokenMade>();
    expect(token).toMatchObject({
      label: 'wall screen',
      scopes: ['board:read', 'members:read'],
      expires: null,
    });
    expect(secret).toMatch(/^officina_[\w-]{43}$/);
    expect(JSON.stringify([...kept.values()])).not.toContain(secret);

    const headers = { authorization: `Bearer ${secret}` };
    expect((await ask({ url: '/api/members', headers })).statusCode).toBe(200);
    expectProblem(await ask({ url: '/api/tokens', headers }), 403, 'scope-missing');

    const listed = await eva({ url: '/api/tokens' });
    expectShape(Type.Array(TokenView), listed.json());
    expect(listed.json()).toEqual([token]);
    expect(listed.body).not.toContain(secret);

    const dropped = await eva({ method: 'DELETE', url: `/api/tokens/${token.id}` });
    expect([dropped.statusCode, kept.size]).toEqual([204, 0]);
    expectProblem(await ask({ url: '/api/board', headers }), 401, 'token-unknown');
    expectProblem(await eva({ method: 'DELETE', url: `/api/tokens/${token.id}` }), 404, 'token-none');
  });

  it('end with their day', async () => {
    const { as, ask, clock } = await openApi();
    const { token, secret } = (await (await as('eva'))(make({ days: 2 }))).json<TokenMade>();
    expect(token.expires).toBe('2026-11-24T09:00:00.000Z');
    const board = { url: '/api/board', headers: { authorization: `Bearer ${secret}` } };
    clock.wall += 2 * 86_400_000 - 1;
    expect((await ask(board)).statusCode).toBe(200);
    clock.wall += 1;
    expectProblem(await ask(board), 401, 'token-unknown');
  });

  it('can do no more than their member still can', async () => {
    const { as, ask, gateway } = await openApi();
    const { secret } = (
      await (
        await as('eva')
      )(make({ scopes: ['board:read', 'members:read'] }))
    ).json<TokenMade>();
    const headers = { authorization: `Bearer ${secret}` };
    gateway.enrol({ handle: 'eva', name: 'Eva' });
    expect((await ask({ url: '/api/board', headers })).statusCode).toBe(200);
    expectProblem(await ask({ url: '/api/members', headers }), 403, 'scope-missing');
    gateway.enrol({ handle: 'eva', name: 'Eva', status: 'suspended' });
    expectProblem(await ask({ url: '/api/board', headers }), 401, 'token-unknown');
  });

  it('are read from the store at the start', async () => {
    const secret = 'officina_from-before-the-restart';
    const { ask } = await openApi({
      tokens: {
        all: async () => [
          {
            id: 't1',
            digest: createHash('sha256').update(secret).digest('hex'),
            member: 'key-eva',
            label: 'old',
            scopes: ['board:read', 'no-longer-a-scope'],
            createdAtMs: 0,
            expiresAtMs: null,
          },
        ],
        put: async () => undefined,
        drop: async () => undefined,
      },
    });
    expect(
      (await ask({ url: '/api/board', headers: { authorization: `Bearer ${secret}` } })).statusCode,
    ).toBe(200);
  });

  it.each([
    ['scopes above their own', 'eva', make({ scopes: ['statements:read'] }), 403, 'scope-above-own'],
    ['no scope', 'eva', make({ scopes: [] }), 400, 'request-invalid'],
    ['an unknown scope', 'eva', make({ scopes: ['everything'] }), 400, 'request-invalid'],
    ['a scope twice', 'eva', make({ scopes: ['board:read', 'board:read'] }), 400, 'request-invalid'],
    ['a label with a line break', 'eva', make({ label: 'a\nb' }), 400, 'request-invalid'],
    ['half a day', 'eva', make({ days: 0.5 }), 400, 'request-invalid'],
    ['a token without a member', adminToken, make(), 403, 'member-none'],
  ] as const)('are refused with %s', async (_what, who, request, status, code) => {
    const { as, kept } = await openApi();
    expectProblem(await (await as(who))(request), status, code);
    expect(kept.size).toBe(0);
  });

  it('cannot make tokens', async () => {
    const { as, ask } = await openApi();
    const { secret } = (
      await (
        await as('eva')
      )(make({ scopes: ['tokens:write'], days: 1 }))
    ).json<TokenMade>();
    const answer = await ask({
      ...make({ scopes: ['tokens:write'] }),
      headers: { authorization: `Bearer ${secret}` },
    });
    expectProblem(answer, 403, 'token-by-token');
  });

  it('belong to one member alone', async () => {
    const { as } = await openApi();
    const { token } = (await (await as('eva'))(make())).json<TokenMade>();
    const tom = await as('tom');
    expect((await tom({ url: '/api/tokens' })).json()).toEqual([]);
    expectProblem(await tom({ method: 'DELETE', url: `/api/tokens/${token.id}` }), 404, 'token-none');
  });

  it('inv. 10: are at most twenty per member', async () => {
    const { as, kept } = await openApi();
    const eva = await as('eva');
    for (let i = 0; i < 20; i++) expect((await eva(make())).statusCode).toBe(201);
    expectProblem(await eva(make()), 409, 'token-limit');
    expect(kept.size).toBe(20);
  });

  it('work only once they are stored', async () => {
    const { as, logged } = await openApi({
      tokens: {
        all: async () => [],
        put: async () => {
          throw new Error('disk');
        },
        drop: async () => undefined,
      },
    });
    const eva = await as('eva');
    expectProblem(await eva(make()), 500, 'fault');
    expect((await eva({ url: '/api/tokens' })).json()).toEqual([]);
    expect(logged).toHaveLength(1);
  });
});
