// The ledger over HTTP: what stands on the accounts, and the postings that brought it there.

import { type Static, Type } from 'typebox';

const filter = Type.Optional(
  Type.String({
    maxLength: 80,
    pattern: '^[a-z0-9.:-]*$',
    description: 'One account (`wallet:01h…`), all of a kind (`wallet:`), or left out for all.',
  }),
);

const instant = (description: string) =>
  Type.Optional(Type.String({ maxLength: 40, description: `RFC 3339. ${description}` }));

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const BalancesQuery = Type.Object({
  account: filter,
  at: instant('All that is dated before it; left out: all.'),
});

export const PostingsQuery = Type.Object({
  account: filter,
  from: instant('Dated then or later.'),
  to: instant('Dated before.'),
  after: Type.Optional(
    Type.String({ pattern: '^[0-9]{1,15}-[0-9]{1,15}$', description: '`next` of the page before.' }),
  ),
  limit: Type.Optional(
    Type.String({ pattern: '^([1-9][0-9]?|[1-4][0-9]{2}|500)$', description: '1 to 500; left out: 100.' }),
  ),
});

const Amount = Type.Object({
  account: Type.String(),
  unit: Type.String({
    description: 'A currency, `hours:POOL` (milliseconds), `minutes`, `allowance:ID`, `deposit:ID`.',
  }),
  minor: Type.String({ description: 'In the smallest part of the unit, debit above zero.' }),
});

export type LedgerBalances = Static<typeof LedgerBalances>;
export const LedgerBalances = Type.Object(
  {
    closed: Nullable(Type.String({ description: 'The last month that was closed, `yyyy-mm`.' })),
    balances: Type.Array(Amount),
    holds: Type.Array(
      Type.Object({
        hold: Type.String(),
        account: Type.String(),
        unit: Type.String(),
        minor: Type.String({ description: 'Set aside, on the side on which the account grows.' }),
        expires: Type.String(),
      }),
      { description: 'What is set aside now; it counts for nothing once it has timed out.' },
    ),
  },
  { $id: 'LedgerBalances' },
);

export type LedgerPostings = Static<typeof LedgerPostings>;
export const LedgerPostings = Type.Object(
  {
    postings: Type.Array(
      Type.Object({
        posting: Type.String(),
        entry: Type.Integer({ description: 'Its place in the journal.' }),
        kind: Type.String(),
        reference: Nullable(Type.String()),
        key: Type.String(),
        date: Type.String(),
        written: Type.String(),
        reverses: Nullable(Type.Object({ posting: Type.String(), why: Type.String() })),
        lines: Type.Array(Amount),
      }),
    ),
    next: Nullable(Type.String({ description: 'For `after`; null after the last page.' })),
  },
  { $id: 'LedgerPostings' },
);

const account = Type.String({ maxLength: 80, pattern: '^[a-z-]{1,16}(:[a-z0-9.-]{1,64})?$' });

export const PostingRequest = Type.Object(
  {
    key: Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$', description: 'The same key is posted once.' }),
    kind: Type.String({ pattern: '^[a-z0-9-]{1,32}$', description: 'In one word: `contribution`.' }),
    reference: Nullable(Type.String({ maxLength: 64, description: 'An id, never words about a person.' })),
    day: Nullable(Type.String({ maxLength: 10, description: '`yyyy-mm-dd`; null: now.' })),
    debit: account,
    credit: account,
    minor: Type.String({
      pattern: '^[1-9][0-9]{0,12}$',
      description: 'Minor units of the currency of the space.',
    }),
    dryRun: Type.Boolean(),
  },
  { $id: 'PostingRequest', additionalProperties: false },
);

export const ReversalRequest = Type.Object(
  { why: Type.Enum(['mistake', 'twice', 'waived', 'returned', 'other']), dryRun: Type.Boolean() },
  { $id: 'ReversalRequest', additionalProperties: false },
);

export const PostedNow = Type.Object(
  {
    posting: Nullable(Type.String({ description: 'Null after a dry run.' })),
    repeated: Type.Boolean({ description: 'It was posted before, and nothing was written.' }),
  },
  { $id: 'PostedNow' },
);
