// Spanish, informal, not listed yet: what stands in English is still to be translated.

import { en } from './en.ts';
import { bank } from './es/bank.ts';
import { monthClose } from './es/month-close.ts';
import { tariffs } from './es/tariffs.ts';
import type { Words } from './words.ts';

export const es: Words = {
  ...en,
  language: 'es',
  bank,
  monthClose,
  tariffs,
};
