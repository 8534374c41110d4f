// The words of a printed invoice in Italian.

import type { InvoiceWords } from './words.ts';

export const it: InvoiceWords = {
  invoice: 'Fattura',
  creditNote: 'Nota di credito',
  number: 'Numero',
  issued: 'Data',
  due: 'Da pagare entro',
  period: 'Periodo',
  reference: 'Vostro riferimento',
  project: 'Progetto',
  yourVatId: 'Vostra partita IVA',
  yourTaxCode: 'Vostro codice fiscale',
  vatId: 'Partita IVA',
  taxCode: 'Codice fiscale',
  what: 'Descrizione',
  quantity: 'Quantità',
  price: 'Prezzo',
  vat: 'IVA',
  amount: 'Importo',
  net: 'Imponibile',
  vatOf: 'IVA {percent} % su {base}',
  gross: 'Totale',
  prepaid: 'Già pagato',
  payable: 'Da pagare',
  credited: 'A vostro credito',
  pleasePay:
    'Per il vostro uso dell’officina dal {from} al {to}. Vi preghiamo di pagare {amount} entro il {due}.',
  weCollect:
    'Per il vostro uso dell’officina dal {from} al {to}. Addebiteremo {amount} sul vostro conto il {due}, con il mandato {mandate} (creditore {creditor}). Non dovete fare nulla.',
  nothingLeft:
    'Per il vostro uso dell’officina dal {from} al {to}. È già tutto pagato: non resta nulla da fare.',
  weCredit: 'Vi accreditiamo {amount} della fattura {number} del {date}.',
  payee: 'Beneficiario',
  remittance: 'Causale',
  scan: 'Inquadrate con l’app della banca',
  reasons: 'Come si è arrivati a ogni importo: {url}',
  costCode: 'Centro di costo',
  page: 'Pagina {page} di {pages}',
  units: { HUR: 'h', KWH: 'kWh', GRM: 'g', MLT: 'ml', C62: 'pz' },
};
