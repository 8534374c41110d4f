// Romanian, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { journal } from './ro/journal.ts';
import { people } from './ro/people.ts';
import { rail } from './ro/rail.ts';
import { today } from './ro/today.ts';
import type { Words } from './words.ts';

export const ro: Words = {
  ...en,
  language: 'ro',
  rail,
  today,
  journal,
  people,
};
