// `officina invoice`: writes a made-up invoice in one of the formats, to see what members and tax offices will get. It reads no data
// and books nothing.

import { writeFileSync } from 'node:fs';
import { sampleInvoice } from '../domain/billing/sample-invoice.ts';
import type { InvoiceFormat } from '../gateway/ports.ts';
import { type Command, codeOf, exitCodes, refuse, textOf } from './command.ts';

const endings: Readonly<Record<InvoiceFormat, string>> = {
  pdf: 'pdf',
  ubl: 'xml',
  'factur-x': 'pdf',
  fatturapa: 'xml',
};

export const invoice: Command = {
  name: 'invoice',
  summary: 'Writes a sample invoice as PDF, UBL, Factur-X or FatturaPA.',
  usage: 'sample [--format F] [--out FILE] [--locale L] [--credit-note]',
  help: `
  sample             made up, and marked as a sample in six languages

  --format F         pdf (left out), ubl, factur-x, fatturapa
  --out FILE         sample.pdf or sample.xml in this folder; a file of that name is never overwritten
  --locale L         en, it, de, es, fr or ro: the language of the PDF (en)
  --credit-note      the credit note of it

Example:
  officina invoice sample --format factur-x --locale it --out campione.pdf`,
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    locale: { type: 'string' },
    'credit-note': { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(context) {
    const { values, words, stdout, boxes } = context;
    if (words[0] !== 'sample')
      return refuse(
        context,
        `"${words[0]}" is nothing that this command writes; write "sample".`,
        exitCodes.wrongUse,
      );
    const format = textOf(values, 'format') ?? 'pdf';
    if (!isFormat(format))
      return refuse(
        context,
        `"${format}" is no format; choose pdf, ubl, factur-x or fatturapa.`,
        exitCodes.wrongUse,
      );
    const locale = textOf(values, 'locale') ?? 'en';
    if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(locale))
      return refuse(context, `"${locale}" is no language; write it like it or de-AT.`, exitCodes.wrongUse);
    const kind = values.has('credit-note') ? 'credit-note' : 'invoice';
    const out = textOf(values, 'out') ?? `sample.${endings[format]}`;
    const bytes = await boxes.invoiceFiles.render(sampleInvoice({ locale, kind }), format);
    try {
      writeFileSync(out, bytes, { flag: 'wx' });
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
      return refuse(context, `${out} is there already; name another file with --out.`);
    }
    stdout.write(`${out}: ${format}, ${bytes.length} bytes; a sample, nobody owes it\n`);
    return exitCodes.ok;
  },
};

const isFormat = (text: string): text is InvoiceFormat => Object.hasOwn(endings, text);
