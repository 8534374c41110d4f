// `officina tariff`: what is charged at the gateway that runs, what a new tariff would change, the past under it, and writing it
// into officina.yaml. The gateway judges; here a file is only read.

import { readPolicyText } from '../config/load-config.ts';
import { suggestion } from '../config/nearest-word.ts';
import { clip } from '../config/read-yaml.ts';
import { formatPrice } from '../domain/money.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { listOf } from './books-asked.ts';
import { textOf as fieldText } from './books-text.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';

const verbs = ['show', 'check', 'replay', 'add'];
/** Two years on a small computer. */
const replayTimeoutMs = 300_000;

export const tariff: Command = {
  name: 'tariff',
  summary: 'What is charged, what a new tariff would change, and adding one.',
  usage: 'show|check|replay|add [FILE] [--from YYYY-MM] [--to YYYY-MM] [--json]',
  help: `
  show         the tariffs that are past, in force and coming, as they stand in officina.yaml, with their hashes
  check FILE   whether FILE is right, and what five usual uses cost before and after
  replay FILE  what the months from --from to --to would have cost under FILE; nothing is written
  add FILE     writes it into officina.yaml, where it begins on its day by itself

FILE holds one tariff, one key a line, beginning with "pool:". It begins tomorrow at the earliest.

Example:
  officina tariff check laser-2027.yaml
  officina tariff replay laser-2027.yaml --from 2026-09 --to 2026-11`,
  options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 2 },
  async run(context) {
    const [verb = '', file] = context.words;
    if (!verbs.includes(verb))
      return refuse(
        context,
        `"${clip(verb)}" is not known here${suggestion(verb, verbs)}`,
        exitCodes.wrongUse,
      );
    if ((verb === 'show') !== (file === undefined))
      return refuse(
        context,
        verb === 'show'
          ? `"${clip(file ?? '')}" is one word too many.`
          : `A file is missing: officina tariff ${verb} FILE.`,
        exitCodes.wrongUse,
      );
    return ask(context, { verb, file });
  },
};

async function ask(
  context: Context,
  { verb, file }: { verb: string; file: string | undefined },
): Promise<ExitCode> {
  const { values } = context;
  const read = file === undefined ? null : readPolicyText(file);
  if (read?.ok === false) return refuse(context, read.text);
  const [from, to] = [textOf(values, 'from'), textOf(values, 'to')];
  if (verb === 'replay' && (from === undefined || to === undefined))
    return refuse(
      context,
      'The months are missing; write them as --from 2026-09 --to 2026-11.',
      exitCodes.wrongUse,
    );
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const running = await context.boxes.running(chosen.config);
  if (!running) return refuse(context, 'No gateway runs here. Start it with "officina run", then ask again.');
  const text = read?.text ?? '';
  const asked =
    verb === 'show'
      ? await askGateway(running, { method: 'GET', path: '/api/tariffs' })
      : verb === 'replay'
        ? await askGateway(running, {
            ...{ method: 'POST', path: '/api/tariffs/replay', body: { text, from, to } },
            timeoutMs: replayTimeoutMs,
          })
        : await askGateway(running, {
            ...{ method: 'POST', path: '/api/tariffs', body: { text, dryRun: verb === 'check' } },
          });
  if (!asked.ok) return refuse(context, [problemText(asked), ...mistakesIn(asked)].join('\n'));
  const { currency } = chosen.config.workshop.space;
  const told = values.has('json') ? JSON.stringify(asked.said, null, 2) : textFor(verb, asked.said, currency);
  context.stdout.write(`${told}\n`);
  return exitCodes.ok;
}

const mistakesIn = ({ said }: Asked): readonly string[] =>
  listOf(said, 'mistakes').map((one) => clip(fieldText(one, 'text'), 300));

function textFor(verb: string, said: unknown, currency: string): string {
  if (verb === 'show') return listOf(said, 'tariffs').map(shown).join('\n\n') || 'No tariff is described.';
  const price = (from: unknown, key: string): string => priced(fieldText(from, key), currency);
  if (verb === 'replay')
    return [
      `${fieldText(said, 'uses')} uses: ${price(said, 'beforeMinor')} as it was, ${price(said, 'afterMinor')} with it.`,
      ...(['more', 'less', 'same'] as const).map((side) => sideText(side, fieldOf(said, side))),
      ...listOf(said, 'members').map(
        (row) =>
          `  ${clip(fieldText(row, 'name'))}: ${price(row, 'beforeMinor')} -> ${price(row, 'afterMinor')}`,
      ),
      'Assumes that people use the machines as before; they may not.',
    ].join('\n');
  const typical = listOf(said, 'typical').map(
    (row) => `  ${fieldText(row, 'use')}: ${price(row, 'beforeMinor')} -> ${price(row, 'afterMinor')}`,
  );
  const written = verb === 'add' ? 'It is written into officina.yaml.' : 'It is right; nothing was written.';
  return [shown(fieldOf(said, 'tariff')), 'Five usual uses, before and after:', ...typical, written].join(
    '\n',
  );
}

const shown = (told: unknown): string =>
  `# ${fieldText(told, 'state')}, ${fieldText(told, 'hash').slice(0, 12)}\n${linesOf(fieldOf(told, 'text'))}`;

/** Line by line, as it may stand in the file. */
const linesOf = (text: unknown): string =>
  String(text)
    .split('\n')
    .map((line) => clip(line, 300))
    .join('\n');

function sideText(side: string, told: unknown): string {
  const members = fieldOf(told, 'members');
  return `  ${side}: ${typeof members === 'number' ? `${members} members` : 'fewer than five members'}`;
}

function priced(minor: string, currency: string): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return /^-?\d+$/.test(minor) ? `${formatPrice(BigInt(minor), maximumFractionDigits)} ${currency}` : '';
}
