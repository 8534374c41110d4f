// Described boxes with the firmware that they came with, and what else of them could be described: a relay beside the
// reader, another plug of the bridge. Kept is the last that each said, bounded, in memory only; it is read when a person asks.

import type { Meters } from '../../gateway/ports.ts';
import type { DeviceGuess, KnownBox } from '../../gateway/unassigned.ts';
import type { Connections } from './connections.ts';
import type { Devices, StockAccount } from './credentials.ts';
import { readBridgeList } from './dialects/guess-zigbee2mqtt.ts';
import type { StockPart } from './dialects/speech-of.ts';
import type { Guess } from './quarantine.ts';
import { safeText } from './safe-text.ts';

export type KnownBoxes = {
  /** All that it says, also what is on none of its topics. */
  heard(account: StockAccount, said: Said): void;
  /** Whoever is described no more is forgotten. */
  setDevices(devices: Devices): void;
  list(): readonly KnownBox[];
};

export type KnownBoxesOptions = {
  readonly devices: Devices;
  readonly connections: Pick<Connections, 'get'>;
  readonly meters: Meters;
  readonly guess: Guess;
};

type Said = { readonly topic: string; readonly payload: Uint8Array };

/** Of each box, so that the boxes of a large workshop stay below a megabyte. */
const mostTopics = 20;
const mostTextBytes = 512;

type Kept = {
  /** Topic → the beginning of the last message, the newest last. */
  readonly messages: Map<string, Uint8Array>;
  /** The last list of a bridge, whole: at most one packet of its guard, 1 MB. */
  list: Said | null;
};

export function createKnownBoxes(options: KnownBoxesOptions): KnownBoxes {
  const { meters } = options;
  let { devices } = options;
  const kept = new Map<string, Kept>();

  return {
    heard({ client, parts }, { topic, payload }) {
      const one = kept.get(client) ?? { messages: new Map(), list: null };
      kept.set(client, one);
      // Copies, because what comes in lies in the buffer of its connection.
      if (isListOf(parts, topic)) one.list = { topic, payload: Buffer.from(payload) };
      one.messages.delete(topic);
      one.messages.set(topic, Buffer.from(payload.subarray(0, mostTextBytes)));
      if (one.messages.size <= mostTopics) return;
      const [oldest = ''] = one.messages.keys();
      one.messages.delete(oldest);
      meters.count('mqtt_known_dropped_total');
    },
    setDevices(next) {
      devices = next;
      for (const client of kept.keys()) if (devices.get(client)?.kind !== 'stock') kept.delete(client);
    },
    list: () =>
      [...devices.values()].flatMap((device) =>
        device.kind === 'stock' ? [boxOf(options, device, kept.get(device.client))] : [],
      ),
  };
}

function boxOf(
  { connections, guess }: KnownBoxesOptions,
  { client, user, parts }: StockAccount,
  kept: Kept | undefined,
): KnownBox {
  const connection = connections.get(client);
  const messages = [...(kept?.messages ?? [])].map(([topic, payload]) => ({
    ...{ atMs: 0, topic, retained: false },
    text: safeText(payload, mostTextBytes),
  }));
  const bridge = kept?.list ? readBridgeList(kept.list.topic, kept.list.payload) : null;
  const address = connection?.guard.address ?? '';
  const guesses = guess({ client, user, address, messages, bridge });
  return {
    client,
    there: connection !== undefined,
    parts: parts.map(({ role, id }) => ({ role, id })),
    // What it is at all was said by whoever described it.
    guesses: guesses.filter(
      (one) =>
        parts.some(({ kind }) => kind === one.entry.kind) && !parts.some((part) => isSamePart(part, one)),
    ),
  };
}

const isListOf = (parts: readonly StockPart[], topic: string): boolean =>
  parts.some((part) => part.kind === 'zigbee2mqtt' && topic === `${part.entry.base}/bridge/devices`);

/** A box is one reader at most; switches are told apart by their relay. */
const isSamePart = (part: StockPart, { role, entry }: DeviceGuess): boolean =>
  part.role === role &&
  part.kind === entry.kind &&
  (role === 'reader' || relayOf(part.entry) === relayOf(entry));

function relayOf(entry: Readonly<Record<string, unknown>>): string {
  const { relay, channel, friendly, endpoint } = entry;
  return JSON.stringify([relay ?? channel ?? null, friendly ?? null, endpoint ?? null]);
}
