// Romanian, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { me } from './ro/me.ts';
import type { Words } from './words.ts';

export const ro: Words = {
  ...en,
  me,
  language: 'ro',
};
