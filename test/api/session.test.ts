// Signing in and out, limits, cookies, and the choice to be shown.

import { describe, expect, it } from 'vitest';
import { Self } from '../../src/contract/people.ts';
import { adminToken, expectProblem, expectShape, fakeDemo, openApi, signIn } from './open-api.ts';

const attempt = (handle: string, password: string) =>
  ({ method: 'POST', url: '/api/session', payload: { handle, password } }) as const;
const whoAmI = { url: '/api/session' } as const;

describe('signing in', () => {
  it('gives a cookie out of reach for scripts and other sites', async () => {
    const { ask } = await openApi();
    const answer = await ask(attempt('eva', 'eva-password'));
    expect(answer.statusCode).toBe(200);
    expectShape(Self, answer.json());
    expect(answer.json()).toEqual({
      how: 'password',
      member: 'key-eva',
      name: 'Eva',
      roles: ['steward'],
      scopes: [
        'board:read',
        'self:read',
        'self:write',
        'sessions:end',
        'members:read',
        'members:write',
        'tokens:write',
        'usage:write',
        'devices:read',
        'alarms:answer',
        'devices:write',
        'care:write',
        'machines:lock',
        'machines:write',
        'payments:write',
        'proposals:write',
        'journal:read',
        'certificates:write',
      ],
      shown: false,
      demo: false,
    });
    expect(answer.cookies[0]).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 43_200,
    });
    expect(answer.cookies[0]?.value).toMatch(/^[\w-]{43}$/);
    expect(answer.cookies[0]).not.toHaveProperty('secure');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('marks the cookie secure when the page came over https', async () => {
    const { ask } = await openApi();
    const headers = { host: 'shop.example', origin: 'https://shop.example' };
    const answer = await ask({ ...attempt('eva', 'eva-password'), headers });
    expect(answer.cookies[0]).toMatchObject({ secure: true });
  });

  it('does the same work for a wrong password and an unknown handle, and says the same', async () => {
    const { ask, passwordChecks } = await openApi();
    const wrong = await ask(attempt('eva', 'nonsense'));
    const unknown = await ask(attempt('nobody', 'nonsense'));
    expectProblem(wrong, 401, 'sign-in-failed');
    expect(unknown.body).toBe(wrong.body);
    expect(passwordChecks).toEqual(['plain:eva-password', null]);
    expect(wrong.cookies).toEqual([]);
  });

  it('tells a suspended member so, but only with the right password', async () => {
    const { ask } = await openApi();
    expectProblem(await ask(attempt('sid', 'nonsense')), 401, 'sign-in-failed');
    expectProblem(await ask(attempt('sid', 'sid-password')), 403, 'member-suspended');
  });

  it.each([
    ['no handle', { password: 'x' }],
    ['a long handle', { handle: 'a'.repeat(65), password: 'x' }],
    ['a number', { handle: 7, password: 'x' }],
    ['something more', { handle: 'a', password: 'x', admin: true }],
    ['an array', []],
    ['null', 'null'],
  ])('refuses %s', async (_what, payload) => {
    const { ask, passwordChecks } = await openApi();
    const headers = { 'content-type': 'application/json' };
    expectProblem(
      await ask({ method: 'POST', url: '/api/session', payload, headers }),
      400,
      'request-invalid',
    );
    expect(passwordChecks).toEqual([]);
  });

  it('ends after twelve hours, by the monotonic clock', async () => {
    const { as, clock } = await openApi();
    const ada = await as('ada');
    clock.wall += 10 * 86_400_000;
    clock.mono = 43_199_999;
    expect((await ada(whoAmI)).statusCode).toBe(200);
    clock.mono = 43_200_000;
    expectProblem(await ada(whoAmI), 401, 'sign-in-needed');
  });

  it('ends with signing out, and for good', async () => {
    const { as } = await openApi();
    const ada = await as('ada');
    const out = await ada({ method: 'DELETE', url: '/api/session' });
    expect(out.statusCode).toBe(204);
    expect(out.body).toBe('');
    expect(out.cookies[0]).toMatchObject({ value: '' });
    expectProblem(await ada(whoAmI), 401, 'sign-in-needed');
  });

  it('ends the sign-in before it in the same browser', async () => {
    const { ask } = await openApi();
    const cookie = await signIn(ask, 'ada');
    await ask({ ...attempt('bo', 'bo-password'), headers: { cookie } });
    expectProblem(await ask({ ...whoAmI, headers: { cookie } }), 401, 'sign-in-needed');
  });
});

describe('limits', () => {
  it('inv. 10: lets ten attempts a minute through from one address', async () => {
    const { ask, clock, passwordChecks } = await openApi();
    for (let i = 0; i < 10; i++) expect((await ask(attempt(`h${i}`, 'x'))).statusCode).toBe(401);
    clock.mono = 30_500;
    const refused = await ask(attempt('eva', 'eva-password'));
    expectProblem(refused, 429, 'too-many-attempts');
    expect(refused.headers['retry-after']).toBe('30');
    expect(passwordChecks).toHaveLength(10);
    expect((await ask({ ...attempt('eva', 'eva-password'), remoteAddress: '192.0.2.8' })).statusCode).toBe(
      200,
    );
    clock.mono = 60_000;
    expect((await ask(attempt('eva', 'eva-password'))).statusCode).toBe(200);
  });

  it('inv. 10: lets ten attempts in a quarter of an hour through for one handle', async () => {
    const { ask, clock } = await openApi();
    const from = (i: number) => ({ remoteAddress: `192.0.2.${i}` });
    for (let i = 0; i < 10; i++) await ask({ ...attempt('eva', 'x'), ...from(i) });
    const refused = await ask({ ...attempt('eva', 'eva-password'), ...from(99) });
    expectProblem(refused, 429, 'too-many-attempts');
    expect(refused.headers['retry-after']).toBe('900');
    clock.mono = 900_000;
    expect((await ask({ ...attempt('eva', 'eva-password'), ...from(99) })).statusCode).toBe(200);
  });

  it('does not believe an address that the client claims', async () => {
    const { ask } = await openApi();
    for (let i = 0; i < 10; i++) {
      await ask({ ...attempt(`h${i}`, 'x'), headers: { 'x-forwarded-for': `10.0.0.${i}` } });
    }
    const headers = { 'x-forwarded-for': '10.0.0.99' };
    expectProblem(await ask({ ...attempt('eva', 'eva-password'), headers }), 429, 'too-many-attempts');
  });
});

describe('GET /api/session', () => {
  it('is a problem for nobody, and a visitor in the demo', async () => {
    const closed = await openApi();
    expectProblem(await closed.ask(whoAmI), 401, 'sign-in-needed');
    const demo = await openApi({ demo: fakeDemo() });
    expect((await demo.ask(whoAmI)).json()).toEqual({
      member: null,
      name: 'Visitor',
      roles: [],
      scopes: ['board:read', 'statements:read'],
      shown: false,
      demo: true,
    });
  });

  it('keeps the visitor when another gateway on this host left a cookie', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    const answer = await ask({ ...whoAmI, headers: { cookie: 'officina-sign-in=from-elsewhere' } });
    expect(answer.json()).toMatchObject({ name: 'Visitor' });
  });
});

describe('PUT /api/session/shown', () => {
  it('is remembered', async () => {
    const { as, gateway } = await openApi();
    const answer = await (await as('ada'))({
      method: 'PUT',
      url: '/api/session/shown',
      payload: { shown: true },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ member: 'key-ada', shown: true });
    expect(gateway.asked).toEqual([{ verb: 'setShown', with: { member: 'key-ada', shown: true } }]);
  });

  it('is for members, and wants to be told', async () => {
    const { as } = await openApi();
    const put = { method: 'PUT', url: '/api/session/shown' } as const;
    expectProblem(await (await as(adminToken))({ ...put, payload: { shown: true } }), 403, 'member-none');
    expectProblem(await (await as('ada'))({ ...put, payload: { shown: 'yes' } }), 400, 'request-invalid');
    expectProblem(await (await as('ada'))(put), 400, 'request-invalid');
  });
});

describe('POST /api/session/token', () => {
  const exchange = (token: string) =>
    ({ method: 'POST', url: '/api/session/token', headers: { authorization: `Bearer ${token}` } }) as const;

  it('gives a wall screen a cookie that outlives a restart and ends with the token', async () => {
    const { as, ask, clock } = await openApi();
    const made = await (await as('eva'))({
      method: 'POST',
      url: '/api/tokens',
      payload: { label: 'wall', scopes: ['board:read'], days: 30 },
    });
    const { secret } = made.json<{ secret: string }>();
    const answer = await ask(exchange(secret));
    expect(answer.json()).toMatchObject({ name: 'Eva', scopes: ['board:read'] });
    expect(answer.cookies[0]).toMatchObject({ value: secret, maxAge: 30 * 86_400, httpOnly: true });
    const headers = { cookie: `officina-sign-in=${secret}` };
    expect((await ask({ url: '/api/board', headers })).statusCode).toBe(200);
    clock.wall += 30 * 86_400_000;
    expectProblem(await ask({ url: '/api/board', headers }), 401, 'sign-in-needed');
  });

  it('never puts a token of the gateway itself into a browser', async () => {
    const { ask } = await openApi();
    const answer = await ask(exchange(adminToken));
    expect(answer.json()).toMatchObject({ name: 'Administrator', roles: ['admin'] });
    expect(answer.cookies[0]?.value).not.toContain(adminToken);
    expect(answer.cookies[0]).toMatchObject({ maxAge: 43_200 });
    const headers = { cookie: `officina-sign-in=${answer.cookies[0]?.value}` };
    expect((await ask({ url: '/api/members', headers })).statusCode).toBe(200);
  });

  it('refuses what it does not know, and counts', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    for (let i = 0; i < 10; i++) expectProblem(await ask(exchange(`nonsense-${i}`)), 401, 'token-unknown');
    expectProblem(await ask(exchange('nonsense')), 429, 'too-many-attempts');
    const none = await ask({ method: 'POST', url: '/api/session/token', remoteAddress: '192.0.2.9' });
    expectProblem(none, 401, 'token-unknown');
  });
});
