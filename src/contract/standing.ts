// Where a member stands, for their own page: what their certificates open and what would open more, how much of their part of
// the turns they used, and who pays. Only ever told to that member.

import { type Static, type TSchema, Type } from 'typebox';
import { KeptParts } from './kept-parts.ts';
import { EraseReport } from './people.ts';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

const Named = Type.Object({ id: Type.String(), name: Type.String() });

export type StandingView = Static<typeof StandingView>;
export const StandingView = Type.Object(
  {
    handle: Type.String(),
    team: Nullable(Type.String()),
    certificates: Type.Array(
      Type.Object({
        certificate: Type.String(),
        name: Type.String(),
        until: Nullable(Type.String({ description: 'Last local day; null without an end.' })),
        inForce: Type.Boolean(),
        opens: Type.Array(Named, {
          description: 'Machines that ask for it and that nothing else keeps shut.',
        }),
      }),
    ),
    open: Type.Array(Named, { description: 'Machines for which I lack no certificate.' }),
    shut: Type.Array(
      Type.Object({
        ...Named.properties,
        missing: Type.Array(Named, {
          description: 'Certificates, in the order in which they are to be had.',
        }),
      }),
    ),
    turns: Type.Array(
      Type.Object({
        pool: Type.String(),
        usedS: Type.Integer({ description: 'As it counts today; older use counts less.' }),
        partS: Type.Integer({
          description: 'What all used, shared by weight among those who used any, and me.',
        }),
      }),
      { description: 'Of the pools that are used in turn and where somebody was.' },
    ),
    pays: Type.Object(
      {
        sources: Type.Array(Type.String(), {
          description:
            'In the order in which they pay: `plan`, `pack`, `grant`, `wallet`, `invoice`; empty where nothing is posted.',
        }),
        costCodes: Type.Array(
          Type.Object({
            code: Type.String(),
            name: Type.String(),
            payers: Type.Array(
              Type.Object({
                payer: Type.String({ description: '`me`, `team`, or the code of a project.' }),
                parts: Type.Integer(),
              }),
            ),
          }),
          { description: 'That I may choose for a session, with who pays it then.' },
        ),
      },
      { description: 'Without a cost code I pay myself.' },
    ),
  },
  { $id: 'Standing' },
);

export type OwnErasure = Static<typeof OwnErasure>;
export const OwnErasure = Type.Object(
  {
    handle: Type.String({ minLength: 1, maxLength: 64, description: 'My own, typed, so that it is meant.' }),
  },
  { $id: 'OwnErasure', additionalProperties: false },
);

export type OwnErasePreview = Static<typeof OwnErasePreview>;
export const OwnErasePreview = Type.Object(
  {
    goes: EraseReport.properties.goes,
    keeps: KeptParts,
    fresh: Type.Boolean({ description: 'Whether my sign-in is new enough for it.' }),
    owing: Type.Boolean({
      description: 'Something is not paid or not invoiced yet: then a steward does it.',
    }),
  },
  { $id: 'OwnErasePreview' },
);
