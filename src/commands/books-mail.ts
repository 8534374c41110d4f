// `officina books send --mail`: the invoices of a month into the outbox of the gateway, one after the other, so that a person sees how
// far it is and an end in the middle loses nothing.

import { askGateway, fieldOf } from './ask-gateway.ts';
import { type BooksAt, listOf, problemOf, sayBooks } from './books-asked.ts';
import { textOf } from './books-text.ts';
import { type ExitCode, exitCodes, refuse } from './command.ts';
import { showProgress } from './show-progress.ts';

export async function mailInvoices(at: BooksAt): Promise<ExitCode> {
  const { context, running, about: month } = at;
  const again = context.values.has('again');
  const ask = (wish: { readonly invoice: string | null; readonly dryRun: boolean }) =>
    askGateway(running, { method: 'POST', path: '/api/books/mail', body: { month, again, ...wish } });
  const planned = await ask({ invoice: null, dryRun: true });
  if (!planned.ok) return refuse(context, problemOf(planned));
  const rows = listOf(planned.said, 'rows');
  const ready = rows.filter((row) => fieldOf(row, 'stays') === null);
  if (context.values.has('dry-run'))
    return sayBooks(at, planned, () => [...rows.map(rowText), `${ready.length} would be mailed.`].join('\n'));
  const progress = showProgress(context);
  const failed: unknown[] = [];
  for (const [done, row] of ready.entries()) {
    progress.part(done / ready.length);
    const asked = await ask({ invoice: textOf(row, 'invoice'), dryRun: false });
    const [told] = listOf(asked.said, 'rows');
    if (!asked.ok || told === undefined) {
      progress.clear();
      return refuse(
        context,
        `${textOf(row, 'number')} was not mailed. ${problemOf(asked)} Ask again for the rest: none goes twice.`,
      );
    }
    if (fieldOf(told, 'stays') !== null) failed.push(told);
  }
  progress.clear();
  const left = [...rows.filter((row) => !ready.includes(row)), ...failed];
  const sent = ready.length - failed.length;
  const end = `${sent} ${sent === 1 ? 'is' : 'are'} in the outbox; "officina mail state" tells when they are gone.`;
  context.stdout.write(`${[...left.map(rowText), end].join('\n')}\n`);
  return failed.length === 0 ? exitCodes.ok : exitCodes.refused;
}

const whys = new Map([
  ['email-missing', 'no e-mail address; "officina books address FILE.csv" writes one down'],
  ['mailed-before', 'was mailed before; --again does it once more'],
  ['mail-full', 'too many mails wait'],
  ['mail-unfit', 'its address or its size cannot be mailed'],
]);

export function stayText(row: unknown): string {
  const why = textOf(row, 'stays');
  return why === '' ? '' : `  not mailed: ${whys.get(why) ?? why}`;
}

const rowText = (row: unknown): string => `${textOf(row, 'number')}  ${textOf(row, 'name')}${stayText(row)}`;
