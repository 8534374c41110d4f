// What goes between a kiosk, the screen beside a machine, and the gateway. Money is whole minor units of the currency of
// the space, as text; times are RFC 3339 in UTC.

import { type Static, Type } from 'typebox';
import { AccessView } from './access.ts';
import { PriceView } from './price.ts';
import { QueueView } from './queue.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const machine = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
const pin = Type.String({ pattern: '^[0-9]{4,8}$' });
const ceiling = Nullable(
  Type.String({ pattern: '^[1-9][0-9]{0,11}$', description: 'Whole minor units above 0; null: none.' }),
);
const costCode = Nullable(Type.String({ pattern: '^[a-z0-9-]{1,64}$' }));

export type KioskPairing = Static<typeof KioskPairing>;
export const KioskPairing = Type.Object(
  {
    label: Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\p{Cc}]+$' }),
    machines: Type.Array(machine, {
      minItems: 1,
      maxItems: 24,
      uniqueItems: true,
      description: 'That it stands at; with several, people choose.',
    }),
  },
  { $id: 'KioskPairing', additionalProperties: false },
);

export type KioskView = Static<typeof KioskView>;
export const KioskView = Type.Object(
  {
    label: Type.String(),
    machines: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
      description: 'Those that are still described.',
    }),
  },
  { $id: 'KioskView' },
);

/** Who stands there: handle and PIN, or a badge as a reader that types wrote it, with a PIN where one is asked for. */
export const KioskUnlock = Type.Union(
  [
    Type.Object(
      { machine, handle: Type.String({ minLength: 1, maxLength: 64 }), pin },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        machine,
        badge: Type.String({ minLength: 4, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' }),
        pin: Type.Optional(pin),
      },
      { additionalProperties: false },
    ),
  ],
  { $id: 'KioskUnlock' },
);
export type KioskUnlock = Static<typeof KioskUnlock>;

/** A person at a kiosk, until it locks itself. */
export type KioskVisit = Static<typeof KioskVisit>;
export const KioskVisit = Type.Object(
  {
    name: Type.String(),
    machine: Type.String(),
    leftMs: Type.Integer({ description: 'Until it locks itself, unless something is asked before.' }),
    holds: Type.Boolean({ description: 'Whether this person holds the machine now.' }),
    needsPin: Type.Boolean({ description: 'The machine wants a PIN beside the badge, and none was typed.' }),
    access: AccessView,
    price: PriceView,
    costCode: Nullable(Type.String({ description: 'The one of the last time; null: oneself.' })),
    costCodes: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    queue: Nullable(QueueView),
  },
  { $id: 'KioskVisit' },
);

export type KioskUnlocked = Static<typeof KioskUnlocked>;
export const KioskUnlocked = Type.Object(
  {
    visit: Type.String({
      description: 'To be sent as the header `officina-visit`; good for this kiosk alone.',
    }),
    person: KioskVisit,
  },
  { $id: 'KioskUnlocked' },
);

export type KioskStartRequest = Static<typeof KioskStartRequest>;
export const KioskStartRequest = Type.Object(
  { costCode, ceilingMinor: ceiling },
  { $id: 'KioskStartRequest', additionalProperties: false },
);

/** As a reader would show it. */
export type KioskAnswer = Static<typeof KioskAnswer>;
export const KioskAnswer = Type.Object(
  {
    outcome: Type.Enum(['granted', 'ended', 'queued', 'refused', 'notice']),
    code: Nullable(Type.String()),
    text: Type.String({ description: 'In the language of the space.' }),
    until: Nullable(Type.String()),
  },
  { $id: 'KioskAnswer' },
);

export type KioskReceipt = Static<typeof KioskReceipt>;
export const KioskReceipt = Type.Object(
  {
    session: Type.String(),
    lastedMs: Type.Integer(),
    costMinor: Nullable(Type.String({ description: 'Null where nothing was counted.' })),
    digits: Type.Integer(),
    isEnding: Type.Boolean({ description: 'A job may finish, or something cool, before the power is off.' }),
  },
  { $id: 'KioskReceipt' },
);

export type KioskListed = Static<typeof KioskListed>;
export const KioskListed = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    machines: Type.Array(Type.String()),
    by: Nullable(Type.String({ description: 'Name of the steward who paired it.' })),
    created: Type.String(),
  },
  { $id: 'KioskListed' },
);
