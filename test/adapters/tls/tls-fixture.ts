// A port that makes TLS connections of what comes, and remembers what it turned away.

import { createServer, type Socket } from 'node:net';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { createSecure, type SecureOptions } from '../../../src/adapters/tls/create-secure.ts';
import { createTurnstile } from '../../../src/adapters/tls/create-turnstile.ts';
import { createHandshakeFaults } from '../../../src/adapters/tls/handshake-faults.ts';
import { type MadePair, makeCertificate } from '../../fakes/make-certificate.ts';

export type SecureParts = {
  readonly pair: MadePair;
  readonly secure: ReturnType<typeof createSecure>;
  readonly counted: Map<string, number>;
  readonly logged: { readonly facts: object; readonly text: string }[];
  /** Monotonic, milliseconds; turned by hand. */
  readonly clock: { nowMs: number };
};

export function secureParts(
  changes: Partial<Pick<SecureOptions, 'onPlain' | 'turn' | 'client'>> = {},
): SecureParts {
  const pair = makeCertificate();
  const counted = new Map<string, number>();
  const logged: { facts: object; text: string }[] = [];
  const clock = { nowMs: 0 };
  const log = (facts: object, text: string) => void logged.push({ facts, text });
  const faults = createHandshakeFaults({
    door: 'mqtt',
    clock: { monoMs: () => clock.nowMs },
    log: { info: log, warn: log, error: log },
    meters: {
      count: (name, labels) => {
        const key = [name, labels?.door, labels?.reason].join(' ');
        counted.set(key, (counted.get(key) ?? 0) + 1);
      },
    },
  });
  const context = createSecureContext({
    ...{ cert: pair.cert, key: pair.key, minVersion: 'TLSv1.2' },
    ...(changes.client && { sessionIdContext: 'test' }),
  });
  const secure = createSecure({ context: () => context, faults, turn: createTurnstile(), ...changes });
  return { pair, secure, counted, logged, clock };
}

export type SecurePort = SecureParts & {
  readonly port: number;
  readonly secured: TLSSocket[];
  /** Connections that are not closed. */
  open(): number;
  refused(reason: string): number;
  close(): Promise<void>;
};

export async function securePort(
  options: Partial<Pick<SecureOptions, 'onPlain' | 'turn' | 'client'>> & { readonly timeoutMs?: number } = {},
): Promise<SecurePort> {
  const { timeoutMs = 10_000, ...changes } = options;
  const parts = secureParts(changes);
  const secured: TLSSocket[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const made = await parts.secure(socket, timeoutMs);
    if (made) secured.push(made);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    ...parts,
    port: typeof bound === 'object' && bound ? bound.port : 0,
    secured,
    open: () => sockets.size,
    refused: (reason) => parts.counted.get(`tls_refused_total mqtt ${reason}`) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
