// A line between gateway and database that fails as it is told: refused, cut, deaf on the way back, slow, or in the
// place of a server that has an error of its own.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

type Weather =
  | 'fair'
  /** Nobody listens: connections end at once. */
  | 'gone'
  /** Requests arrive and are done, but their answers are lost with the connection. */
  | 'deaf'
  /** Requests are taken and never answered. */
  | 'mute'
  /** The server has an error of its own. */
  | 'sick';

export type FaultyProxy = {
  readonly port: number;
  /** Open connections are cut, so that the weather is felt at once. */
  turn(weather: Weather): void;
  /** Each answer comes so much later. */
  delay(ms: number): void;
  /** Requests that arrived in each weather, so that a test knows that it was felt. */
  felt(weather: Weather): number;
  close(): Promise<void>;
};

export async function openFaultyProxy(targetPort: number): Promise<FaultyProxy> {
  let weather: Weather = 'fair';
  let delayMs = 0;
  const felt = new Map<Weather, number>();
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const feel = (): void => void felt.set(weather, (felt.get(weather) ?? 0) + 1);

  const server = createServer((near) => {
    keep(near);
    if (weather === 'gone') {
      feel();
      near.destroy();
      return;
    }
    const far = keep(connect(targetPort, '127.0.0.1'));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (chunk) => {
      feel();
      if (weather === 'sick') near.end('HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n');
      else if (weather !== 'mute') far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (weather === 'deaf') near.destroy();
      else if (delayMs > 0) setTimeout(() => near.write(chunk), delayMs);
      else near.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    port: address.port,
    turn(next) {
      weather = next;
      for (const socket of sockets) socket.destroy();
    },
    delay(ms) {
      delayMs = ms;
    },
    felt: (asked) => felt.get(asked) ?? 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
