// Asks the gateway that runs on this data folder, for commands. Over TLS the token is sent only to who holds the very
// certificate that the gateway said it presents; names, dates and issuers then do not matter.

import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';

export type GatewayPlace = {
  readonly url: string;
  readonly token: string;
  /** SHA-256 of its certificate, as `AB:CD:…`; null without TLS. */
  readonly fingerprint: string | null;
};

export type GatewayRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As `/api/members/import`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** In place of that of the data folder. */
  readonly token?: string;
  readonly timeoutMs: number;
};

export type GatewayAnswer = { readonly status: number; readonly body: unknown };

/** Of one answer; a list of 20,000 mistakes fits. */
const answerLimitBytes = 16 * 1024 * 1024;

/** Rejects when there is no answer in time, or none that is JSON; redirects are not followed. */
export async function askGateway(place: GatewayPlace, asked: GatewayRequest): Promise<GatewayAnswer> {
  const { method, path, timeoutMs } = asked;
  const { hostname, port } = new URL(place.url);
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
  const signal = AbortSignal.timeout(timeoutMs);
  const { fingerprint } = place;
  const socket = fingerprint === null ? null : await openPinned({ ...at, fingerprint, signal });
  const body = asked.body === undefined ? null : JSON.stringify(asked.body);
  const headers = {
    authorization: `Bearer ${asked.token ?? place.token}`,
    ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  // An agent would open a connection of its own beside the proven one.
  const through = socket ? { createConnection: () => socket } : { agent: false };
  return new Promise((resolve, reject) => {
    const sent = request({ ...at, path, method, headers, signal, ...through }, (answer) => {
      readAnswer(answer).then(resolve, reject);
    });
    sent.once('error', reject);
    sent.end(body ?? undefined);
  });
}

type Pinned = {
  readonly host: string;
  readonly port: number;
  readonly fingerprint: string;
  readonly signal: AbortSignal;
};

/** The connection is proven before a byte of the request exists on it. */
async function openPinned({ host, port, fingerprint, signal }: Pinned): Promise<Socket> {
  const { connect } = await import('node:tls');
  return new Promise((resolve, reject) => {
    // Who issued the certificate proves nothing here that its fingerprint does not prove better.
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    const fail = (cause: unknown): void => {
      socket.destroy();
      reject(cause);
    };
    const onAbort = (): void => fail(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', onAbort);
      if (socket.getPeerX509Certificate()?.fingerprint256 === fingerprint) return resolve(socket);
      const text = `Port ${port} presents another certificate than the gateway of this data folder; see who listens there.`;
      fail(new Error(text));
    });
  });
}

async function readAnswer(answer: IncomingMessage): Promise<GatewayAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > answerLimitBytes) throw new Error(`the answer is larger than ${answerLimitBytes} bytes`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // What was done and has nothing to say (204).
  return { status: answer.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) };
}
