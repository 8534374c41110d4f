// Romanian, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { accessibility } from './ro/accessibility.ts';
import { links } from './ro/links.ts';
import { moving } from './ro/moving.ts';
import { named } from './ro/named.ts';
import type { Words } from './words.ts';

export const ro: Words = {
  ...en,
  accessibility,
  links,
  moving,
  named,
  language: 'ro',
};
