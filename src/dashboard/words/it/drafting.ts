// Italian for the making of drafts and invoices while it goes on.

import type { drafting as english } from '../en/drafting.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const drafting: typeof english = {
  rating: icu('Calcolo degli usi: {done, number} parti di {total, number}'),
  reading: 'Lettura degli usi …',
};
