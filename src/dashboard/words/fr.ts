// French, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { bank } from './fr/bank.ts';
import { monthClose } from './fr/month-close.ts';
import { tariffs } from './fr/tariffs.ts';
import type { Words } from './words.ts';

export const fr: Words = {
  ...en,
  language: 'fr',
  bank,
  monthClose,
  tariffs,
};
