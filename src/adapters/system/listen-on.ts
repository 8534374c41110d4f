// Opens a port for an HTTP server and closes it with its connections; rejects with the system's own code. With TLS,
// only connections that finished their handshake reach the server.

import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type OpenPort = { readonly port: number; close(): Promise<void> };

export type ListenOn = {
  readonly host: string;
  readonly port: number;
  /** Makes a TLS connection of a plain one; null when it was turned away. */
  readonly secure?: Secure | null;
};

type Secure = (socket: Socket, timeoutMs: number) => Promise<Socket | null>;

/** For telephones at the edge of a wireless network. */
const handshakeMs = 10_000;

export function listenOn(server: Server, { host, port, secure = null }: ListenOn): Promise<OpenPort> {
  return new Promise((resolve, reject) => {
    // Each takes the other away: a port in use is tried again with the same server.
    const onFault = (fault: Error): void => {
      server.off('listening', onOpen);
      reject(fault);
    };
    const onOpen = (): void => {
      server.off('error', onFault);
      const entering = secure ? secureFirst(server, secure) : new Set<Socket>();
      const bound = server.address() as AddressInfo;
      resolve({ port: bound.port, close: () => closeServer(server, entering) });
    };
    server.once('error', onFault);
    server.once('listening', onOpen);
    server.listen({ host, port });
  });
}

/**
 * Puts the handshake between the port and whoever answered connections until now. The server stays the one that
 * listens, because only such a one bounds the time of requests. Returns those whose handshake is under way; their
 * number is bounded by `maxConnections`.
 */
function secureFirst(server: Server, secure: Secure): Set<Socket> {
  const entering = new Set<Socket>();
  const answerers = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', async (socket: Socket) => {
    entering.add(socket);
    const secured = await secure(socket, handshakeMs).finally(() => entering.delete(socket));
    if (secured) for (const answerer of answerers) answerer.call(server, secured);
  });
  return entering;
}

function closeServer(server: Server, entering: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  for (const socket of entering) socket.destroy();
  return closed;
}
