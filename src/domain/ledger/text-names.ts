// Names of accounts and units as other programs can read them. Whatever an account or a person is called, its name holds only
// letters, digits and a few marks, and two of different names never become one: the later gets a number.

import { readUnit } from './unit.ts';

/** How a program wants its names. */
export type NameStyle = {
  /** `Assets`, `members`: with a capital or without. */
  word(text: string): string;
  /** The last part of an account, from whatever it is called; empty where nothing is left of it. */
  leaf(text: string): string;
  commodity(unit: string): string;
  /** A commodity that is `commodity` and a number. */
  numbered(commodity: string, number: number): string;
};

export type Names = {
  account(account: string): string;
  unit(unit: string): string;
  /** Decimals of the printed figure. */
  digits(unit: string): number;
};

type NamesRequest = {
  readonly accounts: Iterable<string>;
  readonly units: Iterable<string>;
  /** What it is called instead of its key; null for nothing. */
  readonly nameOf: (account: string) => string | null;
  readonly style: NameStyle;
};

/** Kind of account → where it stands. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['member', ['assets', 'members']],
  ['team', ['assets', 'teams']],
  ['clearing', ['assets', 'clearing']],
  ['bank', ['assets', 'bank']],
  ['cash', ['assets', 'cash']],
  ['wallet', ['liabilities', 'wallets']],
  ['deposit', ['liabilities', 'deposits']],
  ['allowance', ['liabilities', 'allowances']],
  ['vat', ['liabilities', 'vat']],
  ['granted', ['equity', 'granted']],
  ['income', ['income']],
  ['expense', ['expenses']],
  ['cost-code', ['expenses', 'cost-codes']],
]);

const elsewhere = ['equity', 'unknown'] as const;

/** The same accounts and units give the same names, in whatever order they come. */
export function createNames({ accounts, units, nameOf, style }: NamesRequest): Names {
  const named = uniqueNames(accounts, (account) => accountName(account, { called: nameOf(account), style }));
  const counted = uniqueNames(units, style.commodity, style.numbered);
  return {
    account: (account) => named.get(account) ?? '',
    unit: (unit) => counted.get(unit) ?? '',
    digits: (unit) => readUnit(unit)?.digits ?? 0,
  };
}

/** Key → name, no two alike: in the order of the keys, the later of two gets a number. */
export function uniqueNames(
  keys: Iterable<string>,
  nameOf: (key: string) => string,
  numbered: NameStyle['numbered'] = (name, number) => `${name}-${number}`,
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of [...new Set(keys)].sort()) {
    const whole = nameOf(key);
    let free = whole;
    for (let number = 2; taken.has(free); number++) free = numbered(whole, number);
    taken.add(free);
    named.set(key, free);
  }
  return named;
}

function accountName(
  account: string,
  { called, style }: { called: string | null; style: NameStyle },
): string {
  const colon = account.indexOf(':');
  const place = places.get(colon < 0 ? account : account.slice(0, colon)) ?? elsewhere;
  const words = place.map(style.word);
  if (colon < 0 && place !== elsewhere) return words.join(':');
  const key = style.leaf(colon < 0 ? account : account.slice(colon + 1));
  return [...words, (called === null ? '' : style.leaf(called)) || key || style.leaf('x')].join(':');
}

/** One printable line: no control characters, and nothing that ends a line or turns its direction. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
