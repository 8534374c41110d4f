// `officina dispute`: what members contest of their charges, and deciding it. It talks to the gateway that runs on the data folder,
// or opens the journal itself when none does.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { disputeRefusals } from '../contract/dispute-words.ts';
import type { DisputeView, SettlementRequest } from '../contract/disputes.ts';
import { isId } from '../domain/ids.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, textOf } from './command.ts';
import { toDecimal } from './to-decimal.ts';

export const dispute: Command = {
  name: 'dispute',
  summary: 'What members contest of their charges: lists and decides it.',
  usage: 'list [--all] [--json] | settle ID OUTCOME --text T [--minor N | --minutes N]',
  help: `
  list                open ones; with --all also those that are over
  settle ID accepted  the whole charge is taken off
  settle ID partly    --minor N (in cents) or --minutes N (of the billed time) are taken off
  settle ID rejected  nothing is taken off

  --text T   what the member is told, at most 2000 characters; it can be erased with the member
  --json     the whole answer

What is taken off is booked by a further charge, which the gateway writes within a second.

Examples:
  officina dispute list
  officina dispute settle 01k9zt... partly --minutes 20 --text "The extraction was off for twenty minutes."`,
  options: {
    all: { type: 'boolean' },
    minor: { type: 'string' },
    minutes: { type: 'string' },
    text: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 3 },
  async run(context) {
    const wish = readWish(context);
    if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const done = await carryOut(context, chosen.config, wish);
    if ('text' in done) return refuse(context, done.text);
    context.stdout.write(`${textFor(context, wish, done)}\n`);
    return exitCodes.ok;
  },
};

type Wish =
  | { readonly deed: 'list'; readonly all: boolean }
  | { readonly deed: 'settle'; readonly dispute: string; readonly body: SettlementRequest };

type Done =
  | { readonly disputes: readonly DisputeView[] }
  | { readonly minor: string; readonly currency: string };
type Refused = { readonly text: string };

const outcomes = ['accepted', 'partly', 'rejected'] as const;

/** A text instead of a wish says what is wrong. */
function readWish({ words, values }: Context): Wish | string {
  const [deed = '', id = '', said = ''] = words;
  if (deed === 'list')
    return id === '' ? { deed, all: values.has('all') } : `"${clip(id)}" is one word too many.`;
  if (deed !== 'settle') return `"${clip(deed)}" is no deed; use list or settle.`;
  if (!isId(id)) return `"${clip(id)}" is no dispute; "officina dispute list" tells their ids.`;
  const outcome = outcomes.find((one) => one === said);
  if (outcome === undefined) return `"${clip(said)}" is no outcome; say one of ${outcomes.join(', ')}.`;
  const text = textOf(values, 'text');
  if (text === undefined || text.trim() === '')
    return '--text is missing: the member is told why it was so decided.';
  const [minor, minutes] = [textOf(values, 'minor') ?? null, textOf(values, 'minutes') ?? null];
  if (outcome !== 'partly' && (minor !== null || minutes !== null))
    return `--minor and --minutes go with "partly" alone; leave them out of "${outcome}".`;
  if (outcome === 'partly' && (minor === null) === (minutes === null))
    return 'Give --minor or --minutes, one of the two: how much is taken off.';
  if (minor !== null && !/^\d{1,13}$/.test(minor))
    return '--minor must be a whole number of cents, for instance 250.';
  if (minutes !== null && !/^[1-9]\d{0,4}$/.test(minutes))
    return '--minutes must be a whole number from 1 to 99999.';
  const part = { minor, minutes: minutes === null ? null : Number(minutes) };
  return { deed, dispute: id, body: { outcome, text, ...part } };
}

async function carryOut({ boxes }: Context, config: Config, wish: Wish): Promise<Done | Refused> {
  const running = await boxes.running(config);
  if (running) return there(running, wish);
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      if (wish.deed === 'list') return { disputes: await gateway.disputes.list(null) };
      const { minor = null, minutes = null, ...said } = wish.body;
      const asked = { ...said, minor, minutes, dispute: wish.dispute, by: 'console' };
      const done = await gateway.disputes.settle(asked);
      return done.ok ? done : { text: sentenceOf(done.code) };
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { text };
  }
}

async function there(running: RunningGateway, wish: Wish): Promise<Done | Refused> {
  const asked =
    wish.deed === 'list'
      ? await askGateway(running, { method: 'GET', path: '/api/disputes?all=true' })
      : await askGateway(running, {
          method: 'POST',
          path: `/api/disputes/${wish.dispute}/settle`,
          body: wish.body,
        });
  if (!asked.ok) return { text: refusalText(asked) };
  const shapes = await import('../contract/is-dispute-list.ts');
  if (shapes.isDisputeList(asked.said) || shapes.isSettlementDone(asked.said)) return asked.said;
  throw new Error(
    `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`,
  );
}

const refusalText = (asked: Asked): string =>
  sentenceOf(String(fieldOf(asked.said, 'code'))) || problemText(asked);

function sentenceOf(code: string): string {
  if (code === 'text-unreadable') return 'The text is too long, or holds characters that cannot be printed.';
  return Object.hasOwn(disputeRefusals, code)
    ? disputeRefusals[code as keyof typeof disputeRefusals].join(' ')
    : '';
}

function textFor({ values }: Context, wish: Wish, done: Done): string {
  if (values.has('json')) return JSON.stringify(done, null, 2);
  if ('minor' in done) return `Decided; ${done.minor} (minor units of ${done.currency}) are taken off.`;
  const isAll = wish.deed === 'list' && wish.all;
  const shown = done.disputes.filter(({ status }) => isAll || status === 'open');
  if (shown.length === 0) return isAll ? 'Nothing was ever contested.' : 'Nothing is contested.';
  return shown.map(linesOf).join('\n');
}

/** What a member wrote is theirs: no line of it can pass for one of ours. */
function linesOf(one: DisputeView): string {
  const amount = `${toDecimal(one.minor, one.digits)} ${one.currency}`;
  const due = one.overdue ? ', overdue' : '';
  const head = `${one.dispute}  ${one.status}${due}  ${clip(one.name ?? one.member, 80)}  ${amount}`;
  const said = [one.text, one.settled?.answer ?? null].flatMap((text) => (text ?? '').split('\n'));
  const lines = said.filter((line) => line !== '').map((line) => `    ${clip(line, 200)}`);
  return [head, `  charge ${one.charge}, answer by ${one.answerBy.slice(0, 10)}`, ...lines].join('\n');
}
