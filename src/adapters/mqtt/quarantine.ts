// Devices that nobody has described yet, and the last that each of them said. What stands here is looked at by people and
// reaches nothing else; all of it is bounded, in memory only, and what the bounds drop is counted.

import type { Clock, Meters } from '../../gateway/ports.ts';
import type { DeviceGuess, Unassigned, UnassignedMessage } from '../../gateway/unassigned.ts';
import type { Newcomer } from './credentials.ts';
import type { BridgeList } from './dialects/guess.ts';
import { readBridgeList } from './dialects/guess-zigbee2mqtt.ts';
import { safeText } from './safe-text.ts';

export type Quarantine = {
  /** It has come in, or has come again. */
  enter(newcomer: Newcomer): void;
  said(client: string, message: SaidMessage): void;
  left(client: string): void;
  remove(client: string): void;
  /** Who is on the list under that client id; guessing what it is takes longer, and is for people only. */
  find(client: string): Known | undefined;
  view(client: string): Unassigned | undefined;
  clients(): readonly string[];
  all(): readonly Unassigned[];
};

type Known = Pick<Unassigned, 'how' | 'there' | 'address'>;

type SaidMessage = { readonly topic: string; readonly payload: Uint8Array; readonly isRetained: boolean };

/** What a device may be, by what it said. */
export type Guess = (
  device: Pick<Unassigned, 'client' | 'user' | 'address' | 'messages'> & {
    readonly bridge: BridgeList | null;
  },
) => readonly DeviceGuess[];

export type QuarantineOptions = {
  readonly clock: Clock;
  readonly meters: Meters;
  readonly guess: Guess;
  /** It had to make room for another. */
  readonly onDropped: (client: string) => void;
  readonly onChange: () => void;
};

const mostVisitors = 32;
const mostMessages = 20;
const mostTextBytes = 512;
const mostTopicBytes = 256;
/** A bridge lists its devices at its start and whenever one comes or goes; reading that takes some milliseconds. */
const mostLists = 16;

type Kept = Omit<Unassigned, 'guesses' | 'messages' | 'there' | 'lastSeenMs'> & {
  there: boolean;
  lastSeenMs: number;
  readonly messages: UnassignedMessage[];
  /** What it listed last, read from the whole message; the message itself is not kept. */
  bridge: BridgeList | null;
  lists: number;
};

export function createQuarantine(options: QuarantineOptions): Quarantine {
  const { clock, meters, guess, onDropped, onChange } = options;
  /** In the order in which they first came. */
  const visitors = new Map<string, Kept>();
  const view = (kept: Kept): Unassigned => {
    const { bridge: _, lists: __, ...shown } = kept;
    return { ...shown, messages: [...kept.messages], guesses: guess(kept) };
  };

  const takeList = (visitor: Kept, { topic, payload }: SaidMessage): void => {
    if (!topic.endsWith('/bridge/devices')) return;
    visitor.lists += 1;
    if (visitor.lists > mostLists) meters.count('mqtt_unassigned_dropped_total', { what: 'list' });
    else visitor.bridge = readBridgeList(topic, payload) ?? visitor.bridge;
  };

  const makeRoom = (): void => {
    if (visitors.size < mostVisitors) return;
    // Whoever has a code was expected; a crowd from an allowed address does not drive them out.
    const all = [...visitors.values()];
    const oldest = all.find(({ how }) => how === 'address') ?? all[0];
    if (!oldest) return;
    visitors.delete(oldest.client);
    meters.count('mqtt_unassigned_dropped_total', { what: 'device' });
    onDropped(oldest.client);
  };

  return {
    enter({ client, user, address, how }) {
      const nowMs = clock.wallMs();
      const before = visitors.get(client);
      // Another way in is another device, as far as we know.
      const isSame = before !== undefined && before.how === how;
      if (before && !isSame) visitors.delete(client);
      if (!isSame) makeRoom();
      const { firstSeenMs = nowMs, messages = [], bridge = null, lists = 0 } = isSame ? before : {};
      const seen = { client, user, address, how, there: true, firstSeenMs, lastSeenMs: nowMs };
      visitors.set(client, { ...seen, messages, bridge, lists });
      onChange();
    },
    said(client, message) {
      const { topic, payload, isRetained } = message;
      const visitor = visitors.get(client);
      if (!visitor) return;
      const atMs = clock.wallMs();
      visitor.lastSeenMs = atMs;
      const shownTopic = safeText(Buffer.from(topic), mostTopicBytes);
      const text = safeText(payload, mostTextBytes);
      visitor.messages.push({ atMs, topic: shownTopic, text, retained: isRetained });
      takeList(visitor, message);
      if (visitor.messages.length > mostMessages) {
        visitor.messages.shift();
        meters.count('mqtt_unassigned_dropped_total', { what: 'message' });
      }
      onChange();
    },
    left(client) {
      const visitor = visitors.get(client);
      if (!visitor) return;
      visitor.there = false;
      onChange();
    },
    remove(client) {
      if (visitors.delete(client)) onChange();
    },
    find: (client) => visitors.get(client),
    view(client) {
      const visitor = visitors.get(client);
      return visitor && view(visitor);
    },
    clients: () => [...visitors.keys()],
    all: () => [...visitors.values()].map(view),
  };
}
