// Every route that changes something, out of the table of routes itself: a request of another site with the cookie of a
// member is refused, whatever else it says.

import { describe, expect, it } from 'vitest';
import { fakeDemo, openApi, signIn } from './open-api.ts';

const elsewhere = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
];

describe('a request of another site', () => {
  it('is refused by every route that changes something, with the cookie or without', async () => {
    const { api, ask } = await openApi({ demo: fakeDemo() });
    const cookie = await signIn(ask, 'root');
    const { paths } = (await api.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).flatMap((method) =>
        method === 'get'
          ? []
          : { method: method.toUpperCase() as 'POST', url: path.replaceAll(/\{\w+\}/g, 'x') },
      ),
    );
    expect(routes.length).toBeGreaterThan(60);
    const passed: string[] = [];
    for (const { method, url } of routes)
      for (const headers of elsewhere)
        for (const credential of [{ cookie }, {}]) {
          const answer = await ask({
            method,
            url,
            headers: { ...headers, ...credential, host: 'shop.example' },
          });
          if (answer.json().code !== 'cross-site') passed.push(`${method} ${url} ${JSON.stringify(headers)}`);
        }
    expect(passed).toEqual([]);
  });

  it('with GET changes nothing: the routes that set a cookie or write are none of them', async () => {
    const { api } = await openApi();
    const { paths } = (await api.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const others = Object.values(paths).flatMap((methods) =>
      Object.keys(methods).filter((method) => !['get', 'post', 'put', 'patch', 'delete'].includes(method)),
    );
    expect(others).toEqual([]);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/board', '/nowhere', '/api/sign-in'])(
    'of %s says what browsers may do with it',
    async (url) => {
      const { ask } = await openApi();
      const { headers } = await ask({ url });
      expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['permissions-policy']).toMatch(/publickey-credentials-get=\(self\).*microphone=\(\)/);
      expect(headers).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
        ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
      });
    },
  );
});
