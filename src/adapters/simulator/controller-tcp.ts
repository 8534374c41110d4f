// Serves a simulated controller on a real TCP port, as a serial bridge would, and lets its time pass with the clock.

import { createServer, type Server, type Socket } from 'node:net';

/** What can be served: any simulated firmware. */
type SimulatedController = {
  /** A new conversation; what the controller says to it goes to `listener`. */
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  /** Lets time pass up to `nowMs`. */
  step(nowMs: number): void;
};

export type ControllerServer = {
  readonly port: number;
  /** The cable is pulled: connections end and none is taken until `replug`. */
  unplug(): Promise<void>;
  replug(): Promise<void>;
  close(): Promise<void>;
};

/** Time passes in steps of this. */
const stepMs = 20;
/** More than so many at once are turned away. */
const connectionLimit = 8;
/** What a client does not take is dropped beyond this, as a serial line would. */
const unsentLimit = 65_536;

/** Listens on loopback; port 0 takes a free one. `onBytes` sees what comes in. */
export async function serveControllerTcp(options: {
  port: number;
  controller: SimulatedController;
  now: () => number;
  onBytes?: (bytes: Uint8Array) => void;
}): Promise<ControllerServer> {
  const { controller, now } = options;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (sockets.size >= connectionLimit) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.setNoDelay(true);
    const channel = controller.attach((bytes) => {
      if (socket.writableLength <= unsentLimit) socket.write(bytes);
    });
    socket.on('data', (bytes) => {
      options.onBytes?.(bytes);
      channel.write(bytes);
    });
    // A client that breaks off is no concern of the machine.
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      channel.detach();
    });
  });
  const ticking = setInterval(() => controller.step(now()), stepMs);
  const port = await listen(server, options.port);
  const unplug = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    unplug,
    replug: async () => {
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      clearInterval(ticking);
      await unplug();
    },
  };
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
