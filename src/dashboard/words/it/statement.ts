// Italian for statements.

import type { statement as statementEn } from '../en/statement.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const statement: typeof statementEn = {
  title: 'Estratto conto',
  month: 'Mese',
  earlier: 'Mese precedente',
  later: 'Mese successivo',
  print: 'Stampa',
  machine: 'Macchina',
  when: 'Da – a',
  billed: 'Tempo a pagamento',
  perHour: 'Prezzo all’ora',
  amount: 'Importo',
  sum: 'Somma',
  total: 'Totale del mese',
  gap: icu('{time} non visti, non pagati'),
  energy: {
    metered: icu('{amount}'),
    estimated: icu('circa {amount} (stimati)'),
    partly: icu('circa {amount} (in parte stimati)'),
    unmeasured: 'energia non misurata',
    under: icu('meno di {amount}'),
  },
  rate: icu('{amount}/h'),
  noTariff: 'senza tariffa',
  none: 'In questo mese non c’è niente da pagare. Scegline un altro.',
  open: icu(
    '{count, plural, one {# sessione è ancora aperta; starà nell’estratto del mese in cui finisce.} other {# sessioni sono ancora aperte; ognuna starà nell’estratto del mese in cui finisce.}}',
  ),
  refused: 'Gli estratti sono per i membri. Entra per vedere il tuo.',
  clocks: {
    loaded: 'mentre occupata',
    powered: 'mentre accesa',
    working: 'mentre si muove',
    operating: 'mentre lavora',
    laserOn: 'raggio laser acceso',
    spindleOn: 'mandrino acceso',
  },
};
