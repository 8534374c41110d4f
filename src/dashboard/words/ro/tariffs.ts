// Romanian for the page of tariffs: what is charged, a form for a new one, and what it would change.

import type { tariffs as tariffsEn } from '../en/tariffs.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const tariffs: typeof tariffsEn = {
  title: 'Tarife',
  none: 'Nu e descris niciun tarif, deci nimic nu costă.',
  states: { past: 'Trecute', now: 'În vigoare', coming: 'Viitoare' },
  from: icu('din {day}'),
  like: 'Scrie unul nou ca acesta',
  fresh: 'Un tarif nou',
  freshSaid: icu('Începe cel mai devreme la {day}. Formularul și textul de dedesubt sunt același lucru.'),
  fields: {
    pool: 'Mașini (grup)',
    from: 'Prima zi',
    perHour: 'Prețul unei ore',
    clock: 'Numărat după',
    start: 'O dată pe sesiune',
    minimum: 'Minimul unei sesiuni',
    freeMinutes: 'Gratis până la, minute',
    stepMinutes: 'În pași de, minute',
    perKwh: 'Prețul unui kilowatt-oră',
    session: 'Cel mult pe sesiune',
    day: 'Cel mult pe zi',
    month: 'Cel mult pe lună',
  },
  clocks: {
    loaded: 'timp de ocupare',
    powered: 'timp sub tensiune',
    working: 'timp de lucru',
    operating: 'timp în funcțiune',
    laserOn: 'raza laser pornită',
    spindleOn: 'axul pornit',
  },
  text: 'Ca text (YAML)',
  textSaid: 'Orele de vârf, alte contoare, materialele și pentru cine este se scriu aici.',
  add: {
    offer: 'Vezi ce schimbă',
    keep: 'Înapoi',
    confirm: 'Adaugă tariful',
    working: 'Un moment …',
  },
  added: icu('Este în officina.yaml și începe singur la {day}.'),
  typical: 'Cinci folosiri obișnuite, înainte și după',
  uses: {
    quick: '15 min ocupată, 10 min în funcțiune',
    hour: '1 h ocupată, 45 min în funcțiune',
    long: '4 h ocupată, 3 h în funcțiune',
    peak: '1 h ocupată, la ora de vârf dacă există',
    energy: '2 h ocupată, 5 kWh',
  },
  replay: {
    offer: 'Calculează lunile trecute cu el',
    keep: 'Înapoi',
    confirm: 'Încă o dată',
    working: 'Se calculează …',
  },
  replayMonths: 'Luni înapoi',
  replaySum: icu(
    '{uses, plural, one {# folosire} few {# folosiri} other {# de folosiri}}: {before} cum a fost, {after} cu el.',
  ),
  more: icu(
    '{members, plural, one {# membru plătește} few {# membri plătesc} other {# de membri plătesc}} mai mult',
  ),
  less: icu(
    '{members, plural, one {# membru plătește} few {# membri plătesc} other {# de membri plătesc}} mai puțin',
  ),
  same: icu(
    '{members, plural, one {# membru plătește} few {# membri plătesc} other {# de membri plătesc}} la fel',
  ),
  few: 'Mai puțin de cinci membri: despre ei nu se spune nimic.',
  assumes: 'Presupune că mașinile se folosesc ca înainte; poate să nu fie așa.',
};
