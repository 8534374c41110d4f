// English for the making of drafts and invoices while it goes on.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const drafting = {
  rating: icu<{ done: number; total: number }>(
    'Rating what was used: {done, number} of {total, number} parts',
  ),
  reading: 'Reading what was used …',
};
