// A server behind TLS: it answers as before, bounds the time of requests as before, and can be closed at any moment.

import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import { connect, createServer as createPort, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenOn, type OpenPort } from '../../../src/adapters/system/listen-on.ts';
import { type SecureParts, secureParts } from '../tls/tls-fixture.ts';

let tls: SecureParts;
let server: Server;
let port: OpenPort | null = null;
const clients: Socket[] = [];
beforeEach(() => {
  tls = secureParts();
  server = createServer({ headersTimeout: 100, connectionsCheckingInterval: 20 }, (asked, answer) => {
    answer.end(`${'encrypted' in asked.socket} ${asked.socket.remoteAddress} ${asked.url}`);
  });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await port?.close();
  port = null;
});

const open = async (at = 0) => {
  port = await listenOn(server, { host: '127.0.0.1', port: at, secure: tls.secure });
  return port.port;
};

function ask(at: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port: at, host: 'localhost', path, ca: tls.pair.cert, agent: false },
      async (answer) => {
        let text = '';
        for await (const chunk of answer.setEncoding('utf8')) text += chunk;
        resolve(text);
      },
    );
    sent.once('error', reject);
    sent.end();
  });
}

it('answers over TLS, and knows who asks', async () => {
  const at = await open();
  expect(await ask(at, '/a')).toBe('true 127.0.0.1 /a');
  expect(await Promise.all(['/b', '/c', '/d'].map((path) => ask(at, path)))).toHaveLength(3);
});

it('is closed while handshakes and silent connections are under way', async () => {
  const at = await open();
  const half = connect(at, '127.0.0.1');
  const silent = connectTls({ port: at, host: '127.0.0.1', ca: tls.pair.cert });
  for (const client of [half, silent]) {
    clients.push(client);
    client.on('error', () => {});
  }
  await new Promise<void>((resolve) => silent.once('secureConnect', () => resolve()));
  await port?.close();
  await expect.poll(() => half.closed && silent.closed, { timeout: 5_000 }).toBe(true);
});

it('cuts a request that is never finished', async () => {
  const at = await open();
  const client = connectTls({ port: at, host: '127.0.0.1', ca: tls.pair.cert });
  clients.push(client);
  client.on('error', () => {});
  let received = '';
  client.setEncoding('utf8').on('data', (more: string) => (received += more));
  client.write('GET / HTTP/1.1\r\nHost: a\r\n');
  await expect.poll(() => client.closed, { timeout: 10_000 }).toBe(true);
  expect(received).toMatch(/^HTTP\/1\.1 408 /);
});

it('may be opened again after a port that was in use', async () => {
  const other = createPort();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const bound = other.address();
  const at = typeof bound === 'object' && bound ? bound.port : 0;
  await expect(open(at)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
  expect(await ask(await open(at), '/again')).toBe('true 127.0.0.1 /again');
});
