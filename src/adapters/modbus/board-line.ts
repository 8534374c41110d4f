// What carries bytes to Modbus boards: a TCP connection or a serial line. It is opened once; `closed` comes exactly once
// unless we close it ourselves, also when opening failed; after that it is thrown away and a new one is made.

import { connect } from 'node:net';
import { serialOpener } from '../../edge/open-serial.ts';

export type BoardLine = {
  /** False when nothing could be sent; nothing is queued. */
  write(bytes: Uint8Array): boolean;
  /** Resolves when it is closed; never rejects. */
  close(): Promise<void>;
};

type LineEvents = {
  readonly opened: () => void;
  readonly bytes: (chunk: Uint8Array) => void;
  readonly closed: (fault: LineFault) => void;
};

export type OpenLine = (events: LineEvents) => BoardLine;

/** Why there is no line; `detail` is for the log only. */
export type LineFault = {
  readonly code: 'missing' | 'forbidden' | 'busy' | 'gone' | 'unknown' | 'refused' | 'unreachable';
  readonly detail: string;
};

/** A board that does not take the connection is given up after so long. */
const connectLimitMs = 3_000;
/** One question waits at a time, and has twelve bytes. */
const unsentLimitBytes = 64;

export function tcpLine(place: { host: string; port: number }): OpenLine {
  return (events) => {
    const socket = connect({ ...place, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    let isConnected = false;
    let isWanted = true;
    let fault: LineFault = { code: 'gone', detail: 'the connection was closed' };
    socket.setTimeout(connectLimitMs, () => {
      fault = { code: 'unreachable', detail: `no answer within ${connectLimitMs} ms` };
      socket.destroy();
    });
    socket.on('connect', () => {
      isConnected = true;
      socket.setTimeout(0);
      events.opened();
    });
    socket.on('data', events.bytes);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fault = { code: isConnected ? 'gone' : codeOf(error.code), detail: error.message };
    });
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      if (isWanted) events.closed(fault);
    });
    return {
      write: (bytes) => {
        if (!isConnected || socket.destroyed || socket.writableLength > unsentLimitBytes) return false;
        socket.write(bytes);
        return true;
      },
      close: async () => {
        isWanted = false;
        if (socket.closed) return;
        await new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          socket.destroy();
        });
      },
    };
  };
}

function codeOf(code: string | undefined): LineFault['code'] {
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown' : 'unreachable';
}

/** 8N1, as the relay boards have it. */
export const serialLine = (place: { path: string; baud: number }): OpenLine =>
  serialOpener({ ...place, unsentBytes: unsentLimitBytes });
