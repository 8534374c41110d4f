// What the gateway says of statements and direct debits, as people read it. Every field is taken as text, as in books-text.ts.

import { fieldOf } from './ask-gateway.ts';
import { listOf } from './books-asked.ts';
import { amountOf, textOf } from './books-text.ts';

const reasons = new Map([
  ['chosen', 'as you chose'],
  ['collection', 'a file of direct debits'],
  ['end-to-end-id', 'by its reference'],
  ['remittance', 'by its text'],
  ['number-in-text', 'by the number in its text'],
  ['several-numbers-in-text', 'by the numbers in its text, which add up'],
  ['unclear-shares', 'several numbers, and another amount than they owe together'],
  ['amount-and-account', 'only amount and account fit'],
  ['already-paid', 'nothing of that invoice is open'],
  ['other-currency', 'another currency'],
  ['returned', 'came back from the bank'],
  ['nothing-fits', 'nothing fits'],
  ['paid-less', 'more went back than had come for it; record first what came'],
  ['period-closed', 'its month is closed'],
  ['posting-in-future', 'its day is to come'],
]);

type Around = { readonly currency: string; readonly record: boolean };

export function statementText(said: unknown, { currency, record }: Around): string {
  const rows = listOf(said, 'rows');
  const of = (outcome: string) => rows.filter((row) => textOf(row, 'outcome') === outcome);
  const [sure, unsure, before] = [of('sure'), of('unsure'), of('before')];
  const outgoing = textOf(said, 'outgoing');
  return [
    ...sure.map((row) => `${headOf(row)}: ${sharesOf(row, currency)} (${reasonOf(row)})`),
    ...unsure.map(
      (row) => `? ${headOf(row)}: ${reasonOf(row)}${suggested(row)}\n    entry ${textOf(row, 'entry')}`,
    ),
    `${sure.length} ${record ? 'recorded' : 'would be recorded'}, ${unsure.length} for you to choose, ${before.length} recorded before; ${outgoing} outgoing.`,
    ...(unsure.length > 0
      ? ['Choose with --choose ENTRY=NUMBER, or record by hand: officina books pay NUMBER --reference ENTRY.']
      : []),
    ...(record || sure.length === 0 ? [] : ['Nothing was written; --record does it.']),
  ].join('\n');
}

function headOf(row: unknown): string {
  const sign = textOf(row, 'kind') === 'return' ? '-' : '';
  const who = [textOf(row, 'name'), textOf(row, 'text').slice(0, 60)].filter((text) => text !== '');
  return `${textOf(row, 'day')}  ${sign}${amountOf(row, 'minor', textOf(row, 'currency'))}  ${who.join(', ')}`;
}

function sharesOf(row: unknown, currency: string): string {
  const shares = listOf(row, 'shares').map((share) => {
    const open = textOf(share, 'openMinor');
    const rest = open === '0' ? '' : `, ${amountOf(share, 'openMinor', currency)} stays open`;
    return `${textOf(share, 'number')} ${textOf(share, 'name')} ${amountOf(share, 'minor', currency)}${rest}`;
  });
  const over = textOf(row, 'overMinor');
  const ahead = over === '0' ? [] : [`${amountOf(row, 'overMinor', currency)} paid ahead`];
  return [...shares, ...ahead].join('; ');
}

const reasonOf = (row: unknown): string => reasons.get(textOf(row, 'reason')) ?? textOf(row, 'reason');

function suggested(row: unknown): string {
  const numbers = listOf(row, 'suggestions').map(String);
  return numbers.length === 0 ? '' : ` (${numbers.join(', ')}?)`;
}

const whys = new Map([
  ['mandate-missing', 'no mandate; ask for a transfer'],
  ['mandate-used', 'the mandate was for once'],
  ['collected-before', 'is being collected'],
]);

export function collectionText(
  said: unknown,
  { currency, out }: { readonly currency: string; readonly out: string | null },
): string {
  const items = listOf(said, 'items');
  const message = fieldOf(said, 'message');
  const end =
    items.length === 0
      ? 'There is nothing to collect.'
      : `${items.length} direct debits over ${amountOf(said, 'totalMinor', currency)}${
          typeof message === 'string' && out !== null
            ? ` in ${out}; give it to your bank.`
            : '; nothing was written.'
        }`;
  return [
    ...items.map(
      (item) =>
        `${textOf(item, 'number')}  ${textOf(item, 'name')}  ${amountOf(item, 'minor', currency)}  ${textOf(item, 'sequence')} on ${textOf(item, 'day')}`,
    ),
    ...listOf(said, 'left').map(
      (one) =>
        `not collected  ${textOf(one, 'number')}  ${textOf(one, 'name')}: ${whys.get(textOf(one, 'why')) ?? ''}`,
    ),
    end,
  ].join('\n');
}
