// The door with TLS: the same devices, the same limits before it, and one time limit for handshake and CONNECT.

import { spawn } from 'node:child_process';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../fakes/make-certificate.ts';
import { outside } from '../../outside.ts';
import { pairFolder } from '../tls/pair-folder.ts';
import { type SecureParts, secureParts } from '../tls/tls-fixture.ts';
import {
  closed,
  type Fixture,
  granted,
  hear,
  notice,
  rawClient,
  secret,
  signIn,
  startFixture,
  tapJson,
  topics,
  until,
} from './broker-fixture.ts';
import { connackOk, connectPacket, publishPacket, subscribePacket } from './wire.ts';

let fixture: Fixture;
let tls: SecureParts;
let port = 0;
const sockets: Socket[] = [];

type Limits = NonNullable<Parameters<typeof startFixture>[0]>['limits'];

async function open(limits: Limits = {}): Promise<void> {
  fixture = await startFixture({ limits: { connectMs: 5_000, ...limits } });
  tls = secureParts();
  ({ port } = await fixture.broker.openDoor({ host: '127.0.0.1', port: 0, secure: tls.secure }));
}
beforeEach(() => open());
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await fixture.close();
});

/** Signs in through the door with TLS. */
const signInSecurely = (clientId: string) =>
  signIn({ ...fixture, url: `mqtts://localhost:${port}` }, clientId, { ca: tls.pair.cert });

function track<T extends Socket>(socket: T): T & { isClosed(): boolean } {
  let isClosed = false;
  sockets.push(socket);
  socket.on('error', () => {});
  socket.on('close', () => (isClosed = true));
  return Object.assign(socket, { isClosed: () => isClosed });
}

async function secureClient() {
  const socket = track<TLSSocket>(connect({ port, host: '127.0.0.1', ca: tls.pair.cert }));
  await new Promise<void>((resolve) => socket.once('secureConnect', resolve));
  return socket;
}

async function plainClient() {
  const socket = track(connectPlain(port, '127.0.0.1'));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

describe('a device over TLS', () => {
  it('taps and is answered, beside one without', async () => {
    const front = await signInSecurely('reader-front');
    const back = await signIn(fixture, 'reader-back');
    const heard = hear(front);
    await front.subscribeAsync(topics.frontAnswer, { qos: 1 });
    await front.publishAsync(topics.frontTap, tapJson(1), { qos: 1 });
    await fixture.broker.readers.answer('front', granted('boot:1'));
    await until(() => heard.length === 1);
    expect(fixture.taps).toMatchObject([{ reader: 'front' }]);
    await back.publishAsync('officina/v1/reader/back/tap', tapJson(1), { qos: 1 });
    expect(fixture.taps).toHaveLength(2);
  });

  it('is bound to its own name and topics, as without', async () => {
    await expect(
      signIn({ ...fixture, url: `mqtts://localhost:${port}` }, 'reader-front', {
        ca: tls.pair.cert,
        password: 'guessed',
      }),
    ).rejects.toThrow(/not authorized|bad user/i);
    const front = await signInSecurely('reader-front');
    front.publish('officina/v1/reader/back/tap', tapJson(1), { qos: 1 });
    await closed(front);
    expect(fixture.taps).toEqual([]);
  });

  it('that does not read is closed, and does not fill the memory', async () => {
    await fixture.close();
    await open({ unreadBytes: 4096 });
    const deaf = await secureClient();
    let received = 0;
    deaf.on('data', (chunk: Buffer) => (received += chunk.length));
    deaf.write(connectPacket());
    await until(() => received === connackOk.length);
    deaf.write(subscribePacket(['officina/v1/machine/+/state']));
    await until(() => received > connackOk.length);
    deaf.pause();
    const member = 'x'.repeat(60_000);
    const session = { id: 's1', member, since: '2026-01-01T00:00:00Z' };
    for (let n = 0; n < 2_000 && fixture.counted('mqtt_refused_total', 'not-reading') === 0; n++) {
      fixture.broker.announcer.announce('laser', { ...notice(n), session });
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    expect(fixture.counted('mqtt_refused_total', 'not-reading')).toBe(1);
  });
});

describe('the limits', () => {
  it('are one count for both doors, and a place is free again when a connection has gone', async () => {
    await fixture.close();
    await open({ connections: 2 });
    const first = await rawClient(fixture);
    const second = await plainClient();
    await until(() => fixture.counted('mqtt_connections_total') === 2);
    const third = await plainClient();
    await until(third.isClosed);
    expect(fixture.counted('mqtt_refused_total', 'connections-full')).toBe(1);
    second.destroy();
    first.socket.destroy();
    await expect
      .poll(() =>
        signInSecurely('reader-front').then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });

  it('of time cut a handshake that is never finished, and count it', async () => {
    await fixture.close();
    await open({ connectMs: 100 });
    const silent = await plainClient();
    await until(silent.isClosed);
    expect(tls.counted.get('tls_refused_total mqtt tls-late')).toBe(1);
  });

  it('of time are one for handshake and CONNECT', async () => {
    await fixture.close();
    await open({ connectMs: 150 });
    const socket = await secureClient();
    await until(socket.isClosed);
    expect(fixture.counted('mqtt_refused_total', 'connect-late')).toBe(1);
  });

  it('of packets hold within TLS', async () => {
    const socket = await secureClient();
    socket.write(publishPacket(topics.frontTap, '{}'));
    await until(socket.isClosed);
    expect(fixture.counted('mqtt_refused_total', 'connect-missing')).toBe(1);
  });
});

it('plain MQTT on the port with TLS is turned away, and told from a broken handshake', async () => {
  const socket = await plainClient();
  socket.write(connectPacket());
  await until(socket.isClosed);
  expect(tls.counted.get('tls_refused_total mqtt tls-missing')).toBe(1);
});

it('the gateway leaves at once, also while handshakes are under way', async () => {
  const half = await plainClient();
  const front = await signInSecurely('reader-front');
  await until(() => fixture.counted('mqtt_connections_total') === 2);
  const heard = hear(front);
  await front.subscribeAsync('officina/v1/gateway/status');
  await fixture.broker.close();
  await until(() => half.isClosed() && !front.connected);
  expect(heard.map(({ text }) => text)).toEqual(['online', 'offline']);
});

describe.skipIf(!outside('mosquitto'))('mosquitto over TLS', () => {
  it('publishes a tap, and refuses a gateway that it does not know', async () => {
    const folder = pairFolder();
    try {
      folder.put(tls.pair);
      const publish = (program = 'mosquitto_pub'): Promise<number | null> => {
        const at = ['-h', 'localhost', '-p', String(port), '--cafile', folder.files.cert];
        const who = ['-i', 'reader-front', '-u', 'reader-front', '-P', secret];
        const what = ['-q', '1', '-t', topics.frontTap, '-m', tapJson(1)];
        const child = spawn(program, [...at, ...who, ...what], { stdio: 'ignore' });
        return new Promise((resolve) => child.once('close', resolve));
      };
      expect(await publish()).toBe(0);
      expect(fixture.taps).toHaveLength(1);
      folder.put(makeCertificate());
      expect(await publish()).not.toBe(0);
      expect(fixture.taps).toHaveLength(1);
      await until(() => tls.counted.get('tls_refused_total mqtt tls-failed') === 1);
    } finally {
      folder.remove();
    }
  });
});
