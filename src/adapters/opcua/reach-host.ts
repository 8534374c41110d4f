// Whether anything listens where an endpoint points to, before a library is asked: its errors tell the reason only as
// text, those of a socket as a code.

import { createConnection } from 'node:net';
import { LinkFault } from '../../edge/link-fault.ts';

const usualPort = 4840;

/** @throws LinkFault with the reason */
export function reachHost(endpoint: string, timeoutMs: number): Promise<void> {
  const { host, port } = placeOf(endpoint);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = createConnection({ host, port, timeout: timeoutMs });
  const end = (fault: LinkFault | null): void => {
    socket.destroy();
    if (fault) reject(fault);
    else resolve();
  };
  socket.once('connect', () => end(null));
  socket.once('timeout', () => end(new LinkFault('host-unreachable')));
  socket.once('error', (cause: NodeJS.ErrnoException) =>
    end(new LinkFault(codeOf(cause.code), {}, { cause })),
  );
  return promise;
}

function placeOf(endpoint: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(endpoint);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usualPort : Number(port) };
}

function codeOf(code: string | undefined): 'host-refused' | 'host-unknown' | 'host-unreachable' {
  if (code === 'ECONNREFUSED') return 'host-refused';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'host-unknown' : 'host-unreachable';
}
