// A web server of a simulated printer that can be pulled out and plugged in again on the same port, with every connection
// dropped as a power cut drops it.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocketServer } from 'ws';

export type PulledServer = {
  readonly listen: () => Promise<void>;
  readonly plug: Plug;
};

/** What a simulated printer can be asked of its server. */
export type Plug = {
  url(): string;
  /** No goodbye; nobody listens any more. */
  vanish(): Promise<void>;
  /** At the same port. */
  comeBack(): Promise<void>;
  /** The server alone: what the printer does goes on. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export function pulledServer(
  { http, sockets }: { http: Server; sockets: WebSocketServer },
  wanted: number,
): PulledServer {
  let port = wanted;
  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, '127.0.0.1', () => {
        http.off('error', reject);
        port = (http.address() as AddressInfo).port;
        resolve();
      });
    });
  const pull = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets.clients) socket.terminate();
      http.close(() => resolve());
      http.closeAllConnections();
    });
  return {
    listen,
    plug: {
      url: () => `http://127.0.0.1:${port}`,
      vanish: pull,
      comeBack: listen,
      async restart() {
        await pull();
        await listen();
      },
      close: pull,
    },
  };
}
