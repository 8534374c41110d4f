// Books of a simulated space, as long as wanted: sessions paid from wallets or owed, allowances, invoices with VAT, deposits,
// corrections, and people whose names are made to break whatever prints them. The same seed gives the same books.

import { type Books, emptyBooks, enterInBooks, type Posted } from '../../src/domain/ledger/books.ts';
import type { Posting, PostingLine } from '../../src/domain/ledger/posting.ts';
import { reverse } from '../../src/domain/ledger/reverse.ts';
import type { Stretch } from '../../src/domain/ledger/timeclock-text.ts';
import { postedEntry } from './sample-postings.ts';
import { createSeededChance } from './seeded-chance.ts';

export type SimulatedBooks = {
  readonly books: Books;
  readonly postings: readonly Posted[];
  readonly stretches: readonly Stretch[];
  readonly nameOf: (account: string) => string | null;
};

const dayMs = 86_400_000;
const firstMs = Date.UTC(2016, 0, 1);

/** Each is tried as the name of a member, and again for the next members, so that names collide too. */
const names = [
  ...['Anna Rossi', 'Zoë  Müller', '; not a comment', 'a:b:c', '"quoted" \\ name', '(virtual)', '[balanced]'],
  ...[
    'new\nline\n2020-01-01 open',
    '\t',
    '',
    '   ',
    '=1+1',
    '-',
    '--',
    '1st',
    '田中',
    '🦊',
    'é́́',
    '\u202etixe',
  ],
  ...[
    'a'.repeat(200),
    'EUR',
    '* 2020',
    '@ 5 EUR',
    'x  ; tag: y',
    '{{',
    '%',
    "d'Arc",
    '{"a":1}',
    'anna-rossi',
  ],
];
const pools = ['lasers', 'mills', '3d-printers-of-the-long-room-upstairs', 'x', '-'];
const codes = ['research', 'h2020.1-a', '-', '.'];

export function simulatedBooks({
  seed,
  days,
  perDay,
}: {
  seed: number;
  days: number;
  perDay: number;
}): SimulatedBooks {
  const chance = createSeededChance(seed);
  const upTo = chance.below;
  const books = emptyBooks();
  const stretches: Stretch[] = [];
  let seq = 0;
  const write = (posting: Omit<Posting, 'posting' | 'key'>, key?: string): void => {
    seq += 1;
    const id = `p-${seq}`;
    const entry = {
      ...postedEntry(seq, { ...posting, posting: id, key: key ?? `k-${seq}` }),
      atMs: posting.dateMs,
    };
    const why = enterInBooks(books, entry);
    if (why !== null) throw new Error(`${id}: ${why}`);
  };
  for (let day = 0; day < days; day++) {
    for (let at = 0; at < perDay; at++) {
      const dateMs = firstMs + day * dayMs + upTo(dayMs);
      const member = `m${upTo(60)}`;
      const pool = pools[upTo(pools.length)] ?? 'x';
      const ms = 1 + upTo(chance.next() < 0.02 ? 3 * dayMs : 4 * 3_600_000);
      stretches.push({
        pool,
        machine: `${pool}-1`,
        member,
        about: `s-${seq}`,
        fromMs: dateMs - ms,
        toMs: dateMs,
      });
      write({ kind: 'use', reference: `s-${seq}`, dateMs, lines: useLines({ member, pool, ms, upTo }) });
      if (chance.next() < 0.05) {
        const last = [...books.postings.values()].at(-1);
        if (last) {
          const back = reverse(last, { posting: 'x', why: 'mistake', dateMs });
          write({ ...back }, back.key);
        }
      }
    }
  }
  const nameOf = (account: string): string | null => {
    const [, key] = /^(?:member|wallet|deposit):m(\d+)$/.exec(account) ?? [];
    return key === undefined ? null : (names[Number(key) % names.length] ?? null);
  };
  return { books, postings: [...books.postings.values()], stretches, nameOf };
}

type Use = { member: string; pool: string; ms: number; upTo: (most: number) => number };

function useLines({ member, pool, ms, upTo }: Use): PostingLine[] {
  const lines = (unit: string, pairs: readonly (readonly [string, number])[]): PostingLine[] =>
    pairs
      .filter(([, minor]) => minor !== 0)
      .map(([account, minor]) => ({ account, unit, minor: String(minor) }));
  const net = 1 + upTo(9999);
  const vat = Math.round(net * 0.22);
  const money = [
    lines('EUR', [
      [`member:${member}`, net],
      [`income:${pool}`, -net],
    ]),
    lines('EUR', [
      [`wallet:${member}`, net + vat],
      [`income:${pool}`, -net],
      ['vat:22', -vat],
    ]),
    lines('EUR', [
      ['bank', net],
      [`wallet:${member}`, -net],
    ]),
    lines('EUR', [
      ['cash', net],
      [`member:${member}`, -net],
    ]),
    lines('JPY', [
      [`team:acme`, net],
      [`income:${pool}`, -net],
    ]),
    lines('EUR', [
      [`cost-code:${codes[upTo(codes.length)] ?? '-'}`, net],
      [`income:${pool}`, -net],
    ]),
    lines('deposit:keys', [
      ['expense:keys', 1],
      [`deposit:${member}`, -1],
    ]),
    lines('allowance:prints', [
      ['granted:plan', 10],
      [`allowance:${member}`, -10],
    ]),
    lines('minutes', [
      ['granted:care', 45],
      [`allowance:${member}`, -45],
    ]),
    lines('EUR', [
      ['clearing:north', net],
      [`member:${member}`, -net],
    ]),
  ];
  return [
    ...(money[upTo(money.length)] ?? []),
    ...lines(`hours:${pool}`, [
      [`allowance:${member}`, ms],
      [`income:${pool}`, -ms],
    ]),
  ];
}
