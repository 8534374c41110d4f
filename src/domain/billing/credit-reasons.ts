// Why there is a credit note, as it stands among its notes, a row per language. Frozen as the lines are.

import type { CreditReason } from '../journal/invoice-entries.ts';

type Reasons = Readonly<Record<CreditReason, string>>;

export const creditReasons: { readonly en: Reasons } & Readonly<Record<string, Reasons>> = {
  en: {
    mistake: 'Reason: the invoice was wrong',
    disputed: 'Reason: the buyer contested it',
    agreed: 'Reason: agreed with the buyer',
    returned: 'Reason: what was delivered came back',
    other: 'Reason: other',
  },
  it: {
    mistake: 'Motivo: la fattura era sbagliata',
    disputed: 'Motivo: contestata dal cliente',
    agreed: 'Motivo: accordo con il cliente',
    returned: 'Motivo: reso',
    other: 'Motivo: altro',
  },
  es: {
    mistake: 'Motivo: la factura era incorrecta',
    disputed: 'Motivo: reclamada por el cliente',
    agreed: 'Motivo: acordado con el cliente',
    returned: 'Motivo: devolución',
    other: 'Motivo: otro',
  },
  ro: {
    mistake: 'Motiv: factura era greșită',
    disputed: 'Motiv: contestată de client',
    agreed: 'Motiv: convenit cu clientul',
    returned: 'Motiv: retur',
    other: 'Motiv: altul',
  },
  de: {
    mistake: 'Grund: die Rechnung war falsch',
    disputed: 'Grund: beanstandet',
    agreed: 'Grund: so vereinbart',
    returned: 'Grund: Rückgabe',
    other: 'Grund: anderer',
  },
  fr: {
    mistake: 'Motif : la facture était erronée',
    disputed: 'Motif : contestée par le client',
    agreed: 'Motif : convenu avec le client',
    returned: 'Motif : retour',
    other: 'Motif : autre',
  },
};
