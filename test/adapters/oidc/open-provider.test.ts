// Signing in at a real OpenID provider over real HTTP: what is sent, what is believed, and what is not.

import { afterEach, describe, expect, it } from 'vitest';
import { openProvider, type ProviderOptions } from '../../../src/adapters/oidc/open-provider.ts';
import { type OidcServer, oidcClient, openOidcServer } from '../../fakes/oidc-server.ts';

const returnTo = 'https://officina.example.org/api/session/oidc/callback';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let server: OidcServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function open(change: Partial<ProviderOptions> = {}) {
  const at = await openOidcServer();
  server = at;
  const provider = openProvider({
    ...{ issuer: at.issuer, ...oidcClient, label: 'House', log: quiet },
    ...{ handleClaim: 'preferred_username', groupsClaim: 'groups', attach: 'never' as const },
    groups: [
      { group: 'Workshop Stewards', role: 'steward' as const },
      { group: '__proto__', role: 'admin' as const },
    ],
    ...change,
  });
  return { at, provider };
}

async function begin({ provider }: Awaited<ReturnType<typeof open>>) {
  const begun = await provider.begin(returnTo);
  if (!begun.ok) throw new Error(begun.code);
  return begun;
}

async function signIn(opened: Awaited<ReturnType<typeof open>>) {
  const begun = await begin(opened);
  const url = await opened.at.visit(begun.url);
  return opened.provider.finish({ url, kept: begun.kept });
}

describe('a sign-in service', () => {
  it('is asked for a code with PKCE, state and nonce, and vouches for a handle and its groups', async () => {
    const opened = await open();
    opened.at.person = { sub: 's', preferred_username: 'ada', groups: ['Workshop Stewards', 'Choir'] };
    expect(await signIn(opened)).toEqual({
      ok: true,
      vouched: { handle: 'ada', email: null, roles: ['steward'] },
    });
    const asked = Object.fromEntries(opened.at.asked[0] ?? []);
    expect(asked).toMatchObject({
      ...{ response_type: 'code', redirect_uri: returnTo, code_challenge_method: 'S256' },
      ...{ client_id: 'officina', scope: 'openid profile email' },
      ...{ state: expect.stringMatching(/^.{40,}$/), nonce: expect.stringMatching(/^.{40,}$/) },
    });
  });

  it('is asked for its user info where the ID token tells too little', async () => {
    const opened = await open();
    opened.at.person = { sub: 's', preferred_username: 'ada' };
    opened.at.info = { groups: ['Workshop Stewards'], preferred_username: 'root' };
    expect(await signIn(opened)).toMatchObject({ vouched: { handle: 'ada', roles: ['steward'] } });
  });

  it.each([
    [true, 'ada@example.org'],
    [false, null],
    ['true', null],
    [undefined, null],
  ])('lets an e-mail count only when it was verified (%s)', async (email_verified, email) => {
    const opened = await open({ attach: 'email' });
    opened.at.person = { sub: 's', email: 'ada@example.org', email_verified, groups: [] };
    expect(await signIn(opened)).toMatchObject({ ok: true, vouched: { handle: null, email } });
  });

  it('bears clocks that differ by half a minute', async () => {
    const opened = await open();
    opened.at.bend = (claims) => ({ ...claims, iat: Number(claims.iat) + 30, nbf: Number(claims.iat) + 30 });
    expect(await signIn(opened)).toMatchObject({ ok: true });
  });

  const bent: readonly [string, (server: OidcServer) => void][] = [
    ['another nonce', (at) => (at.bend = (claims) => ({ ...claims, nonce: 'x' }))],
    ['no nonce', (at) => (at.bend = ({ nonce: _, ...claims }) => claims)],
    ['another issuer', (at) => (at.bend = (claims) => ({ ...claims, iss: 'https://evil.example' }))],
    ['another client', (at) => (at.bend = (claims) => ({ ...claims, aud: 'somebody-else' }))],
    ['a token of yesterday', (at) => (at.bend = (claims) => ({ ...claims, exp: 1_700_000_000 }))],
    ['a token of tomorrow', (at) => (at.bend = (claims) => ({ ...claims, nbf: 4_000_000_000 }))],
    ['another key', (at) => (at.forge = true)],
  ];
  it.each(bent)('is not believed with %s', async (_what, bend) => {
    const opened = await open();
    bend(opened.at);
    expect(await signIn(opened)).toEqual({ ok: false, code: 'provider-answer' });
  });

  it('is not believed when it comes back with the state of another attempt', async () => {
    const opened = await open();
    const [mine, theirs] = [await begin(opened), await begin(opened)];
    const url = await opened.at.visit(theirs.url);
    expect(await opened.provider.finish({ url, kept: mine.kept })).toEqual({
      ok: false,
      code: 'provider-answer',
    });
  });

  it('takes a code once', async () => {
    const opened = await open();
    const begun = await begin(opened);
    const url = await opened.at.visit(begun.url);
    expect(await opened.provider.finish({ url, kept: begun.kept })).toMatchObject({ ok: true });
    expect(await opened.provider.finish({ url, kept: begun.kept })).toEqual({
      ok: false,
      code: 'provider-answer',
    });
  });

  it('may say no', async () => {
    const opened = await open();
    opened.at.refuse = true;
    expect(await signIn(opened)).toEqual({ ok: false, code: 'provider-refused' });
  });

  it('that is away is told as away, before and in the middle, and is found again', async () => {
    const opened = await open();
    const begun = await begin(opened);
    const url = await opened.at.visit(begun.url);
    await opened.at.close();
    expect(await opened.provider.finish({ url, kept: begun.kept })).toEqual({
      ok: false,
      code: 'provider-away',
    });
    expect(await opened.provider.begin(returnTo)).toEqual({ ok: false, code: 'provider-away' });
    expect(await opened.provider.signOutUrl(returnTo)).toBeNull();
    server = null;
  });

  it('says where one signs out of it', async () => {
    const { at, provider } = await open();
    const url = new URL((await provider.signOutUrl('https://officina.example.org/')) ?? '');
    expect(url.origin + url.pathname).toBe(`${at.issuer}/end`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ client_id: 'officina', post_logout_redirect_uri: 'https://officina.example.org/' },
    });
  });
});
