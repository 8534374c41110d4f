// Statements of the bank, mandates and direct debits over HTTP. Amounts are decimal strings of minor units.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Minor = Type.String({ description: 'Minor units.' });
const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'yyyy-mm, of issue.' });
const Day = Type.String({ maxLength: 10, description: 'yyyy-mm-dd' });
/** Base64 of ten mebibytes. */
export const statementLimit = 13_981_016;

export type StatementRequest = Static<typeof StatementRequest>;
export const StatementRequest = Type.Object(
  {
    statement: Type.String({
      maxLength: statementLimit,
      pattern: '^[A-Za-z0-9+/]*={0,2}$',
      description: 'The bytes of a camt.053 file, base64.',
    }),
    record: Type.Boolean({ description: 'False: says what would be recorded, and writes nothing.' }),
    chosen: Type.Optional(
      Type.Array(
        Type.Object(
          {
            entry: Type.String({ maxLength: 64, description: '`entry` of a row.' }),
            numbers: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 20 }),
          },
          { additionalProperties: false },
        ),
        { maxItems: 1000, description: 'What a person chose for rows that are unsure; paid in this order.' },
      ),
    ),
  },
  { $id: 'StatementRequest', additionalProperties: false },
);

export type StatementRead = Static<typeof StatementRead>;
export const StatementRead = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        entry: Type.String({ description: 'The same for the same entry in every statement.' }),
        day: Day,
        kind: Type.Enum(['payment', 'return']),
        minor: Minor,
        currency: Type.String(),
        name: Nullable(Type.String({ description: 'Of the other side, as the bank tells it.' })),
        text: Type.String(),
        outcome: Type.Enum(['sure', 'unsure', 'before'], {
          description: 'Sure: recorded, or to be. Before: recorded once, nothing to do.',
        }),
        reason: Type.String({ description: 'Why, as a code.' }),
        shares: Type.Array(
          Type.Object({
            number: Type.String(),
            name: Type.String(),
            minor: Minor,
            openMinor: Type.String({ description: 'What stays open of the invoice.' }),
          }),
        ),
        overMinor: Type.String({ description: 'More than was open; it stays with the payer.' }),
        suggestions: Type.Array(Type.String(), { description: 'Numbers that a person may choose.' }),
      }),
    ),
    recorded: Type.Integer(),
    outgoing: Type.Integer({ description: 'Debits that are no returns: none of ours.' }),
    pending: Type.Integer({ description: 'Announced by the bank and not booked.' }),
  },
  { $id: 'StatementRead' },
);

export type MandateBody = Static<typeof MandateBody>;
export const MandateBody = Type.Object(
  {
    id: Type.String({ maxLength: 35 }),
    signedOn: Day,
    iban: Type.String({ maxLength: 34, description: 'Without blanks.' }),
    bic: Type.Optional(Type.String({ maxLength: 11 })),
    use: Type.Enum(['recurrent', 'once']),
  },
  { $id: 'Mandate', additionalProperties: false },
);

export type CollectRequest = Static<typeof CollectRequest>;
export const CollectRequest = Type.Object(
  {
    month: Month,
    day: Nullable(Type.String({ maxLength: 10, description: 'At the earliest; null: when it is due.' })),
    dryRun: Type.Boolean(),
  },
  { $id: 'CollectRequest', additionalProperties: false },
);

const itemFields = {
  invoice: Type.String(),
  number: Type.String(),
  name: Type.String(),
  minor: Minor,
  sequence: Type.Enum(['FRST', 'RCUR', 'OOFF']),
  day: Day,
};

export type CollectionMade = Static<typeof CollectionMade>;
export const CollectionMade = Type.Object(
  {
    message: Nullable(Type.String({ description: 'Id of the file; null where none was made.' })),
    xml: Nullable(Type.String({ description: 'pain.008.001.08, for the bank.' })),
    totalMinor: Minor,
    items: Type.Array(Type.Object(itemFields)),
    left: Type.Array(
      Type.Object({
        number: Type.String(),
        name: Type.String(),
        why: Type.Enum(['mandate-missing', 'mandate-used', 'collected-before']),
      }),
      { description: 'Open invoices of the month that are not collected.' },
    ),
  },
  { $id: 'CollectionMade' },
);

export type CollectionList = Static<typeof CollectionList>;
export const CollectionList = Type.Object(
  {
    collections: Type.Array(
      Type.Object({
        message: Type.String(),
        month: Month,
        at: Type.String({ description: 'RFC 3339.' }),
        currency: Type.String(),
        minor: Minor,
        items: Type.Array(
          Type.Object({ ...itemFields, state: Type.Enum(['open', 'paid', 'returned', 'released']) }),
        ),
      }),
    ),
  },
  { $id: 'CollectionList' },
);
