// A serial port behind a TCP bridge, or a controller with a network of its own: raw bytes both ways.

import { connect } from 'node:net';
import { type LinkFault, type OpenTransport, unsentBytesLimit } from './transport.ts';

/** A host that does not answer at all is given up after so long. */
const connectTimeoutMs = 5000;

/** Read at once at most; a line has 512 bytes. */
const readBytes = 4096;

/** Connects to `host`:`port`; everything that can be wrong with it comes as a fault with a code. */
export function tcpTransport(to: {
  host: string;
  port: number;
  unsentBytes?: number;
  fullBytes?: number;
}): OpenTransport {
  const { host, port, unsentBytes = unsentBytesLimit, fullBytes } = to;
  return (events) => {
    const flow = fullBytes === undefined ? {} : { writableHighWaterMark: fullBytes };
    const alive = { keepAlive: true, keepAliveInitialDelay: 10_000 };
    // Into a buffer of its own: the runtime would take 64 KiB for each of the short lines that come.
    const buffer = Buffer.allocUnsafeSlow(readBytes);
    const callback = (bytes: number): boolean => {
      events.bytes(buffer.subarray(0, bytes));
      return true;
    };
    const onread = { buffer, callback };
    const socket = connect({ host, port, noDelay: true, onread, ...alive, ...flow });
    let connected = false;
    let fault: LinkFault | null = null;
    let wanted = false;
    socket.setTimeout(connectTimeoutMs, () => {
      fault = { code: 'host-unreachable', detail: `no answer within ${connectTimeoutMs} ms` };
      socket.destroy();
    });
    socket.on('connect', () => {
      connected = true;
      socket.setTimeout(0);
      events.opened();
    });
    socket.on('drain', () => events.drained?.());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fault = { code: connected ? 'host-gone' : codeOf(error.code), detail: error.message };
    });
    // A bridge that closes its half has nothing more to say; half-open links are of no use here.
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      if (!wanted) events.closed(fault ?? { code: 'host-gone', detail: 'the connection was closed' });
    });
    return {
      write: (bytes) => {
        if (!connected || socket.destroyed || socket.writableLength + bytes.length > unsentBytes)
          return false;
        socket.write(bytes);
        return true;
      },
      isFull: () => socket.writableNeedDrain,
      close: async () => {
        wanted = true;
        if (socket.closed) return;
        await new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          socket.destroy();
        });
      },
    };
  };
}

function codeOf(code: string | undefined): LinkFault['code'] {
  if (code === 'ECONNREFUSED') return 'host-refused';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'host-unknown' : 'host-unreachable';
}
