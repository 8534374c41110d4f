// German for invoices: the treasurer's page, and one's own.

import type { books as booksEn } from '../en/books.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const books: typeof booksEn = {
  title: 'Bücher',
  refused: 'Die Bücher sind Sache der Kassenführung.',
  drafts: 'Entwürfe',
  noDrafts: 'In diesem Monat ist nichts abzurechnen.',
  uses: icu('{count, plural, one {# Nutzung} other {# Nutzungen}}'),
  lines: 'Zeilen',
  net: 'Netto',
  vat: 'USt',
  warnings: {
    'dark-machine': 'Zeit wurde berechnet, während die Maschine keinen Strom hatte',
    gap: 'Ein Teil wurde nicht gesehen; er wird nicht berechnet',
    'meter-drift': 'Ein Zähler zählte mehr, als verging, oder wurde nicht immer gelesen',
    'rate-missing': 'Es galt kein Tarif, also kostet es nichts',
    'not-positive': 'Es ist nichts zu zahlen; es geht in den nächsten Monat über',
    late: 'Es wurde spät bekannt oder berichtigt',
    'address-missing': 'Keine Anschrift, also kann keine Rechnung hinausgehen',
    'open-session': 'Jemand hat noch eine Maschine; diese Nutzung kommt im nächsten Monat',
  },
  stays: 'Nicht ausgestellt',
  grace: icu('Es kann noch etwas nachkommen: Schließ ab {day} ab.'),
  closed: icu('Abgeschlossen bis {month}.'),
  finalise: {
    offer: 'Monat abschließen',
    keep: 'Offen lassen',
    confirm: 'Rechnungen ausstellen',
    working: 'Stelle aus …',
  },
  finaliseAsk: icu(
    '{count, plural, one {# Rechnung über insgesamt {amount}. Was ausgestellt ist, wird nie geändert, nur gutgeschrieben.} other {# Rechnungen über insgesamt {amount}. Was ausgestellt ist, wird nie geändert, nur gutgeschrieben.}}',
  ),
  progress: icu('{done} von {total} ausgestellt'),
  done: icu('{count, plural, one {# Rechnung wurde ausgestellt.} other {# Rechnungen wurden ausgestellt.}}'),
  issued: 'Ausgestellt',
  noneIssued: 'Es wurde noch keine Rechnung ausgestellt.',
  due: 'Fällig',
  open: 'Offen',
  paid: 'bezahlt',
  creditOf: icu('Gutschrift zu {number}'),
  reminded: icu('{level, plural, one {einmal erinnert} other {#-mal erinnert}}'),
  file: 'Herunterladen',
  pay: { offer: 'Zahlung', keep: 'Zurück', confirm: 'Eintragen', working: 'Trage ein …' },
  payOf: icu('Zahlung zu {number} eintragen'),
  payAmount: 'Betrag',
  payDay: 'Bezahlt am',
  payHow: 'Wie',
  bank: 'Bank',
  cash: 'bar',
  payReference: 'Kennung bei der Bank, falls es eine gibt',
  own: 'Deine Rechnungen',
  ownNone: 'Dir wurde noch keine Rechnung ausgestellt.',
  refusals: {
    'billing-none': {
      title: 'Hier wird nichts abgerechnet.',
      detail: 'Schreib „billing:“ in officina.yaml; manual/money.md zeigt, wie.',
    },
    'month-before-billing': {
      title: 'Die Abrechnung beginnt erst nach diesem Monat.',
      detail: 'Sieh billing.from in officina.yaml nach.',
    },
    'grace-runs': {
      title: 'In diesem Monat kann noch etwas nachkommen.',
      detail: 'Schließ ihn ab dem genannten Tag ab.',
    },
    'invoice-paid': {
      title: 'An dieser Rechnung ist nichts mehr offen.',
      detail: 'Trag die Zahlung ohne Rechnung ein, als Vorauszahlung.',
    },
    'payment-repeated': {
      title: 'Diese Bewegung der Bank ist schon eingetragen.',
      detail: 'Mehr ist nicht zu tun.',
    },
    'period-closed': {
      title: 'Dieser Monat ist abgeschlossen.',
      detail: 'Nenn einen Tag in einem offenen Monat.',
    },
    'posting-in-future': { title: 'Dieser Tag kommt erst noch.', detail: 'Trag es an dem Tag ein.' },
  },
};
