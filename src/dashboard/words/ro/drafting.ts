// Romanian for the making of drafts and invoices while it goes on.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const drafting: Words['drafting'] = {
  rating: icu('Se calculează ce s-a folosit: {done, number} din {total, number} părți'),
  reading: 'Se citește ce s-a folosit …',
};
