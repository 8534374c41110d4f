// The handshake as strangers meet it: those who never finish are cut, those who speak something else are told apart,
// each is counted, and nobody can fill the log.

import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTurnstile } from '../../../src/adapters/tls/create-turnstile.ts';
import { type SecurePort, securePort } from './tls-fixture.ts';

let port: SecurePort;
const clients: Socket[] = [];
beforeEach(async () => {
  port = await securePort();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await port.close();
});

const eventually = { timeout: 10_000, interval: 5 };
const untilRefused = (reason: string, count = 1) =>
  expect.poll(() => port.refused(reason), eventually).toBe(count);
const untilEmpty = () => expect.poll(() => port.open(), eventually).toBe(0);

async function reach(): Promise<Socket> {
  const client = connect(port.port, '127.0.0.1');
  clients.push(client);
  client.on('error', () => {});
  await new Promise<void>((resolve) => client.once('connect', resolve));
  return client;
}

function shake(options: ConnectionOptions = {}): Promise<TLSSocket> {
  const client = connectTls({ port: port.port, host: '127.0.0.1', ca: port.pair.cert, ...options });
  clients.push(client);
  return new Promise((resolve, reject) => {
    client.once('secureConnect', () => resolve(client));
    client.once('error', reject);
  });
}

/** A record that announces a ClientHello of so many bytes, and the first of them. */
const helloOf = (bytes: number): Buffer =>
  Buffer.from([22, 3, 1, 2, 0, 1, bytes >> 16, (bytes >> 8) & 255, bytes & 255, 3, 3]);

describe('a handshake', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('is finished with %s', async (version) => {
    const client = await shake({ minVersion: version, maxVersion: version });
    expect(client.getProtocol()).toBe(version);
    await expect.poll(() => port.secured.length, eventually).toBe(1);
    port.secured[0]?.write('welcome');
    const [said] = await new Promise<[Buffer]>((resolve) => client.once('data', (data) => resolve([data])));
    expect(said.toString()).toBe('welcome');
  });

  it('is finished however the greeting was cut', async () => {
    const relay = connect(port.port, '127.0.0.1');
    clients.push(relay);
    const { Duplex } = await import('node:stream');
    const dripping = new Duplex({
      read() {},
      write(chunk: Buffer, _encoding, done) {
        for (const byte of chunk) relay.write(Buffer.from([byte]));
        done();
      },
    });
    relay.setNoDelay(true);
    relay.on('data', (data) => dripping.push(data));
    const client = connectTls({ socket: dripping, ca: port.pair.cert, servername: 'localhost' });
    await new Promise<void>((resolve, reject) => {
      client.once('secureConnect', () => resolve());
      client.once('error', reject);
    });
    client.destroy();
  });

  it('older than TLS 1.2 fails, and says with which code', async () => {
    const old = shake({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    await expect(old).rejects.toThrow();
    await untilRefused('tls-failed');
    expect(port.logged[0]?.facts).toMatchObject({ door: 'mqtt', fault: 'ERR_SSL_UNSUPPORTED_PROTOCOL' });
    await untilEmpty();
  });

  it('is given up when the client does not trust it', async () => {
    await expect(shake({ ca: [], rejectUnauthorized: true })).rejects.toThrow(/self-signed/);
    await untilEmpty();
  });
});

describe('a stranger', () => {
  it('who says nothing is cut in time', async () => {
    await port.close();
    port = await securePort({ timeoutMs: 60 });
    await reach();
    await untilRefused('tls-late');
    await untilEmpty();
  });

  it('who greets byte by byte without end is cut at the same time', async () => {
    await port.close();
    port = await securePort({ timeoutMs: 120 });
    const client = await reach();
    client.write(helloOf(500));
    const drip = setInterval(() => client.write(Buffer.from([0])), 10);
    const sinceMs = performance.now();
    await untilRefused('tls-late').finally(() => clearInterval(drip));
    expect(performance.now() - sinceMs).toBeLessThan(5_000);
    await untilEmpty();
  });

  it('who leaves in the midst is counted; who only looked in is not', async () => {
    const client = await reach();
    client.write(helloOf(500));
    client.end();
    await untilRefused('tls-left');
    (await reach()).end();
    await untilEmpty();
    expect([...port.counted.values()]).toEqual([1]);
  });

  it('who leaves while others are before him holds no place', async () => {
    await port.close();
    const { promise: turn, resolve } = Promise.withResolvers<void>();
    port = await securePort({ turn: () => turn });
    const client = await reach();
    client.write(helloOf(500));
    await expect.poll(() => port.open(), eventually).toBe(1);
    client.resetAndDestroy();
    resolve();
    await untilRefused('tls-left');
    await untilEmpty();
  });

  it('who speaks without TLS is turned away, with a word for the operator', async () => {
    const client = await reach();
    client.write(Buffer.from([0x10, 12, 0, 4, 77, 81, 84, 84, 4]));
    await untilRefused('tls-missing');
    await untilEmpty();
    expect(port.logged).toEqual([
      {
        facts: { door: 'mqtt', reason: 'tls-missing', address: '127.0.0.1', unsaid: 0 },
        text: 'Connection closed: it came without TLS to a port that wants it; set the client to TLS',
      },
    ]);
  });

  it('who announces a greeting of 16 MB is refused before a byte of it is kept', async () => {
    const client = await reach();
    client.write(helloOf(0xffffff));
    await untilRefused('tls-too-large');
    await untilEmpty();
  });

  it('inv. 10: is counted each time, and told at most every ten seconds', async () => {
    for (let times = 1; times <= 5; times++) {
      (await reach()).write('GET / HTTP/1.1\r\n\r\n');
      await untilRefused('tls-missing', times);
    }
    expect(port.logged).toHaveLength(1);
    port.clock.nowMs += 10_000;
    (await reach()).write('x');
    await untilRefused('tls-missing', 6);
    expect(port.logged[1]?.facts).toMatchObject({ unsaid: 4 });
  });

  it('inv. 11: with random bytes stops nobody', async () => {
    await port.close();
    port = await securePort({ timeoutMs: 300 });
    const greeting = fc.tuple(fc.constantFrom(0, 11), fc.uint8Array({ minLength: 1, maxLength: 600 }));
    await fc.assert(
      fc.asyncProperty(greeting, async ([head, bytes]) => {
        const client = await reach();
        client.write(Buffer.concat([helloOf(400).subarray(0, head), bytes]));
        client.end();
        await untilEmpty();
      }),
      { numRuns: 60 },
    );
    await shake();
  });
});

it('handshakes that come at once begin in turn, one per turn of the event loop', async () => {
  const turn = createTurnstile();
  const order: string[] = [];
  const begun = [1, 2, 3].map((number) => turn().then(() => order.push(`handshake ${number}`)));
  const breathe = async (): Promise<void> => {
    for (let loop = 0; loop < 3; loop++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      order.push('loop');
    }
  };
  await Promise.all([...begun, breathe()]);
  expect(order).toEqual(['handshake 1', 'loop', 'handshake 2', 'loop', 'handshake 3', 'loop']);
});
