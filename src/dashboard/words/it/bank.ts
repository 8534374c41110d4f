// Italian for the bank on the treasurer's page: statements that come in, direct debits that go out.

import type { bank as bankEn } from '../en/bank.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const bank: typeof bankEn = {
  title: 'Estratto conto',
  file: 'File della banca (camt.053)',
  tooBig: 'Il file ha più di 10 MiB. Esporta meno mesi.',
  read: { offer: 'Guarda cosa paga', keep: 'Indietro', confirm: 'Registra', working: 'Lettura …' },
  sums: icu('{sure} da registrare, {unsure} da scegliere, {before} già registrati.'),
  outgoing: icu('{count, plural, one {# uscita lasciata stare.} other {# uscite lasciate stare.}}'),
  outcomes: { sure: 'da registrare', unsure: 'scegli', before: 'già registrato' },
  returned: 'è tornato',
  reasons: {
    chosen: 'come hai scelto',
    collection: 'un file di addebiti diretti',
    'end-to-end-id': 'dal suo riferimento',
    remittance: 'dal suo testo',
    'number-in-text': 'dal numero nel testo',
    'several-numbers-in-text': 'dai numeri nel testo, che fanno la somma',
    'unclear-shares': 'più numeri, e un importo diverso da quanto devono insieme',
    'amount-and-account': 'coincidono solo importo e conto',
    'already-paid': 'di questa fattura non c’è nulla di aperto',
    'other-currency': 'un’altra valuta',
    returned: 'tornato dalla banca',
    'nothing-fits': 'non coincide nulla',
    'paid-less': 'è tornato più di quanto era arrivato; registra prima ciò che è arrivato',
    'period-closed': 'il suo mese è chiuso',
    'posting-in-future': 'il suo giorno deve ancora venire',
  },
  stays: icu('{amount} resta aperto'),
  ahead: icu('{amount} pagato in anticipo'),
  choose: icu('Quale fattura pagano {amount} di {name}?'),
  nobody: 'uno sconosciuto',
  none: 'nessuna, lascia stare',
  recorded: icu('{count, plural, one {# movimento è registrato.} other {# movimenti sono registrati.}}'),
  collectTitle: 'Addebiti diretti',
  collectDay: 'Incassa non prima del',
  collect: {
    offer: 'Guarda cosa si può incassare',
    keep: 'Indietro',
    confirm: 'Crea il file',
    working: 'Un momento …',
  },
  collectSum: icu('{count, plural, one {# addebito} other {# addebiti}} per {amount} in tutto.'),
  collectNone: 'Di questo mese non si può incassare nulla.',
  left: {
    'mandate-missing': 'non ha un mandato',
    'mandate-used': 'il mandato valeva una volta',
    'collected-before': 'è già stata incassata',
  },
  made: 'Il file è pronto. Portalo alla banca:',
  download: 'pain.008',
  files: 'File già creati',
  states: {
    open: 'alla banca',
    paid: 'pagata',
    returned: 'è tornata',
    released: 'liberata',
  },
  release: { offer: 'Rifiutato', keep: 'Indietro', confirm: 'Libera', working: 'Un momento …' },
  releaseAsk: 'La banca l’ha rifiutato prima di prendere qualcosa: si può incassare di nuovo.',
};
