// A host that streams through the gateway at the pace of a serial line, for as long as one likes: what arrives at the
// controller and what comes back is compared byte by byte, and how much longer each line takes than through a plain copy.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { createSeededChance } from '../../../src/simulation/seeded-chance.ts';
import { freePort } from '../../e2e/free-port.ts';
import { comeIn } from './beside-bench.ts';
import { listening, until } from './link-under-test.ts';

type Streamed = {
  readonly bytes: number;
  readonly lines: number;
  /** Reports that the gateway asked for meanwhile; the host must have heard none. */
  readonly polls: number;
  /** From the write of a line to the ok for it, milliseconds. */
  readonly times: readonly number[];
};

/** 250,000 baud with start and stop bit. */
const bytesPerMs = 25;
/** What a host may have unanswered, as grblHAL buffers it. */
const windowBytes = 512;

/** Rejects when a byte was lost, changed or added on either way. */
export async function streamBeside(how: {
  seed: number;
  bytes: number;
  way: 'gateway' | 'copy';
  /** As fast as it goes, one line after the other, in place of the pace of the line. */
  isUnpaced?: boolean;
}): Promise<Streamed> {
  const controller = await ackingController(how.isUnpaced ?? false);
  const way =
    how.way === 'gateway' ? await throughGateway(controller.port) : await throughCopy(controller.port);
  const host = await comeIn(way.port);
  try {
    const sent = createHash('sha256');
    const open: { size: number; atMs: number }[] = [];
    const times: number[] = [];
    let answered = 0;
    const room = new EventTarget();
    host.socket.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) landed();
    });
    const landed = (): void => {
      const line = open.shift();
      if (line) times.push(performance.now() - line.atMs);
      answered += 1;
      room.dispatchEvent(new Event('room'));
    };
    const chance = createSeededChance(how.seed);
    let bytes = 0;
    let lines = 0;
    while (bytes < how.bytes) {
      const line = Buffer.from(`G1 X${chance.below(100_000) / 100} Y${chance.below(100_000) / 100} F1800\n`);
      const limit = how.isUnpaced ? line.length : windowBytes;
      while (open.reduce((sum, { size }) => sum + size, line.length) > limit) await once(room, 'room');
      open.push({ size: line.length, atMs: performance.now() });
      host.socket.write(line);
      sent.update(line);
      bytes += line.length;
      lines += 1;
    }
    await until(() => answered >= lines, 'the last answers', 30_000);
    if (host.heard() !== 'ok\n'.repeat(lines))
      throw new Error('the host heard something else than its answers');
    if (controller.digest() !== sent.digest('hex')) throw new Error('the controller received other bytes');
    return { bytes, lines, polls: controller.polls(), times };
  } finally {
    host.socket.destroy();
    await way.close();
    await controller.close();
  }
}

/** Takes bytes at the pace of the line, answers each line, and reports when asked. */
async function ackingController(isUnpaced: boolean) {
  const hash = createHash('sha256');
  const sockets = new Set<Socket>();
  let polls = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let freeAtMs = performance.now();
    const take = (chunk: Buffer): void => {
      let from = 0;
      let answer = '';
      for (let at = 0; at < chunk.length; at++) {
        if (chunk[at] === 0x0a) answer += 'ok\n';
        if (chunk[at] !== 0x3f) continue;
        hash.update(chunk.subarray(from, at));
        from = at + 1;
        polls += 1;
        answer += '<Run|MPos:0.000,0.000,0.000|FS:1800,0>\r\n';
      }
      hash.update(chunk.subarray(from));
      if (answer !== '') socket.write(answer);
    };
    socket.on('data', (chunk: Buffer) => {
      if (isUnpaced) {
        take(chunk);
        return;
      }
      freeAtMs = Math.max(freeAtMs, performance.now()) + chunk.length / bytesPerMs;
      setTimeout(() => take(chunk), Math.max(freeAtMs - performance.now(), 0));
    });
  });
  return {
    ...(await listenAnywhere(server, sockets)),
    digest: () => hash.digest('hex'),
    polls: () => polls,
  };
}

async function throughGateway(controllerPort: number) {
  const port = await freePort();
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: controllerPort });
  const door = { kind: 'tcp', host: '127.0.0.1', port } as const;
  // Identified before the stream begins: its questions would be bytes of ours at the controller.
  const profile = { ...options.profile, questions: [] };
  const link = openLink({ ...options, profile, beside: { owner: 'passThrough', door } });
  await until(() => heard.reports.at(-1)?.link === 'up', 'the link to be up');
  link.allow(true);
  return { port, close: () => link.close() };
}

/** Bytes in, bytes out, and nothing else: what any way through this computer costs. */
async function throughCopy(controllerPort: number) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    const far = connect({ host: '127.0.0.1', port: controllerPort, noDelay: true });
    for (const each of [socket, far]) {
      sockets.add(each);
      each.on('error', () => {});
    }
    socket.pipe(far).pipe(socket);
  });
  return listenAnywhere(server, sockets);
}

async function listenAnywhere(server: Server, sockets: Set<Socket>) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
