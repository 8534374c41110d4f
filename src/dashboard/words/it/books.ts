// Italian for invoices: the treasurer's page, and one's own.

import type { books as booksEn } from '../en/books.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const books: typeof booksEn = {
  title: 'Contabilità',
  refused: 'La contabilità è riservata al tesoriere.',
  drafts: 'Bozze',
  noDrafts: 'In questo mese non c’è nulla da fatturare.',
  uses: icu('{count, plural, one {# uso} other {# usi}}'),
  lines: 'Righe',
  net: 'Imponibile',
  vat: 'IVA',
  warnings: {
    'dark-machine': 'È stato contato del tempo mentre la macchina era senza corrente',
    gap: 'Una parte non è stata vista; non si paga',
    'meter-drift': 'Un contatore ha contato più del tempo passato, o non è stato letto sempre',
    'rate-missing': 'Nessuna tariffa valeva, quindi non costa nulla',
    'not-positive': 'Non c’è nulla da pagare; passa al mese dopo',
    late: 'Si è saputo tardi, o è stato corretto',
    'address-missing': 'Manca l’indirizzo, quindi la fattura non può partire',
    'open-session': 'Qualcuno occupa una macchina; quell’uso verrà con il mese dopo',
  },
  stays: 'Non emessa',
  grace: icu('Può ancora arrivare qualcosa in ritardo: si chiude dal {day}.'),
  closed: icu('Chiuso fino a {month}.'),
  finalise: {
    offer: 'Emetti il mese',
    keep: 'Lascia aperto',
    confirm: 'Emetti le fatture',
    working: 'Emissione …',
  },
  finaliseAsk: icu(
    '{count, plural, one {# fattura per {amount} in tutto. Ciò che è emesso non si cambia più, si può solo stornare.} other {# fatture per {amount} in tutto. Ciò che è emesso non si cambia più, si può solo stornare.}}',
  ),
  progress: icu('{done} di {total} emesse'),
  done: icu('{count, plural, one {È stata emessa # fattura.} other {Sono state emesse # fatture.}}'),
  issued: 'Emesse',
  noneIssued: 'Non è stata ancora emessa nessuna fattura.',
  due: 'Scade',
  open: 'Aperto',
  paid: 'pagata',
  creditOf: icu('nota di credito per {number}'),
  reminded: icu('{level, plural, one {sollecitata una volta} other {sollecitata # volte}}'),
  file: 'Scarica',
  pay: { offer: 'Pagamento', keep: 'Indietro', confirm: 'Registra', working: 'Registrazione …' },
  payOf: icu('Registra un pagamento di {number}'),
  payAmount: 'Importo',
  payDay: 'Pagato il',
  payHow: 'Con',
  bank: 'banca',
  cash: 'contanti',
  payReference: 'Codice della banca, se c’è',
  own: 'Le tue fatture',
  ownNone: 'Non ti è stata ancora emessa nessuna fattura.',
  refusals: {
    'billing-none': {
      title: 'Qui non si fattura.',
      detail: 'Scrivi "billing:" in officina.yaml; manual/money.md mostra come.',
    },
    'month-before-billing': {
      title: 'La fatturazione comincia dopo questo mese.',
      detail: 'Vedi billing.from in officina.yaml.',
    },
    'grace-runs': {
      title: 'In questo mese può ancora arrivare qualcosa.',
      detail: 'Emetti dal giorno indicato.',
    },
    'invoice-paid': {
      title: 'Di questa fattura non c’è più nulla di aperto.',
      detail: 'Registra il pagamento come anticipo.',
    },
    'payment-repeated': {
      title: 'Questo movimento della banca è già registrato.',
      detail: 'Non c’è altro da fare.',
    },
    'period-closed': { title: 'Questo mese è chiuso.', detail: 'Indica un giorno di un mese aperto.' },
    'posting-in-future': { title: 'Quel giorno deve ancora venire.', detail: 'Registralo quel giorno.' },
  },
};
