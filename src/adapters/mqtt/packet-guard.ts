// Stands between one socket and the broker library: only whole packets that keep the rules pass inwards, at most so
// many per second; outwards nothing waits for a client that does not read, it is closed instead. Memory per connection
// is bounded by one packet, one chunk of the socket and `unreadBytes`.

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Clock } from '../../gateway/ports.ts';
import { checkConnect } from './connect-rules.ts';
import { connectType, createFramer, type Frame, type FrameLimits } from './packet-framer.ts';
import { checkPacket, pubackType } from './packet-rules.ts';
import type { RefusalReason } from './refusals.ts';

export type GuardLimits = FrameLimits & {
  /** For a complete CONNECT, milliseconds. */
  readonly connectMs: number;
  /** Packets per second in the long run. */
  readonly packetsPerSecond: number;
  /** Packets at once. */
  readonly burst: number;
  /** What may wait to be read by the client, bytes. */
  readonly unreadBytes: number;
  /** Filters in one packet. */
  readonly subscriptions: number;
};

/** What the connection showed over TLS, and whether its door wants that. */
type ClientCertificate = {
  /** The common name in it; null without one. */
  readonly name: string | null;
  readonly isRequired: boolean;
};

export type GuardOptions = {
  readonly socket: Socket;
  readonly address: string;
  readonly isLocal: boolean;
  readonly certificate: ClientCertificate;
  readonly limits: GuardLimits;
  readonly clock: Clock;
  readonly refuse: (reason: RefusalReason) => void;
};

export type Guard = {
  /** Where the connection comes from. */
  readonly address: string;
  /** Whether that is this computer itself. */
  readonly isLocal: boolean;
  readonly certificate: ClientCertificate;
  /** What the broker library is given in place of the socket. */
  readonly stream: Duplex;
  /** For one that has signed in and must say more than others, or less. */
  limit(limits: Partial<Omit<GuardLimits, 'connectMs'>>): void;
  /** Lets packets after the CONNECT in; until then the socket is not read. */
  admit(): void;
  /** Called with the packet id of each PUBACK. */
  onAcknowledged: (packetId: number) => void;
  /** Sends one whole packet; false when the connection has gone. */
  send(packet: Buffer): boolean;
  close(): void;
};

/** How long a closing socket may take to flush its last words, milliseconds. */
const lingerMs = 1000;

export function guardSocket(options: GuardOptions): Guard {
  const { socket, address, isLocal, certificate, clock, refuse } = options;
  const limits = { ...options.limits };
  const framer = createFramer(limits);
  const spend = createBudget(limits, clock);
  let admitted = false;
  const deadline = setTimeout(() => close('connect-late'), limits.connectMs);

  const stream = new Duplex({
    read: () => {
      if (admitted) socket.resume();
    },
    write: (chunk: Buffer, _encoding, done) => {
      write(chunk);
      done();
    },
    writev: (chunks, done) => {
      write(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)));
      done();
    },
    destroy: (_error, done) => {
      clearTimeout(deadline);
      socket.destroySoon();
      setTimeout(() => socket.destroy(), lingerMs).unref();
      done(null);
    },
  });

  const write = (bytes: Buffer): void => {
    if (socket.destroyed || !socket.writable) return;
    socket.write(bytes);
    if (socket.writableLength > limits.unreadBytes) {
      close('not-reading');
      socket.destroy();
    }
  };

  const close = (reason: RefusalReason, reply: Buffer | null = null): void => {
    if (stream.destroyed) return;
    refuse(reason);
    if (reply) write(reply);
    stream.destroy();
  };

  /** False when the connection was closed. */
  const receive = (frame: Frame): boolean => {
    if (frame.type === connectType && !admitted) {
      const fault = checkConnect(frame.flags, frame.body);
      if (fault) close(fault.reason, fault.reply);
      clearTimeout(deadline);
      socket.pause();
    } else {
      const reason = spend() ? checkPacket(frame, limits) : 'packet-rate';
      if (reason) close(reason);
      else if (frame.type === pubackType) guard.onAcknowledged(frame.body.readUInt16BE(0));
    }
    if (stream.destroyed) return false;
    if (!stream.push(frame.bytes)) socket.pause();
    return true;
  };

  socket.on('data', (chunk: Buffer) => {
    if (stream.destroyed) return;
    const { frames, fault } = framer.take(chunk);
    if (frames.every(receive) && fault) close(fault);
  });
  socket.on('end', () => stream.push(null));
  // A broken connection is an end like any other.
  socket.on('error', () => stream.destroy());
  socket.on('close', () => stream.destroy());
  socket.setNoDelay(true);

  const guard: Guard = {
    address,
    isLocal,
    certificate,
    stream,
    limit: (other) => {
      Object.assign(limits, other);
    },
    admit: () => {
      admitted = true;
      socket.resume();
    },
    onAcknowledged: () => {},
    send: (packet) => {
      if (stream.destroyed || !socket.writable) return false;
      stream.write(packet);
      return true;
    },
    close: () => {
      stream.destroy();
    },
  };
  return guard;
}

/** A token bucket: true while there is something left to spend. */
function createBudget(limits: GuardLimits, clock: Clock): () => boolean {
  let left = limits.burst;
  let atMs = clock.monoMs();
  return () => {
    const nowMs = clock.monoMs();
    left = Math.min(limits.burst, left + ((nowMs - atMs) * limits.packetsPerSecond) / 1000);
    atMs = nowMs;
    if (left < 1) return false;
    left--;
    return true;
  };
}
