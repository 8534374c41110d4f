// French, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { journal } from './fr/journal.ts';
import { people } from './fr/people.ts';
import { rail } from './fr/rail.ts';
import { today } from './fr/today.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  ...en,
  language: 'fr',
  rail,
  today,
  journal,
  people,
};
