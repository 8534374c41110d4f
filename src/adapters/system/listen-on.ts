// Opens a port for an HTTP server and closes it with its connections; rejects with the system's own code.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OpenPort = { readonly port: number; close(): Promise<void> };

export function listenOn(
  server: Server,
  at: { readonly host: string; readonly port: number },
): Promise<OpenPort> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: at.host, port: at.port }, () => {
      server.off('error', reject);
      const { port } = server.address() as AddressInfo;
      resolve({ port, close: () => closeServer(server) });
    });
  });
}

function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
