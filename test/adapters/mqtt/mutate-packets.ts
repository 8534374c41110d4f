// Sequences of real packets, damaged by a seed: bits flipped, packets cut, lengths that lie, pieces of one in another,
// doubled, in another order, or with rubbish between. The same seed gives the same bytes for ever.

import { createSeededChance, type SeededChance } from '../../fakes/seeded-chance.ts';
import { connectPacket, id, packet, publishPacket, subscribePacket, text } from './wire.ts';

/** What one connection says. */
export type Saying = {
  /** An undamaged CONNECT, or nothing where the damage begins before the sign-in. */
  readonly first: Buffer | null;
  readonly rest: Buffer;
  /** How many packets of it were damaged. */
  readonly mutated: number;
  /** Where it is cut in two, so that the pieces arrive apart. */
  readonly split: number;
};

export type Account = { readonly client: string; readonly user: string; readonly password: string };

/** Packets that follow a sign-in, at most; fewer than the broker lets pass at once. */
const mostPackets = 12;

export function sayings(seed: number, accounts: readonly Account[]): () => Saying {
  const chance = createSeededChance(seed);
  return () => {
    const account = chance.pick(accounts);
    const connect = connectOf(account, chance);
    const packets = Array.from({ length: 1 + chance.below(mostPackets) }, () => realPacket(account, chance));
    const signsIn = chance.below(4) > 0;
    const whole = signsIn ? packets : [connect, ...packets];
    // What comes before a damaged one is whole as often as not, so that it is met in every state of a connection.
    let mutated = 0;
    const said = whole.map((one) => {
      if (chance.below(2) === 0) return one;
      mutated += 1;
      return mutate(one, packets, chance);
    });
    if (chance.below(4) === 0) said.reverse();
    const rest = Buffer.concat(said);
    return {
      first: signsIn ? connect : null,
      rest,
      mutated,
      split: chance.below(rest.length + 1),
    };
  };
}

function connectOf({ client, user, password }: Account, chance: SeededChance): Buffer {
  const kind = chance.below(4);
  const will = kind === 0 ? { will: { topic: ownTopic(client), payload: '{}' } } : {};
  const flags = kind === 1 ? { flags: 0xc0 } : {};
  return connectPacket({ clientId: client, userName: user, password, ...will, ...flags });
}

/** Where the device of that sign-in speaks. */
function ownTopic(client: string): string {
  const [kind = '', name = ''] = client.split('-');
  const leaf = { reader: 'tap', switch: 'state', machine: 'report' }[kind];
  return leaf ? `officina/v1/${kind}/${name}/${leaf}` : 'tele/lathe/SENSOR';
}

const payloads = [
  ...['{"on":true,"power_w":41.5}', '{"activity":"running","progress":0.5}', '{"RC522":{"UID":"94D8FC5F"}}'],
  ...['{}', '[]', '', 'ON', '{"__proto__":{"on":true}}'],
];

/** What a device of that name says when it is well, and now and then what it may not. */
function realPacket({ client }: Account, chance: SeededChance): Buffer {
  const [kind, name] = client.split('-');
  const own = `officina/v1/${kind}/${name}`;
  const packetId = 1 + chance.below(65_535);
  const tap = JSON.stringify({ badge: '04a1b2c3d4e580', tap: `b:${chance.below(1e9)}` });
  const say = (payload: string, qos: number) => publishPacket(ownTopic(client), payload, { qos, packetId });
  return chance.pick([
    () => say(tap, chance.below(3)),
    () => say(tap, 1),
    () => say(chance.pick(payloads), chance.below(3)),
    () => say(chance.pick(payloads), 0),
    () =>
      chance.below(8) === 0
        ? publishPacket('officina/v1/switch/other/set', 'x', { flags: 1, qos: 0 })
        : say(tap, 1),
    () => subscribePacket([`${own}/answer`, 'officina/v1/machine/+/state', '$share/a/b', '#'], packetId),
    () => packet(0xa2, id(packetId), text(`${own}/answer`)),
    () => packet(0x40, id(packetId)),
    () => packet(0x50, id(packetId)),
    () => packet(0x62, id(packetId)),
    () => packet(0x70, id(packetId)),
    () => Buffer.from([0xc0, 0]),
    () => (chance.below(8) === 0 ? Buffer.from([0xe0, 0]) : Buffer.from([0xc0, 0])),
  ])();
}

/** Bytes at which parsers go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xed, 0x23, 0x2b];

type Damage = (bytes: Buffer, others: readonly Buffer[], chance: SeededChance) => Buffer;

const damages: readonly Damage[] = [
  function flip(bytes, _others, chance) {
    const copy = Buffer.from(bytes);
    for (let flips = 1 + chance.below(3); flips > 0; flips--) {
      const at = chance.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
    }
    return copy;
  },
  function edge(bytes, _others, chance) {
    const copy = Buffer.from(bytes);
    copy[chance.below(copy.length)] = chance.pick(edges);
    return copy;
  },
  function cut(bytes, _others, chance) {
    return bytes.subarray(0, chance.below(bytes.length));
  },
  function lie(bytes, _others, chance) {
    const copy = Buffer.from(bytes);
    // The remaining length, or one of the lengths of text behind it.
    const at = chance.below(2) === 0 ? 1 : chance.below(copy.length);
    copy[at] = chance.below(256);
    return copy;
  },
  function splice(bytes, others, chance) {
    const other = chance.pick(others);
    const tail = other.subarray(chance.below(other.length));
    return Buffer.concat([bytes.subarray(0, 1 + chance.below(bytes.length)), tail]);
  },
  function double(bytes) {
    return Buffer.concat([bytes, bytes]);
  },
  function rubbish(bytes, _others, chance) {
    return Buffer.concat([bytes, Buffer.from(chance.bytes(1 + chance.below(40)))]);
  },
];

const mutate = (bytes: Buffer, others: readonly Buffer[], chance: SeededChance): Buffer =>
  chance.pick(damages)(bytes, others, chance);
