// The journal as people leaf through it over HTTP: pages, one entry as text with its place in the chain, and the proof.

import { type Static, type TSchema, Type } from 'typebox';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

/** Whom or what an entry names. */
const Named = Type.Object({
  id: Type.String(),
  name: Nullable(Type.String(), 'Null for a name that may not be seen, or is erased.'),
});

const about = {
  seq: Type.Integer({ description: 'Position, from 1 without a gap.' }),
  at: Type.String(),
  type: Type.String(),
  member: Nullable(Named),
  by: Nullable(Named, 'Who did it.'),
  machine: Nullable(Named),
  forgotten: Type.Boolean({ description: 'What it said was forgotten by its age; its hash stays.' }),
};

export type JournalLine = Static<typeof JournalLine>;
export const JournalLine = Type.Object(about, { $id: 'JournalLine' });

export type JournalPage = Static<typeof JournalPage>;
export const JournalPage = Type.Object(
  {
    entries: Type.Array(JournalLine, { description: 'Newest first.' }),
    before: Nullable(Type.Integer(), 'Ask for the next page with it; null on the last.'),
    recorded: Type.Boolean({ description: 'Whether this look at the usage of a member was written down.' }),
  },
  { $id: 'JournalPage' },
);

export type JournalEntry = Static<typeof JournalEntry>;
export const JournalEntry = Type.Object(
  {
    ...about,
    text: Nullable(
      Type.String(),
      'Canonical JSON (RFC 8785), of which the hash is the SHA-256; null once it was forgotten.',
    ),
    hash: Type.String(),
    hashBefore: Nullable(Type.String()),
    hashAfter: Nullable(Type.String()),
    last: Type.Integer({ description: 'Position of the newest entry.' }),
    recorded: Type.Boolean(),
  },
  { $id: 'JournalEntry' },
);

export type ProofView = Static<typeof ProofView>;
export const ProofView = Type.Object(
  {
    step: Type.Enum(['none', 'running', 'holds', 'broken', 'failed']),
    done: Type.Integer({ description: 'Entries checked so far.' }),
    total: Type.Integer(),
    at: Nullable(Type.String(), 'When it was done.'),
    head: Nullable(Type.String(), 'Hash of the last entry that was checked.'),
    seq: Nullable(Type.Integer(), 'The first entry that is wrong.'),
    reason: Nullable(Type.String(), 'What is wrong with it, in English.'),
  },
  { $id: 'ProofView' },
);
