// The port for files of finished invoices: the same invoice, the same facts, in every format. It is asked only for what the rules of
// the format have passed.

import type { Invoice } from '../domain/billing/invoice.ts';

/** `factur-x`: the PDF with the electronic invoice inside. */
export type InvoiceFormat = 'pdf' | 'ubl' | 'factur-x' | 'fatturapa';

export type InvoiceFiles = {
  /**
   * Rejects what cannot be written, with a sentence: `invoiceMistakes`, and `fatturaMistakes` for that format, tell before.
   */
  render(invoice: Invoice, format: InvoiceFormat): Promise<Uint8Array>;
};
