// Italian for what needs somebody, on the board.

import type { exceptions as exceptionsEn } from '../en/exceptions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const exceptions: typeof exceptionsEn = {
  title: 'Eccezioni',
  none: icu(
    '{heard, plural, one {Non serve il tuo intervento. Sentita # macchina.} other {Non serve il tuo intervento. Sentite # macchine.}}',
  ),
  noneHeard: 'Ancora nessuna macchina sentita.',
  since: icu('{state} dalle {time}'),
  at: icu('{state} {time}'),
  more: icu('e altre {count}'),
  lastKnown: icu('Ultimo stato noto: {state}'),
  power: 'La corrente non si è spenta',
  announce: icu('Allarme: {machine}. Vai a vedere.'),
};
