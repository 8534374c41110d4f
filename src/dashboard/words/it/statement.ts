// Italian for statements.

import type { statement as statementEn } from '../en/statement.ts';

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
  gap: (time) => `${time} non visti, non pagati`,
  energy: {
    metered: (amount) => amount,
    estimated: (amount) => `circa ${amount} (stimati)`,
    partly: (amount) => `circa ${amount} (in parte stimati)`,
    unmeasured: 'energia non misurata',
    under: (amount) => `meno di ${amount}`,
  },
  rate: (amount) => `${amount}/h`,
  noTariff: 'senza tariffa',
  none: 'In questo mese non c’è niente da pagare. Scegline un altro.',
  open: (count) =>
    count === 1
      ? '1 sessione è ancora aperta; starà nell’estratto del mese in cui finisce.'
      : `${count} sessioni sono ancora aperte; ognuna starà nell’estratto del mese in cui finisce.`,
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
