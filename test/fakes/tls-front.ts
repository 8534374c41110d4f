// A TLS door before a simulated machine, as a proxy on its computer would be: whoever passes the handshake is led on.

import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';

export type TlsFront = {
  readonly url: string;
  /** Since it opened. */
  connections(): number;
  /** Bytes that came through inside a connection. */
  passedBytes(): number;
  close(): Promise<void>;
};

export async function tlsFront(pair: { cert: string; key: string }, behind: string): Promise<TlsFront> {
  const sockets = new Set<Socket>();
  let passed = 0;
  let count = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer({ cert: pair.cert, key: pair.key }, (outside) => {
    const inside = connect(Number(new URL(behind).port), '127.0.0.1');
    for (const socket of [outside, inside]) keep(socket);
    count += 1;
    outside.on('data', (chunk: Buffer) => {
      passed += chunk.length;
    });
    outside.pipe(inside).pipe(outside);
    outside.on('close', () => inside.destroy());
    inside.on('close', () => outside.destroy());
  });
  server.on('connection', keep);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => count,
    passedBytes: () => passed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
