// Strangers who announce a hundred megabytes each and send for as long as they are heard, at the broker in a process of
// its own: what it costs that process is read from the system.

import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrokerProgram, startBrokerProgram } from './start-broker-program.ts';
import { connectPacket, length, packet, text } from './wire.ts';

const strangers = 14;
const announcedBytes = 100_000_000;
const chunk = Buffer.alloc(65_536, 'x');

let broker: BrokerProgram;
beforeAll(async () => {
  broker = await startBrokerProgram();
});
afterAll(() => broker.stop());

/** Sends until the other side closes, at most what was announced; resolves with how much of it was taken. */
function flood(first: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(broker.port, '127.0.0.1');
    const more = (): void => {
      while (!socket.destroyed && socket.bytesWritten < announcedBytes) if (!socket.write(chunk)) return;
      if (socket.bytesWritten >= announcedBytes) socket.destroy();
    };
    socket.on('connect', () => {
      socket.write(first);
      more();
    });
    socket.on('drain', more);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(socket.bytesWritten - socket.writableLength));
  });
}

// The system tells the memory of a process in /proc.
describe.skipIf(!existsSync('/proc/self/status'))('inv. 10: fourteen strangers at once', () => {
  it.each<[string, Buffer]>([
    ['announce 100 MB of CONNECT', Buffer.concat([Buffer.from([0x10]), length(announcedBytes)])],
    ['announce 100 MB of PUBLISH', Buffer.concat([Buffer.from([0x30]), length(announcedBytes)])],
    ['sign in with a wrong password, and send without waiting', connectPacket({ password: 'guessed' })],
    [
      'send 4 kB of CONNECT that never ends',
      packet(0x10, text('MQTT'), Buffer.alloc(4000)).subarray(0, 4000),
    ],
  ])(
    '%s: memory grows by less than 20 MB',
    async (_how, first) => {
      // Once for what is compiled and allocated at the first connection ever.
      await flood(first);
      const before = (await broker.facts()).memoryMb;
      let most = before;
      let isOver = false;
      const floods = Promise.all(Array.from({ length: strangers }, () => flood(first)));
      void floods.then(() => {
        isOver = true;
      });
      do most = Math.max(most, (await broker.facts()).memoryMb);
      while (!isOver);
      const taken = (await floods).reduce((sum, bytes) => sum + bytes, 0);
      const { memoryMb, refused, faults } = await broker.facts();
      const grownMb = Math.max(most, memoryMb) - before;
      process.stdout.write(
        `${strangers} × 100 MB: grown ${grownMb.toFixed(1)} MB, sent ${(taken / 1e6).toFixed(1)} MB\n`,
      );
      expect(grownMb).toBeLessThan(20);
      expect(faults).toEqual([]);
      expect(Object.values(refused).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(strangers);
    },
    30_000,
  );
});
