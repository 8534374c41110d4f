// Whoever comes to the HTTPS port without TLS gets an answer that helps, and nothing that was sent comes back to life.

import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlainAnswer } from '../../../src/adapters/tls/answer-plain.ts';
import { type SecurePort, securePort } from './tls-fixture.ts';

let port: SecurePort;
beforeEach(async () => {
  port = await securePort({ onPlain: createPlainAnswer(), timeoutMs: 2_000 });
});
afterEach(() => port.close());

/** Everything that comes back until the connection is closed. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const client = connect(port.port, '127.0.0.1', () => client.write(text));
    let received = '';
    client.setEncoding('utf8').on('data', (more: string) => (received += more));
    client.once('close', () => resolve(received));
    client.once('error', reject);
  });
}
const head = (line: string, ...headers: string[]) => `${[line, ...headers].join('\r\n')}\r\n\r\n`;

describe('a request without TLS', () => {
  it('for a page is sent on to the same place', async () => {
    const answer = await send(head('GET /machines/laser?day=1 HTTP/1.1', 'Host: officina.local:8080'));
    expect(answer).toMatch(/^HTTP\/1\.1 307 /);
    expect(answer).toContain('location: https://officina.local:8080/machines/laser?day=1\r\n');
    expect(answer).not.toMatch(/strict-transport/i);
    expect(await send(head('HEAD / HTTP/1.1', 'Host: [::1]:8443'))).toContain(
      'location: https://[::1]:8443/\r\n',
    );
  });

  it.each([
    ['that writes', `${head('POST /api/session HTTP/1.1', 'Host: a.b', 'Content-Length: 2')}{}`],
    ['without a host', head('GET / HTTP/1.0')],
    ['with a host that is none', head('GET / HTTP/1.1', 'Host: a b')],
    ['with an address in place of a path', head('GET http://elsewhere.example/ HTTP/1.1', 'Host: a.b')],
  ])('%s is told what to do', async (_how, text) => {
    const answer = await send(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('write https:// in place of http://.\n');
    expect(answer).not.toContain('location');
  });

  it.each(['Authorization: Bearer secret-token', 'Cookie: officina-sign-in=secret-token'])(
    'that shows a secret is told that it has been seen (%s)',
    async (header) => {
      const answer = await send(head('GET /api/board HTTP/1.1', 'Host: a.b', header));
      expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*make a new token, or sign in again/);
      expect(answer).not.toContain('secret-token');
    },
  );

  it('that is none, or never ends, is closed', async () => {
    expect(await send('what is this\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send(`GET / HTTP/1.1\r\nX: ${'x'.repeat(9_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await send('GET / HTTP/1.1\r\nHost: a')).toBe('');
    expect(port.refused('tls-missing')).toBe(0);
  });
});
