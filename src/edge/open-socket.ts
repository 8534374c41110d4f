// A WebSocket to a machine: texts only, bounded in size, closed with its signal. What goes wrong ends it once, as a
// `LinkFault`.

import { type ClientOptions, WebSocket } from 'ws';
import { unreachedBy } from './ask-http.ts';
import type { CertificateTrust } from './judge-certificate.ts';
import { LinkFault } from './link-fault.ts';
import { secureAgent } from './secure-agent.ts';

export type OpenedSocket = {
  /** False when it did not take it: closed, or more than a megabyte waits to be sent. */
  send(text: string): boolean;
  /** Rejects when it has ended, also when the signal aborts; closed by then. */
  readonly over: Promise<never>;
};

export type SocketPlace = {
  /** `ws:` or `wss:`; a secret stands in `headers`, never here. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly onText: (text: string) => void;
  /** Of a `wss:` address; left out: who is certified by an issuer that this computer trusts. */
  readonly trust?: CertificateTrust | undefined;
  /** Left out: 1 MiB; a longer message ends the socket. */
  readonly mostBytes?: number;
};

const usualMostBytes = 1_048_576;
const unsentBytes = 1_048_576;
const handshakeMs = 5000;

/** Resolves when it is open; rejects with a `LinkFault`: `sign-in-refused` for 401 and 403. */
export function openSocket(place: SocketPlace): Promise<OpenedSocket> {
  const { url, headers = {}, signal, onText, mostBytes = usualMostBytes } = place;
  const limits: ClientOptions = {
    ...{ maxPayload: mostBytes, handshakeTimeout: handshakeMs, followRedirects: false },
    ...{ perMessageDeflate: false, headers: { ...headers } },
    ...(url.startsWith('wss:') ? { agent: secureAgent(place.trust) } : {}),
  };
  const { promise, resolve, reject } = Promise.withResolvers<OpenedSocket>();
  const over = Promise.withResolvers<never>();
  // Nobody may be listening yet, or any more.
  over.promise.catch(() => undefined);
  if (signal.aborted) return Promise.reject(new LinkFault('link-lost'));
  const socket = new WebSocket(url, limits);
  let fault: LinkFault | null = null;
  const abort = (): void => socket.terminate();
  signal.addEventListener('abort', abort, { once: true });
  socket.on('unexpected-response', (_request, answer) => {
    const refused = answer.statusCode === 401 || answer.statusCode === 403;
    fault = new LinkFault(refused ? 'sign-in-refused' : 'answer-unfit');
    answer.resume();
    socket.terminate();
  });
  socket.on('error', (cause) => {
    fault ??= cause instanceof LinkFault ? cause : new LinkFault(unreachedBy(cause), {}, { cause });
  });
  socket.on('message', (data, isBinary) => {
    if (!isBinary && !signal.aborted) onText(String(data));
  });
  socket.on('open', () =>
    resolve({
      send(text) {
        if (socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > unsentBytes) return false;
        socket.send(text);
        return true;
      },
      over: over.promise,
    }),
  );
  socket.on('close', () => {
    signal.removeEventListener('abort', abort);
    const ended = fault ?? new LinkFault('link-lost');
    reject(ended);
    over.reject(ended);
  });
  return promise;
}
