// Spanish for the making of drafts and invoices while it goes on.

import type { drafting as english } from '../en/drafting.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const drafting: typeof english = {
  rating: icu('Poniendo precio a lo usado: {done, number} de {total, number} partes'),
  reading: 'Leyendo lo usado …',
};
