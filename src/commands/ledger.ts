// `officina ledger`: what stands on the accounts, the postings that brought it there, and the books for hledger and Beancount. All but
// `post` and `reverse` only read, also beside a running gateway.

import type { Config } from '../config/config.ts';
import { isFilter } from '../domain/ledger/account.ts';
import { readTime } from '../domain/local-time.ts';
import { type PrintWish, printBooks, readPostings } from '../gateway/print-books.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { doLedgerDeed, ledgerDeeds } from './ledger-deeds.ts';
import { balanceRows, ledgerTable, postingRows } from './ledger-table.ts';

const printers: readonly PrintWish['as'][] = ['hledger', 'beancount', 'timeclock'];

export const ledger: Command = {
  name: 'ledger',
  summary: 'Prints balances, postings and books for hledger and Beancount; posts by hand.',
  usage:
    'ACTION [--account A] [--at T] [--from T] [--to T] [--format text|csv|json] [--as PROGRAM] [--names]',
  help: `
Actions:
  balances   what stands on the accounts, with --at: of all that is dated before
  postings   what was posted, with --from and --to
  export     the books for another program, with --as hledger, beancount or timeclock
  post       by hand, as a contribution: --amount from --credit to --debit, of --day
  reverse POSTING   takes a posting back by a further one, with --why mistake, twice, waived, returned or other

  --account A   one account (wallet:KEY, bank), or all of a kind (wallet:)
  --at T, --from T, --to T   on the clock of the space, or RFC 3339; a day alone begins at midnight
  --format F    text (a table, the default), csv or json; not for export
  --as PROGRAM  hledger, beancount, or timeclock: machine time as hledger reads it
  --kind K, --reference R   of post: what it is about (contribution), and an id of it, never a name
  --key K       of post: the same key is posted once; left out, a new one
  --dry-run     of post and reverse: says whether it can be
  --names       export people by their names, not by their keys

Amounts are debit above zero: what is owed to us and what we have. Machine time is counted in seconds.
With --from an export begins with the balances from before.

Example:
  officina ledger balances --account wallet:
  officina ledger export --as hledger > books.journal
  officina ledger post --debit bank --credit granted:pledge --amount 500.00 --day 2026-11-20`,
  options: {
    account: { type: 'string' },
    at: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    as: { type: 'string' },
    names: { type: 'boolean' },
    debit: { type: 'string' },
    credit: { type: 'string' },
    amount: { type: 'string' },
    day: { type: 'string' },
    kind: { type: 'string' },
    reference: { type: 'string' },
    key: { type: 'string' },
    why: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 1, most: 2 },
  async run(context) {
    const [name = '', extra] = context.words;
    const isDeed = ledgerDeeds.includes(name);
    const action = actions.get(name);
    if (!isDeed && (!action || extra !== undefined)) {
      const text = `"${context.words.join(' ')}" is no action; take one of ${[...actions.keys(), ...ledgerDeeds].join(', ')}.`;
      return refuse(context, text, exitCodes.wrongUse);
    }
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    if (isDeed || !action) return doLedgerDeed(context, chosen.config);
    const wish = readWish(context, chosen.config);
    return 'text' in wish
      ? refuse(context, wish.text, exitCodes.wrongUse)
      : action(context, { ...wish, config: chosen.config });
  },
};

type Wish = {
  readonly account: string;
  readonly atMs: number | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly format: string;
  readonly as: PrintWish['as'] | null;
  readonly names: boolean;
};

type Action = (context: Context, wish: Wish & { readonly config: Config }) => Promise<ExitCode>;

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'balances',
    async ({ boxes, stdout }, { config, account, atMs, format }) => {
      const rows = await boxes.readBooks(config, ({ ledger }) => ledger.balances({ account, atMs }));
      stdout.write(ledgerTable(balanceRows(rows), { format, ...boxes }));
      return exitCodes.ok;
    },
  ],
  [
    'postings',
    async ({ boxes, stdout }, { config, format, ...wish }) => {
      const rows = await boxes.readBooks(config, ({ ledger }) => readPostings(ledger, wish));
      stdout.write(ledgerTable(postingRows(rows, config.workshop.space.timezone), { format, ...boxes }));
      return exitCodes.ok;
    },
  ],
  [
    'export',
    async (context, { config, as, fromMs, toMs, names }) => {
      if (as === null)
        return refuse(context, `For whom? Add --as with one of ${printers.join(', ')}.`, exitCodes.wrongUse);
      const print = { as, fromMs, toMs, names };
      context.stdout.write(await context.boxes.readBooks(config, (from) => printBooks(from, print)));
      return exitCodes.ok;
    },
  ],
]);

function readWish({ values }: Context, { workshop }: Config): Wish | { readonly text: string } {
  const account = textOf(values, 'account') ?? '';
  if (!isFilter(account))
    return { text: `"${account}" is no account; write one like wallet:KEY, or a kind like wallet:` };
  const format = textOf(values, 'format') ?? 'text';
  if (!['text', 'csv', 'json'].includes(format))
    return { text: `"${format}" is no format; take one of text, csv, json.` };
  const as = printers.find((one) => one === textOf(values, 'as')) ?? null;
  if (as === null && values.has('as'))
    return {
      text: `"${textOf(values, 'as')}" is no program that we print for; take one of ${printers.join(', ')}.`,
    };
  const times: Record<'at' | 'from' | 'to', number | null> = { at: null, from: null, to: null };
  for (const option of ['at', 'from', 'to'] as const) {
    const text = textOf(values, option);
    if (text === undefined) continue;
    const read = readTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text} 00:00` : text, workshop.space.timezone);
    if (!read.ok)
      return {
        text: `--${option} ${text} is no time of the space; write it like 2026-11-01 or 2026-11-01T00:00:00+01:00.`,
      };
    times[option] = read.atMs;
  }
  const { at, from, to } = times;
  if (from !== null && to !== null && from >= to)
    return { text: '--from is not before --to; turn them round.' };
  const names = values.has('names');
  return { account, atMs: at, fromMs: from ?? 0, toMs: to ?? Number.MAX_SAFE_INTEGER, format, as, names };
}
