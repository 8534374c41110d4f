// Romanian for what needs somebody, on the board.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const exceptions: Words['exceptions'] = {
  title: 'Excepții',
  none: icu(
    '{heard, plural, one {Nu este nevoie de tine. Se aude # mașină.} few {Nu este nevoie de tine. Se aud # mașini.} other {Nu este nevoie de tine. Se aud # de mașini.}}',
  ),
  noneHeard: 'Încă nu se aude nicio mașină.',
  since: icu('{state} de la {time}'),
  at: icu('{state} {time}'),
  more: icu('și încă {count}'),
  lastKnown: icu('Ultima stare știută: {state}'),
  power: 'Curentul nu a putut fi oprit',
  announce: icu('Alarmă la {machine}. Du-te să vezi.'),
};
