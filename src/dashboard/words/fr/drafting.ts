// French for the making of drafts and invoices while it goes on.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const drafting: Words['drafting'] = {
  rating: icu('Calcul du prix des utilisations : {done, number} parties sur {total, number}'),
  reading: 'Lecture des utilisations …',
};
