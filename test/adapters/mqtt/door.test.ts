// The front door: what a stranger sends over a raw socket closes that socket, is counted, and harms nobody else.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fixture, rawClient, signIn, startFixture, until } from './broker-fixture.ts';
import {
  type ConnectParts,
  connackOk,
  connectPacket,
  id,
  length,
  packet,
  publishPacket,
  subscribePacket,
  text,
} from './wire.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture({ limits: { connectMs: 150, connectionsPerAddress: 32 } });
});
afterEach(() => fixture.close());

/** Sends as the first bytes; the socket must be closed, with exactly this reply. */
async function refused(bytes: Buffer, reason: string, reply: number[] = []): Promise<void> {
  const before = fixture.counted('mqtt_refused_total', reason);
  const client = await rawClient(fixture);
  client.socket.write(bytes);
  await until(client.closed);
  expect([...client.received()]).toEqual(reply);
  expect(fixture.counted('mqtt_refused_total', reason)).toBe(before + 1);
}

/** Signs in as reader-front, then sends; the socket must be closed with nothing after the CONNACK. */
async function closedAfterSignIn(bytes: Buffer, reason: string): Promise<void> {
  const client = await rawClient(fixture);
  client.socket.write(connectPacket());
  await until(() => client.received().equals(connackOk));
  client.socket.write(bytes);
  await until(client.closed);
  expect(client.received()).toEqual(connackOk);
  expect(fixture.counted('mqtt_refused_total', reason)).toBe(1);
}

describe('first packet', () => {
  it('lets a plain CONNECT in, also byte by byte', async () => {
    const client = await rawClient(fixture);
    for (const byte of connectPacket()) client.socket.write(Buffer.from([byte]));
    await until(() => client.received().equals(connackOk));
  });

  it('must be a CONNECT', async () => {
    await refused(Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'connect-missing');
    await refused(publishPacket('officina/v1/reader/front/tap', '{}'), 'connect-missing');
  });

  it('is refused at its announced length, 4 kB', async () => {
    await refused(Buffer.concat([Buffer.from([0x10]), length(4097)]), 'packet-too-large');
    await refused(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]), 'packet-too-large');
    await refused(Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff]), 'packet-malformed');
  });

  it('must be complete in time, however slowly it drips', async () => {
    const client = await rawClient(fixture);
    const bytes = connectPacket();
    let at = 0;
    const drip = setInterval(() => client.socket.write(bytes.subarray(at, ++at)), 40);
    await until(client.closed);
    clearInterval(drip);
    expect(at).toBeLessThan(bytes.length);
    expect(fixture.counted('mqtt_refused_total', 'connect-late')).toBe(1);
  });

  it.each<[string, ConnectParts, string, number[]]>([
    [
      'MQTT 5, answered in its own words',
      { version: 5, extra: Buffer.alloc(1) },
      'protocol-version',
      [0x20, 3, 0, 0x84, 0],
    ],
    ['MQTT 3.1', { protocol: 'MQIsdp', version: 3 }, 'protocol-version', [0x20, 2, 0, 1]],
    ['a version of the future', { version: 6 }, 'protocol-version', [0x20, 2, 0, 1]],
    ['a bridge', { version: 0x84 }, 'protocol-version', [0x20, 2, 0, 1]],
    ['another protocol', { protocol: 'HTTP' }, 'packet-malformed', []],
    ['a reserved flag', { flags: 0xc3 }, 'packet-malformed', []],
    ['a password without a user name', { flags: 0x42, userName: null }, 'packet-malformed', []],
    ['will QoS without a will', { flags: 0xca }, 'packet-malformed', []],
    ['will retain without a will', { flags: 0xe2 }, 'packet-malformed', []],
    ['bytes after the end', { extra: Buffer.from('x') }, 'packet-malformed', []],
    ['a missing password', { flags: 0xc2, password: null }, 'packet-malformed', []],
    ['an empty client id', { clientId: '' }, 'client-id', [0x20, 2, 0, 2]],
    ['NUL in the user name', { userName: 'a\0b' }, 'packet-malformed', []],
    ['U+FFFF in the user name', { userName: 'a\uffff' }, 'packet-malformed', []],
    ['broken UTF-8 in the user name', { userName: Buffer.from([0xed, 0xa0, 0x80]) }, 'packet-malformed', []],
    [
      'a will with a wildcard',
      { will: { topic: 'officina/v1/machine/+/state' } },
      'will-malformed',
      [0x20, 2, 0, 5],
    ],
    ['a will without a topic', { will: { topic: '' } }, 'will-malformed', [0x20, 2, 0, 5]],
    ['a will with a control character', { will: { topic: 'a\x07' } }, 'will-malformed', [0x20, 2, 0, 5]],
    ['will QoS 3', { flags: 0xde, will: { topic: 'a' } }, 'will-malformed', [0x20, 2, 0, 5]],
  ])('refuses %s', async (_name, parts, reason, reply) => {
    await refused(connectPacket(parts), reason, reply);
  });

  it('inv. 11: refuses client ids with topic characters, control characters and names of Object.prototype', async () => {
    const names = [
      ...Object.getOwnPropertyNames(Object.prototype),
      'reader-+',
      'reader-#',
      '$SYS',
      'a/b',
      'a b',
    ];
    for (const clientId of [...names, 'a\0', 'a\uffff', 'x'.repeat(73), 'reader-é', Buffer.from([0xff])]) {
      await refused(connectPacket({ clientId, userName: 'x' }), 'client-id', [0x20, 2, 0, 2]);
    }
    // They are as harmless where the id is one that the guard lets through.
    await refused(connectPacket({ userName: '__proto__' }), 'credentials', [0x20, 2, 0, 4]);
  });
});

describe('later packets', () => {
  const tap = 'officina/v1/reader/front/tap';
  it.each<[string, Buffer, string]>([
    ['a second CONNECT', connectPacket(), 'packet-unexpected'],
    ['a CONNACK', Buffer.from([0x20, 2, 0, 0]), 'packet-unexpected'],
    ['packet type 0', Buffer.from([0, 0]), 'packet-unexpected'],
    ['packet type 15', Buffer.from([0xf0, 0]), 'packet-unexpected'],
    ['200 MB announced', Buffer.concat([Buffer.from([0x30]), length(200_000_000)]), 'packet-too-large'],
    ['one byte above 64 kB', Buffer.concat([Buffer.from([0x30]), length(65_537)]), 'packet-too-large'],
    ['QoS 3', publishPacket(tap, '{}', { flags: 6 }), 'packet-malformed'],
    ['DUP at QoS 0', publishPacket(tap, '{}', { qos: 0, flags: 8 }), 'packet-malformed'],
    ['packet id 0 in PUBLISH', publishPacket(tap, '{}', { packetId: 0 }), 'packet-malformed'],
    ['packet id 0 in SUBSCRIBE', subscribePacket(['a'], 0), 'packet-malformed'],
    ['packet id 0 in PUBACK', packet(0x40, id(0)), 'packet-malformed'],
    ['a short PUBACK', packet(0x40, Buffer.from([1])), 'packet-malformed'],
    ['a long PUBREC', packet(0x50, id(1), id(1)), 'packet-malformed'],
    ['PUBREL with wrong flags', packet(0x60, id(1)), 'packet-malformed'],
    ['SUBSCRIBE with wrong flags', packet(0x80, id(1), text('a'), Buffer.from([0])), 'packet-malformed'],
    ['SUBSCRIBE for nothing', packet(0x82, id(1)), 'packet-malformed'],
    ['SUBSCRIBE at QoS 3', packet(0x82, id(1), text('a'), Buffer.from([3])), 'packet-malformed'],
    ['a filter cut short', packet(0x82, id(1), Buffer.from([0, 9, 65])), 'packet-malformed'],
    ['UNSUBSCRIBE for nothing', packet(0xa2, id(1)), 'packet-malformed'],
    ['PINGREQ with a body', packet(0xc0, Buffer.from([1])), 'packet-malformed'],
    ['an empty topic', publishPacket('', '{}'), 'topic-malformed'],
    ['a topic with a wildcard', publishPacket('officina/v1/reader/+/tap', '{}'), 'topic-malformed'],
    ['a topic with NUL', publishPacket(`${tap}\0`, '{}'), 'topic-malformed'],
    ['a topic with U+FFFF', publishPacket(`${tap}\uffff`, '{}'), 'topic-malformed'],
    ['a topic with a surrogate', publishPacket(Buffer.from([0xed, 0xb0, 0x80]), '{}'), 'topic-malformed'],
    ['nine levels', publishPacket('a/b/c/d/e/f/g/h/i', '{}'), 'topic-malformed'],
    ['257 bytes of topic', publishPacket('x'.repeat(257), '{}'), 'topic-malformed'],
    ['a filter with # inside', subscribePacket(['a/#/b']), 'topic-malformed'],
    ['a filter with + in a word', subscribePacket(['a/b+']), 'topic-malformed'],
    ['51 filters', subscribePacket(Array.from({ length: 51 }, (_, i) => `a/${i}`)), 'subscriptions-full'],
  ])('closes at %s', async (_name, bytes, reason) => {
    await closedAfterSignIn(bytes, reason);
    expect(fixture.taps).toEqual([]);
  });

  it('closes a client that sends too much, and counts it', async () => {
    await fixture.close();
    fixture = await startFixture({ limits: { packetsPerSecond: 1, burst: 20 } });
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    await until(() => client.received().equals(connackOk));
    client.socket.write(Buffer.concat(Array.from({ length: 30 }, () => Buffer.from([0xc0, 0]))));
    await until(client.closed);
    expect(fixture.counted('mqtt_refused_total', 'packet-rate')).toBe(1);
  });

  it('closes a client that does not read, and nobody waits for it', async () => {
    await fixture.close();
    fixture = await startFixture({ limits: { unreadBytes: 4096 } });
    const deaf = await rawClient(fixture);
    deaf.socket.write(connectPacket());
    await until(() => deaf.received().equals(connackOk));
    deaf.socket.write(subscribePacket(['officina/v1/machine/+/state']));
    await until(() => deaf.received().length > connackOk.length);
    deaf.socket.pause();
    const member = 'x'.repeat(60_000);
    const since = '2026-01-01T00:00:00Z';
    const notice = {
      link: 'up',
      activity: 'idle',
      mode: 'production',
      interlock: 'released',
      shown: 'in-use',
      lockedBy: null,
      since,
      queue: 0,
    } as const;
    for (let n = 0; fixture.counted('mqtt_refused_total', 'not-reading') === 0; n++) {
      expect(n).toBeLessThan(1000);
      fixture.broker.announcer.announce('laser', {
        ...notice,
        queue: n,
        session: { id: 's', member, since },
      });
      await new Promise(setImmediate);
    }
    await signIn(fixture, 'reader-back');
  });
});

describe('many connections', () => {
  it('are bounded in total; a place is free again when one leaves', async () => {
    await fixture.close();
    fixture = await startFixture({ limits: { connections: 3 } });
    const held = await Promise.all([rawClient(fixture), rawClient(fixture), rawClient(fixture)]);
    const fourth = await rawClient(fixture);
    await until(fourth.closed);
    expect(fixture.counted('mqtt_refused_total', 'connections-full')).toBe(1);
    held[0]?.socket.destroy();
    await vi.waitFor(() => signIn(fixture, 'reader-front'), { timeout: 3000, interval: 20 });
  });
});

describe('inv. 11: garbage', () => {
  const alive = async () => {
    const client = await signIn(fixture, 'reader-back');
    await client.publishAsync('officina/v1/reader/back/tap', '{"badge":"04","tap":"b:1"}', { qos: 1 });
    await client.endAsync();
  };

  const send = async (bytes: Uint8Array, split: number): Promise<void> => {
    const client = await rawClient(fixture);
    client.socket.write(bytes.subarray(0, split));
    client.socket.end(bytes.subarray(split));
    await until(client.closed);
  };

  it('random bytes never stop the broker', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, split) => send(bytes, split)),
      { numRuns: 200 },
    );
    await alive();
  });

  it('changed, cut and joined packets never stop the broker, and no tap is invented', async () => {
    const good = [
      connectPacket(),
      connectPacket({ will: { topic: 'officina/v1/reader/front/tap', payload: '{}' } }),
      publishPacket('officina/v1/reader/front/tap', '{"badge":"04a1","tap":"b:1"}'),
      subscribePacket(['officina/v1/reader/front/answer', '$share/g/a', '#']),
      packet(0x62, id(7)),
      packet(0xa2, id(3), text('officina/v1/reader/front/answer')),
      Buffer.from([0xc0, 0]),
      Buffer.from([0xe0, 0]),
    ];
    const mutation = fc.record({
      packets: fc.array(fc.constantFrom(...good), { minLength: 1, maxLength: 5 }),
      signedIn: fc.boolean(),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      split: fc.nat(200),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ packets, signedIn, changes, split }) => {
        const tail = Buffer.concat(packets);
        for (const [at, value] of changes) tail[at % tail.length] = value;
        await send(signedIn ? Buffer.concat([connectPacket(), tail]) : tail, split);
      }),
      { numRuns: 300 },
    );
    for (const { reader } of fixture.taps) expect(reader).toBe('front');
    await alive();
  });
});
