// Where a host (LightBurn, UGS, bCNC, CNCjs, …) comes in: a TCP port that takes one host at a time, for as long as the link
// runs. Whoever reaches it drives the machine while a session is open.

import { createServer, type Socket } from 'node:net';
import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';

export type DoorEvents = {
  /** False sends it away again. */
  readonly came: () => boolean;
  readonly bytes: (chunk: Buffer) => void;
  readonly went: () => void;
  /** Null once it is open; it is tried again until it works. */
  readonly fault: (detail: string | null) => void;
};

export type HostDoor = {
  write(bytes: Uint8Array): void;
  /** The host waits while held: nothing more is read from it. */
  hold(isHeld: boolean): void;
  /** Sends the host away. */
  hangUp(): void;
  /** Null while it is not open. */
  port(): number | null;
  close(): Promise<void>;
};

/** A host that does not read so much of what it was told is gone. */
const unreadBytes = 262_144;
const retryMs = 5000;

export function openHostDoor(
  at: { host: string; port: number; timers: Timers },
  events: DoorEvents,
): HostDoor {
  let current: Socket | null = null;
  let callOff: CallOff = noTimer;
  let isClosed = false;
  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 }, (socket) => {
    // One that breaks off is no fault of ours.
    socket.on('error', () => {});
    if (current || !events.came()) {
      socket.destroy();
      return;
    }
    current = socket;
    socket.on('data', events.bytes);
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      if (current !== socket) return;
      current = null;
      events.went();
    });
  });
  const listen = (): void => {
    if (!isClosed) server.listen(at.port, at.host);
  };
  server.on('listening', () => events.fault(null));
  server.on('error', (fault) => {
    events.fault(fault.message);
    callOff = at.timers.after(retryMs, listen);
  });
  listen();
  return {
    write: (bytes) => {
      if (!current) return;
      if (current.writableLength > unreadBytes) current.destroy();
      else current.write(bytes);
    },
    hold: (isHeld) => {
      if (isHeld) current?.pause();
      else current?.resume();
    },
    hangUp: () => current?.destroy(),
    port: () => {
      const address = server.address();
      return typeof address === 'object' && address ? address.port : null;
    },
    close: async () => {
      isClosed = true;
      callOff();
      current?.destroy();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
