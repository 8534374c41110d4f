// What stands between a member and a machine: the answer of `/api/machines/:machine/access`. Sentences are in the language of
// the space; times are wall clock, milliseconds since 1970.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const when = {
  fromMs: Nullable(
    Type.Integer({ description: 'Set where time alone mends it: from when it would be a yes.' }),
  ),
  untilMs: Nullable(Type.Integer({ description: 'And until when that lasts.' })),
};

const no = {
  code: Nullable(Type.String({ description: 'The refusal code; null for a yes.' })),
  sentence: Nullable(Type.String()),
  remedy: Nullable(Type.String({ description: 'What would make it a yes.' })),
  ...when,
};

export type AccessView = Static<typeof AccessView>;
export const AccessView = Type.Object(
  {
    member: Type.String(),
    machine: Type.String(),
    may: Type.Boolean({ description: 'Whether a tap would start a session now.' }),
    ...no,
    bypassed: Type.Array(Type.String(), {
      description: 'Refusal codes that stand against anybody but a steward, which this member is.',
    }),
    rules: Type.Array(
      Type.Object({
        rule: Type.String(),
        asks: Type.String(),
        ok: Type.Boolean(),
        bypassed: Type.Boolean({ description: 'It is not kept, and this member goes past it as a steward.' }),
        ...no,
      }),
      { description: 'All of them, in the order in which they are asked.' },
    ),
    lessons: Type.Array(
      Type.Object({
        certificate: Type.String(),
        name: Type.String(),
        sessions: Type.Integer(),
        needed: Nullable(
          Type.Integer({ description: 'Null where no number of lessons is enough by itself.' }),
        ),
      }),
      { description: 'Supervised sessions that count towards a certificate.' },
    ),
  },
  { $id: 'AccessView' },
);
