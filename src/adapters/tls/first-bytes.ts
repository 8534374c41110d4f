// What a connection begins with, found out without taking it away from whoever reads on: TLS, something else, or a
// greeting that is larger than any honest one.

import type { Socket } from 'node:net';

export type FirstBytes = 'tls' | 'plain' | 'too-large' | 'gone';

/** A record header of five bytes, then type and length of the ClientHello in four (RFC 8446, 4 and 5.1). */
const neededBytes = 9;
const handshakeRecord = 22;

/** With keys for the time after quantum computers it has some 2 kB. OpenSSL would keep 128 kB per connection. */
const helloLimitBytes = 16_384;

/** The caller bounds the time; the socket is then paused, and has all its bytes. */
export function firstBytes(socket: Socket): Promise<FirstBytes> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const finish = (first: FirstBytes): void => {
      socket.off('data', take);
      socket.off('end', leave);
      socket.off('close', leave);
      resolve(first);
    };
    const leave = (): void => {
      finish('gone');
      socket.destroy();
    };
    const take = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const first = judge(bytes);
      if (first === null) return;
      socket.pause();
      finish(first);
      socket.unshift(bytes);
    };
    socket.on('data', take);
    socket.once('end', leave);
    socket.once('close', leave);
  });
}

/** Null while it cannot be told yet. */
function judge(bytes: Buffer): FirstBytes | null {
  if (bytes[0] !== handshakeRecord) return 'plain';
  if (bytes.length < neededBytes) return null;
  return bytes.readUIntBE(6, 3) > helloLimitBytes ? 'too-large' : 'tls';
}
