// French, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { accessibility } from './fr/accessibility.ts';
import { links } from './fr/links.ts';
import { moving } from './fr/moving.ts';
import { named } from './fr/named.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  ...en,
  accessibility,
  links,
  moving,
  named,
  language: 'fr',
};
