// Devices that nobody has described yet, and the last that each of them said. What stands here is looked at by people and
// reaches nothing else; all of it is bounded, in memory only, and what the bounds drop is counted.

import type { Clock, Meters } from '../../gateway/ports.ts';
import type { DeviceGuess, Unassigned, UnassignedMessage } from '../../gateway/unassigned.ts';
import type { Newcomer } from './credentials.ts';
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
  device: Pick<Unassigned, 'client' | 'user' | 'address' | 'messages'>,
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

type Kept = Omit<Unassigned, 'guesses' | 'messages' | 'there' | 'lastSeenMs'> & {
  there: boolean;
  lastSeenMs: number;
  readonly messages: UnassignedMessage[];
};

export function createQuarantine(options: QuarantineOptions): Quarantine {
  const { clock, meters, guess, onDropped, onChange } = options;
  /** In the order in which they first came. */
  const visitors = new Map<string, Kept>();
  const view = (kept: Kept): Unassigned => ({
    ...kept,
    messages: [...kept.messages],
    guesses: guess(kept),
  });

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
      const { firstSeenMs = nowMs, messages = [] } = isSame ? before : {};
      const seen = { client, user, address, how, there: true, firstSeenMs, lastSeenMs: nowMs, messages };
      visitors.set(client, seen);
      onChange();
    },
    said(client, { topic, payload, isRetained }) {
      const visitor = visitors.get(client);
      if (!visitor) return;
      const atMs = clock.wallMs();
      visitor.lastSeenMs = atMs;
      const shownTopic = safeText(Buffer.from(topic), mostTopicBytes);
      const text = safeText(payload, mostTextBytes);
      visitor.messages.push({ atMs, topic: shownTopic, text, retained: isRetained });
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
