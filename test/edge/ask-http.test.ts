// Questions over HTTP and WebSocket against a server that answers as hostile machines do.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { askHttp, jsonOf } from '../../src/edge/ask-http.ts';
import type { LinkFault } from '../../src/edge/link-fault.ts';
import { openSocket } from '../../src/edge/open-socket.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port on which nobody listens any more. */
async function closed(): Promise<string> {
  const url = await serve(() => undefined);
  await closing.pop()?.();
  return url;
}

const never = new AbortController().signal;
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (fault: LinkFault) => fault.trouble.code,
  );

describe('a question over HTTP', () => {
  it('is answered with any status, and follows no redirect', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end('{"a":1}');
    });
    const answer = await askHttp({ url, signal: never });
    expect([answer.status, jsonOf(answer)]).toEqual([302, { a: 1 }]);
  });

  it('inv. 11: an answer that never ends is given up', async () => {
    const url = await serve((_request, response) => {
      response.on('drain', () => response.write('x'.repeat(65_536)));
      response.write('x'.repeat(65_536));
    });
    expect(await codeOf(askHttp({ url, signal: never, mostBytes: 100_000 }))).toBe('answer-unfit');
  });

  it('inv. 11: what is not JSON is a fault', async () => {
    const url = await serve((_request, response) => void response.end('<html>'));
    const answer = await askHttp({ url, signal: never });
    expect(() => jsonOf(answer)).toThrow('answer-unfit');
  });

  it('a server that is silent, absent, or called off is told apart', async () => {
    const url = await serve(() => undefined);
    expect(await codeOf(askHttp({ url, signal: never, timeoutMs: 50 }))).toBe('server-silent');
    expect(await codeOf(askHttp({ url: await closed(), signal: never }))).toBe('host-refused');
    const off = new AbortController();
    const asked = codeOf(askHttp({ url, signal: off.signal }));
    off.abort();
    expect(await asked).toBe('link-lost');
  });
});

describe('a socket', () => {
  const sockets = async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    closing.push(() => {
      for (const one of server.clients) one.terminate();
      server.close();
    });
    return { server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };

  it('hears texts, says texts, and ends with its signal', async () => {
    const { server, url } = await sockets();
    server.on('connection', (socket) => socket.on('message', (data) => socket.send(`heard ${data}`)));
    const stop = new AbortController();
    const heard = Promise.withResolvers<string>();
    const socket = await openSocket({ url, signal: stop.signal, onText: heard.resolve });
    expect(socket.send('one')).toBe(true);
    expect(await heard.promise).toBe('heard one');
    stop.abort();
    expect(await codeOf(socket.over)).toBe('link-lost');
    expect(socket.send('two')).toBe(false);
  });

  it('inv. 11: a message that is too long ends it', async () => {
    const { server, url } = await sockets();
    server.on('connection', (socket) => socket.send('x'.repeat(2000)));
    const socket = await openSocket({ url, signal: never, onText: () => undefined, mostBytes: 1000 });
    expect(await codeOf(socket.over)).not.toBe('answered');
  });

  it('a server that lets nobody in is told from one that is not there', async () => {
    const refusing = await serve((_request, response) => void response.writeHead(401).end());
    const upgrade = (url: string) => codeOf(openSocket({ url, signal: never, onText: () => undefined }));
    expect(await upgrade(refusing.replace('http', 'ws'))).toBe('sign-in-refused');
    expect(await upgrade('ws://127.0.0.1:1')).toBe('host-refused');
  });
});
