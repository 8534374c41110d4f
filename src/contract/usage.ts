// Use that is entered by hand after an outage, and its withdrawal, as they go over HTTP.

import { type Static, Type } from 'typebox';
import { StatementLine } from './statement.ts';
import { usageReasons, withdrawalReasons } from './usage-words.ts';

const time = Type.String({
  maxLength: 40,
  description: 'RFC 3339 with an offset, or `2026-11-20 18:00` in the time zone of the space.',
});

export type UsageRequest = Static<typeof UsageRequest>;
export const UsageRequest = Type.Object(
  {
    member: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Handle or key.' }),
    from: time,
    to: time,
    why: Type.Enum([...usageReasons]),
    note: Type.Optional(
      Type.Union([Type.String({ maxLength: 1000 }), Type.Null()], {
        description: 'At most 280 characters on one line. It can be erased; the journal holds a digest.',
      }),
    ),
    dryRun: Type.Optional(Type.Boolean({ description: 'Says what would be written, and writes nothing.' })),
  },
  { $id: 'UsageRequest', additionalProperties: false },
);

export type WithdrawalRequest = Static<typeof WithdrawalRequest>;
export const WithdrawalRequest = Type.Object(
  { why: Type.Enum([...withdrawalReasons]), dryRun: Type.Optional(Type.Boolean()) },
  { $id: 'WithdrawalRequest', additionalProperties: false },
);

export type UsageReport = Static<typeof UsageReport>;
export const UsageReport = Type.Object(
  {
    session: Type.Union([Type.String(), Type.Null()], {
      description: 'The id of the use; null when nothing was written.',
    }),
    name: Type.String({ description: 'Of the member.' }),
    line: StatementLine,
    month: Type.String({ description: 'yyyy-mm of the statement on which the line stands.' }),
    currency: Type.String(),
    digits: Type.Integer({ description: 'Decimals of the currency.' }),
    warnings: Type.Array(
      Type.Object({
        code: Type.Enum(['member-suspended', 'certificate-missing', 'certificate-expired']),
        certificate: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    dryRun: Type.Boolean(),
  },
  { $id: 'UsageReport' },
);
