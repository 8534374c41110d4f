// Spanish, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { me } from './es/me.ts';
import type { Words } from './words.ts';

export const es: Words = {
  ...en,
  me,
  language: 'es',
};
