// German for the bank on the treasurer's page: statements that come in, direct debits that go out.

import type { bank as bankEn } from '../en/bank.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const bank: typeof bankEn = {
  title: 'Kontoauszug',
  file: 'Datei der Bank (camt.053)',
  tooBig: 'Die Datei hat mehr als 10 MiB. Lade weniger Monate herunter.',
  read: { offer: 'Sehen, was er bezahlt', keep: 'Zurück', confirm: 'Verbuchen', working: 'Wird gelesen …' },
  sums: icu('{sure} zu verbuchen, {unsure} zur Auswahl, {before} schon verbucht.'),
  outgoing: icu('{count, plural, one {# Ausgang bleibt unberührt.} other {# Ausgänge bleiben unberührt.}}'),
  outcomes: { sure: 'zu verbuchen', unsure: 'auswählen', before: 'schon verbucht' },
  returned: 'kam zurück',
  reasons: {
    chosen: 'wie du gewählt hast',
    collection: 'eine Datei mit Lastschriften',
    'end-to-end-id': 'nach der Referenz',
    remittance: 'nach dem Text',
    'number-in-text': 'nach der Nummer im Text',
    'several-numbers-in-text': 'nach den Nummern im Text, deren Summe passt',
    'unclear-shares': 'mehrere Nummern und ein anderer Betrag, als sie zusammen schulden',
    'amount-and-account': 'nur Betrag und Konto passen',
    'already-paid': 'von dieser Rechnung ist nichts offen',
    'other-currency': 'eine andere Währung',
    returned: 'kam von der Bank zurück',
    'nothing-fits': 'nichts passt',
    'paid-less': 'mehr ging zurück, als dafür gekommen war; verbuch zuerst, was kam',
    'period-closed': 'der Monat ist geschlossen',
    'posting-in-future': 'der Tag kommt erst noch',
  },
  stays: icu('{amount} bleiben offen'),
  ahead: icu('{amount} im Voraus bezahlt'),
  choose: icu('Welche Rechnung bezahlen {amount} von {name}?'),
  nobody: 'jemand Unbekanntes',
  none: 'keine, liegen lassen',
  recorded: icu('{count, plural, one {# Eintrag ist verbucht.} other {# Einträge sind verbucht.}}'),
  collectTitle: 'Lastschriften',
  collectDay: 'Einziehen frühestens am',
  collect: {
    offer: 'Sehen, was eingezogen werden kann',
    keep: 'Zurück',
    confirm: 'Datei erstellen',
    working: 'Einen Moment …',
  },
  collectSum: icu('{count, plural, one {# Lastschrift} other {# Lastschriften}} über zusammen {amount}.'),
  collectNone: 'Von diesem Monat kann nichts eingezogen werden.',
  left: {
    'mandate-missing': 'hat kein Mandat',
    'mandate-used': 'das Mandat galt für ein Mal',
    'collected-before': 'wurde schon eingezogen',
  },
  made: 'Die Datei ist fertig. Bring sie zur Bank:',
  download: 'pain.008',
  files: 'Bisherige Dateien',
  states: {
    open: 'bei der Bank',
    paid: 'bezahlt',
    returned: 'kam zurück',
    released: 'freigegeben',
  },
  release: { offer: 'Abgelehnt', keep: 'Zurück', confirm: 'Freigeben', working: 'Einen Moment …' },
  releaseAsk: 'Die Bank hat sie abgelehnt, bevor sie etwas nahm: Sie kann wieder eingezogen werden.',
};
