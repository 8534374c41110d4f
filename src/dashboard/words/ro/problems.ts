// Romanian for what went wrong with a request, where the gateway could not say it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';
import { refusals } from './refusals.ts';

const icu = icuIn('ro');

export const problems: Words['problems'] = {
  away: 'Gateway-ul nu răspunde. Nu s-a schimbat nimic; încearcă din nou când revine.',
  unreadable: 'Răspunsul gateway-ului nu s-a putut citi. Reîncarcă pagina.',
  code: icu('Cod {code}'),
  refusals,
};
