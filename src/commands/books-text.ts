// What the gateway says of drafts, invoices and reminders, as people read it. Every field is taken as text: an answer that has another
// shape shows as empty, never as a crash.

import { currencyDigits, formatPrice } from '../domain/money.ts';
import { fieldOf } from './ask-gateway.ts';
import { listOf } from './books-asked.ts';
import { stayText } from './books-mail.ts';

export const textOf = (said: unknown, name: string): string => {
  const text = fieldOf(said, name);
  return typeof text === 'string' || typeof text === 'number'
    ? String(text).replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    : '';
};

export function amountOf(said: unknown, name: string, currency: string): string {
  const minor = textOf(said, name);
  return /^-?\d{1,20}$/.test(minor)
    ? `${formatPrice(BigInt(minor), currencyDigits(currency))} ${currency}`
    : '';
}

/** @param whole with every line */
export function draftText(said: unknown, whole: boolean): string {
  const currency = textOf(said, 'currency');
  const drafts = listOf(said, 'drafts');
  if (drafts.length === 0) return 'Nothing is to be billed.';
  const when = fieldOf(said, 'mayFinalise') === true ? 'now' : `from ${textOf(said, 'from')} on`;
  const rows = drafts.flatMap((draft) => [
    `${textOf(draft, 'name')} (${textOf(draft, 'payer')}): ${amountOf(draft, 'grossMinor', currency)}`,
    ...(whole ? listOf(draft, 'lines').map((line) => lineText(line, currency)) : []),
    ...listOf(draft, 'warnings').map((one) => `  ! ${warningText(one)}`),
  ]);
  return [...rows, `May be finalised ${when}.`].join('\n');
}

const lineText = (line: unknown, currency: string): string =>
  `  ${textOf(line, 'fromDay')} – ${textOf(line, 'toDay')}  ${textOf(line, 'text')}: ${textOf(line, 'quantity')} ${textOf(line, 'unit')}, ${amountOf(line, 'netMinor', currency)}`;

const warnings = new Map([
  ['dark-machine', 'time was billed while the machine had no power'],
  ['gap', 'a part was not seen, and is not billed'],
  ['meter-drift', 'a meter counted more than passed, or was not read all the time'],
  ['rate-missing', 'no tariff held, so it costs nothing'],
  ['not-positive', 'nothing is to be paid; it goes on to the next month'],
  ['late', 'it became known late, or was corrected'],
  ['address-missing', 'no address: "officina books address FILE.csv" writes one down'],
  ['open-session', 'somebody holds a machine; that use comes with the next month'],
]);

function warningText(one: unknown): string {
  const code = textOf(one, 'code');
  const sessions = listOf(one, 'sessions').map(String).join(', ');
  return `${warnings.get(code) ?? code}${sessions === '' ? '' : ` (${sessions})`}`;
}

export function invoiceText(said: unknown, currency: string): string {
  const issued = listOf(said, 'issued').map((one) => {
    const number = textOf(one, 'number');
    const name = textOf(one, 'name');
    return [number === '' ? 'would be issued' : number, name, amountOf(one, 'grossMinor', currency)]
      .filter((text) => text !== '')
      .join('  ');
  });
  const stayed = listOf(said, 'stayed').map(
    (one) => `not issued  ${textOf(one, 'name')}: ${warnings.get(textOf(one, 'why')) ?? ''}`,
  );
  return issued.length + stayed.length === 0
    ? 'There is nothing to issue.'
    : [...issued, ...stayed].join('\n');
}

export function remindersText(said: unknown): string {
  const rows = listOf(said, 'reminders').map(
    (one) =>
      `${textOf(one, 'number')}  ${textOf(one, 'name')}  level ${textOf(one, 'level')}: ${textOf(one, 'text')}${stayText(one)}`,
  );
  return rows.length === 0 ? 'No reminder is due.' : rows.join('\n');
}
