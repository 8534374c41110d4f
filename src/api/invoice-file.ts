// An invoice as a file to keep: as it was issued, in JSON, or in a format that is made of it.

import type { FastifyReply } from 'fastify';
import { readDocument } from '../domain/billing/invoice-document.ts';
import type { DocumentRow, InvoiceFormat } from '../gateway/ports.ts';
import type { ApiOptions } from './options.ts';
import { refuse } from './problem.ts';

const formats: Readonly<Record<InvoiceFormat | 'json', { readonly type: string; readonly end: string }>> = {
  json: { type: 'application/json; charset=utf-8', end: 'json' },
  pdf: { type: 'application/pdf', end: 'pdf' },
  ubl: { type: 'application/xml', end: 'ubl.xml' },
  'factur-x': { type: 'application/pdf', end: 'factur-x.pdf' },
  fatturapa: { type: 'application/xml', end: 'fatturapa.xml' },
};

/** What can be asked for here, the plainest first. */
export const formatsOf = ({ invoiceFiles }: Pick<ApiOptions, 'invoiceFiles'>): string[] =>
  invoiceFiles ? ['pdf', 'ubl', 'factur-x', 'fatturapa', 'json'] : ['json'];

type Wish = {
  readonly row: DocumentRow;
  readonly query: { readonly format?: InvoiceFormat | 'json'; readonly encoding?: 'base64' };
};

/** Sends the bytes with their headers, or as JSON; or a problem. */
export async function sendInvoiceFile(
  reply: FastifyReply,
  { row, query }: Wish,
  { invoiceFiles }: Pick<ApiOptions, 'invoiceFiles'>,
): Promise<FastifyReply> {
  const { format = 'json', encoding } = query;
  if (format !== 'json' && !invoiceFiles) return reply.send(refuse(reply, 'format-none', { about: format }));
  const { type, end } = formats[format];
  const bytes =
    format === 'json' || !invoiceFiles
      ? new TextEncoder().encode(row.text)
      : await invoiceFiles.render(readDocument(row.text).invoice, format);
  const name = `${row.number.replaceAll(/[^\w.-]/g, '-')}.${end}`;
  if (encoding === 'base64') return reply.send({ name, base64: Buffer.from(bytes).toString('base64') });
  reply.header('content-type', type);
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return reply.send(Buffer.from(bytes));
}
