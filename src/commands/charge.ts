// `officina charge correct`: corrects what was charged, by hand and by a further entry. It talks to the gateway that runs on
// the data folder, or opens the journal itself when none does.

import { readMoney } from '../config/read-money.ts';
import { clip } from '../config/read-yaml.ts';
import type { CorrectionReport } from '../contract/desk.ts';
import { correctionReasons } from '../contract/desk-words.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, exitCodes, refuse, textOf } from './command.ts';
import { carryOutAtDesk, type DeskDeed } from './desk-deeds.ts';
import { toDecimal } from './to-decimal.ts';

export const charge: Command = {
  name: 'charge',
  summary: 'Corrects what was charged, by hand: to another amount or another cost code.',
  usage: 'correct SESSION --to AMOUNT | --waive | --cost-code CODE [--why REASON] [--note TEXT]',
  help: `
  --to AMOUNT        what it shall cost
  --waive            it shall cost nothing
  --cost-code CODE   what it shall be charged to; "none" for the member alone
  --why REASON       ${correctionReasons.join(', ')}
  --note TEXT        at most 280 characters; it stands on the statement and can be erased
  --dry-run          says what would be written, and writes nothing

What was charged stays to be seen; a further line says by how much. What the tariff finds later comes on top of it.

Examples:
  officina charge correct 01kahr7v2m8x5c0e9q4tzn3wbd --to 4.50 --why agreed --note "half of it was a test"
  officina charge correct 01kahr7v2m8x5c0e9q4tzn3wbd --waive --dry-run
  officina charge correct 01kahr7v2m8x5c0e9q4tzn3wbd --cost-code school`,
  options: {
    to: { type: 'string' },
    waive: { type: 'boolean' },
    'cost-code': { type: 'string' },
    why: { type: 'string' },
    note: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 2, most: 2 },
  async run(context) {
    const wish = readWish(context);
    if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const { currency } = chosen.config.workshop.space;
    const toMinor = wish.to === null ? null : readMoney(wish.to, currency);
    if (wish.to !== null && toMinor === null)
      return refuse(
        context,
        `--to must be a price in ${clip(currency)}, for instance 4.50.`,
        exitCodes.wrongUse,
      );
    const { to: _, ...what } = wish;
    const deed: DeskDeed = { kind: 'correct', what: { ...what, toMinor } };
    const done = await carryOutAtDesk(context, chosen.config, {
      deed,
      dryRun: context.values.has('dry-run'),
    });
    if (!done.ok) return refuse(context, done.text);
    if (done.kind === 'charge') context.stdout.write(`${textOfReport(done.report)}\n`);
    return exitCodes.ok;
  },
};

type Wish = Omit<Extract<DeskDeed, { kind: 'correct' }>['what'], 'toMinor'> & { readonly to: string | null };

/** A text instead of a wish says what is missing. */
function readWish({ values, words }: Context): Wish | string {
  const [verb, session = ''] = words;
  if (verb !== 'correct') return 'Say "correct SESSION"; officina charge --help shows an example.';
  if (!/^[a-z0-9-]{1,64}$/.test(session)) return 'A session is written as the statement shows it.';
  if (values.has('to') && values.has('waive'))
    return '--to and --waive do not go together; give one of them.';
  const code = textOf(values, 'cost-code');
  const to = values.has('waive') ? '0' : (textOf(values, 'to') ?? null);
  if (to === null && code === undefined) return 'Give --to, --waive or --cost-code.';
  if (code !== undefined && !/^[a-z0-9-]{1,64}$/.test(code))
    return `"${clip(code)}" is no cost code: ids have a-z, 0-9 and -, at most 64.`;
  const usual = values.has('waive') ? 'waived' : to === null ? 'cost-code' : 'price';
  const why = correctionReasons.find((one) => one === (textOf(values, 'why') ?? usual));
  if (!why) return `--why must be one of ${correctionReasons.join(', ')}.`;
  const costCode = code === undefined ? {} : { costCode: code === 'none' ? null : code };
  return { session, to, ...costCode, why, note: textOf(values, 'note') ?? null };
}

function textOfReport({ name, beforeMinor, afterMinor, lines, currency, digits, dryRun }: CorrectionReport) {
  const amount = (minor: string): string => `${toDecimal(minor, digits)} ${currency}`;
  const head = dryRun ? 'It would be corrected' : 'Corrected';
  return [
    `${head} for ${clip(name, 80)}: ${amount(beforeMinor)} before, ${amount(afterMinor)} now`,
    ...lines.map(
      ({ month, costCode, minor }) => `  ${month}  ${clip(costCode ?? 'no cost code')}  ${amount(minor)}`,
    ),
    ...(dryRun ? ['Nothing was written.'] : []),
  ].join('\n');
}
