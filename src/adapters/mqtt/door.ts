// The front door: listens, counts connections in total and per address, and hands each one on behind its guard.
// Nothing reaches the broker library that did not pass here.

import { createServer, type Server, type Socket } from 'node:net';
import type { Clock, Meters } from '../../gateway/ports.ts';
import { type Guard, type GuardLimits, guardSocket } from './packet-guard.ts';
import type { Refusals } from './refusals.ts';

export type DoorLimits = GuardLimits & {
  readonly connections: number;
  /** Per address; loopback, where our own simulators and proxies live, only counts in total. */
  readonly connectionsPerAddress: number;
};

export const defaultLimits: DoorLimits = {
  connections: 256,
  connectionsPerAddress: 32,
  connectBytes: 4096,
  packetBytes: 65_536,
  connectMs: 5000,
  packetsPerSecond: 50,
  burst: 200,
  unreadBytes: 262_144,
};

export type DoorOptions = {
  readonly host: string;
  readonly port: number;
  readonly limits: DoorLimits;
  /** Places beyond the limit that only this computer itself can take. */
  readonly keptPlaces: number;
  readonly clock: Clock;
  readonly meters: Meters;
  readonly refusals: Refusals;
  readonly enter: (guard: Guard) => void;
};

export type Door = { readonly port: number; close(): Promise<void> };

export async function openDoor(options: DoorOptions): Promise<Door> {
  const guards = new Set<Guard>();
  const perAddress = new Map<string, number>();
  const server = createServer((socket) => {
    const address = addressOf(socket);
    const refuse = (reason: Parameters<Refusals['refuse']>[0]) =>
      options.refusals.refuse(reason, { address });
    const here = perAddress.get(address) ?? 0;
    const isLocal = isLoopback(address) || socket.remoteAddress === socket.localAddress;
    const full = guards.size >= options.limits.connections + (isLocal ? options.keptPlaces : 0);
    if (full || (here >= options.limits.connectionsPerAddress && !isLoopback(address))) {
      refuse(full ? 'connections-full' : 'address-full');
      socket.on('error', () => {});
      socket.destroy();
      return;
    }
    const { limits, clock } = options;
    const guard = guardSocket({ socket, address, isLocal, limits, clock, refuse });
    guards.add(guard);
    perAddress.set(address, here + 1);
    options.meters.count('mqtt_connections_total');
    socket.once('close', () => {
      guards.delete(guard);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    options.enter(guard);
  });
  await listen(server, options);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const guard of guards) guard.close();
      }),
  };
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const text = `MQTT cannot listen on ${host} port ${port} (${cause.code}): free that port or choose another`;
      reject(new Error(text, { cause }));
    });
    server.listen({ host, port }, resolve);
  });
}

/** An IPv4 address that came in over IPv6 counts as itself. */
const addressOf = (socket: Socket): string => (socket.remoteAddress ?? 'gone').replace(/^::ffff:/, '');

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
