// What watchers read: health without signing in, counters from this machine or with a token.

import { describe, expect, it } from 'vitest';
import { HealthReport } from '../../src/contract/requests.ts';
import { readExposition } from '../adapters/metrics/read-exposition.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

describe('GET /health', () => {
  it('is 200 while taps can be decided, and 503 with reasons otherwise', async () => {
    const { ask, gateway } = await openApi();
    const well = await ask({ url: '/health' });
    expectShape(HealthReport, well.json());
    expect([well.statusCode, well.json()]).toEqual([200, { ok: true, reasons: [] }]);
    const reasons = [{ code: 'journal-full', text: 'The disk is full.', values: { disk: 'data' } }];
    gateway.nextHealth = { ok: false, reasons };
    const ill = await ask({ url: '/health' });
    expect([ill.statusCode, ill.json()]).toEqual([503, { ok: false, reasons }]);
  });
});

describe('GET /metrics', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'needs no token from %s',
    async (remoteAddress) => {
      const { ask } = await openApi();
      const answer = await ask({ url: '/metrics', remoteAddress });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(answer.body).toContain('officina_taps_total 7\n');
      expect(answer.body).toContain('officina_http_live_streams 0\n');
      expect(answer.body.endsWith('\n')).toBe(true);
      expect(readExposition(answer.body).size).toBeGreaterThan(4);
    },
  );

  it.each([
    ['another machine', { remoteAddress: '192.0.2.7' }],
    ['a look-alike', { remoteAddress: '2001:db8::127:1' }],
    [
      'a proxy here that speaks for others',
      { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } },
    ],
    ['a proxy of the new kind', { remoteAddress: '::1', headers: { forwarded: 'for=192.0.2.7' } }],
  ])('needs a token from %s', async (_from, request) => {
    const { ask } = await openApi();
    expectProblem(await ask({ url: '/metrics', ...request }), 401, 'sign-in-needed');
    const headers = {
      ...('headers' in request ? request.headers : {}),
      authorization: `Bearer ${adminToken}`,
    };
    expect((await ask({ url: '/metrics', ...request, headers })).statusCode).toBe(200);
  });

  it('takes the key of the file for this and for nothing else', async () => {
    const { ask } = await openApi({ metricsToken: 'a-key-that-only-scrapes-here' });
    const headers = { authorization: 'Bearer a-key-that-only-scrapes-here' };
    const remoteAddress = '192.0.2.7';
    expect((await ask({ url: '/metrics', remoteAddress, headers })).statusCode).toBe(200);
    expectProblem(await ask({ url: '/api/board', remoteAddress, headers }), 401, 'token-unknown');
    const wrong = { authorization: 'Bearer a-key-that-only-scrapes-there' };
    expectProblem(await ask({ url: '/metrics', remoteAddress, headers: wrong }), 401, 'sign-in-needed');
  });
});
