// The permission matrix once more, at the broker itself: cells drawn by a seed, each tried by a real client over a real
// socket, against the same second model. What a cell grants is what is then heard, not what a function says.

import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFilter, isTopic } from '../../../src/adapters/mqtt/topic-rules.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { type Fixture, hear, notice, startFixture } from './broker-fixture.ts';
import { cast, mayIn, type Player, topics } from './matrix-model.ts';

const seed = 20_261_122;
const doings = ['publish', 'subscribe', 'will', 'retained', 'queue', 'forward'] as const;
type Doing = (typeof doings)[number];
type Cell = { readonly player: Player; readonly doing: Doing; readonly topic: string };
const cellsWanted = 720;

let fixture: Fixture;
/** Hears all that it may: what one device says or leaves behind must never come to it. */
let listener: MqttClient;
let listened: ReturnType<typeof hear>;
const over: string[] = [];
const under: string[] = [];
const granted = new Map<Doing, number>();

beforeAll(async () => {
  const all = new Map(cast.map(({ device }) => [clientOf(device), device]));
  all.set('reader-other', { kind: 'reader', id: 'other', password: 'other-key' });
  fixture = await startFixture({ devices: all, timing: { answerMs: 200 } });
  listener = (await come({ kind: 'reader', id: 'other', password: 'other-key' })).client;
  listened = hear(listener);
  await listener.subscribeAsync(['officina/v1/machine/+/state', 'officina/v1/gateway/status']);
});
afterAll(() => fixture.close());

const clientOf = (device: Player['device']): string =>
  device.kind === 'stock' || device.kind === 'listener' ? device.client : `${device.kind}-${device.id}`;

/** Signed in, or refused; with whether the broker said that it had kept a session. */
async function come(device: Player['device'], options: IClientOptions = {}) {
  const clientId = clientOf(device);
  const username = device.kind === 'stock' ? device.user : clientId;
  const client = mqtt.connect(fixture.url, {
    ...{ clientId, username, password: device.password, protocolVersion: 4, reconnectPeriod: 0 },
    ...options,
  });
  client.on('error', () => undefined);
  const { promise, resolve } = Promise.withResolvers<{ isIn: boolean; hadSession: boolean }>();
  client.once('connect', ({ sessionPresent }) => resolve({ isIn: true, hadSession: sessionPresent }));
  client.once('close', () => resolve({ isIn: false, hadSession: false }));
  return { client, ...(await promise) };
}

const gone = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => {
    if (!client.connected) return resolve();
    client.once('close', () => resolve());
    client.end(true);
  });

let marks = 0;
/** A text that nobody else ever says. */
const newMark = (): string => `mark-${++marks}`;
const taken = (kind: string): number => fixture.counted('mqtt_messages_total', kind);

/** Whether the message went to the gateway. At QoS 1: with the PUBACK, or the end of the connection, it is decided. */
async function publishes({ player, topic }: Cell, retain: boolean): Promise<boolean> {
  const { client } = await come(player.device);
  const before = taken(player.device.kind);
  const ended = new Promise<void>((resolve) => client.once('close', () => resolve()));
  const mark = newMark();
  const sent = client.publishAsync(topic, mark, { qos: 1, retain }).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([sent, ended]);
  await gone(client);
  expect(listened.filter(({ text }) => text === mark)).toEqual([]);
  return taken(player.device.kind) > before;
}

async function subscribes({ player, topic }: Cell): Promise<boolean> {
  const { client } = await come(player.device);
  const isGranted = await client.subscribeAsync(topic, { qos: 1 }).then(
    (grants) => grants.every(({ qos }) => qos !== 128),
    () => false,
  );
  await gone(client);
  return isGranted;
}

/** A will is checked at the sign-in, and then never said: also not when the connection breaks. */
async function wills({ player, topic }: Cell): Promise<boolean> {
  const mark = newMark();
  const will = { topic, payload: Buffer.from(mark), qos: 1, retain: true } as const;
  const { client, isIn } = await come(player.device, { will });
  const before = taken(player.device.kind);
  client.stream.destroy();
  await gone(client);
  expect(taken(player.device.kind)).toBe(before);
  expect(listened.filter(({ text }) => text === mark)).toEqual([]);
  return isIn;
}

/** Whether somebody who listens later gets what was left behind, by the topic itself or by the widest filter it may have. */
async function retains({ player, topic }: Cell): Promise<boolean> {
  const mark = newMark();
  const { client } = await come(player.device);
  const ended = new Promise<void>((resolve) => client.once('close', () => resolve()));
  const sent = client.publishAsync(topic, mark, { qos: 1, retain: true }).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([sent, ended]);
  await gone(client);
  const hearer = cast.find(({ model }) => mayIn(model, 'forward', topic)) ?? player;
  return (await hearsLater(hearer, topic)).some(({ text }) => text === mark);
}

/** What comes to a device that subscribes; a PUBACK later all that was kept has come. */
async function hearsLater(player: Player, topic: string) {
  const { client } = await come(player.device);
  const heard = hear(client);
  await client.subscribeAsync(topic, { qos: 1 }).catch(() => undefined);
  await settled(client);
  await gone(client);
  return heard;
}

/** The broker answers in order: behind an UNSUBACK nothing of before is left. */
const settled = (client: MqttClient): Promise<unknown> =>
  client.connected ? client.unsubscribeAsync('nothing/of/ours').catch(() => undefined) : Promise.resolve();

/** Leaves a session behind, comes again and listens to nothing: whether anything comes. */
async function queues({ player, topic }: Cell): Promise<boolean> {
  const first = await come(player.device, { clean: false });
  await first.client.subscribeAsync(topic, { qos: 1 }).catch(() => undefined);
  await gone(first.client);
  const mark = sayEverywhere(topic);
  const second = await come(player.device, { clean: false });
  const heard = hear(second.client);
  await settled(second.client);
  await gone(second.client);
  return second.hadSession || heard.some(({ text }) => text.includes(mark));
}

/** Whether what the gateway says to that topic comes to the device, when it asked for it. */
async function forwards({ player, topic }: Cell): Promise<boolean> {
  const { client } = await come(player.device);
  const heard = hear(client);
  await client.subscribeAsync(topic, { qos: 1 }).catch(() => undefined);
  const mark = sayEverywhere(topic);
  await settled(client);
  await gone(client);
  return heard.some(({ text }) => text.includes(mark));
}

/** The gateway says something new on each topic that is its own to say; returns what marks it. */
function sayEverywhere(topic: string): string {
  const [machine] = /^officina\/v1\/machine\/([a-z0-9-]{1,64})\/state$/.exec(topic)?.slice(1) ?? ['one'];
  const mark = newMark();
  fixture.broker.announcer.announce(machine ?? 'one', { ...notice(1), since: mark });
  return mark;
}

const tries: Readonly<Record<Doing, (cell: Cell) => Promise<boolean>>> = {
  publish: (cell) => publishes(cell, false),
  subscribe: subscribes,
  will: wills,
  retained: retains,
  queue: queues,
  forward: forwards,
};

/** What the contract grants in that cell. */
function may({ player: { model }, doing, topic }: Cell): boolean {
  // Nothing of a device is kept, and no session outlives its connection.
  if (doing === 'retained' || doing === 'queue') return false;
  if (doing === 'publish' || doing === 'will') return mayIn(model, 'publish', topic);
  if (doing === 'subscribe') return mayIn(model, 'subscribe', topic);
  return /^officina\/v1\/machine\/[a-z0-9-]{1,64}\/state$/.test(topic) && mayIn(model, 'forward', topic);
}

/** Half of them where something is granted or nearly, so that the yes of the model is tried too. */
function draw(): readonly Cell[] {
  const chance = createSeededChance(seed);
  const cells: Cell[] = [];
  while (cells.length < cellsWanted) {
    const player = chance.pick(cast);
    const doing = chance.pick(doings);
    const lawful = topics.filter((one) =>
      doing === 'subscribe' || doing === 'queue' ? isFilter(one) : isTopic(one),
    );
    const near = lawful.filter((one) => may({ player, doing, topic: one }));
    const topic = chance.pick(near.length > 0 && chance.below(2) === 0 ? near : lawful);
    cells.push({ player, doing, topic });
  }
  return cells;
}

describe('the permissions at the broker', () => {
  it(`are those of the contract in ${cellsWanted} cells that were tried, and none is granted beyond it`, async () => {
    for (const cell of draw()) {
      const isGranted = await tries[cell.doing](cell);
      if (isGranted) granted.set(cell.doing, (granted.get(cell.doing) ?? 0) + 1);
      if (isGranted === may(cell)) continue;
      (isGranted ? over : under).push(`${cell.player.name} ${cell.doing} ${cell.topic}`);
    }
    process.stdout.write(
      `permissions tried at the broker: ${cellsWanted} cells, seed ${seed}, ${over.length} over-grants, granted ${JSON.stringify([...granted])}\n`,
    );
    expect(over).toEqual([]);
    expect(under).toEqual([]);
    // A matrix in which nothing is ever granted would prove nothing.
    for (const doing of ['publish', 'subscribe', 'will', 'forward'] as const)
      expect(granted.get(doing), doing).toBeGreaterThan(10);
  }, 60_000);
});
