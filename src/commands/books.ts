// `officina books`: from charges to paid invoices, all at the gateway that runs. What is written is said before, by --dry-run,
// and done by the same code.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clip } from '../config/read-yaml.ts';
import { askCountingBooks } from './ask-counting-books.ts';
import { askGateway, fieldOf } from './ask-gateway.ts';
import { type BooksAt, invoiceIdOf, listOf, problemOf, sayBooks } from './books-asked.ts';
import { bankActions } from './books-bank.ts';
import { mailInvoices } from './books-mail.ts';
import { draftText, invoiceText, remindersText } from './books-text.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { addressColumns, readPayerRows } from './read-payer-rows.ts';

export const books: Command = {
  name: 'books',
  summary: 'Drafts, issues, sends, collects and credits invoices, records payments and closes months.',
  usage:
    'ACTION [MONTH|INVOICE|FILE.csv] [--payer P] [--dry-run] [--out DIR] [--format F] [--amount A] [--day D]',
  help: `
Actions:
  draft MONTH          who would be billed what, with what a treasurer should look at
  review MONTH         the same with every line
  finalise MONTH       makes invoices of the drafts, of one payer with --payer; cut off, ask again: what was issued stays
  send MONTH           files of what was issued in that month, into --out
  remind               writes down the reminders that are due, and prints their texts
  credit INVOICE       a credit note over all of it, or over --lines; --again lets its uses be billed again
  pay INVOICE          records --amount, paid on --day by --how bank or cash
  close MONTH          for ever: nothing is dated into it any more
  address FILE.csv     where invoices go: payer,name,street,zip,city,country and, if you like, province, vatId, taxCode,
                       email, sdiCode, pec, contact, reference, language; a payer is a handle or team:ID
  bank FILE.xml        what a bank statement (camt.053) pays, and what it gives back; --record writes down what is sure
  mandate FILE.csv     permissions to collect: payer,id,signedOn,iban and, if you like, bic, use (recurrent or once); a row
                       without an id takes it away
  collect MONTH        a file of SEPA direct debits of what was issued in that month, into --out
  release INVOICE      the bank rejected its direct debit before it took anything: it may be collected again

  --payer P            member:KEY or team:ID
  --dry-run            says what would be written, and writes nothing
  --format F           of send: json, pdf, ubl, factur-x or fatturapa; left out, the first that the gateway makes
  --mail               of send and remind: by e-mail, as PDF with the e-invoice, in the language of the buyer
  --record             of bank: writes down what is sure; left out, it only says what would be
  --choose ENTRY=N,N   of bank: an unsure entry pays these invoices, in this order; may stand several times
  --day D              of collect: at the earliest
  --why W              of credit: mistake, disputed, agreed, returned or other; it stands on the credit note
  --reference R        of pay: the id of the entry at the bank, which then counts once
  --json               the whole answer

Example:
  officina books finalise 2026-11 --dry-run
  officina books bank statement.xml --record
  officina books pay 2026-0007 --amount 12.20 --day 2026-12-03 --how bank`,
  options: {
    payer: { type: 'string' },
    'dry-run': { type: 'boolean' },
    out: { type: 'string' },
    format: { type: 'string' },
    lines: { type: 'string' },
    again: { type: 'boolean' },
    why: { type: 'string' },
    amount: { type: 'string' },
    day: { type: 'string' },
    how: { type: 'string' },
    reference: { type: 'string' },
    mail: { type: 'boolean' },
    record: { type: 'boolean' },
    choose: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 2 },
  async run(context) {
    const [name = '', about = ''] = context.words;
    const action = actions.get(name);
    if (!action)
      return refuse(
        context,
        `"${clip(name)}" is no action; take one of ${[...actions.keys()].join(', ')}.`,
        exitCodes.wrongUse,
      );
    const isMissing = about === '' && name !== 'remind';
    if (isMissing || (about !== '' && name === 'remind'))
      return refuse(
        context,
        `Write it as "officina books ${name}${isMissing ? ' WHAT' : ''}"; --help tells what.`,
        exitCodes.wrongUse,
      );
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running)
      return refuse(
        context,
        `No gateway runs on ${chosen.config.dataDir}; start it with "officina run", then try again.`,
      );
    const { currency } = chosen.config.workshop.space;
    return action({ context, running, about, currency });
  },
};

/** Two hundred invoices take seconds; ten thousand some minutes. */
const finaliseTimeoutMs = 600_000;

const actions: ReadonlyMap<string, (at: BooksAt) => Promise<ExitCode>> = new Map<
  string,
  (at: BooksAt) => Promise<ExitCode>
>([
  ['draft', (at) => drafts(at, false)],
  ['review', (at) => drafts(at, true)],
  ['finalise', finalise],
  ['send', send],
  ['remind', remind],
  ['credit', credit],
  ['pay', pay],
  ['close', close],
  ['address', addresses],
  ...bankActions,
]);

const month = (text: string): string => encodeURIComponent(text);

async function drafts(at: BooksAt, whole: boolean): Promise<ExitCode> {
  const path = `/api/books/drafts?month=${month(at.about)}`;
  const asked = await askCountingBooks(at, { method: 'GET', path, timeoutMs: finaliseTimeoutMs });
  return sayBooks(at, asked, (said) => draftText(said, whole));
}

async function finalise(at: BooksAt): Promise<ExitCode> {
  const { values } = at.context;
  const body = { month: at.about, payer: textOf(values, 'payer') ?? null, dryRun: values.has('dry-run') };
  const asked = await askCountingBooks(at, {
    ...{ method: 'POST', path: '/api/books/finalise', body },
    timeoutMs: finaliseTimeoutMs,
  });
  return sayBooks(at, asked, (said) => invoiceText(said, at.currency));
}

async function send(at: BooksAt): Promise<ExitCode> {
  const { context, running } = at;
  if (context.values.has('mail')) return mailInvoices(at);
  const out = textOf(context.values, 'out');
  if (out === undefined)
    return refuse(context, 'Where to? Add --out with a folder, or --mail.', exitCodes.wrongUse);
  const asked = await askGateway(running, { method: 'GET', path: '/api/books/invoices' });
  if (!asked.ok) return refuse(context, problemOf(asked));
  const rows = listOf(asked.said, 'invoices').filter((row) =>
    String(fieldOf(row, 'issuedOn')).startsWith(`${at.about}-`),
  );
  const [first] = listOf(asked.said, 'formats');
  const format = textOf(context.values, 'format') ?? String(first ?? 'json');
  mkdirSync(out, { recursive: true });
  for (const row of rows) {
    const invoice = encodeURIComponent(String(fieldOf(row, 'invoice')));
    const query = `format=${encodeURIComponent(format)}&encoding=base64`;
    const file = await askGateway(running, {
      method: 'GET',
      path: `/api/books/invoices/${invoice}/file?${query}`,
    });
    const [name, base64] = [fieldOf(file.said, 'name'), fieldOf(file.said, 'base64')];
    const number = clip(String(fieldOf(row, 'number')));
    if (!file.ok || typeof name !== 'string' || typeof base64 !== 'string' || !/^[\w.-]{1,120}$/.test(name))
      return refuse(context, `Invoice ${number} was not sent. ${problemOf(file)}`);
    writeFileSync(join(out, name), Buffer.from(base64, 'base64'), { mode: 0o600 });
  }
  context.stdout.write(`${rows.length} ${rows.length === 1 ? 'file' : 'files'} in ${out}.\n`);
  return exitCodes.ok;
}

async function remind(at: BooksAt): Promise<ExitCode> {
  const { values } = at.context;
  const body = { dryRun: values.has('dry-run'), ...(values.has('mail') && { mail: true }) };
  return sayBooks(
    at,
    await askGateway(at.running, { method: 'POST', path: '/api/books/reminders', body }),
    remindersText,
  );
}

async function credit(at: BooksAt): Promise<ExitCode> {
  const { values } = at.context;
  const invoice = await invoiceIdOf(at);
  if (invoice === null)
    return refuse(
      at.context,
      `No invoice is called "${clip(at.about)}"; "officina books send" or the page lists them.`,
    );
  const lines = textOf(values, 'lines')?.split(',') ?? null;
  const why = textOf(values, 'why');
  const body = { lines, again: values.has('again'), dryRun: values.has('dry-run'), ...(why && { why }) };
  const path = `/api/books/invoices/${invoice}/credit`;
  return sayBooks(at, await askGateway(at.running, { method: 'POST', path, body }), (said) =>
    invoiceText({ issued: [said] }, at.currency),
  );
}

async function pay(at: BooksAt): Promise<ExitCode> {
  const { context, currency } = at;
  const option = (name: string): string | null => textOf(context.values, name) ?? null;
  const { parsePrice, currencyDigits } = await import('../domain/money.ts');
  const minor = parsePrice(option('amount') ?? '', currencyDigits(currency));
  const [day, how] = [option('day'), option('how') ?? 'bank'];
  if (minor === undefined || minor === 0n || day === null)
    return refuse(
      context,
      `A payment needs --amount, as in 12.20, and --day, as in 2026-12-03.`,
      exitCodes.wrongUse,
    );
  const body = {
    invoice: at.about,
    payer: null,
    minor: minor.toString(),
    day,
    how,
    reference: option('reference'),
  };
  return sayBooks(
    at,
    await askGateway(at.running, { method: 'POST', path: '/api/books/payments', body }),
    (said) =>
      fieldOf(said, 'openMinor') === '0'
        ? 'Recorded; nothing of it is open any more.'
        : 'Recorded; a part of it is still open.',
  );
}

async function close(at: BooksAt): Promise<ExitCode> {
  const body = { month: at.about };
  return sayBooks(
    at,
    await askGateway(at.running, { method: 'POST', path: '/api/books/close', body }),
    () => `${at.about} is closed.`,
  );
}

async function addresses(at: BooksAt): Promise<ExitCode> {
  const { context, running } = at;
  const read = readPayerRows(at.about, addressColumns);
  if (!read.ok) return refuse(context, read.text);
  for (const { line, payer, fields } of read.rows) {
    const path = `/api/books/buyers/${encodeURIComponent(payer)}`;
    const asked = await askGateway(running, { method: 'PUT', path, body: fields });
    if (!asked.ok)
      return refuse(
        context,
        `Line ${line}: ${problemOf(asked)} The lines before it were taken over; mend it and import all again.`,
      );
  }
  context.stdout.write(`${read.rows.length} addresses are written down.\n`);
  return exitCodes.ok;
}
