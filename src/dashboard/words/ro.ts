// Romanian, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { bank } from './ro/bank.ts';
import { monthClose } from './ro/month-close.ts';
import { tariffs } from './ro/tariffs.ts';
import type { Words } from './words.ts';

export const ro: Words = {
  ...en,
  language: 'ro',
  bank,
  monthClose,
  tariffs,
};
