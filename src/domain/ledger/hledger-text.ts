// The books as a journal of hledger: every account and commodity is declared, so that `hledger check --strict` passes, and every
// amount is written out. Nothing that a person is called can begin a comment, a line or another account.

import { formatPrice } from '../money.ts';
import { type LedgerText, type Printed, printedOf } from './ledger-text.ts';
import { createNames, type NameStyle, type Names, oneLine } from './text-names.ts';
import { readUnit } from './unit.ts';

export function hledgerText(text: LedgerText): string {
  const printed = printedOf(text);
  const lines = printed.flatMap((one) => one.lines);
  const accounts = [...new Set(lines.map(({ account }) => account))].sort();
  const units = [...new Set(lines.map(({ unit }) => unit))].sort();
  const names = createNames({ accounts, units, nameOf: text.nameOf, style: hledgerStyle });
  const head = [
    `; ${comment(text.title)}: the books as hledger reads them; days of ${comment(text.timezone)}.`,
    // 1.234 would otherwise be read as a thousand.
    'decimal-mark .',
    ...units.map((unit) => `commodity ${sample(names.digits(unit))} ${names.unit(unit)}`),
    ...accounts.map((account) => `account ${names.account(account)}  ; ${comment(account)}`),
  ];
  return `${[...head, ...printed.map((one) => transaction(one, names))].join('\n')}\n`;
}

function transaction({ day, posting, kind, reference, key, reverses, lines }: Printed, names: Names): string {
  const what = comment([kind, reference ?? ''].join(' ').trim());
  const tags = [
    ...(key === null ? [] : [`    ; key: ${comment(key)}`]),
    ...(reverses === null ? [] : [`    ; reverses: ${comment(reverses)}`]),
  ];
  const moved = lines.map(({ account, unit, minor }) => {
    const amount = formatPrice(BigInt(minor), names.digits(unit));
    return `    ${names.account(account)}  ${amount} ${names.unit(unit)}`;
  });
  return [``, `${day} * (${comment(posting).replaceAll(/[()]/g, '-')}) ${what}`, ...tags, ...moved].join(
    '\n',
  );
}

/** A semicolon would begin a comment within a comment's own rules for tags; it never does here. */
const comment = (text: string): string => oneLine(text).replaceAll(';', ',');

/** A thousand, as amounts are written: 0 decimals still want their mark. */
const sample = (digits: number): string => `1000.${'0'.repeat(digits)}`;

export const hledgerStyle: NameStyle = {
  word: (text) => text,
  leaf: (text) =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
      .slice(0, 64)
      .toWellFormed()
      .replaceAll(/^[-.\p{M}]+|[-.\ufffd]+$/gu, ''),
  commodity(unit) {
    const { kind, id } = readUnit(unit) ?? { kind: null, id: unit };
    if (kind === 'money') return id;
    if (kind === 'minutes') return 'min';
    const clean = id.replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
    // Machine time is counted in seconds: an hour is no exact number of milliseconds' decimals.
    return `"${kind === 'hours' ? 's' : (kind ?? 'unknown')} ${clean}"`;
  },
  numbered: (commodity, number) => `"${commodity.replaceAll('"', '')} ${number}"`,
};
