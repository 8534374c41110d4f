// One entry of the key `readers`: what reads cards, how it is reached, and how it spells them.

import { Type } from 'typebox';
import { type SpellingName, spellingNames, spellings } from '../domain/access/spelling.ts';
import { isWritable } from '../domain/access/write-spelt.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { ReaderConfig } from './config.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { placeOf, readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { stockSchema, takeStock } from './stock.ts';

const path = Type.String({
  pattern: '^[^\\u0000-\\u001f\\u007f]{1,255}$',
  description: 'the path of the port, for instance /dev/serial/by-id/…',
});

/** `true`: who taps there comes or goes; `out`: only goes. */
const atDoor = {
  entrance: Type.Optional(
    Type.Union([Type.Boolean(), Type.Literal('out')], {
      description: 'true where it hangs at the entrance, or out where people only leave there',
    }),
  ),
};

const spelt = {
  ...atDoor,
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
    ...atDoor,
    model: Type.Enum(['rdm6300', 'id-12', 'rf125-ps', '7941e']),
    /** One frame is enough for a reader that tells a card once only. */
    once: Type.Optional(Type.Boolean({ description: 'true where the reader sends each card only once' })),
  }),
  'pn532-hsu': Type.Object({ kind: Type.Literal('pn532-hsu'), path, ...atDoor }),
  'usb-wedge': Type.Object({ kind: Type.Literal('usb-wedge'), path, ...spelt }),
};

export function readReader(tree: Tree, scope: DeviceScope): ReaderConfig {
  const read = readKind(readerKinds, tree, scope);
  if (!read) return { kind: 'native', password: '', spelling: null };
  const { entrance, ...shape } = read.shape;
  const reader = readOfKind({ kind: read.kind, shape }, tree, scope);
  return entrance ? { ...reader, entrance: entrance === 'out' ? 'out' : 'both' } : reader;
}

type OfKind = { readonly kind: keyof typeof readerKinds; readonly shape: Record<string, unknown> };

function readOfKind({ kind, shape }: OfKind, tree: Tree, scope: DeviceScope): ReaderConfig {
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
      checkAllowList({ shape, spelling }, tree, scope);
      return { ...takeStock({ kind, shape }, tree, scope), spelling } as ReaderConfig;
  }
}

type ListShape = { readonly shape: Record<string, unknown>; readonly spelling: SpellingName | null };

function checkAllowList({ shape, spelling }: ListShape, tree: Tree, scope: DeviceScope): void {
  if (shape.allowList !== true) return;
  const mistake = (text: string): void => scope.findings.mistake(placeOf(tree, 'allowList'), text);
  if (shape.generation === 1) {
    mistake(
      `"allowList" of ${scope.name} needs firmware of generation 2: the first takes no commands; leave it out, or update the box.`,
    );
  }
  if (spelling !== null && !isWritable(spellings[spelling])) {
    mistake(
      `"allowList" of ${scope.name} needs a spelling in which cards can be written to the box; "${spelling}" is none.`,
    );
  }
}

/** What the workshop knows of a reader. A box of the second generation writes two digits a byte unless it is told otherwise. */
export function describedReader(reader: ReaderConfig): Workshop['readers'][string] {
  const { kind, entrance } = reader;
  const keepsList = kind === 'esp-rfid' && reader.entry.allowList;
  return {
    kind,
    ...(keepsList && { allowList: { spelling: reader.spelling ?? 'hex' } }),
    ...(entrance && { entrance }),
  };
}
