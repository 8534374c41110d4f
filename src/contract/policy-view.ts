// The policy as pages and commands are told of it: in words and as the document itself, with its dates and its hash.
// Times are RFC 3339 in UTC.

import { type Static, Type } from 'typebox';
import { policySchema } from './policy.ts';

const Sentence = Type.Object({
  pool: Type.Union([Type.String(), Type.Null()], { description: 'Null: of the space as a whole.' }),
  code: Type.String(),
  text: Type.String({ description: 'In the language that was asked for.' }),
  changed: Type.Boolean({
    description: 'Of one that is to come: what counts now says it otherwise, or not at all.',
  }),
});

const dates = {
  version: Type.Integer({ description: 'From 1, without a gap.' }),
  hash: Type.String({
    description: 'SHA-256 of its canonical JSON, hex; decisions name the first 12 digits.',
  }),
  by: Type.Enum(['file', 'vote'], { description: 'The file was changed, or the members decided.' }),
  proposal: Type.Union([Type.String(), Type.Null()]),
  adopted: Type.String(),
  from: Type.String({ description: 'For when it was adopted.' }),
  began: Type.Union([Type.String(), Type.Null()], {
    description: 'Null for one that has not, or that another one overtook.',
  }),
};

export type PolicyDatesView = Static<typeof PolicyDatesView>;
export const PolicyDatesView = Type.Object(dates, { $id: 'PolicyDates' });

export type PolicyVersionView = Static<typeof PolicyVersionView>;
export const PolicyVersionView = Type.Object(
  { ...dates, document: policySchema, sentences: Type.Array(Sentence) },
  { $id: 'PolicyVersion' },
);

export type PolicyView = Static<typeof PolicyView>;
export const PolicyView = Type.Object(
  {
    current: Type.Union([PolicyVersionView, Type.Null()]),
    coming: Type.Array(PolicyVersionView, { description: 'Adopted and not begun, the first of them first.' }),
    past: Type.Array(PolicyDatesView, { description: 'Newest first.' }),
  },
  { $id: 'PolicyView' },
);
