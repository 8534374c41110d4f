// A port that a story may use again after its program was killed: below the range from which the system takes ports for
// connections, so that nobody takes it in between.

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** A port of this computer that nothing listens on now. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = randomInt(12_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port was found in fifty tries; look at what listens on this computer');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
