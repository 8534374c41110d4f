// Keeps a reader's port open for ever: opens it, and when it fails or ends opens it again, 0.25 s later at first and 2 s
// later at most, until it is closed. Somebody stands there with a badge: what is plugged in again works soon.

import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import type { OpenPort, PortEvents, ReaderPort } from './reader-port.ts';

const firstRetryMs = 250;
const longestRetryMs = 2_000;

/** Begins at once. A port that opened is tried soon again when it ends. */
export function keepPort(options: { open: OpenPort; timers: Timers; events: PortEvents }): ReaderPort {
  const { open, timers, events } = options;
  let current: ReaderPort | null = null;
  let callOffRetry: CallOff = noTimer;
  let retryMs = firstRetryMs;
  let closing = false;

  const connect = (): void => {
    // A port tells nothing before it has been returned.
    current = open({
      opened: () => {
        retryMs = firstRetryMs;
        events.opened();
      },
      bytes: (chunk) => {
        if (!closing) events.bytes(chunk);
      },
      closed: (fault) => {
        if (closing) return;
        current = null;
        events.closed(fault);
        callOffRetry = timers.after(retryMs, connect);
        retryMs = Math.min(retryMs * 2, longestRetryMs);
      },
    });
  };

  connect();
  return {
    write: (bytes) => current?.write(bytes) ?? false,
    close: async () => {
      closing = true;
      callOffRetry();
      await current?.close();
    },
  };
}
