// Spanish, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { accessibility } from './es/accessibility.ts';
import { links } from './es/links.ts';
import { moving } from './es/moving.ts';
import { named } from './es/named.ts';
import type { Words } from './words.ts';

export const es: Words = {
  ...en,
  accessibility,
  links,
  moving,
  named,
  language: 'es',
};
