// French for what needs somebody, on the board.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const exceptions: Words['exceptions'] = {
  title: 'À traiter',
  none: icu(
    '{heard, plural, one {Rien à signaler. # machine entendue.} other {Rien à signaler. # machines entendues.}}',
  ),
  noneHeard: 'Aucune machine entendue encore.',
  since: icu('{state} depuis {time}'),
  at: icu('{state} {time}'),
  more: icu('et {count} de plus'),
  lastKnown: icu('Dernier état connu : {state}'),
  power: 'Le courant n’a pas pu être coupé',
  announce: icu('Alarme sur {machine}. Allez voir.'),
};
