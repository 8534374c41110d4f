// Asking our own port for its health: every health is an answer, silence and strangers are none.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { askHealth } from '../../../src/adapters/watchdog/ask-health.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function served(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  return (limitMs = 2000) =>
    askHealth({ host: '127.0.0.1', port, connect: () => connect({ host: '127.0.0.1', port }), limitMs });
}

it.each([200, 503])('%s is a health', async (status) => {
  let asked = '';
  const ask = await served((request, response) => {
    asked = `${request.method} ${request.url} ${request.headers.host}`;
    response.writeHead(status).end('{}');
  });
  await ask();
  expect(asked).toMatch(/^GET \/health 127\.0\.0\.1:\d+$/);
});

it.each([404, 500, 302])('%s is none', async (status) => {
  const ask = await served((_request, response) => response.writeHead(status).end());
  await expect(ask()).rejects.toThrow(`answered ${status}, which is no health`);
});

it('silence is none, also in the middle of an answer', async () => {
  const mute = await served(() => undefined);
  await expect(mute(100)).rejects.toThrow('did not answer within 100 ms');
  const half = await served((_request, response) => void response.writeHead(200).write('{'));
  await expect(half(100)).rejects.toThrow();
});

it('a port that is closed is none', async () => {
  const ask = await served(() => undefined);
  for (const close of closing.splice(0)) close();
  await expect(ask()).rejects.toThrow('failed; look at the log');
});
