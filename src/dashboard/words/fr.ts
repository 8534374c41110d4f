// French, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { me } from './fr/me.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  ...en,
  me,
  language: 'fr',
};
