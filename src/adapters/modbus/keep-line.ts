// Keeps a line to boards open for ever: opens it, and when it fails or ends opens it again, 0.25 s later at first and
// 10 s later at most, until it is closed.

import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import type { BoardLine, LineFault, OpenLine } from './board-line.ts';

export type KeptLine = {
  isOpen(): boolean;
  /** False when nothing could be sent. */
  write(bytes: Uint8Array): boolean;
  /** Gives the line up as if it had ended, and makes a new one. */
  again(detail: string): void;
  close(): Promise<void>;
};

export type KeptLineEvents = {
  readonly opened: () => void;
  readonly bytes: (chunk: Uint8Array) => void;
  /** Also after a failed attempt. */
  readonly closed: (fault: LineFault) => void;
};

const firstRetryMs = 250;
const longestRetryMs = 10_000;

/** Begins at once. */
export function keepLine(options: { open: OpenLine; timers: Timers; events: KeptLineEvents }): KeptLine {
  const { open, timers, events } = options;
  let line: BoardLine | null = null;
  let isOpen = false;
  let closing = false;
  let callOffRetry: CallOff = noTimer;
  let retryMs = firstRetryMs;

  const ended = (fault: LineFault): void => {
    line = null;
    isOpen = false;
    if (closing) return;
    events.closed(fault);
    callOffRetry = timers.after(retryMs, connect);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  const connect = (): void => {
    // A line tells nothing before it has been returned.
    const mine = open({
      opened: () => {
        isOpen = true;
        events.opened();
      },
      bytes: (chunk) => {
        if (line !== mine) return;
        retryMs = firstRetryMs;
        events.bytes(chunk);
      },
      closed: (fault) => {
        if (line === mine) ended(fault);
      },
    });
    line = mine;
  };

  connect();
  return {
    isOpen: () => isOpen,
    write: (bytes) => line?.write(bytes) ?? false,
    again: (detail) => {
      if (!line || closing) return;
      void line.close();
      ended({ code: 'gone', detail });
    },
    close: async () => {
      closing = true;
      callOffRetry();
      isOpen = false;
      await line?.close();
    },
  };
}
