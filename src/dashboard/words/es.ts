// Spanish, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { journal } from './es/journal.ts';
import { people } from './es/people.ts';
import { rail } from './es/rail.ts';
import { today } from './es/today.ts';
import type { Words } from './words.ts';

export const es: Words = {
  ...en,
  language: 'es',
  rail,
  today,
  journal,
  people,
};
