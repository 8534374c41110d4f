// The one table from the kind of a stock device to its dialect, and what a part of a box can say, hear and be told. Whoever
// adds a firmware writes a dialect and one line here; the configuration has its own table of what people write.

import type { SpellingName } from '../../../domain/access/spelling.ts';
import type { Deed, Dialect, Heard, ListWords, Order, Said } from './dialect.ts';
import { type EspRfidEntry, espRfid } from './esp-rfid.ts';
import { type EsphomeEntry, esphome } from './esphome.ts';
import { type ShellyGen1Entry, shellyGen1 } from './shelly-gen1.ts';
import { type ShellyGen2Entry, shellyGen2 } from './shelly-gen2.ts';
import { type TasmotaEntry, tasmota } from './tasmota.ts';
import { type Zigbee2mqttEntry, zigbee2mqtt } from './zigbee2mqtt.ts';

type Entries = {
  tasmota: TasmotaEntry;
  'esp-rfid': EspRfidEntry;
  esphome: EsphomeEntry;
  /** Where its own HTTP interface is: host name or address, with or without a port. */
  'shelly-gen1': ShellyGen1Entry & { readonly host: string };
  'shelly-gen2': ShellyGen2Entry;
  zigbee2mqtt: Zigbee2mqttEntry;
};

export type StockKind = keyof Entries;

/** A reader or a switch, as a part of the box that signs in for it. */
export type StockPart = {
  [K in StockKind]: {
    readonly role: 'reader' | 'switch';
    readonly id: string;
    readonly kind: K;
    readonly entry: Entries[K];
    /** How this reader spells cards, where the workshop knows better than its dialect. */
    readonly spelling: SpellingName | null;
  };
}[StockKind];

export type Speech = {
  /** Patterns of what the device may publish, and of what it may hear. */
  readonly says: readonly string[];
  readonly hears: readonly string[];
  hear(said: Said): readonly Heard[];
  /** Nothing for what is a reader only. */
  order(order: Order): readonly Deed[];
  ask(): readonly Deed[];
  /** Null for what keeps no list of badges. */
  list(): ListWords | null;
};

const dialects: { readonly [K in StockKind]: Dialect<Entries[K]> } = {
  tasmota,
  'esp-rfid': espRfid,
  esphome,
  'shelly-gen1': shellyGen1,
  'shelly-gen2': shellyGen2,
  zigbee2mqtt,
};

type Spoken<K extends StockKind> = { [P in K]: { readonly kind: P; readonly entry: Entries[P] } }[K];

export function speechOf<K extends StockKind>(part: Spoken<K>): Speech {
  const dialect: Dialect<Entries[K]> = dialects[part.kind];
  const entry: Entries[K] = part.entry;
  return {
    says: dialect.says(entry),
    hears: dialect.hears(entry),
    hear: (said) => dialect.hear(entry, said),
    order: (order) => dialect.order?.(entry, order) ?? [],
    ask: () => dialect.ask?.(entry) ?? [],
    list: () => dialect.list?.(entry) ?? null,
  };
}
