// Spanish for what needs somebody, on the board.

import type { exceptions as exceptionsEn } from '../en/exceptions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const exceptions: typeof exceptionsEn = {
  title: 'Piden atención',
  none: icu(
    '{heard, plural, one {Nada te necesita. # máquina da señales.} other {Nada te necesita. # máquinas dan señales.}}',
  ),
  noneHeard: 'Aún no da señales ninguna máquina.',
  since: icu('{state} desde {time}'),
  at: icu('{state} {time}'),
  more: icu('y {count} más'),
  lastKnown: icu('Lo último que se supo: {state}'),
  power: 'No se pudo cortar la corriente',
  announce: icu('Alarma en {machine}. Ve a mirar.'),
};
