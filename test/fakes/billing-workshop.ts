// The sample workshop with terms of billing and a team that pays, for tests of invoices.

import type { BillingTerms } from '../../src/domain/billing/billing-terms.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { Buyer } from '../../src/gateway/invoicing-asked.ts';
import { sampleWorkshop } from './sample-workshop.ts';

export const sampleTerms: BillingTerms = {
  from: '2025-01',
  seller: {
    id: 'seller',
    name: 'Officina APS',
    address: { street: 'Via Roma 1', zip: '40100', city: 'Bologna', province: 'BO', country: 'IT' },
    vatId: 'IT01234567890',
  },
  vatRates: [
    { id: '22', percent: '22', category: 'S' },
    { id: 'free', percent: '0', category: 'E', reason: 'art. 10' },
  ],
  vat: '22',
  vatOfPool: { saws: 'free' },
  numbering: { invoice: '{year}-{number:4}', creditNote: 'NC{year}-{number:4}' },
  dueDays: 30,
  graceDays: 5,
  texts: ['Thank you'],
  reminders: [
    { afterDays: 7, text: 'Invoice {number} over {amount} was due on {due}.' },
    { afterDays: 21, text: 'Second reminder of {number}.' },
  ],
};

export const billingWorkshop: Workshop = {
  ...sampleWorkshop,
  billing: sampleTerms,
  teams: { acme: { pays: true } },
};

export const sampleBuyer: Buyer = {
  name: 'Anna Rossi',
  street: 'Via Verdi 2',
  zip: '40100',
  city: 'Bologna',
  country: 'IT',
};
