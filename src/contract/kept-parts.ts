// What stays of an erased member under their key alone, and why, as it goes over HTTP.

import { Type } from 'typebox';

export const KeptParts = Type.Array(
  Type.Object({
    what: Type.Enum(['sessions', 'charges', 'postings', 'disputes']),
    entries: Type.Integer(),
    why: Type.Enum(['bills', 'law'], { description: 'Bills must hold; the law asks that books are kept.' }),
  }),
  { description: 'With `dryRun`: what there is of it, and why it stays.' },
);
