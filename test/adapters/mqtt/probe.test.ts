// The watchdog's question, over the real port of a real broker: acknowledged only when a tap would have been, and open to
// nobody but this computer with the password of this start.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { Aedes } from 'aedes';
import { afterEach, describe, expect, it } from 'vitest';
import { connectHooks } from '../../../src/adapters/mqtt/broker-hooks.ts';
import { createConnections } from '../../../src/adapters/mqtt/connections.ts';
import { defaultLimits } from '../../../src/adapters/mqtt/door.ts';
import type { Newcomers } from '../../../src/adapters/mqtt/newcomers.ts';
import { guardSocket } from '../../../src/adapters/mqtt/packet-guard.ts';
import { sendProbe, withProbe } from '../../../src/adapters/mqtt/probe.ts';
import type { ProbeTap } from '../../../src/gateway/gateway.ts';
import { devices, type Fixture, rawClient, signIn, startFixture, until } from './broker-fixture.ts';

const probe = { id: '0123456789abcdef', password: 'made-at-this-start' };
const tap = { badge: '00112233445566778899', tap: 'probe:1' };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function broker(answer: () => Promise<unknown> = async () => 'durable', connections = 256) {
  const asked: ProbeTap[] = [];
  const onProbe = (one: ProbeTap): Promise<unknown> => {
    asked.push(one);
    return answer();
  };
  const fixture = await startFixture({ probe: { ...probe, tap: onProbe }, limits: { connections } });
  closing.push(fixture.close);
  return { fixture, asked };
}

const ask = ({ port }: Fixture, { password = probe.password, limitMs = 3000 } = {}) =>
  sendProbe({ probe: { ...probe, password }, connect: () => connect(port, '127.0.0.1'), tap, limitMs });

describe('the probe', () => {
  it('is acknowledged when the gateway has answered, and is no tap of any reader', async () => {
    const { fixture, asked } = await broker();
    await ask(fixture);
    await ask(fixture);
    expect(asked).toEqual([tap, tap]);
    expect(fixture.taps).toEqual([]);
    expect(fixture.logged).toEqual([]);
  });

  it('is not acknowledged before, and is given up at its limit', async () => {
    const { fixture, asked } = await broker(() => new Promise(() => undefined));
    await expect(ask(fixture, { limitMs: 100 })).rejects.toThrow('no answer within 100 ms');
    expect(asked).toHaveLength(1);
  });

  it('is not acknowledged when the gateway cannot', async () => {
    const { fixture } = await broker(() => Promise.reject(new Error('the journal is gone')));
    await expect(ask(fixture)).rejects.toThrow('the broker closed the connection');
    expect(fixture.counted('mqtt_refused_total', 'tap-not-recorded')).toBe(0);
  });

  it('finds out when the port has closed', async () => {
    const { fixture } = await broker();
    await fixture.broker.close();
    await expect(ask(fixture)).rejects.toThrow('the port of the broker cannot be reached');
  });

  it('finds out when something else listens there', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const asking = sendProbe({ probe, connect: () => connect(port, '127.0.0.1'), tap, limitMs: 3000 });
    await expect(asking).rejects.toThrow('The probe tap was not acknowledged');
  });

  it('comes through when strangers have filled the house, and a new list of devices came', async () => {
    const { fixture } = await broker(undefined, 3);
    await Promise.all([rawClient(fixture), rawClient(fixture), rawClient(fixture)]);
    fixture.broker.setDevices(devices);
    await ask(fixture);
  });
});

/** For whom no device is described: turned away. */
const nobodyElse: Newcomers = {
  signIn: () => null,
  entered() {},
  said() {},
  forget() {},
  mayStay: () => false,
  list: () => [],
  openPairing: () => null,
  take: () => null,
  onChange: () => () => undefined,
};

describe('nobody else', () => {
  it('signs in as the probe: not with another password, not where there is none', async () => {
    const { fixture, asked } = await broker();
    await expect(ask(fixture, { password: 'guessed' })).rejects.toThrow();
    await fixture.close();
    const without = await startFixture();
    closing.push(without.close);
    await expect(ask(without)).rejects.toThrow();
    expect(asked).toEqual([]);
    expect(without.counted('mqtt_refused_total', 'credentials')).toBe(1);
  });

  it('signs in as the probe from another computer, even with the password', async () => {
    const refused: string[] = [];
    const aedes = await Aedes.createBroker();
    const { enter } = connectHooks({
      aedes,
      connections: createConnections(),
      devices: withProbe(new Map(), probe),
      inbox: { receive: async () => 'durable', receiveHttp() {}, listening() {}, gone() {}, sweep() {} },
      boxes: { heard: () => undefined, setDevices: () => undefined },
      newcomers: nobodyElse,
      refusals: { refuse: (reason) => void refused.push(reason), ignore: () => undefined },
      retained: { found: () => undefined },
      maxKeepaliveS: 120,
      refusedSignInMs: 0,
    });
    const from = { certificate: { name: null, isRequired: false }, isLocal: false };
    const clock = { wallMs: () => 0, monoMs: () => 0, synchronised: () => true };
    const server = createServer((socket) =>
      enter(
        guardSocket({ socket, address: '192.0.2.9', ...from, limits: defaultLimits, clock, refuse() {} }),
      ),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(
      () => new Promise<void>((resolve) => aedes.close(() => resolve())),
      () => server.close(),
    );
    const { port } = server.address() as AddressInfo;
    const asking = () => sendProbe({ probe, connect: () => connect(port, '127.0.0.1'), tap, limitMs: 3000 });
    await expect(asking()).rejects.toThrow();
    expect(refused).toEqual(['credentials']);
    from.isLocal = true;
    await asking();
  });

  it('may use what the probe may: it hears nothing and says one thing', async () => {
    const { fixture, asked } = await broker();
    const url = { username: `probe-${probe.id}`, password: probe.password };
    const client = await signIn(fixture, `probe-${probe.id}`, url);
    const granted = await client.subscribeAsync('officina/v1/machine/+/state').catch((fault: Error) => fault);
    // Failure, in a SUBACK.
    expect(granted).toMatchObject({ packet: { granted: [128] } });
    client.publish('officina/v1/reader/front/tap', JSON.stringify(tap), { qos: 1 });
    await until(() => !client.connected);
    expect({ asked, taps: fixture.taps }).toEqual({ asked: [], taps: [] });
    expect(fixture.counted('mqtt_refused_total', 'publish-forbidden')).toBe(1);
  });
});
