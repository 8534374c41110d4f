// The way through a sign-in service and back, over the API and a real OpenID provider: who gets in, and who is only told why.

import { describe, expect, it, onTestFinished } from 'vitest';
import { openProvider } from '../../src/adapters/oidc/open-provider.ts';
import { oidcClient, openOidcServer } from '../fakes/oidc-server.ts';
import { expectProblem, openApi } from './open-api.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const address = 'https://officina.example.org';

async function open() {
  const server = await openOidcServer();
  onTestFinished(() => server.close());
  const provider = openProvider({
    ...{ issuer: server.issuer, ...oidcClient, label: 'House', log: quiet, groups: [] },
    ...{ handleClaim: 'preferred_username', groupsClaim: 'groups', attach: 'never' as const },
  });
  const ceremonies = () => Promise.reject(new Error('no passkey in this test'));
  const opened = await openApi({ signInWays: { address, ceremonies, provider } });
  const begin = async () => {
    const answer = await opened.ask({
      method: 'POST',
      url: '/api/session/oidc',
      headers: { origin: address, host: 'officina.example.org' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const cookie = answer.cookies[0];
    const back = await server.visit(answer.json().url);
    return { cookie, back: back.slice(address.length), sent: `${cookie?.name}=${cookie?.value}` };
  };
  const comeBack = (url: string, cookie?: string) =>
    opened.ask({ url, headers: { 'sec-fetch-site': 'cross-site', ...(cookie && { cookie }) } });
  return { ...opened, server, begin, comeBack };
}

describe('the way through a sign-in service', () => {
  it('ends with a sign-in that scripts and other sites cannot use', async () => {
    const { begin, comeBack, ask } = await open();
    const begun = await begin();
    expect(begun.cookie).toMatchObject({
      ...{ name: 'officina-return', httpOnly: true, sameSite: 'Lax', secure: true },
      ...{ path: '/api/session/oidc', maxAge: 300 },
    });
    const entered = await comeBack(begun.back, begun.sent);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/']);
    const cookie = entered.cookies.find(({ name }) => name === 'officina-sign-in');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const self = await ask({ url: '/api/session', headers: { cookie: `officina-sign-in=${cookie?.value}` } });
    expect(self.json()).toMatchObject({ member: 'key-ada', how: 'provider' });
  });

  it('leads nobody in who did not begin it in this browser: no link signs a stranger in', async () => {
    const { begin, comeBack } = await open();
    const [mine, theirs] = [await begin(), await begin()];
    for (const cookie of [undefined, 'officina-return=x', theirs.sent]) {
      const answer = await comeBack(mine.back, cookie);
      expect(answer.headers.location).toMatch(/^\/#\/sign-in\/(attempt-over|provider-answer)$/);
      expect(answer.cookies.some(({ name, value }) => name === 'officina-sign-in' && value !== '')).toBe(
        false,
      );
    }
  });

  it('works once, and not after five minutes', async () => {
    const { begin, comeBack, clock } = await open();
    const begun = await begin();
    await comeBack(begun.back, begun.sent);
    expect((await comeBack(begun.back, begun.sent)).headers.location).toBe('/#/sign-in/attempt-over');
    const late = await begin();
    clock.mono += 5 * 60_000;
    expect((await comeBack(late.back, late.sent)).headers.location).toBe('/#/sign-in/attempt-over');
  });

  it.each([
    ['nobody', 'vouched-unknown'],
    ['sid', 'member-suspended'],
  ])('tells %s why not', async (preferred_username, code) => {
    const { begin, comeBack, server } = await open();
    server.person = { sub: 's', preferred_username };
    const begun = await begin();
    expect((await comeBack(begun.back, begun.sent)).headers.location).toBe(`/#/sign-in/${code}`);
  });

  it('is refused with a sentence when the service is away, and the password still works', async () => {
    const { server, ask, as } = await open();
    await server.close();
    expectProblem(await ask({ method: 'POST', url: '/api/session/oidc' }), 503, 'provider-away');
    expect((await (await as('ada'))({ url: '/api/board' })).statusCode).toBe(200);
  });

  it('ends at the service too, for whoever came from there', async () => {
    const { begin, comeBack, ask, as } = await open();
    const begun = await begin();
    const entered = await comeBack(begun.back, begun.sent);
    const value = entered.cookies.find(({ name }) => name === 'officina-sign-in')?.value;
    const cookie = `officina-sign-in=${value}`;
    const left = await ask({ method: 'POST', url: '/api/session/oidc/sign-out', headers: { cookie } });
    expect(left.json().url).toContain('/end?');
    expect((await ask({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
    const bo = await as('bo');
    expect((await bo({ method: 'POST', url: '/api/session/oidc/sign-out' })).json()).toEqual({ url: null });
  });
});
