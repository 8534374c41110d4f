// What becomes of a tap and of its answer, with real readers over real sockets.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalFault, type TapAnswer } from '../../../src/gateway/ports.ts';
import {
  closed,
  type Fixture,
  granted,
  hear,
  rawClient,
  signIn,
  startFixture,
  tapJson,
  topics,
  until,
} from './broker-fixture.ts';
import { connackOk, connectPacket, publishPacket, subscribePacket } from './wire.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.close());

const refusals = (reason: string) => fixture.counted('mqtt_refused_total', reason);

const { frontTap, frontAnswer } = topics;

describe('taps', () => {
  it('go to the gateway as the reader spelt them', async () => {
    const client = await signIn(fixture, 'reader-front');
    await client.publishAsync(frontTap, tapJson(1), { qos: 1 });
    await client.publishAsync(frontTap, tapJson(2, { machine: 'laser', pin: '1234', new: {} }), { qos: 1 });
    await client.publishAsync(frontTap, tapJson(3, { machine: null }), { qos: 2 });
    const wishes = { hand_over: true, cost_code: 'research', ceiling_minor: 500 };
    await client.publishAsync(frontTap, tapJson(4, wishes), { qos: 1 });
    const none = { hand_over: false, cost_code: null, ceiling_minor: null };
    await client.publishAsync(frontTap, tapJson(5, none), { qos: 1 });
    const common = { reader: 'front', badge: '04a1b2c3d4e580', spelling: null, pin: null };
    expect(fixture.taps).toEqual([
      { ...common, tap: 'boot:1', machine: null },
      { ...common, tap: 'boot:2', machine: 'laser', pin: '1234' },
      { ...common, tap: 'boot:3', machine: null },
      {
        ...common,
        tap: 'boot:4',
        machine: null,
        wishes: { handOver: true, costCode: 'research', ceilingMinor: '500' },
      },
      { ...common, tap: 'boot:5', machine: null },
    ]);
  });

  it('inv. 1: are acknowledged only once they are durable, and others do not wait meanwhile', async () => {
    const durable = Promise.withResolvers<TapAnswer>();
    fixture.onTap = () => durable.promise;
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    await until(() => client.received().length >= 4);
    client.socket.write(publishPacket(frontTap, tapJson(1), { packetId: 9 }));
    await until(() => fixture.taps.length === 1);

    fixture.onTap = async (tap) => granted(tap.tap);
    const back = await signIn(fixture, 'reader-back');
    const startMs = performance.now();
    await back.publishAsync('officina/v1/reader/back/tap', tapJson(1), { qos: 1 });
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(client.received()).toEqual(connackOk);

    durable.resolve(granted('boot:1'));
    await until(() => client.received().length > 4);
    expect([...client.received().subarray(4)]).toEqual([0x40, 2, 0, 9]);
  });

  it('inv. 1: are never acknowledged when the journal fails: the reader is told why and sends again', async () => {
    fixture.onTap = () => Promise.reject(new JournalFault('journal-full', 'no room'));
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    client.socket.write(subscribePacket([frontAnswer]));
    await until(() => fixture.readersConnected.length === 1);
    client.socket.write(publishPacket(frontTap, tapJson(1), { packetId: 9 }));
    await until(client.closed);
    const received = client.received();
    expect(received.indexOf(Buffer.from([0x40, 2, 0, 9]))).toBe(-1);
    expect(received.toString()).toContain('"code":"journal-full","text":"text of journal-full"');
    expect(refusals('tap-not-recorded')).toBe(1);

    fixture.onTap = async (tap) => granted(tap.tap);
    const again = await signIn(fixture, 'reader-front');
    await again.publishAsync(frontTap, tapJson(1), { qos: 1 });
    expect(fixture.taps.map(({ tap }) => tap)).toEqual(['boot:1', 'boot:1']);
  });

  it('a fault that is none of the journal is logged with its cause, and not acknowledged either', async () => {
    fixture.onTap = () => {
      throw new TypeError('a mistake of ours');
    };
    const client = await signIn(fixture, 'reader-front');
    client.publish(frontTap, tapJson(1), { qos: 1 });
    await closed(client);
    expect(fixture.logged.map(({ text }) => text)).toContain('A tap failed; see the cause');
  });

  it('a retained message is never a tap, and is not retained', async () => {
    const client = await signIn(fixture, 'reader-front');
    await client.publishAsync(frontTap, tapJson(1), { qos: 1, retain: true });
    expect(refusals('retained')).toBe(1);
    expect(fixture.taps).toEqual([]);
  });

  it.each([
    ['no JSON', 'badge'],
    ['an empty message', ''],
    ['an array', '[]'],
    ['a number as badge', '{"badge":4,"tap":"b:1"}'],
    ['no badge', '{"tap":"b:1"}'],
    ['a line break in the badge', '{"badge":"04\\n","tap":"b:1"}'],
    ['a tap without a counter', '{"badge":"04","tap":"b"}'],
    ['a machine with topic characters', '{"badge":"04","tap":"b:1","machine":"+"}'],
    ['a prototype instead of members', '{"__proto__":{"badge":"04","tap":"b:1"}}'],
    ['broken UTF-8', Buffer.from('{"badge":"\xff","tap":"b:1"}', 'latin1')],
    ['depth', '['.repeat(1000)],
  ])('malformed by %s are acknowledged, counted and dropped', async (_name, payload) => {
    const client = await signIn(fixture, 'reader-front');
    await client.publishAsync(frontTap, payload, { qos: 1 });
    expect(refusals('payload-malformed')).toBe(1);
    expect(fixture.taps).toEqual([]);
    await client.publishAsync(frontTap, tapJson(1), { qos: 1 });
    expect(fixture.taps).toHaveLength(1);
  });

  it('above one kilobyte are acknowledged, counted and dropped', async () => {
    const client = await signIn(fixture, 'reader-front');
    await client.publishAsync(frontTap, tapJson(1, { more: 'x'.repeat(1024) }), { qos: 1 });
    expect(refusals('payload-too-large')).toBe(1);
    expect(fixture.taps).toEqual([]);
  });

  it('malformed but numbered are answered, for the person who waits', async () => {
    const client = await signIn(fixture, 'reader-front');
    const heard = hear(client);
    await client.subscribeAsync(frontAnswer, { qos: 1 });
    await client.publishAsync(frontTap, '{"tap":"boot:5"}', { qos: 1 });
    await until(() => heard.length === 1);
    expect(JSON.parse(heard[0]?.text ?? '')).toMatchObject({
      tap: 'boot:5',
      outcome: 'refused',
      code: 'tap-invalid',
    });
  });

  it('inv. 10: of one reader wait sixteen at a time; one more is refused with an answer', async () => {
    const durable = Promise.withResolvers<TapAnswer>();
    fixture.onTap = () => durable.promise;
    const client = await signIn(fixture, 'reader-front');
    const heard = hear(client);
    await client.subscribeAsync(frontAnswer, { qos: 1 });
    const sent = Array.from({ length: 17 }, (_, i) => client.publishAsync(frontTap, tapJson(i), { qos: 1 }));
    await until(() => refusals('taps-in-flight') === 1 && heard.length === 1);
    expect(JSON.parse(heard[0]?.text ?? '')).toMatchObject({ outcome: 'refused', code: 'journal-behind' });
    expect(fixture.taps).toHaveLength(16);
    durable.resolve(granted('boot:0'));
    await Promise.all(sent);
  });
});

describe('answers', () => {
  const answer: TapAnswer = { ...granted('boot:1'), untilMs: Date.UTC(2026, 0, 2, 3, 4, 5) };

  it('arrive at QoS 1 in the words of the contract, and resolve when acknowledged', async () => {
    const client = await signIn(fixture, 'reader-front');
    const heard = hear(client);
    await client.subscribeAsync(frontAnswer, { qos: 1 });
    expect(fixture.readersConnected).toEqual(['front']);
    await fixture.broker.readers.answer('front', answer);
    await fixture.broker.readers.answer('front', {
      ...answer,
      outcome: 'refused',
      code: 'badge-unknown',
      untilMs: null,
    });
    expect(heard.map(({ qos, retain }) => ({ qos, retain }))).toEqual([
      { qos: 1, retain: false },
      { qos: 1, retain: false },
    ]);
    expect(heard.map(({ text }) => JSON.parse(text))).toEqual([
      {
        ...{
          tap: 'boot:1',
          outcome: 'granted',
          code: null,
          text: 'Welcome',
          machine: 'laser',
          session: 's1',
        },
        until: '2026-01-02T03:04:05.000Z',
      },
      {
        tap: 'boot:1',
        outcome: 'refused',
        code: 'badge-unknown',
        text: 'Welcome',
        machine: 'laser',
        session: 's1',
      },
    ]);
  });

  it('reject when the reader is away, does not listen, or acknowledges nothing', async () => {
    await fixture.close();
    fixture = await startFixture({ timing: { answerMs: 30 } });
    await expect(fixture.broker.readers.answer('front', answer)).rejects.toMatchObject({
      code: 'reader-absent',
    });
    await expect(fixture.broker.readers.answer('nobody', answer)).rejects.toMatchObject({
      code: 'reader-absent',
    });
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    await until(() => client.received().length >= 4);
    await expect(fixture.broker.readers.answer('front', answer)).rejects.toMatchObject({
      code: 'reader-absent',
    });
    client.socket.write(Buffer.from([0x82, ...[frontAnswer.length + 5, 0, 1, 0, frontAnswer.length]]));
    client.socket.write(Buffer.concat([Buffer.from(frontAnswer), Buffer.from([1])]));
    await until(() => fixture.readersConnected.length === 1);
    await expect(fixture.broker.readers.answer('front', answer)).rejects.toMatchObject({
      code: 'reader-unacknowledged',
    });
    const many = Array.from({ length: 65 }, () => fixture.broker.readers.answer('front', answer));
    const outcomes = await Promise.allSettled(many);
    const codes = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code);
    expect(codes.filter((code) => code === 'reader-full')).toHaveLength(1);
  });

  it('reject at once when the connection breaks', async () => {
    const client = await rawClient(fixture);
    client.socket.write(connectPacket());
    client.socket.write(Buffer.from([0x82, ...[frontAnswer.length + 5, 0, 1, 0, frontAnswer.length]]));
    client.socket.write(Buffer.concat([Buffer.from(frontAnswer), Buffer.from([1])]));
    await until(() => fixture.readersConnected.length === 1);
    const waiting = fixture.broker.readers.answer('front', answer);
    client.socket.destroy();
    await expect(waiting).rejects.toMatchObject({ code: 'reader-unacknowledged' });
  });
});
