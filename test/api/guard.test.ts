// The gate: foreign names, foreign sites, headers, broken and oversized requests, unknown addresses, pages.

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fc from 'fast-check';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { guardRoutes } from '../../src/api/guard.ts';
import type { Api } from '../../src/api/parts.ts';
import { problems } from '../../src/api/problem.ts';
import { expectProblem, fakeDemo, openApi, signIn } from './open-api.ts';

const shown = { method: 'PUT', url: '/api/session/shown', payload: { shown: true } } as const;

describe('the name of the host', () => {
  it.each(['localhost', 'localhost:8080', 'LOCALHOST', '127.0.0.1:8080', '[::1]:8080', '[::1]'])(
    'answers to %s on loopback',
    async (host) => {
      const { ask } = await openApi({ demo: fakeDemo(), loopbackOnly: true });
      expect((await ask({ url: '/api/board', headers: { host } })).statusCode).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:8080',
    'localhost@evil.example',
    '192.0.2.1',
  ])('turns %s away on loopback: DNS rebinding', async (host) => {
    const { ask } = await openApi({ demo: fakeDemo(), loopbackOnly: true });
    for (const url of ['/api/board', '/', '/api/docs', '/nowhere', '/health']) {
      expectProblem(await ask({ url, headers: { host } }), 421, 'host-unknown');
    }
  });

  it('answers to any name where the network may come in', async () => {
    const { ask } = await openApi();
    expect((await ask({ url: '/health', headers: { host: 'shop.example' } })).statusCode).toBe(200);
  });
});

it.each([
  [true, 'max-age=2592000'],
  [false, undefined],
])('browsers are kept on HTTPS only where this gateway speaks it (%s)', async (hsts, said) => {
  const { ask } = await openApi({ hsts });
  for (const url of ['/', '/api/board', '/nowhere', '/%']) {
    expect((await ask({ url })).headers['strict-transport-security']).toBe(said);
  }
});

describe('a new route', () => {
  it.each([
    ['without its scopes', { schema: { summary: 'New' } }],
    ['without a summary, so that the document would miss it', { config: { needs: 'public' } }],
  ] as const)('cannot be added %s', (_without, options) => {
    const api: Api = fastify().withTypeProvider<TypeBoxTypeProvider>();
    guardRoutes(api, { credentialOf: () => ({ kind: 'none' }), viewerOf: () => null, ofMember: () => null });
    expect(() => api.get('/api/new', options, () => 'new')).toThrow(
      '/api/new must say which scopes it needs',
    );
  });
});

describe('cross-site requests', () => {
  const host = 'shop.example:8080';
  it.each([
    ['the page itself, on https or localhost', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the page itself, on plain http', { origin: 'http://shop.example:8080' }, 200],
    ['a script without a browser', {}, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://shop.example:8080' }, 403],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another port of this host', { origin: 'http://shop.example:9090' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['nonsense', { origin: 'http://[' }, 403],
  ])('from %s: %j', async (_from, headers, status) => {
    const { ask, gateway } = await openApi();
    const cookie = await signIn(ask, 'ada');
    const answer = await ask({ ...shown, headers: { host, cookie, ...headers } });
    expect(answer.statusCode).toBe(status);
    expect(gateway.asked).toHaveLength(status === 200 ? 1 : 0);
    if (status === 403) expectProblem(answer, 403, 'cross-site');
  });

  it('cannot sign anybody in, nor tap in the demo', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    const headers = { origin: 'http://evil.example', host };
    const tap = { method: 'POST', url: '/api/demo/taps', payload: { reader: 'front', badge: 'x' } } as const;
    const enter = {
      method: 'POST',
      url: '/api/session',
      payload: { handle: 'ada', password: 'ada-password' },
    } as const;
    expectProblem(await ask({ ...tap, headers }), 403, 'cross-site');
    expectProblem(await ask({ ...enter, headers }), 403, 'cross-site');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
  ])('cannot send %s as a body', async (type) => {
    const { ask, gateway } = await openApi();
    const cookie = await signIn(ask, 'ada');
    const answer = await ask({
      ...shown,
      payload: '{"shown":true}',
      headers: { cookie, 'content-type': type },
    });
    expectProblem(answer, 415, 'media-type-wrong');
    expect(gateway.asked).toEqual([]);
  });

  it.each([
    'application/json\ta',
    'application/json ;charset=utf-8',
    ' application/json',
    'APPLICATION/JSON;x=y',
  ])('inv. 11: no spelling of the content type (%j) slips past the schema', async (type) => {
    const { ask, gateway } = await openApi();
    const cookie = await signIn(ask, 'ada');
    const answer = await ask({
      ...shown,
      payload: '{"shown":"no"}',
      headers: { cookie, 'content-type': type },
    });
    expect([400, 415]).toContain(answer.statusCode);
    expect(gateway.asked).toEqual([]);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/board', '/nowhere', '/health', '/api/session', '/%zz'])(
    '%s has the headers',
    async (url) => {
      const { ask } = await openApi();
      const { headers } = await ask({ url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it.each([
    ['an unknown page', { url: '/nowhere' }, 404, 'not-found'],
    ['an unknown route', { url: '/api/nowhere' }, 404, 'not-found'],
    ['a method that is not there', { method: 'PATCH', url: '/api/board' }, 404, 'not-found'],
    ['an address that cannot be read', { url: '/api/machines/%zz' }, 400, 'url-broken'],
    ['an endless id', { url: `/api/machines/${'a'.repeat(3000)}` }, 404, 'not-found'],
    ['half a JSON', { ...shown, payload: '{"shown":' }, 400, 'json-broken'],
    ['a poisoned JSON', { ...shown, payload: '{"shown":true,"__proto__":{}}' }, 400, 'json-broken'],
    ['a body of 100 kB', { ...shown, payload: `{"shown":"${'a'.repeat(100_000)}"}` }, 413, 'body-too-large'],
  ] as const)('to %s is a problem', async (_what, request, status, code) => {
    const { as, logged } = await openApi();
    const answer = await (await as('ada'))({
      ...request,
      headers: 'payload' in request ? { 'content-type': 'application/json' } : {},
    });
    expectProblem(answer, status, code);
    expect(logged).toEqual([]);
  });

  it('inv. 11: whatever stands in a path, nothing fails inside', async () => {
    const { as, logged } = await openApi();
    const root = await as('root');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/api/machines/', '/api/tokens/', '/', '/assets/', '/api/docs/'),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom('..', '%2e%2e/x', 'constructor'),
        ),
        async (folder, rest) => {
          const answer = await root({ url: folder + encodeURIComponent(rest) });
          expect(answer.statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    expect(logged).toEqual([]);
  });

  it('names thing, reason and remedy in whole sentences', () => {
    for (const [code, [status, title, detail]] of Object.entries(problems)) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      for (const sentence of [title, detail]) expect(sentence).toMatch(/^[A-Z`].*\.$/);
    }
  });
});

describe('the pages', () => {
  it('are asked for again each time, except those with a hash in their name', async () => {
    const { ask } = await openApi();
    const page = await ask({ url: '/' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await ask({ url: '/assets/main-abc123.js' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
    const again = await ask({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  it.each(['/.secret', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f.secret', '/assets/'])(
    'never leave their folder: %s',
    async (url) => {
      const { ask } = await openApi();
      expectProblem(await ask({ url }), 404, 'not-found');
    },
  );

  it('say how to build them when they are missing', async () => {
    const { ask } = await openApi({ dashboardDir: '/nowhere/at/all' });
    expectProblem(await ask({ url: '/' }), 503, 'dashboard-missing');
    expect((await ask({ url: '/health' })).statusCode).toBe(200);
  });
});
