// Romanian for statements.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const statement: Words['statement'] = {
  title: 'Extras',
  month: 'Lună',
  earlier: 'Luna dinainte',
  later: 'Luna următoare',
  print: 'Tipărește',
  machine: 'Mașină',
  when: 'De la – până la',
  billed: 'Timp facturat',
  perHour: 'Preț pe oră',
  amount: 'Sumă',
  sum: 'Subtotal',
  total: 'Totalul lunii',
  gap: icu('{time} nevăzut, nefacturat'),
  energy: {
    metered: icu('{amount}'),
    estimated: icu('cam {amount} (estimat)'),
    partly: icu('cam {amount} (estimat în parte)'),
    unmeasured: 'energie nemăsurată',
    under: icu('sub {amount}'),
  },
  rate: icu('{amount}/h'),
  noTariff: 'fără tarif',
  none: 'În această lună nu s-a facturat nimic. Alege alta.',
  open: icu(
    '{count, plural, one {# sesiune este încă deschisă; va apărea pe extrasul lunii în care se încheie.} few {# sesiuni sunt încă deschise; fiecare va apărea pe extrasul lunii în care se încheie.} other {# de sesiuni sunt încă deschise; fiecare va apărea pe extrasul lunii în care se încheie.}}',
  ),
  refused: 'Extrasele sunt pentru membri. Autentifică-te ca să-l vezi pe al tău.',
  clocks: {
    loaded: 'cât a fost luată',
    powered: 'cât a fost pornită',
    working: 'cât a lucrat',
    operating: 'cât a funcționat',
    laserOn: 'raza laser aprinsă',
    spindleOn: 'axul pornit',
  },
};
