// The words of a printed invoice in German.

import type { InvoiceWords } from './words.ts';

export const de: InvoiceWords = {
  invoice: 'Rechnung',
  creditNote: 'Gutschrift',
  number: 'Nummer',
  issued: 'Datum',
  due: 'Zahlbar bis',
  period: 'Zeitraum',
  reference: 'Ihr Zeichen',
  project: 'Projekt',
  yourVatId: 'Ihre USt-IdNr.',
  yourTaxCode: 'Ihre Steuernummer',
  vatId: 'USt-IdNr.',
  taxCode: 'Steuernummer',
  what: 'Leistung',
  quantity: 'Menge',
  price: 'Preis',
  vat: 'USt',
  amount: 'Betrag',
  net: 'Summe ohne USt',
  vatOf: 'USt {percent} % auf {base}',
  gross: 'Gesamtbetrag',
  prepaid: 'Bereits bezahlt',
  payable: 'Zu zahlen',
  credited: 'Gutgeschrieben',
  pleasePay: 'Für Ihre Nutzung der Werkstatt vom {from} bis {to}. Bitte zahlen Sie {amount} bis zum {due}.',
  weCollect:
    'Für Ihre Nutzung der Werkstatt vom {from} bis {to}. Wir ziehen {amount} am {due} von Ihrem Konto ein, mit dem Mandat {mandate} (Gläubiger {creditor}). Sie müssen nichts tun.',
  nothingLeft:
    'Für Ihre Nutzung der Werkstatt vom {from} bis {to}. Alles ist bezahlt; es bleibt nichts zu tun.',
  weCredit: 'Wir schreiben Ihnen {amount} der Rechnung {number} vom {date} gut.',
  payee: 'Empfänger',
  remittance: 'Verwendungszweck',
  scan: 'Mit der Banking-App scannen',
  reasons: 'Wie jeder Betrag zustande kam: {url}',
  costCode: 'Kostenstelle',
  page: 'Seite {page} von {pages}',
  units: { HUR: 'h', KWH: 'kWh', GRM: 'g', MLT: 'ml', C62: 'Stk.' },
};
