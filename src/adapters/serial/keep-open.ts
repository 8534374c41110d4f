// Keeps a transport open for ever: opens it, and when it fails or ends opens it again, 0.25 s later at first and 10 s
// later at most, until it is closed. Hands on whole lines only.

import { ReadlineParser } from '@serialport/parser-readline';
import type { CallOff, Timers } from '../../edge/timers.ts';
import { noTimer } from '../../edge/timers.ts';
import { lineGuard } from './line-guard.ts';
import type { LinkFault, OpenTransport, Transport } from './transport.ts';

export type KeptOpen = {
  /** False when nothing could be sent. */
  write(bytes: Uint8Array): boolean;
  /** What is connected is the right thing: the next failure is tried again soon. */
  proven(): void;
  /** Gives the connection up as if it had ended, and makes a new one. */
  again(fault: LinkFault): void;
  close(): Promise<void>;
};

export type KeepOpenEvents = {
  readonly opened: () => void;
  readonly line: (text: string) => void;
  /** A line was dropped as noise. */
  readonly noise: () => void;
  /** Also after a failed attempt. */
  readonly closed: (fault: LinkFault | null) => void;
};

const firstRetryMs = 250;
const longestRetryMs = 10_000;

/** Begins at once. */
export function keepOpen(options: {
  open: OpenTransport;
  lineBytes: number;
  timers: Timers;
  events: KeepOpenEvents;
}): KeptOpen {
  const { open, lineBytes, timers, events } = options;
  let current: Transport | null = null;
  let callOffRetry: CallOff = noTimer;
  let retryMs = firstRetryMs;
  let closing = false;

  const ended = (fault: LinkFault | null): void => {
    current = null;
    events.closed(fault);
    if (closing) return;
    callOffRetry = timers.after(retryMs, connect);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  const connect = (): void => {
    const guard = lineGuard({ lineBytes, onNoise: events.noise });
    const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' }).on('data', events.line);
    const mine = open({
      opened: events.opened,
      bytes: (chunk) => {
        const lines = guard.take(chunk);
        if (lines) parser.write(lines);
      },
      closed: (fault) => {
        if (current === mine) ended(fault);
      },
    });
    current = mine;
  };

  connect();
  return {
    write: (bytes) => current?.write(bytes) ?? false,
    proven: () => {
      retryMs = firstRetryMs;
    },
    again: (fault) => {
      if (!current) return;
      void current.close();
      ended(fault);
    },
    close: async () => {
      closing = true;
      callOffRetry();
      const last = current;
      current = null;
      await last?.close();
    },
  };
}
