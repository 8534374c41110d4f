// The real hledger and Beancount over what our printers made: they must accept it, and every balance that they add up must be
// ours. Throws with what the program said.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Balances, balanceOf } from '../../src/domain/ledger/balances.ts';
import { beancountText } from '../../src/domain/ledger/beancount-text.ts';
import { hledgerText } from '../../src/domain/ledger/hledger-text.ts';
import type { LedgerText } from '../../src/domain/ledger/ledger-text.ts';
import { localParts, type TimeclockText, timeclockText } from '../../src/domain/ledger/timeclock-text.ts';

/** Account and unit as printed → figure without its decimal mark. */
type Sums = ReadonlyMap<string, bigint>;

/** Compares with `balances`; says how many balances were compared. */
export function checkHledger(text: LedgerText, balances: Balances): number {
  const journal = hledgerText(text);
  return withFile({ name: 'books.journal', text: journal }, (file) => {
    run('hledger', ['-f', file, 'check', '--strict', 'ordereddates']);
    const csv = run('hledger', ['-f', file, 'bal', '--flat', '--layout=bare', '-N', '-O', 'csv']);
    const names = new Map(
      [...journal.matchAll(/^account (.+?) {2}; (.*)$/gm)].map(([, name = '', key = '']) => [key, name]),
    );
    const rows = [...csv.matchAll(/^"([^"]*)","((?:[^"]|"")*)","([^"]*)"$/gm)].slice(1);
    const said = new Map(rows.map(([, name, unit, figure]) => [`${name} ${unit}`, digitsOf(figure ?? '')]));
    const commodities = [...journal.matchAll(/^commodity \S+ (.+)$/gm)].map(([, name]) => name ?? '');
    return compare({ balances, names, said, commodities: commodities.map(bare) });
  });
}

export function checkBeancount(text: LedgerText, balances: Balances): number {
  const books = beancountText(text);
  return withFile({ name: 'books.beancount', text: books }, (file) => {
    run('bean-check', [file]);
    const query = 'SELECT account, currency, sum(number) AS total GROUP BY account, currency';
    const csv = run('bean-query', ['-f', 'csv', file, query]);
    const names = new Map(
      [...books.matchAll(/^\S+ open (\S+)\n {2}account: "(.*)"$/gm)].map(([, name = '', key = '']) => [
        key,
        name,
      ]),
    );
    const rows = csv.split(/\r?\n/).slice(1).filter(Boolean);
    const said = new Map(
      rows.map((row) => {
        const [name = '', unit = '', figure = ''] = row.split(',').map((cell) => cell.trim());
        return [`${name} ${unit}`, digitsOf(figure)];
      }),
    );
    return compare({
      balances,
      names,
      said,
      commodities: [...new Set(rows.map((row) => row.split(',')[1]?.trim() ?? ''))],
    });
  });
}

/** hledger rounds each line to a hundredth of an hour: the sum may be off by half of one for each. */
export function checkTimeclock(text: TimeclockText): number {
  return withFile({ name: 'time.timeclock', text: timeclockText(text) }, (file) => {
    const said = run('hledger', ['-f', `timeclock:${file}`, 'bal', '--depth', '1', '-N', '-O', 'csv']);
    const hours = [...said.matchAll(/^"[^"]+","(-?[\d.]+)h?"$/gm)].map(([, figure]) => Number(figure));
    const parts = text.stretches.flatMap((stretch) => localParts(stretch, text.timezone));
    const ours = text.stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) / 3_600_000;
    const theirs = hours.reduce((sum, one) => sum + one, 0);
    const most = parts.length * (0.005 + 2 / 3600) + 0.01;
    if (!(Math.abs(ours - theirs) <= most))
      throw new Error(`hledger adds up ${theirs} h, ours are ${ours} h`);
    return hours.length;
  });
}

type Compared = {
  balances: Balances;
  names: ReadonlyMap<string, string>;
  said: Sums;
  commodities: readonly string[];
};

/** Every balance of ours is theirs, and they have none beside: units are told apart by their figures alone. */
function compare({ balances, names, said, commodities }: Compared): number {
  const ours = new Map<string, bigint[]>();
  for (const [account, units] of balances) {
    const name = names.get(account);
    if (name === undefined) throw new Error(`the account ${account} was not printed`);
    ours.set(name, [...units.keys()].map((unit) => balanceOf(balances, { account, unit })).sort(byValue));
  }
  if (ours.size !== balances.size) throw new Error('two accounts were printed under one name');
  const theirs = new Map<string, bigint[]>();
  for (const [place, minor] of said) {
    const unit = commodities.find((one) => place.endsWith(` ${one}`));
    if (unit === undefined) throw new Error(`nobody printed ${place}`);
    if (minor === 0n) continue;
    const name = place.slice(0, -unit.length - 1);
    theirs.set(name, [...(theirs.get(name) ?? []), minor].sort(byValue));
  }
  let count = 0;
  for (const [name, minors] of ours) {
    const found = theirs.get(name) ?? [];
    if (found.join(' ') !== minors.join(' ')) throw new Error(`${name}: ours ${minors}, theirs ${found}`);
    theirs.delete(name);
    count += minors.length;
  }
  if (theirs.size > 0) throw new Error(`they have more: ${[...theirs.keys()].join(', ')}`);
  return count;
}

const byValue = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);
const digitsOf = (figure: string): bigint => BigInt(figure.replaceAll(/[^\d-]/g, '') || '0');
const bare = (commodity: string): string => commodity.replaceAll('"', '');

function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error ?? stderr.slice(0, 2000)}${stdout.slice(0, 500)}`);
  return stdout;
}

function withFile<T>({ name, text }: { name: string; text: string }, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'officina-books-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
