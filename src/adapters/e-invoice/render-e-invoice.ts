// An invoice by EN 16931: as UBL 2.1, or as Factur-X (our PDF as PDF/A-3 with the same facts as CII inside). The library checks the
// document against its schema with the code lists of the norm; it is loaded when the first one is made, for it is large.

import type { Invoice } from '../../domain/billing/invoice.ts';
import { normDocument } from './norm-document.ts';

type Wish =
  | { readonly format: 'ubl' }
  /** @param pdf for people, with all fonts inside */
  | { readonly format: 'factur-x'; readonly pdf: Uint8Array };

/** Throws where the library finds the document against the norm; its own words are the cause. */
export async function renderEInvoice(invoice: Invoice, wish: Wish): Promise<Uint8Array> {
  const { InvoiceService } = await import('@e-invoice-eu/core');
  const service = new InvoiceService(silent);
  const pdf =
    wish.format === 'ubl'
      ? {}
      : { pdf: { buffer: wish.pdf, filename: 'invoice.pdf', mimetype: 'application/pdf' } };
  const format = wish.format === 'ubl' ? 'UBL' : 'Factur-X-EN16931';
  try {
    const made = await service.generate(normDocument(invoice), { format, lang: languageOf(invoice), ...pdf });
    return typeof made === 'string' ? new TextEncoder().encode(made) : made;
  } catch (cause) {
    const text = `Invoice ${invoice.number} could not be written as ${wish.format}; correct what the cause names`;
    throw new Error(text, { cause });
  }
}

/** Of the words in the metadata of the PDF. */
const languageOf = ({ locale }: Invoice): string => locale.toLowerCase().split('-', 1)[0] ?? 'en';

/** What it would print is in its faults too. */
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
