// German for the making of drafts and invoices while it goes on.

import type { drafting as draftingEn } from '../en/drafting.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const drafting: typeof draftingEn = {
  rating: icu('Nutzungen werden berechnet: {done, number} von {total, number} Teilen'),
  reading: 'Nutzungen werden gelesen …',
};
