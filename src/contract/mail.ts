// The post over HTTP: invoices that are mailed, a test, and how it stands.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type MailInvoicesRequest = Static<typeof MailInvoicesRequest>;
export const MailInvoicesRequest = Type.Object(
  {
    month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'yyyy-mm, of issue.' }),
    invoice: Nullable(
      Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'The only one; null: all of the month.' }),
    ),
    again: Type.Boolean({ description: 'Also what was mailed before.' }),
    dryRun: Type.Boolean(),
  },
  { $id: 'MailInvoicesRequest', additionalProperties: false },
);

export type MailedInvoices = Static<typeof MailedInvoices>;
export const MailedInvoices = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        invoice: Type.String(),
        number: Type.String(),
        name: Type.String(),
        stays: Nullable(Type.String({ description: 'Why it is not mailed; null where it is.' })),
      }),
    ),
  },
  { $id: 'MailedInvoices' },
);

export const MailTestRequest = Type.Object(
  { to: Type.String({ maxLength: 254 }) },
  { $id: 'MailTestRequest', additionalProperties: false },
);

export type MailState = Static<typeof MailState>;
export const MailState = Type.Object(
  {
    isOpen: Type.Boolean({ description: 'Whether a mail server is described.' }),
    waiting: Type.Integer(),
    sent: Type.Integer({ description: 'Since the start, like those below.' }),
    refused: Type.Integer({ description: 'The server refused them for good.' }),
    expired: Type.Integer(),
    fault: Nullable(Type.Object({ at: Type.String(), code: Type.String() })),
  },
  { $id: 'MailState' },
);
