// `officina material`: enters what the desk handed out, or takes it back. It talks to the gateway that runs on the data
// folder, or opens the journal itself when none does.

import { clip } from '../config/read-yaml.ts';
import { withdrawalReasons } from '../contract/usage-words.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, exitCodes, refuse, textOf } from './command.ts';
import { carryOutAtDesk, type DeskDeed } from './desk-deeds.ts';
import { lineTable } from './statement-text.ts';
import { toDecimal } from './to-decimal.ts';

export const material: Command = {
  name: 'material',
  summary: 'Enters a material that was handed out at the desk, or takes it back.',
  usage: 'enter --member HANDLE --machine ID --material ID --amount N | withdraw ENTRY',
  help: `
  --member HANDLE    who got it
  --machine ID       for which machine: its tariff has the price
  --material ID      as under "materials" of the tariff
  --amount N         in the unit of the material, at most three decimals
  --at TIME          2026-11-20 18:00 in the time zone of the space, or RFC 3339; left out: this minute
  --session ID       for which session; left out: the one that the member holds there, if any
  --cost-code CODE   left out: that of the session
  --why REASON       of a withdrawal: ${withdrawalReasons.join(', ')}
  --dry-run          says what would be written and what it costs, and writes nothing

Examples:
  officina material enter --member ada --machine printer --material pla --amount 82.5
  officina material withdraw 01kahr7v2m8x5c0e9q4tzn3wbd`,
  options: {
    member: { type: 'string' },
    machine: { type: 'string' },
    material: { type: 'string' },
    amount: { type: 'string' },
    at: { type: 'string' },
    session: { type: 'string' },
    'cost-code': { type: 'string' },
    why: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 1, most: 2 },
  async run(context) {
    const deed = readDeed(context);
    if (typeof deed === 'string') return refuse(context, deed, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const dryRun = context.values.has('dry-run');
    const done = await carryOutAtDesk(context, chosen.config, { deed, dryRun });
    if (!done.ok) return refuse(context, done.text);
    if (done.kind !== 'material') return exitCodes.refused;
    const { line, digits, currency, month, session, name } = done.report;
    const verb = deed.kind === 'enter' ? 'Entered' : 'Withdrawn';
    const head = dryRun ? `It would be ${verb.toLowerCase()}` : verb;
    const { timezone } = chosen.config.workshop.space;
    const sum = `${toDecimal(line.minor, digits)} ${currency}`;
    const text = [
      `${head} for ${clip(name, 80)}, on the statement of ${month}: ${sum}`,
      ...lineTable([line], { digits, timezone }),
    ];
    if (dryRun) text.push('Nothing was written.');
    else if (deed.kind === 'enter' && session !== null)
      text.push(`To take it back: officina material withdraw ${session}`);
    context.stdout.write(`${text.join('\n')}\n`);
    return exitCodes.ok;
  },
};

const isId = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text);

/** A text instead of a deed says what is missing. */
function readDeed({ values, words }: Context): DeskDeed | string {
  const [verb = '', entry] = words;
  if (verb === 'withdraw') return readWithdrawal({ values, entry });
  if (verb !== 'enter' || entry !== undefined)
    return `Say "enter" or "withdraw ENTRY"; officina material --help shows an example.`;
  const text = (name: string): string => textOf(values, name) ?? '';
  const missing = ['member', 'machine', 'material', 'amount'].find((name) => text(name) === '');
  if (missing) return `--${missing} is missing; officina material --help shows an example.`;
  const ids = ['member', 'machine', 'material', 'session', 'cost-code'];
  const bad = ids.find((name) => values.has(name) && !isId(text(name)));
  if (bad) return `"${clip(text(bad))}" is no ${bad}: ids have a-z, 0-9 and -, at most 64.`;
  const costCode = textOf(values, 'cost-code');
  const what = { member: text('member'), machine: text('machine'), material: text('material') };
  const more = { at: textOf(values, 'at') ?? null, session: textOf(values, 'session') ?? null };
  const code = costCode === undefined ? {} : { costCode };
  return { kind: 'enter', what: { ...what, amount: text('amount'), ...more, ...code } };
}

type Withdrawing = { readonly values: Context['values']; readonly entry: string | undefined };

function readWithdrawal({ values, entry = '' }: Withdrawing): DeskDeed | string {
  if (!isId(entry)) return 'The id of the material is missing; the statement shows it.';
  const why = textOf(values, 'why') ?? 'mistake';
  const reason = withdrawalReasons.find((one) => one === why);
  if (!reason) return `--why of a withdrawal must be one of ${withdrawalReasons.join(', ')}.`;
  return { kind: 'withdraw', what: { entry, why: reason } };
}
