// The one UDP socket of all Ruida controllers: each of them answers to the same port of this computer, and is told apart
// by the address that it answers from. Opened with the first of them, closed with the last.

import { createSocket, type Socket } from 'node:dgram';
import { LinkFault } from '../../edge/link-fault.ts';

export type RuidaPlace = {
  /** Ours, to which the controller answers. */
  readonly answerPort: number;
  /** IPv4, as datagrams name it. */
  readonly address: string;
  readonly onDatagram: (datagram: Buffer) => void;
  readonly onFault: (fault: LinkFault) => void;
};

export type RuidaEar = {
  send(datagram: Buffer, port: number): void;
  close(): Promise<void>;
};

type Shared = {
  readonly socket: Promise<Socket>;
  readonly places: Map<string, RuidaPlace>;
};

const open = new Map<number, Shared>();

/** Rejects with a `LinkFault`: another program has the port, or another machine here has the same address. */
export async function shareSocket(place: RuidaPlace): Promise<RuidaEar> {
  const { answerPort, address } = place;
  const shared = open.get(answerPort) ?? openShared(answerPort);
  if (shared.places.has(address)) throw new LinkFault('no-free-session');
  shared.places.set(address, place);
  const leave = async (): Promise<void> => {
    if (shared.places.get(address) === place) shared.places.delete(address);
    if (shared.places.size > 0) return;
    if (open.get(answerPort) === shared) open.delete(answerPort);
    const socket = await shared.socket.catch(() => null);
    await new Promise<void>((resolve) => (socket === null ? resolve() : closeSocket(socket, resolve)));
  };
  try {
    const socket = await shared.socket;
    return {
      send(datagram, port) {
        socket.send(datagram, port, address, (cause) => {
          if (cause) place.onFault(new LinkFault('host-unreachable', {}, { cause }));
        });
      },
      close: leave,
    };
  } catch (cause) {
    await leave();
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    throw new LinkFault(isTaken ? 'no-free-session' : 'link-broken', {}, { cause });
  }
}

function openShared(answerPort: number): Shared {
  const places = new Map<string, RuidaPlace>();
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = createSocket('udp4');
  const shared = { socket: promise, places };
  open.set(answerPort, shared);
  socket.on('message', (datagram, from) => places.get(from.address)?.onDatagram(datagram));
  socket.on('error', (cause) => {
    reject(cause);
    for (const place of places.values()) place.onFault(new LinkFault('link-broken', {}, { cause }));
  });
  socket.bind(answerPort, () => resolve(socket));
  return shared;
}

function closeSocket(socket: Socket, done: () => void): void {
  socket.close(() => done());
}
