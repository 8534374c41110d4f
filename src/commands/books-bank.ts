// The actions of `officina books` about the bank: statements, mandates and direct debits. The gateway judges every file; here they are
// only read, bounded, and written so that nobody else can read them.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { clip } from '../config/read-yaml.ts';
import { askGateway, fieldOf } from './ask-gateway.ts';
import { type BooksAt, invoiceIdOf, problemOf, sayBooks } from './books-asked.ts';
import { collectionText, statementText } from './books-bank-text.ts';
import { codeOf, type ExitCode, exitCodes, refuse, textOf, textsOf } from './command.ts';
import { mandateColumns, readPayerRows } from './read-payer-rows.ts';

/** A statement of a year may hold thousands of entries, each made durable. */
const recordTimeoutMs = 600_000;
const mostBytes = 10 * 1024 * 1024;

type Action = (at: BooksAt) => Promise<ExitCode>;

export const bankActions: readonly (readonly [string, Action])[] = [
  ['bank', bank],
  ['mandate', mandates],
  ['collect', collect],
  ['release', release],
];

async function bank(at: BooksAt): Promise<ExitCode> {
  const { context, running, about, currency } = at;
  const bytes = bytesOf(about);
  if (bytes === null)
    return refuse(
      context,
      `${about} cannot be read as a file of at most 10 MiB; check its path and its rights.`,
    );
  const chosen = textsOf(context.values, 'choose').map((text) => {
    const [entry = '', numbers = ''] = text.split('=');
    return { entry, numbers: numbers.split(',').filter((number) => number !== '') };
  });
  if (chosen.some(({ entry, numbers }) => entry === '' || numbers.length === 0))
    return refuse(context, 'Write --choose as ENTRY=NUMBER, or ENTRY=NUMBER,NUMBER.', exitCodes.wrongUse);
  const record = context.values.has('record') && !context.values.has('dry-run');
  const body = { statement: Buffer.from(bytes).toString('base64'), record, chosen };
  const asked = await askGateway(running, {
    ...{ method: 'POST', path: '/api/books/bank', body },
    timeoutMs: recordTimeoutMs,
  });
  return sayBooks(at, asked, (said) => statementText(said, { currency, record }));
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return statSync(file).size > mostBytes ? null : readFileSync(file);
  } catch {
    return null;
  }
}

async function mandates(at: BooksAt): Promise<ExitCode> {
  const { context, running } = at;
  const read = readPayerRows(at.about, mandateColumns);
  if (!read.ok) return refuse(context, read.text);
  for (const { line, payer, fields } of read.rows) {
    const path = `/api/books/mandates/${encodeURIComponent(payer)}`;
    const body = { use: 'recurrent', ...fields };
    const asked = await askGateway(
      running,
      fields.id === undefined ? { method: 'DELETE', path } : { method: 'PUT', path, body },
    );
    if (!asked.ok)
      return refuse(
        context,
        `Line ${line}: ${problemOf(asked)} The lines before it were taken over; mend it and import all again.`,
      );
  }
  context.stdout.write(`${read.rows.length} mandates are written down.\n`);
  return exitCodes.ok;
}

async function collect(at: BooksAt): Promise<ExitCode> {
  const { context, running, currency } = at;
  const { values } = context;
  const [out, dryRun] = [textOf(values, 'out'), values.has('dry-run')];
  if (out === undefined && !dryRun)
    return refuse(context, 'Where to? Add --out with a file for the bank.', exitCodes.wrongUse);
  const body = { month: at.about, day: textOf(values, 'day') ?? null, dryRun };
  const asked = await askGateway(running, { method: 'POST', path: '/api/books/collections', body });
  const xml = fieldOf(asked.said, 'xml');
  const written = asked.ok && out !== undefined && typeof xml === 'string' ? writeNew(out, xml) : null;
  if (written !== null) {
    const message = clip(String(fieldOf(asked.said, 'message')));
    const again = `The file is kept: GET /api/books/collections/${message}/file gives it again.`;
    return refuse(context, `${out} ${written}. The invoices are marked as collected. ${again}`);
  }
  return sayBooks(at, asked, (said) =>
    collectionText(said, { currency, out: dryRun ? null : (out ?? null) }),
  );
}

/** Why it could not be written; a file of that name is never overwritten. */
function writeNew(out: string, text: string): string | null {
  try {
    writeFileSync(out, text, { flag: 'wx', mode: 0o600 });
    return null;
  } catch (fault) {
    return codeOf(fault) === 'EEXIST' ? 'is there already' : 'cannot be written';
  }
}

async function release(at: BooksAt): Promise<ExitCode> {
  const invoice = await invoiceIdOf(at);
  if (invoice === null) return refuse(at.context, `No invoice is called "${clip(at.about)}".`);
  const path = `/api/books/invoices/${invoice}/release`;
  return sayBooks(
    at,
    await askGateway(at.running, { method: 'POST', path, body: {} }),
    () => `${clip(at.about)} may be collected again.`,
  );
}
