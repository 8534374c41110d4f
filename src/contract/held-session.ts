// What the holder of a machine sees and asks of the running session, as it goes over HTTP. Money is whole minor units of
// the currency of the space, as text.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** What ends it next; of what concerns only its holder, others hear nothing. */
export const KnownEnd = Type.Object({
  at: Type.String({ description: 'RFC 3339.' }),
  cause: Type.String({
    description:
      'idle, longest, hours, turn; for its holder also ceiling, certificate, and trainer: what lets them teach.',
  }),
});

/** For its holder alone. */
export const OwnSession = Type.Object({
  costMinor: Nullable(Type.String({ description: 'What it costs up to now; null once it is ending.' })),
  perHourMinor: Type.String({
    description: 'By how much it grows now; 0 in steps, or while nothing is billed.',
  }),
  nextStep: Type.Optional(
    Type.Object(
      { at: Type.String({ description: 'RFC 3339.' }), minor: Type.String() },
      { description: 'In steps: when the next one begins, if all goes on as now, and what it costs.' },
    ),
  ),
  cap: Type.Optional(
    Type.Enum(['day', 'month'], { description: 'It has been reached: nothing more is charged until then.' }),
  ),
  digits: Type.Integer({ description: 'Decimals of the currency.' }),
  ceilingMinor: Nullable(Type.String({ description: 'It ends before it costs more.' })),
  costCode: Nullable(Type.String()),
  costCodes: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }), {
    description: 'That the holder may charge it to.',
  }),
  canKeep: Type.Boolean({ description: 'Nothing moves: it ends unless the holder says to be there.' }),
  offeredUntil: Nullable(
    Type.String({ description: 'Until when the next tap of another member takes it over.' }),
  ),
});

const anyMinor = '^[1-9][0-9]{0,11}$';

export type SessionChange = Static<typeof SessionChange>;
export const SessionChange = Type.Object(
  {
    costCode: Type.Optional(
      Nullable(Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Null: none any more.' })),
    ),
    ceilingMinor: Type.Optional(
      Nullable(
        Type.String({
          pattern: anyMinor,
          description: 'Whole minor units above 0; null: no ceiling any more.',
        }),
      ),
    ),
  },
  { $id: 'SessionChange', additionalProperties: false },
);

export type HeldSession = Static<typeof HeldSession>;
export const HeldSession = Type.Object({ session: Type.String() }, { $id: 'HeldSession' });

export type HandOver = Static<typeof HandOver>;
export const HandOver = Type.Object(
  {
    session: Type.String(),
    until: Type.String({ description: 'Until when the next tap of another member takes it over.' }),
  },
  { $id: 'HandOver' },
);
