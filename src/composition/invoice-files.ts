// The files of invoices from the boxes that write them: each is loaded when the first one is asked for, and Factur-X is made from
// the PDF. An invoice with a mistake is written by none.

import { mistakeText } from '../domain/billing/invoice-mistake.ts';
import { invoiceMistakes } from '../domain/billing/invoice-mistakes.ts';
import type { InvoiceFiles } from '../gateway/ports.ts';

export const invoiceFiles: InvoiceFiles = {
  async render(invoice, format) {
    const [mistake] = invoiceMistakes(invoice);
    if (mistake) throw new Error(`Invoice ${invoice.number} cannot be written: ${mistakeText(mistake)}`);
    if (format === 'fatturapa') {
      const { renderFattura } = await import('../adapters/fattura-pa/render-fattura.ts');
      return new TextEncoder().encode(renderFattura(invoice));
    }
    const { renderEInvoice } = await import('../adapters/e-invoice/render-e-invoice.ts');
    if (format === 'ubl') return renderEInvoice(invoice, { format });
    const { renderPdf } = await import('../adapters/invoice-pdf/render-pdf.ts');
    const pdf = await renderPdf(invoice);
    return format === 'pdf' ? pdf : renderEInvoice(invoice, { format, pdf });
  },
};
