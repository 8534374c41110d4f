// Where the gateway may speak of its own accord, and what it does with a server that answers slowly, endlessly or elsewhere.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mayReach } from '../../src/edge/judge-address.ts';
import { postOutwards } from '../../src/edge/post-outwards.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (url: string, change: { lan?: boolean; timeoutMs?: number } = {}) =>
  postOutwards({
    ...{ url, headers: { 'x-one': 'two' }, body: 'hallo', lan: false, timeoutMs: 2000 },
    ...{ signal: new AbortController().signal, ...change },
  });

describe('where it may go', () => {
  const [secure, plain] = [
    { host: 'example.org', isSecure: true },
    { host: 'example.org', isSecure: false },
  ];
  const inside = [
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    'fd00::1',
    'fe80::1',
  ];

  it.each(inside)('is %s only where a person has allowed their own network', (address) => {
    expect([
      mayReach(address, { ...secure, lan: false }),
      mayReach(address, { ...plain, lan: false }),
    ]).toEqual([false, false]);
    expect([mayReach(address, { ...secure, lan: true }), mayReach(address, { ...plain, lan: true })]).toEqual(
      [true, true],
    );
  });

  it('is the world with TLS only', () => {
    for (const lan of [true, false]) {
      expect(mayReach('93.184.216.34', { ...secure, lan })).toBe(true);
      expect(mayReach('93.184.216.34', { ...plain, lan })).toBe(false);
      expect(mayReach('2606:2800:220::1', { ...plain, lan })).toBe(false);
    }
  });

  it('is this computer only where the address says so itself, not by a name that leads here', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(mayReach(address, { host: 'evil.example', isSecure: true, lan: false })).toBe(false);
      expect(mayReach(address, { host: 'localhost', isSecure: false, lan: false })).toBe(true);
      expect(mayReach(address, { host: '127.0.0.1', isSecure: false, lan: false })).toBe(true);
    }
    for (const address of ['0.0.0.0', '::', '224.0.0.1', '255.255.255.255', 'ff02::1'])
      expect(mayReach(address, { host: address, isSecure: true, lan: true })).toBe(false);
    expect(mayReach('::ffff:192.168.1.1', { ...secure, lan: false })).toBe(false);
  });

  it('asks nobody at an address that is not allowed', async () => {
    let asked = 0;
    const at = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    await expect(post('http://192.168.77.1:1/')).rejects.toMatchObject({ code: 'address-forbidden' });
    await expect(post('http://[fd00::1]:1/')).rejects.toMatchObject({ code: 'address-forbidden' });
    expect(await post(`http://${at}/`)).toEqual({ status: 200, retryAfterMs: null });
    expect(await post(`http://localhost:${at.split(':')[1]}/`)).toMatchObject({ status: 200 });
    expect(asked).toBe(2);
  });
});

describe('who answers', () => {
  it('badly is still an answer, and a redirect is not followed', async () => {
    const at = await serve((request, response) => {
      if (request.url !== '/one') return response.writeHead(500).end();
      return response.writeHead(302, { location: '/two', 'retry-after': '7' }).end();
    });
    expect(await post(`http://${at}/one`)).toEqual({ status: 302, retryAfterMs: 7000 });
  });

  it('endlessly is not read to the end', async () => {
    const at = await serve((_request, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await post(`http://${at}/`)).toMatchObject({ status: 200 });
  });

  it('never, or nobody, is a fault with a code', async () => {
    const at = await serve(() => undefined);
    await expect(post(`http://${at}/`, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'silent' });
    await expect(post('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'unreached' });
    const plain = await serve((_request, response) => response.end());
    await expect(post(`https://${plain}/`)).rejects.toMatchObject({
      code: expect.stringMatching(/unfit|unreached/),
    });
    const calledOff = AbortSignal.abort();
    const wish = {
      url: `http://${at}/`,
      headers: {},
      body: '',
      lan: false,
      timeoutMs: 50,
      signal: calledOff,
    };
    await expect(postOutwards(wish)).rejects.toMatchObject({ code: 'called-off' });
  });
});
