// `officina statement`: what was used in a month and what it costs, as a table for people, CSV or JSON. It only reads.

import type { Statement } from '../contract/statement.ts';
import type { CsvLines } from '../domain/guard-cell.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, exitCodes, refuse, textOf } from './command.ts';
import { statementCsv } from './statement-csv.ts';
import { statementText } from './statement-text.ts';

type To = { readonly timezone: string; readonly csvLines: CsvLines };

const formats = new Map<string, (statement: Statement, to: To) => string>([
  ['text', (statement, { timezone }) => statementText(statement, timezone)],
  ['csv', (statement, { csvLines }) => statementCsv(statement, csvLines)],
  ['json', (statement) => `${JSON.stringify(statement, null, 2)}\n`],
]);

export const statement: Command = {
  name: 'statement',
  summary: 'Prints what was used in a month and what it costs.',
  usage: '--month YYYY-MM [--format text|csv|json] [--member HANDLE]',
  help: `
  --month YYYY-MM   the month, in the time zone of the space
  --format F        text (a table, the default), csv (one line per session, then the totals) or json
  --member HANDLE   only this member

A session stands on the statement of the month in which it ended.

Example:
  officina statement --month 2026-11 --format csv > november.csv`,
  options: { month: { type: 'string' }, format: { type: 'string' }, member: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(context) {
    const month = textOf(context.values, 'month');
    if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
      return refuse(
        context,
        'The month is missing or is none; write it as --month 2026-11.',
        exitCodes.wrongUse,
      );
    }
    const name = textOf(context.values, 'format') ?? 'text';
    const format = formats.get(name);
    if (!format) {
      return refuse(
        context,
        `"${name}" is no format; take one of ${[...formats.keys()].join(', ')}.`,
        exitCodes.wrongUse,
      );
    }
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const whole = await context.boxes.readStatement(chosen.config, month);
    const handle = textOf(context.values, 'member');
    const shown =
      handle === undefined ? whole : await ofMember(context, { statement: whole, handle, ...chosen });
    if (!shown)
      return refuse(context, `No member has the handle "${handle}"; the import file lists the handles.`);
    const { timezone } = chosen.config.workshop.space;
    context.stdout.write(format(shown, { timezone, csvLines: context.boxes.csvLines }));
    return exitCodes.ok;
  },
};

type Wanted = { readonly statement: Statement; readonly handle: string } & NonNullable<
  Awaited<ReturnType<typeof chooseConfig>>
>;

/** The part of one member, with the totals of that part; null when there is no such member. */
async function ofMember(
  { boxes }: Context,
  { statement, handle, config }: Wanted,
): Promise<Statement | null> {
  const key = await boxes.memberKey(config, handle);
  if (key === null) return null;
  const accounts = statement.accounts.filter((account) => account.member === key);
  const minor = accounts.reduce((sum, account) => sum + BigInt(account.minor), 0n);
  return { ...statement, accounts, minor: minor.toString() };
}
