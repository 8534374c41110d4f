// Invoicing that decides nothing: drafts, invoices and refusals as a test sets them up, and a record of what was asked.

import type { Mandate } from '../../src/gateway/bank-asked.ts';
import type { Buyer, DraftsTold, InvoiceTold, Invoicing } from '../../src/gateway/invoicing-asked.ts';
import type { DocumentRow } from '../../src/gateway/papers.ts';

export type FakeInvoicing = Invoicing & {
  readonly asked: { readonly verb: string; readonly with: unknown }[];
  readonly buyers: Map<string, Buyer>;
  readonly mandates: Map<string, Mandate>;
  readonly documents: Map<string, DocumentRow>;
  nextDrafts: DraftsTold;
  invoices: readonly InvoiceTold[];
};

export function createFakeInvoicing(): FakeInvoicing {
  const asked: FakeInvoicing['asked'] = [];
  const note = (verb: string, given: unknown): void => {
    asked.push({ verb, with: given });
  };
  const fake: FakeInvoicing = {
    asked,
    mandates: new Map(),
    buyers: new Map(),
    documents: new Map(),
    nextDrafts: { ok: false, code: 'billing-none', about: null },
    invoices: [],
    drafts: async () => fake.nextDrafts,
    async finalise(wish) {
      note('finalise', wish);
      return { ok: true, issued: [], stayed: [] };
    },
    progress: () => null,
    issued: async (payer) => fake.invoices.filter((one) => payer === null || one.payer === payer),
    document: async (invoice) => fake.documents.get(invoice) ?? null,
    async credit(wish) {
      note('credit', wish);
      return { ok: true, invoice: 'credit-1', number: 'NC2026-0001', grossMinor: 1220n };
    },
    async pay(wish) {
      note('pay', wish);
      return { ok: true, payment: 'payment-1', openMinor: 0n };
    },
    async mail(wish) {
      note('mail', wish);
      return { ok: true, rows: [] };
    },
    async remind(wish) {
      note('remind', wish);
      return { ok: true, reminders: [] };
    },
    async statement(wish) {
      note('statement', wish);
      return { ok: true, rows: [], recorded: 0, outgoing: 0 };
    },
    mandate: async (payer) => fake.mandates.get(payer) ?? null,
    async setMandate(wish) {
      note('setMandate', wish);
      if (wish.mandate) fake.mandates.set(wish.payer, wish.mandate);
      else fake.mandates.delete(wish.payer);
      return { ok: true };
    },
    async collect(wish) {
      note('collect', wish);
      return { ok: true, message: null, xml: null, totalMinor: 0n, items: [], left: [] };
    },
    collections: async () => [],
    collectionFile: async () => null,
    async releaseCollection(wish) {
      note('releaseCollection', wish);
      return { ok: true };
    },
    buyer: async (payer) => fake.buyers.get(payer) ?? null,
    async setBuyer(wish) {
      note('setBuyer', wish);
      return { ok: true };
    },
  };
  return fake;
}
