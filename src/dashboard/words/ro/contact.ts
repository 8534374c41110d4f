// Romanian for whether the gateway is reached.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const contact: Words['contact'] = {
  connecting: 'Ne conectăm la gateway.',
  never: 'Nu putem ajunge la gateway. Încercăm din nou; aici nu ai nimic de făcut.',
  away: icu(
    'Nu putem ajunge la gateway de la {time}. Ce vezi este de atunci. Mașinile pornite își urmează regulile; sesiunile noi așteaptă.',
  ),
  back: icu('A revenit la {time}, la zi.'),
};
