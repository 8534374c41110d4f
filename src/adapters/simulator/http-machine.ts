// The web server of a simulated machine on a real port: it answers what its machine says, remembers what it was asked,
// and can hang, vanish, come back, or answer as a hostile one would.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export type Asked = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly header: (name: string) => string | null;
  /** Names and values as they came, to be counted and measured. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
};

export type Said = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON; left out: no body. */
  readonly body?: unknown;
};

export type HttpMachine = {
  readonly url: string;
  /** The last thousand. */
  readonly asked: readonly Pick<Asked, 'method' | 'path'>[];
  /** Takes questions and answers none. */
  hang(on: boolean): void;
  /** Answers so whatever is asked at paths that begin so; null ends that. */
  answerAs(path: string, said: Said | null): void;
  /** Nobody is there any more; connections end. */
  vanish(): Promise<void>;
  /** At the same port. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

export type HttpMachineOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly answer: (asked: Asked) => Said;
  readonly onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

const askedLimit = 1000;
/** Longer bodies are cut. */
const bodyLimit = 65_536;

/** Listens on loopback. */
export async function serveHttpMachine({
  port,
  answer,
  onUpgrade,
}: HttpMachineOptions): Promise<HttpMachine> {
  const asked: Asked[] = [];
  const overrides = new Map<string, Said>();
  let isHanging = false;
  const server = createServer(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    if (asked.length > askedLimit) asked.shift();
    if (isHanging) return;
    const forced = [...overrides].find(([path]) => one.path.startsWith(path))?.[1];
    const { status, headers = {}, body } = forced ?? answer(one);
    response.writeHead(status, headers);
    response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
  if (onUpgrade) server.on('upgrade', (request, socket, head) => onUpgrade(request, socket, head));
  const listen = (at: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  const own = await listen(port);
  const vanish = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${own}`,
    asked,
    hang(on) {
      isHanging = on;
    },
    answerAs(path, said) {
      if (said === null) overrides.delete(path);
      else overrides.set(path, said);
    },
    vanish,
    async comeBack() {
      if (!server.listening) await listen(own);
    },
    close: vanish,
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = '';
  try {
    for await (const chunk of request) body = (body + String(chunk)).slice(0, bodyLimit);
  } catch {
    // Who breaks off in mid-question has asked what came.
  }
  const { method = 'GET', url: path = '/', rawHeaders, headers } = request;
  return { method, path, rawHeaders, body, header: (name) => headers[name]?.toString() ?? null };
}
