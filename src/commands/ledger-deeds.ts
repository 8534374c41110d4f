// `officina ledger post` and `reverse`: what a treasurer posts by hand, at the gateway that runs. A posting is never edited; what was
// wrong is taken back by a further one, with a reason.

import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { currencyDigits, parsePrice } from '../domain/money.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';

export const ledgerDeeds = ['post', 'reverse'];

const reasons = ['mistake', 'twice', 'waived', 'returned', 'other'];

type Deed = { readonly path: string; readonly body: Readonly<Record<string, unknown>> };

export async function doLedgerDeed(context: Context, config: Config): Promise<ExitCode> {
  const deed = context.words[0] === 'post' ? postDeed(context, config) : reverseDeed(context);
  if (typeof deed === 'string') return refuse(context, deed, exitCodes.wrongUse);
  const running = await context.boxes.running(config);
  if (!running)
    return refuse(
      context,
      `No gateway runs on ${config.dataDir}; start it with "officina run", then try again.`,
    );
  const dryRun = context.values.has('dry-run');
  const asked = await askGateway(running, {
    method: 'POST',
    path: deed.path,
    body: { ...deed.body, dryRun },
  });
  const about = fieldOf(asked.said, 'about');
  if (!asked.ok)
    return refuse(
      context,
      `${problemText(asked)}${typeof about === 'string' ? ` (${clip(about, 80)})` : ''}`,
    );
  const isBefore = fieldOf(asked.said, 'repeated') === true;
  const posting = clip(String(fieldOf(asked.said, 'posting')));
  const said = isBefore ? `It is posted already: ${posting}.` : `Posted: ${posting}.`;
  context.stdout.write(`${dryRun && !isBefore ? 'It can be posted; nothing was written.' : said}\n`);
  return exitCodes.ok;
}

function postDeed({ words, values }: Context, { workshop }: Config): Deed | string {
  const option = (name: string): string | null => textOf(values, name) ?? null;
  const { currency } = workshop.space;
  const minor = parsePrice(option('amount') ?? '', currencyDigits(currency));
  const [debit, credit] = [option('debit'), option('credit')];
  if (words.length > 1) return `"${clip(words[1] ?? '')}" is one word too many.`;
  if (debit === null || credit === null || minor === undefined || minor <= 0n)
    return 'A posting needs --debit ACCOUNT, --credit ACCOUNT and --amount, as in 12.20.';
  const about = {
    kind: option('kind') ?? 'contribution',
    reference: option('reference'),
    day: option('day'),
  };
  const key = option('key') ?? randomUUID();
  return { path: '/api/ledger/postings', body: { ...about, key, debit, credit, minor: minor.toString() } };
}

function reverseDeed({ words, values }: Context): Deed | string {
  const [, posting] = words;
  const why = textOf(values, 'why') ?? '';
  if (posting === undefined) return 'Which one? Write "officina ledger reverse POSTING --why REASON".';
  if (!reasons.includes(why)) return `Why? Add --why with one of ${reasons.join(', ')}.`;
  return { path: `/api/ledger/postings/${encodeURIComponent(posting)}/reversal`, body: { why } };
}
