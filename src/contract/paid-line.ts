// What a line of the statement says of its payment: what paid for the use, and the invoices that tell of it. Left out where uses
// are not paid by postings, and where nothing was issued.

import { Type } from 'typebox';

const PaidPart = Type.Object({
  payer: Type.String({ description: '`member:KEY`, `team:ID`, `cost-code:CODE` or `free`.' }),
  kind: Type.String({ description: '`plan`, `pack`, `grant`, `wallet`, `below`, `invoice` or `free`.' }),
  name: Type.Union([Type.String(), Type.Null()], {
    description: 'Of the plan, the pack, the team or the project; null for a wallet and a member.',
  }),
  unit: Type.String({ description: '`hours:…` in milliseconds, or a currency.' }),
  amount: Type.String({ description: 'What was taken, in `unit`.' }),
  minor: Type.String({ description: 'How much of the price that paid.' }),
});

export const paidLine = {
  paid: Type.Optional(
    Type.Array(PaidPart, {
      description: 'What paid for the whole use, on its first line; it adds up to its price.',
    }),
  ),
  invoices: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'Numbers of the invoices that bill the use; on a line that a dispute took off, of its credit notes.',
    }),
  ),
};
