// A web server of a simulated printer that can be pulled out and plugged in again on the same port, with every connection
// dropped as a power cut drops it.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocketServer } from 'ws';

export type PulledServer = {
  readonly port: () => number;
  readonly listen: () => Promise<void>;
  /** No goodbye; nobody listens any more. */
  readonly pull: () => Promise<void>;
};

export function pulledServer(
  { http, sockets }: { http: Server; sockets: WebSocketServer },
  wanted: number,
): PulledServer {
  let port = wanted;
  return {
    port: () => port,
    listen: () =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, '127.0.0.1', () => {
          http.off('error', reject);
          port = (http.address() as AddressInfo).port;
          resolve();
        });
      }),
    pull: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
