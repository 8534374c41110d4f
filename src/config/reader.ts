// One entry of the key `readers`: what reads cards, how it is reached, and how it spells them.

import { Type } from 'typebox';
import { type SpellingName, spellingNames } from '../domain/access/spelling.ts';
import type { ReaderConfig } from './config.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { stockSchema, takeStock } from './stock.ts';

const path = Type.String({
  pattern: '^[^\\u0000-\\u001f\\u007f]{1,255}$',
  description: 'the path of the port, for instance /dev/serial/by-id/…',
});

const spelt = {
  spelling: Type.Optional(
    Type.Enum([...spellingNames], { description: `how it writes cards: one of ${spellingNames.join(', ')}` }),
  ),
};

const readerKinds = {
  native: Type.Object({ kind: Type.Literal('native'), ...passwordFields, ...spelt }),
  tasmota: stockSchema('tasmota', spelt),
  'esp-rfid': stockSchema('esp-rfid', spelt),
  esphome: stockSchema('esphome', spelt),
  'serial-125khz': Type.Object({
    kind: Type.Literal('serial-125khz'),
    path,
    model: Type.Enum(['rdm6300', 'id-12', 'rf125-ps', '7941e']),
    /** One frame is enough for a reader that tells a card once only. */
    once: Type.Optional(Type.Boolean({ description: 'true where the reader sends each card only once' })),
  }),
  'pn532-hsu': Type.Object({ kind: Type.Literal('pn532-hsu'), path }),
  'usb-wedge': Type.Object({ kind: Type.Literal('usb-wedge'), path, ...spelt }),
};

export function readReader(tree: Tree, scope: DeviceScope): ReaderConfig {
  const read = readKind(readerKinds, tree, scope);
  if (!read) return { kind: 'native', password: '', spelling: null };
  const { kind, shape } = read;
  const spelling = (shape.spelling as SpellingName | undefined) ?? null;
  const at = { path: typeof shape.path === 'string' ? shape.path : '' };
  switch (kind) {
    case 'native':
      return { kind, password: takePassword(shape, tree, scope), spelling };
    case 'serial-125khz':
      return {
        kind,
        ...at,
        model: (shape.model as 'rdm6300' | undefined) ?? 'rdm6300',
        once: shape.once === true,
      };
    case 'pn532-hsu':
      return { kind, ...at };
    case 'usb-wedge':
      return { kind, ...at, spelling: spelling ?? 'decimal-low32' };
    default:
      return { ...takeStock({ kind, shape }, tree, scope), spelling } as ReaderConfig;
  }
}
