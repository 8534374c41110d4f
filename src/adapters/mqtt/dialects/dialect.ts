// A dialect is how one kind of stock device speaks over MQTT, in its own topics and words. Pure: it turns a message into
// what was heard, and an order into messages, and keeps nothing; who may say what follows from its topics alone.

import type { ListStep } from '../../../domain/access/allow-list.ts';
import type { SpellingName } from '../../../domain/access/spelling.ts';
import type { HeldUid } from '../../../gateway/ports.ts';

/** What a device said. Fields that are left out were not said: a missing number is never zero. */
export type Heard =
  /** A card, as the reader spells it; the entry of the reader may know the spelling better. */
  | { readonly kind: 'card'; readonly text: string; readonly spelling: SpellingName }
  /** A key of a keypad beside the reader. */
  | { readonly kind: 'key'; readonly key: string }
  | {
      readonly kind: 'switch';
      readonly on?: boolean;
      /** Watts, may be negative where a clamp sits the wrong way round. */
      readonly powerW?: number;
      /** A total since some time in the past, watt-hours; it may step back. */
      readonly energyWh?: number;
    }
  /** The device is there, or its will says that it has gone. */
  | { readonly kind: 'there'; readonly there: boolean }
  | {
      readonly kind: 'facts';
      readonly firmware?: string;
      readonly signalDbm?: number;
      readonly address?: string;
    }
  /** A setting that decides what the device does without us. */
  | {
      readonly kind: 'setting';
      readonly name: string;
      readonly value: string;
      /** Whether power stays off, or goes off, when the gateway is away. */
      readonly safe: boolean;
      /** What mends an unsafe one, as a person types it; null when safe. */
      readonly remedy: string | null;
    }
  /** A row of the list of badges that it keeps. */
  | ({ readonly kind: 'held' } & HeldUid)
  /** It has taken a change of that list. */
  | { readonly kind: 'done'; readonly what: ListStep['kind'] }
  /** Rightly said, and nothing for us: telemetry, an echo, another device's message on a shared topic. */
  | { readonly kind: 'ignored' }
  /** Not what this kind of device says; a code for counting. */
  | { readonly kind: 'broken'; readonly code: 'payload-json' | 'payload-shape' | 'topic-unknown' };

/** What is to be done at the device: a message, or a request to its own HTTP interface where messages know no lease. */
export type Deed =
  | { readonly kind: 'publish'; readonly topic: string; readonly payload: string }
  | { readonly kind: 'get'; readonly path: string };

/** How a reader is told of the badges for which it opens by itself. It compares `address` with its own. */
export type ListWords = {
  /** Where it takes commands. */
  readonly topic: string;
  ask(address: string): Deed;
  allow(address: string, held: HeldUid): Deed;
  disallow(address: string, uid: string): Deed;
};

/** A message, or the answer to a `get`, whose topic is then `http:` and the path. */
export type Said = { readonly topic: string; readonly payload: Uint8Array };

export type Order = { readonly on: boolean; readonly leaseS: number; readonly n: number };

/**
 * `Entry` is what `officina.yaml` says of the device beyond its sign-in: topics, number of the relay, and the like.
 * Topics are patterns: `+` stands for one level; `#`, last and only in what it hears, for all below.
 */
export type Dialect<Entry> = {
  /** What the device may publish. */
  says(entry: Entry): readonly string[];
  /** What it may hear; all of it comes from the gateway alone. */
  hears(entry: Entry): readonly string[];
  hear(entry: Entry, said: Said): readonly Heard[];
  /** An order for power, always with a lease in the device's own words. Left out: a reader only. */
  order?(entry: Entry, order: Order): readonly Deed[];
  /** Asked once it is there: its state and the settings that decide what it does without us. */
  ask?(entry: Entry): readonly Deed[];
  /** Left out, or null: it keeps no list of badges. */
  list?(entry: Entry): ListWords | null;
};
