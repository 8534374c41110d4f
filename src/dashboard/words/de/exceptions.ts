// German for what needs somebody, on the board.

import type { exceptions as exceptionsEn } from '../en/exceptions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const exceptions: typeof exceptionsEn = {
  title: 'Ausnahmen',
  none: icu(
    '{heard, plural, one {Nichts zu tun. # Maschine hat sich gemeldet.} other {Nichts zu tun. # Maschinen haben sich gemeldet.}}',
  ),
  noneHeard: 'Noch hat sich keine Maschine gemeldet.',
  since: icu('{state} seit {time}'),
  at: icu('{state} {time}'),
  more: icu('und {count} weitere'),
  lastKnown: icu('Zuletzt bekannt: {state}'),
  power: 'Strom ließ sich nicht ausschalten',
  announce: icu('Alarm: {machine}. Sieh nach.'),
};
