// Disputes about charges as they go over HTTP. Times are RFC 3339 in UTC, amounts minor units in a decimal string.

import { type Static, type TSchema, Type } from 'typebox';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

const text = Type.String({
  minLength: 1,
  maxLength: 4000,
  description: 'At most 2000 characters. It can be erased; the journal holds a digest.',
});

export type DisputeRequest = Static<typeof DisputeRequest>;
export const DisputeRequest = Type.Object(
  {
    charge: Type.String({
      pattern: '^[a-z0-9-]{1,64}$',
      description: 'The session of a line of your statement.',
    }),
    text,
  },
  { $id: 'DisputeRequest', additionalProperties: false },
);

export type DisputeMade = Static<typeof DisputeMade>;
export const DisputeMade = Type.Object({ dispute: Type.String() }, { $id: 'DisputeMade' });

export type SettlementRequest = Static<typeof SettlementRequest>;
export const SettlementRequest = Type.Object(
  {
    outcome: Type.Enum(['accepted', 'partly', 'rejected']),
    minor: Type.Optional(
      Nullable(Type.String({ pattern: '^[0-9]{1,13}$' }), 'With `partly`: what is taken off.'),
    ),
    minutes: Type.Optional(
      Nullable(
        Type.Integer({ minimum: 1, maximum: 100_000 }),
        'With `partly`, instead of an amount: of the billed time.',
      ),
    ),
    text,
  },
  { $id: 'SettlementRequest', additionalProperties: false },
);

export type SettlementDone = Static<typeof SettlementDone>;
export const SettlementDone = Type.Object(
  { minor: Type.String({ description: 'What is taken off.' }), currency: Type.String() },
  { $id: 'SettlementDone' },
);

export type DisputeView = Static<typeof DisputeView>;
export const DisputeView = Type.Object(
  {
    dispute: Type.String(),
    charge: Type.String({ description: 'The session that was charged.' }),
    member: Type.String(),
    name: Nullable(Type.String(), 'Null once they were erased.'),
    status: Type.Enum(['open', 'accepted', 'partly', 'rejected', 'withdrawn']),
    minor: Type.String({ description: 'What was charged when it was opened.' }),
    currency: Type.String(),
    digits: Type.Integer({ description: 'Decimals of the currency.' }),
    opened: Type.String(),
    answerBy: Type.String(),
    overdue: Type.Boolean({ description: 'Open, and not answered in time.' }),
    text: Nullable(Type.String(), 'Null once its writer was erased.'),
    settled: Nullable(
      Type.Object({
        at: Type.String(),
        by: Nullable(Type.String(), 'Only for those who may decide.'),
        minor: Type.String({ description: 'What was taken off.' }),
        answer: Nullable(Type.String()),
      }),
    ),
  },
  { $id: 'DisputeView' },
);

export type DisputeList = Static<typeof DisputeList>;
export const DisputeList = Type.Object(
  { disputes: Type.Array(DisputeView, { description: 'The open ones first, at most 500.' }) },
  { $id: 'DisputeList' },
);
