// The port of invoice files: one invoice as bytes of a format. What it cannot carry it refuses by throwing.

import type { Invoice } from '../domain/billing/invoice.ts';

export type InvoiceFormat = 'pdf' | 'ubl' | 'factur-x' | 'fatturapa';

export type InvoiceFiles = { render(invoice: Invoice, format: InvoiceFormat): Promise<Uint8Array> };
