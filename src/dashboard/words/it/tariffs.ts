// Italian for the page of tariffs: what is charged, a form for a new one, and what it would change.

import type { tariffs as tariffsEn } from '../en/tariffs.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const tariffs: typeof tariffsEn = {
  title: 'Tariffe',
  none: 'Non è descritta nessuna tariffa, quindi nulla costa.',
  states: { past: 'Passate', now: 'In vigore', coming: 'In arrivo' },
  from: icu('dal {day}'),
  like: 'Scrivine una nuova come questa',
  fresh: 'Una nuova tariffa',
  freshSaid: icu('Comincia non prima del {day}. Il modulo e il testo sotto sono la stessa cosa.'),
  fields: {
    pool: 'Macchine (gruppo)',
    from: 'Primo giorno',
    perHour: 'Prezzo di un’ora',
    clock: 'Contata per',
    start: 'Una volta per sessione',
    minimum: 'Minimo di una sessione',
    freeMinutes: 'Gratis fino a, minuti',
    stepMinutes: 'A scatti di, minuti',
    perKwh: 'Prezzo di un chilowattora',
    session: 'Massimo per sessione',
    day: 'Massimo per giorno',
    month: 'Massimo per mese',
  },
  clocks: {
    loaded: 'tempo di occupazione',
    powered: 'tempo sotto tensione',
    working: 'tempo di lavoro',
    operating: 'tempo in funzione',
    laserOn: 'raggio laser acceso',
    spindleOn: 'mandrino acceso',
  },
  text: 'Come testo (YAML)',
  textSaid: 'Ore di punta, altri contatori, materiali e per chi vale si scrivono qui.',
  add: {
    offer: 'Guarda cosa cambia',
    keep: 'Indietro',
    confirm: 'Aggiungi la tariffa',
    working: 'Un momento …',
  },
  added: icu('È in officina.yaml e comincia da sola il {day}.'),
  typical: 'Cinque usi comuni, prima e dopo',
  uses: {
    quick: '15 min occupata, 10 min in funzione',
    hour: '1 h occupata, 45 min in funzione',
    long: '4 h occupata, 3 h in funzione',
    peak: '1 h occupata, nell’ora di punta se c’è',
    energy: '2 h occupata, 5 kWh',
  },
  replay: { offer: 'Ricalcola i mesi passati', keep: 'Indietro', confirm: 'Di nuovo', working: 'Calcolo …' },
  replayMonths: 'Mesi indietro',
  replaySum: icu('{uses, plural, one {# uso} other {# usi}}: {before} com’era, {after} con questa.'),
  more: icu('{members, plural, one {# socio paga} other {# soci pagano}} di più'),
  less: icu('{members, plural, one {# socio paga} other {# soci pagano}} di meno'),
  same: icu('{members, plural, one {# socio paga} other {# soci pagano}} lo stesso'),
  few: 'Meno di cinque soci: di loro non si dice nulla.',
  assumes: 'Suppone che le macchine si usino come prima; può non essere così.',
};
