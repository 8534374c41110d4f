// The words of a printed invoice in Romanian.

import type { InvoiceWords } from './words.ts';

export const ro: InvoiceWords = {
  invoice: 'Factură',
  creditNote: 'Notă de credit',
  number: 'Număr',
  issued: 'Data',
  due: 'De plătit până la',
  period: 'Perioada',
  reference: 'Referința dvs.',
  project: 'Proiect',
  yourVatId: 'Codul dvs. de TVA',
  yourTaxCode: 'Codul dvs. fiscal',
  vatId: 'Cod de TVA',
  taxCode: 'Cod fiscal',
  what: 'Descriere',
  quantity: 'Cantitate',
  price: 'Preț',
  vat: 'TVA',
  amount: 'Valoare',
  net: 'Total fără TVA',
  vatOf: 'TVA {percent} % din {base}',
  gross: 'Total',
  prepaid: 'Plătit deja',
  payable: 'De plătit',
  credited: 'În favoarea dvs.',
  pleasePay:
    'Pentru folosirea atelierului de la {from} până la {to}. Vă rugăm să plătiți {amount} până la {due}.',
  weCollect:
    'Pentru folosirea atelierului de la {from} până la {to}. Vom debita {amount} din contul dvs. la {due}, în baza mandatului {mandate} (creditor {creditor}). Nu trebuie să faceți nimic.',
  nothingLeft:
    'Pentru folosirea atelierului de la {from} până la {to}. Totul este plătit; nu mai aveți nimic de făcut.',
  weCredit: 'Vă credităm {amount} din factura {number} din {date}.',
  payee: 'Beneficiar',
  remittance: 'Explicația plății',
  scan: 'Scanați cu aplicația băncii',
  reasons: 'Cum s-a ajuns la fiecare sumă: {url}',
  costCode: 'Centru de cost',
  page: 'Pagina {page} din {pages}',
  units: { HUR: 'h', KWH: 'kWh', GRM: 'g', MLT: 'ml', C62: 'buc.' },
};
