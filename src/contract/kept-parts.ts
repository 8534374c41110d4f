// What stays of an erased member under their key alone, and why, as it goes over HTTP.

import { Type } from 'typebox';

export const KeptParts = Type.Array(
  Type.Object({
    what: Type.Enum(['sessions', 'charges', 'postings', 'disputes', 'invoices', 'payments']),
    entries: Type.Integer(),
    why: Type.Enum(['bills', 'law'], { description: 'Bills must hold; the law asks that books are kept.' }),
    until: Type.Optional(
      Type.String({ description: 'The last day on which the law asks for it, `yyyy-mm-dd`.' }),
    ),
  }),
  { description: 'With `dryRun`: what there is of it, and why it stays.' },
);
