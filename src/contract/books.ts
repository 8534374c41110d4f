// Invoices over HTTP: drafts of a month, finalising, what was issued, credited, paid and reminded of, and where invoices go.
// Amounts are decimal strings of minor units.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Month = Type.String({
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
  description: 'yyyy-mm in the zone of the space.',
});
const Payer = Type.String({
  pattern: '^(member|team|cost-code):[a-z0-9.-]{1,64}$',
  description: '`member:KEY`, `team:ID` or `cost-code:CODE`.',
});
const Minor = Type.String({ description: 'Minor units.' });

export const BooksMonth = Type.Object({ month: Month });

const Warning = Type.Object({
  code: Type.Enum([
    ...(['dark-machine', 'gap', 'meter-drift', 'rate-missing', 'not-positive', 'late'] as const),
    ...(['address-missing', 'open-session'] as const),
  ]),
  sessions: Type.Array(Type.String(), { description: 'At most ten of them.' }),
  count: Type.Integer(),
});

const Line = Type.Object({
  id: Type.String(),
  text: Type.String(),
  detail: Nullable(Type.String()),
  quantity: Type.String(),
  unit: Type.String({ description: 'UN/ECE Recommendation 20: HUR, KWH, GRM, MLT, C62.' }),
  priceMinor: Type.String(),
  netMinor: Minor,
  vat: Type.String(),
  costCode: Nullable(Type.String()),
  fromDay: Type.String(),
  toDay: Type.String(),
});

export type BooksDraft = Static<typeof Draft>;
const Draft = Type.Object({
  payer: Payer,
  name: Type.String(),
  netMinor: Minor,
  vatMinor: Minor,
  grossMinor: Minor,
  prepaidMinor: Type.String({ description: 'Minor units that were paid at the desk, for packs.' }),
  lines: Type.Array(Line),
  uses: Type.Integer({ description: 'Uses that it bills.' }),
  warnings: Type.Array(Warning),
  stays: Nullable(Type.Enum(['not-positive', 'address-missing'], { description: 'Why it is not issued.' })),
});

export type BooksDrafts = Static<typeof BooksDrafts>;
export const BooksDrafts = Type.Object(
  {
    month: Month,
    currency: Type.String(),
    digits: Type.Integer(),
    /** RFC 3339. */
    from: Type.String({ description: 'From then on the month may be finalised.' }),
    mayFinalise: Type.Boolean(),
    closed: Nullable(Type.String({ description: 'The last month that is closed.' })),
    closing: Nullable(
      Type.Object({
        by: Nullable(Type.String({ description: 'A name; null once they were erased.' })),
        at: Type.String({ description: 'RFC 3339.' }),
        entry: Type.Integer(),
      }),
    ),
    drafts: Type.Array(Draft),
  },
  { $id: 'BooksDrafts' },
);

export type FinaliseRequest = Static<typeof FinaliseRequest>;
export const FinaliseRequest = Type.Object(
  { month: Month, payer: Nullable(Payer), dryRun: Type.Boolean() },
  { $id: 'FinaliseRequest', additionalProperties: false },
);

export type Finalised = Static<typeof Finalised>;
export const Finalised = Type.Object(
  {
    issued: Type.Array(
      Type.Object({
        payer: Payer,
        name: Type.String(),
        invoice: Nullable(Type.String()),
        number: Nullable(Type.String({ description: 'Null after a dry run.' })),
        grossMinor: Minor,
      }),
    ),
    stayed: Type.Array(Type.Object({ payer: Payer, name: Type.String(), why: Type.String() })),
  },
  { $id: 'Finalised' },
);

export type BooksProgress = Static<typeof BooksProgress>;
export const BooksProgress = Type.Object(
  {
    month: Nullable(Month),
    step: Nullable(Type.Enum(['rating', 'issuing'], { description: 'What of it is counted.' })),
    done: Type.Integer(),
    total: Type.Integer(),
  },
  { $id: 'BooksProgress' },
);

export type InvoiceRow = Static<typeof InvoiceRow>;
const InvoiceRow = Type.Object({
  invoice: Type.String(),
  number: Type.String(),
  kind: Type.Enum(['invoice', 'credit-note']),
  payer: Payer,
  name: Type.String(),
  issuedOn: Type.String(),
  dueOn: Type.String(),
  currency: Type.String(),
  digits: Type.Integer(),
  grossMinor: Minor,
  openMinor: Minor,
  level: Type.Integer({ description: 'Reminders sent.' }),
  credits: Nullable(Type.String({ description: 'Number of what it credits.' })),
});

export type InvoiceList = Static<typeof InvoiceList>;
export const InvoiceList = Type.Object(
  { invoices: Type.Array(InvoiceRow), formats: Type.Array(Type.String({ description: 'For `format`.' })) },
  { $id: 'InvoiceList' },
);

export const FileQuery = Type.Object({
  format: Type.Optional(Type.Enum(['json', 'pdf', 'ubl', 'factur-x', 'fatturapa'])),
  encoding: Type.Optional(
    Type.Enum(['base64'], { description: 'As JSON with `name` and `base64`, for scripts.' }),
  ),
});

const creditReasons = ['mistake', 'disputed', 'agreed', 'returned', 'other'] as const;

export type CreditRequest = Static<typeof CreditRequest>;
export const CreditRequest = Type.Object(
  {
    lines: Nullable(Type.Array(Type.String({ pattern: '^[0-9]{1,4}$' }), { maxItems: 500 })),
    again: Type.Boolean({ description: 'What it billed may be billed again; only for all of it.' }),
    why: Type.Optional(
      Type.Enum([...creditReasons], { description: 'Stands on the credit note, in words.' }),
    ),
    dryRun: Type.Boolean(),
  },
  { $id: 'CreditRequest', additionalProperties: false },
);

export type Credited = Static<typeof Credited>;
export const Credited = Type.Object(
  { invoice: Nullable(Type.String()), number: Nullable(Type.String()), grossMinor: Minor },
  { $id: 'Credited' },
);

export type PaymentRequest = Static<typeof PaymentRequest>;
export const PaymentRequest = Type.Object(
  {
    invoice: Nullable(Type.String({ maxLength: 64, description: 'Id or number; null: ahead.' })),
    payer: Nullable(Payer),
    minor: Type.String({ pattern: '^[1-9][0-9]{0,12}$' }),
    day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    how: Type.Enum(['bank', 'cash']),
    reference: Nullable(
      Type.String({ pattern: '^[!-~]{1,80}$', description: 'Id of the entry at the bank: it counts once.' }),
    ),
  },
  { $id: 'PaymentRequest', additionalProperties: false },
);

export const Paid = Type.Object({ payment: Type.String(), openMinor: Minor }, { $id: 'Paid' });

export type RemindRequest = Static<typeof RemindRequest>;
export const RemindRequest = Type.Object(
  {
    dryRun: Type.Boolean(),
    mail: Type.Optional(Type.Boolean({ description: 'Mails them; who has no address stays.' })),
  },
  { $id: 'RemindRequest', additionalProperties: false },
);

export type Reminders = Static<typeof Reminders>;
export const Reminders = Type.Object(
  {
    reminders: Type.Array(
      Type.Object({
        invoice: Type.String(),
        number: Type.String(),
        name: Type.String(),
        level: Type.Integer(),
        openMinor: Minor,
        text: Type.String(),
        stays: Nullable(Type.String({ description: 'Why it was not mailed, and not written down.' })),
      }),
    ),
  },
  { $id: 'Reminders' },
);

export const MonthClosed = Type.Object({ month: Month }, { $id: 'MonthClosed', additionalProperties: false });

const field = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
export type BuyerBody = Static<typeof BuyerBody>;
export const BuyerBody = Type.Object(
  {
    name: Type.String({ maxLength: 200 }),
    street: Type.String({ maxLength: 200 }),
    zip: Type.String({ maxLength: 40 }),
    city: Type.String({ maxLength: 200 }),
    country: Type.String({ maxLength: 2, description: 'Two capitals of ISO 3166.' }),
    province: field(40),
    vatId: field(40),
    taxCode: field(40),
    email: field(300),
    sdiCode: field(40),
    pec: field(300),
    contact: field(200),
    reference: field(200),
    language: Type.Optional(
      Type.String({ maxLength: 2, description: 'In which they are written to, as `it`.' }),
    ),
  },
  { $id: 'Buyer', additionalProperties: false },
);
/** A payer, or the handle of a member. */
export const BuyerParams = Type.Object({
  payer: Type.String({ pattern: '^((member|team|cost-code):)?[a-z0-9.-]{1,64}$' }),
});
