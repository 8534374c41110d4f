// The books as Beancount reads them: accounts are opened on the first day, amounts are written out, and what stands beside them
// is metadata in quoted texts. Names hold what Beancount allows: capitals first, ASCII, commodities of at most 24 characters.

import { formatPrice } from '../money.ts';
import { type LedgerText, type Printed, printedOf } from './ledger-text.ts';
import { createNames, type NameStyle, type Names, oneLine } from './text-names.ts';
import { readUnit } from './unit.ts';

/** Of a commodity, in the grammar of version 2. */
const commodityLimit = 24;

export function beancountText(text: LedgerText): string {
  const printed = printedOf(text);
  const lines = printed.flatMap((one) => one.lines);
  const accounts = [...new Set(lines.map(({ account }) => account))].sort();
  const units = lines.map(({ unit }) => unit);
  const names = createNames({ accounts, units, nameOf: text.nameOf, style: beancountStyle });
  const first = printed[0]?.day ?? '1970-01-01';
  const head = [
    `option "title" ${quoted(text.title)}`,
    `option "operating_currency" ${quoted(beancountStyle.commodity(text.currency))}`,
    ...accounts.map((account) => `${first} open ${names.account(account)}\n  account: ${quoted(account)}`),
  ];
  return `${[...head, ...printed.map((one) => transaction(one, names))].join('\n')}\n`;
}

function transaction({ day, posting, kind, reference, key, reverses, lines }: Printed, names: Names): string {
  const beside = [
    `  posting: ${quoted(posting)}`,
    ...(key === null ? [] : [`  key: ${quoted(key)}`]),
    ...(reverses === null ? [] : [`  reverses: ${quoted(reverses)}`]),
  ];
  const moved = lines.map(({ account, unit, minor }) => {
    const amount = formatPrice(BigInt(minor), names.digits(unit));
    return `  ${names.account(account)}  ${amount} ${names.unit(unit)}`;
  });
  return ['', `${day} * ${quoted(kind)} ${quoted(reference ?? '')}`, ...beside, ...moved].join('\n');
}

const quoted = (text: string): string => `"${oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ascii = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-+|-+$/g, '');

const beancountStyle: NameStyle = {
  word: capital,
  leaf: (text) => capital(ascii(text)),
  commodity(unit) {
    const { kind, id } = readUnit(unit) ?? { kind: null, id: unit };
    if (kind === 'money') return id;
    if (kind === 'minutes') return 'MINUTES';
    const prefix =
      kind === 'hours' ? 'SEC' : kind === 'allowance' ? 'QTY' : kind === 'deposit' ? 'DEP' : 'ANY';
    const whole = `${prefix}.${ascii(id).toUpperCase() || 'X'}`;
    return whole.slice(0, commodityLimit).replace(/-+$/, '');
  },
  numbered(commodity, number) {
    const end = `.${number}`;
    return commodity.slice(0, commodityLimit - end.length) + end;
  },
};
