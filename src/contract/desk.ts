// Materials that the desk hands out, and charges corrected by hand, as they go over HTTP. Money is whole minor units of the
// currency of the space, as text.

import { type Static, Type } from 'typebox';
import { correctionReasons } from './desk-words.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Id = (description: string) => Type.String({ pattern: '^[a-z0-9-]{1,64}$', description });

export type MaterialRequest = Static<typeof MaterialRequest>;
export const MaterialRequest = Type.Object(
  {
    member: Id('Handle or key.'),
    material: Id('As in the tariff.'),
    amount: Type.String({
      maxLength: 20,
      description: 'In the unit of the material, at most three decimals: `12.5`.',
    }),
    at: Type.Optional(
      Nullable(
        Type.String({
          maxLength: 40,
          description:
            'RFC 3339 with an offset, or `2026-11-20 18:00` in the time zone of the space; left out: this minute.',
        }),
      ),
    ),
    session: Type.Optional(Nullable(Id('For which; left out: the one that the member holds there, if any.'))),
    costCode: Type.Optional(Nullable(Id('Left out: that of the session; null: none.'))),
    dryRun: Type.Optional(Type.Boolean({ description: 'Says what would be written, and writes nothing.' })),
  },
  { $id: 'MaterialRequest', additionalProperties: false },
);

export type CorrectionRequest = Static<typeof CorrectionRequest>;
export const CorrectionRequest = Type.Object(
  {
    toMinor: Type.Optional(
      Type.String({
        pattern: '^(0|[1-9][0-9]{0,11})$',
        description: 'What it shall cost, whole minor units; left out: as it does.',
      }),
    ),
    costCode: Type.Optional(Nullable(Id('Left out: as it is; null: the member alone.'))),
    why: Type.Enum([...correctionReasons]),
    note: Type.Optional(
      Nullable(
        Type.String({
          maxLength: 1000,
          description: 'At most 280 characters on one line. It can be erased; the journal holds a digest.',
        }),
      ),
    ),
    dryRun: Type.Optional(Type.Boolean({ description: 'Says what would be written, and writes nothing.' })),
  },
  { $id: 'CorrectionRequest', additionalProperties: false },
);

export type CorrectionReport = Static<typeof CorrectionReport>;
export const CorrectionReport = Type.Object(
  {
    correction: Nullable(Type.String({ description: 'Its id; null when nothing was written.' })),
    session: Type.String(),
    name: Type.String({ description: 'Of the member.' }),
    beforeMinor: Type.String(),
    afterMinor: Type.String(),
    lines: Type.Array(
      Type.Object({
        month: Type.String({ description: 'yyyy-mm of the statement on which it stands.' }),
        costCode: Nullable(Type.String()),
        tariff: Nullable(Type.String()),
        minor: Type.String({ description: 'By how much it changes there.' }),
      }),
    ),
    currency: Type.String(),
    digits: Type.Integer({ description: 'Decimals of the currency.' }),
    dryRun: Type.Boolean(),
  },
  { $id: 'CorrectionReport' },
);
