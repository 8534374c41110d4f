// Italian for what went wrong with a request, where the gateway could not say it.

import type { problems as problemsEn } from '../en/problems.ts';
import { icuIn } from '../icu.ts';
import { refusals } from './refusals.ts';

const icu = icuIn('it');

export const problems: typeof problemsEn = {
  away: 'Il gateway non risponde. Niente è cambiato; riprova quando torna.',
  unreadable: 'La risposta del gateway non si legge. Ricarica questa pagina.',
  code: icu('Codice {code}'),
  refusals,
};
