// The front doors: they listen, count connections in total and per address, and hand each one on behind its guard.
// Nothing reaches the broker library that did not pass here; with TLS, a guard sees what is within.

import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Clock, Meters } from '../../gateway/ports.ts';
import { type Guard, type GuardLimits, type GuardOptions, guardSocket } from './packet-guard.ts';
import { maxSubscriptions } from './packet-rules.ts';
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
  subscriptions: maxSubscriptions,
};

/** A bridge tells of all its devices in one message, and of each at its start. */
export const bridgeLimits = { packetBytes: 1_048_576, packetsPerSecond: 200, burst: 2000 } as const;

/** What all doors of one broker share: who is in counts, through whichever door it came. */
export type DoorsOptions = {
  readonly limits: DoorLimits;
  /** Places beyond the limit that only this computer itself can take. */
  readonly keptPlaces: number;
  readonly clock: Clock;
  readonly meters: Meters;
  readonly refusals: Refusals;
  readonly enter: (guard: Guard) => void;
};

export type DoorPlace = {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Makes a TLS connection of a plain one; null when it was turned away. Left out, the door is plain. */
  readonly secure?: (socket: Socket, timeoutMs: number) => Promise<Socket | null>;
  /** Whether nobody signs in here without a certificate; those that are shown were judged by `secure`. */
  readonly certificatesRequired?: boolean;
};

export type Door = { readonly port: number; close(): Promise<void> };

type Doors = {
  /** Rejects when the port cannot be opened. */
  open(place: DoorPlace): Promise<Door>;
  close(): Promise<void>;
};

export function createDoors(options: DoorsOptions): Doors {
  const { limits, clock, meters } = options;
  let taken = 0;
  const perAddress = new Map<string, number>();
  const doors: Door[] = [];

  /** Counts the connection until it closes; false when there is no place for it. */
  const takePlace = (socket: Socket, address: string): boolean => {
    const here = perAddress.get(address) ?? 0;
    const full = taken >= limits.connections + (isLocal(socket) ? options.keptPlaces : 0);
    if (full || (here >= limits.connectionsPerAddress && !isLoopback(address))) {
      options.refusals.refuse(full ? 'connections-full' : 'address-full', { address });
      return false;
    }
    taken += 1;
    perAddress.set(address, here + 1);
    meters.count('mqtt_connections_total');
    socket.once('close', () => {
      taken -= 1;
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    return true;
  };

  const admit = async (raw: Socket, { inside, ...place }: DoorPlace & { inside: Inside }): Promise<void> => {
    const address = addressOf(raw);
    // A broken connection ends like any other: `close` follows.
    raw.on('error', () => {});
    if (!takePlace(raw, address)) return void raw.destroy();
    const sinceMs = clock.monoMs();
    inside.entering.add(raw);
    const socket = place.secure ? await place.secure(raw, limits.connectMs) : raw;
    inside.entering.delete(raw);
    if (!socket) return;
    // One time limit for the handshake and the CONNECT after it.
    const connectMs = Math.max(1, limits.connectMs - (clock.monoMs() - sinceMs));
    const refuse: GuardOptions['refuse'] = (reason) => options.refusals.refuse(reason, { address });
    const guard = guardSocket({
      ...{ socket, address, clock, refuse },
      isLocal: isLocal(raw),
      certificate: { name: certificateName(socket), isRequired: place.certificatesRequired ?? false },
      limits: { ...limits, connectMs },
    });
    inside.guards.add(guard);
    raw.once('close', () => inside.guards.delete(guard));
    options.enter(guard);
  };

  return {
    async open(place) {
      const inside: Inside = { guards: new Set(), entering: new Set() };
      const server = createServer((socket) => void admit(socket, { ...place, inside }));
      await listen(server, place);
      const bound = server.address();
      const door: Door = {
        port: typeof bound === 'object' && bound ? bound.port : place.port,
        close: () => closeDoor(server, inside),
      };
      doors.push(door);
      return door;
    },
    async close() {
      await Promise.all(doors.map((door) => door.close()));
    },
  };
}

/** Those who came in through one door. */
type Inside = { readonly guards: Set<Guard>; readonly entering: Set<Socket> };

function closeDoor(server: Server, { guards, entering }: Inside): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const guard of guards) guard.close();
    for (const socket of entering) socket.destroy();
  });
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

/** Whether it comes from this computer itself, by whichever of its addresses. */
const isLocal = (socket: Socket): boolean =>
  isLoopback(addressOf(socket)) || socket.remoteAddress === socket.localAddress;

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Null without a certificate; empty, which is nobody's id, where it names nobody or several. */
function certificateName(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket) || !socket.getPeerX509Certificate()) return null;
  const { CN: name } = socket.getPeerCertificate().subject;
  return typeof name === 'string' ? name : '';
}
