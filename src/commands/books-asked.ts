// What the actions of `officina books` share: what they are handed, and how they tell what the gateway answered.

import { clip } from '../config/read-yaml.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { type Context, type ExitCode, exitCodes, refuse } from './command.ts';

export type BooksAt = {
  readonly context: Context;
  readonly running: RunningGateway;
  readonly about: string;
  readonly currency: string;
};

/** Prints what came back, as it came or as people read it. */
export function sayBooks({ context }: BooksAt, asked: Asked, text: (said: unknown) => string): ExitCode {
  if (!asked.ok) return refuse(context, problemOf(asked));
  const said = context.values.has('json') ? JSON.stringify(asked.said, null, 2) : text(asked.said);
  context.stdout.write(`${said}\n`);
  return exitCodes.ok;
}

export function problemOf(asked: Asked): string {
  const about = fieldOf(asked.said, 'about');
  return `${problemText(asked)}${typeof about === 'string' ? ` (${clip(about, 80)})` : ''}`;
}

export function listOf(said: unknown, name: string): readonly unknown[] {
  const list = fieldOf(said, name);
  return Array.isArray(list) ? list : [];
}

/** Of an invoice that is named by its number; null where there is none. */
export async function invoiceIdOf({ running, about }: BooksAt): Promise<string | null> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/books/invoices' });
  const row = listOf(asked.said, 'invoices').find(
    (one) => fieldOf(one, 'number') === about || fieldOf(one, 'invoice') === about,
  );
  return row === undefined ? null : encodeURIComponent(String(fieldOf(row, 'invoice')));
}
