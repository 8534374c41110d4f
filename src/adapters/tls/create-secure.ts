// Turns accepted connections into TLS ones. Nothing behind it sees a connection whose handshake is not finished in
// time; certificates are those in use at the moment of the handshake.

import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { firstBytes } from './first-bytes.ts';
import type { HandshakeFaults } from './handshake-faults.ts';
import { type ClientJudgement, judgeClient } from './judge-client.ts';

export type SecureOptions = {
  readonly context: () => SecureContext;
  /** What a client's certificate is judged by; left out or null, clients are asked for none. Who has none comes in. */
  readonly client?: () => ClientJudgement | null;
  readonly faults: HandshakeFaults;
  /** Resolves when this one may begin; see `createTurnstile`. */
  readonly turn: () => Promise<void>;
  /** Takes care of those who come without TLS until they have gone; left out, they are turned away. */
  readonly onPlain?: (socket: Socket) => Promise<void>;
};

/** Null when the connection was turned away, or has gone. */
export type Secure = (socket: Socket, timeoutMs: number) => Promise<TLSSocket | null>;

export function createSecure({ context, client, faults, turn, onPlain }: SecureOptions): Secure {
  return async (socket, timeoutMs) => {
    const address = socket.remoteAddress ?? 'gone';
    // A broken connection ends like any other: `close` follows.
    socket.on('error', ignore);
    let isLate = false;
    const deadline = setTimeout(() => {
      isLate = true;
      socket.destroy();
    }, timeoutMs);
    const refuse = (...[reason, fault]: Refusal): null => {
      faults.refuse(isLate ? 'tls-late' : reason, { address, ...(fault && !isLate && { fault }) });
      socket.destroy();
      return null;
    };
    try {
      const first = await firstBytes(socket);
      if (first === 'gone') return isLate ? refuse('tls-late') : null;
      if (first === 'plain' && onPlain) {
        await onPlain(socket);
        return null;
      }
      if (first !== 'tls') return refuse(first === 'plain' ? 'tls-missing' : 'tls-too-large');
      await turn();
      if (socket.destroyed) return refuse('tls-left');
      const judgement = client?.() ?? null;
      const shaken = await shakeHands(socket, { secureContext: context(), requestCert: judgement !== null });
      if ('reason' in shaken) return refuse(shaken.reason, shaken.fault);
      const shown = judgement && shaken.getPeerX509Certificate();
      const wrong = shown ? judgeClient(shown, judgement) : null;
      return wrong === null ? shaken : refuse(wrong);
    } catch (fault) {
      return refuse('tls-failed', codeOf(fault));
    } finally {
      clearTimeout(deadline);
    }
  };
}

type Refusal = [reason: Parameters<HandshakeFaults['refuse']>[0], fault?: string];

/** Who leaves in the midst often does not trust the certificate, and does not say so. */
function shakeHands(
  socket: Socket,
  options: { readonly secureContext: SecureContext; readonly requestCert: boolean },
): Promise<TLSSocket | { readonly reason: 'tls-left' | 'tls-failed'; readonly fault?: string }> {
  return new Promise((resolve) => {
    const secured = new TLSSocket(socket, { ...options, isServer: true, rejectUnauthorized: false });
    const left = () => resolve({ reason: 'tls-left' });
    // Of a fault only its code is told, which holds nothing of the connection. Those of the system have no such prefix.
    secured.on('error', (error) => {
      const fault = codeOf(error);
      resolve({ reason: fault.startsWith('ERR_') ? 'tls-failed' : 'tls-left', fault });
    });
    secured.once('end', left);
    secured.once('close', left);
    secured.once('secure', () => {
      secured.off('end', left);
      secured.off('close', left);
      resolve(secured);
    });
  });
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';

const ignore = (): void => {};
