// The words of a printed invoice in French.

import type { InvoiceWords } from './words.ts';

export const fr: InvoiceWords = {
  invoice: 'Facture',
  creditNote: 'Avoir',
  number: 'Numéro',
  issued: 'Date',
  due: 'À payer avant le',
  period: 'Période',
  reference: 'Votre référence',
  project: 'Projet',
  yourVatId: 'Votre n° de TVA',
  yourTaxCode: 'Votre n° fiscal',
  vatId: 'N° de TVA',
  taxCode: 'N° fiscal',
  what: 'Désignation',
  quantity: 'Quantité',
  price: 'Prix',
  vat: 'TVA',
  amount: 'Montant',
  net: 'Total hors TVA',
  vatOf: 'TVA {percent} % sur {base}',
  gross: 'Total',
  prepaid: 'Déjà payé',
  payable: 'À payer',
  credited: 'À votre crédit',
  pleasePay: 'Pour votre utilisation de l’atelier du {from} au {to}. Merci de payer {amount} avant le {due}.',
  weCollect:
    'Pour votre utilisation de l’atelier du {from} au {to}. Nous prélèverons {amount} sur votre compte le {due}, sous le mandat {mandate} (créancier {creditor}). Vous n’avez rien à faire.',
  nothingLeft:
    'Pour votre utilisation de l’atelier du {from} au {to}. Tout est payé ; il ne reste rien à faire.',
  weCredit: 'Nous vous créditons {amount} de la facture {number} du {date}.',
  payee: 'Bénéficiaire',
  remittance: 'Motif du virement',
  scan: 'Scannez avec l’appli de votre banque',
  reasons: 'Comment chaque montant a été calculé : {url}',
  costCode: 'Centre de coût',
  page: 'Page {page} sur {pages}',
  units: { HUR: 'h', KWH: 'kWh', GRM: 'g', MLT: 'ml', C62: 'pces' },
};
