// `officina proposal`: lists, shows, opens and withdraws proposals to change the policy, and votes on them, all at the gateway
// that runs. A vote is a member's: it needs a token of theirs, and nobody votes with the rights of the data folder.

import { readFileSync, statSync } from 'node:fs';
import { clip } from '../config/read-yaml.ts';
import { proposalRefusals } from '../contract/proposal-words.ts';
import { isId } from '../domain/ids.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, textOf } from './command.ts';
import { listLines, proposalLines } from './proposal-text.ts';

export const proposal: Command = {
  name: 'proposal',
  summary: 'Proposals to change the policy: lists, shows, opens and withdraws them, and votes.',
  usage: 'DEED [ID] [CHOICE] [--file F --title T] [--reason R] [--receipt R] [--json]',
  help: `
  list               open ones first
  show ID            what it would change, what was said, how it ended
  open               proposes the document in --file, as JSON
  vote ID yes|no|blank
  withdraw ID        your own

  --file F           the whole document; \`officina proposal list --json\` has the one in force to begin from
  --title T          one line, at most 120 characters
  --reason R         at most 2000 characters
  --receipt R        to change a secret ballot: the receipt of the one before
  --json             the whole answer

A vote needs a token of yours with the scope proposals:write, in OFFICINA_TOKEN; POST /api/tokens makes one. The others take it too,
and are otherwise done under the name console.

Examples:
  officina proposal open --file longer.json --title "Longer turns" --reason "Engraving takes longer"
  OFFICINA_TOKEN=... officina proposal vote 01k9zt... yes`,
  options: {
    file: { type: 'string' },
    title: { type: 'string' },
    reason: { type: 'string' },
    receipt: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 3 },
  async run(context) {
    const wish = readWish(context);
    if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const { config } = chosen;
    const running = await context.boxes.running(config);
    if (!running)
      return refuse(
        context,
        `No gateway runs on ${config.dataDir}; start it with "officina run", then try again.`,
      );
    const asked = await ask(running, wish);
    if (!asked.ok) return refuse(context, refusalText(asked));
    const { timezone } = config.workshop.space;
    const said = context.values.has('json')
      ? JSON.stringify(asked.said, null, 2)
      : await textFor(wish, asked.said, timezone);
    if (said === null)
      return refuse(
        context,
        `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`,
      );
    context.stdout.write(`${said}\n`);
    return exitCodes.ok;
  },
};

type Wish = {
  readonly deed: Deed;
  readonly id: string;
  readonly body: unknown;
  readonly token: string | null;
};

const deeds = ['list', 'show', 'open', 'vote', 'withdraw'] as const;
type Deed = (typeof deeds)[number];

const fileLimitBytes = 60_000;

/** A text instead of a wish says what is wrong. */
function readWish(context: Context): Wish | string {
  const { words, env } = context;
  const [said = '', id = '', choice, ...more] = words;
  const deed = deeds.find((one) => one === said);
  if (deed === undefined) return `"${clip(said)}" is no deed; use one of ${deeds.join(', ')}.`;
  const needsId = deed === 'show' || deed === 'vote' || deed === 'withdraw';
  if (needsId && !isId(id)) return `"${clip(id)}" is no proposal; "officina proposal list" tells their ids.`;
  const extra = [needsId ? undefined : id || undefined, deed === 'vote' ? undefined : choice, ...more];
  const one = extra.find((word) => word !== undefined);
  if (one !== undefined) return `"${clip(one)}" is one word too many.`;
  const token = env.OFFICINA_TOKEN ?? null;
  if (token !== null && !/^[\x21-\x7e]{1,200}$/.test(token))
    return 'OFFICINA_TOKEN is no token; POST /api/tokens makes one.';
  const body = bodyOf(deed, context);
  return typeof body === 'string' ? body : { deed, id, body, token };
}

/** A text says what is wrong. */
function bodyOf(deed: Deed, { words, values }: Context): object | undefined | string {
  if (deed === 'vote') {
    const choice = words[2] ?? '';
    if (!['yes', 'no', 'blank'].includes(choice))
      return `"${clip(choice)}" is no vote; say yes, no or blank.`;
    return { choice, receipt: textOf(values, 'receipt') ?? null };
  }
  if (deed !== 'open') return undefined;
  const [file, title] = [textOf(values, 'file'), textOf(values, 'title')];
  if (file === undefined || title === undefined) return 'A proposal needs --file and --title.';
  const document = readDocument(file);
  if (typeof document === 'string') return document;
  return { title, reason: textOf(values, 'reason') ?? '', document: document.read };
}

function readDocument(file: string): { readonly read: unknown } | string {
  try {
    if (statSync(file).size > fileLimitBytes)
      return `${file} is larger than ${fileLimitBytes} bytes; a policy is far smaller.`;
    return { read: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    return error instanceof SyntaxError
      ? `${file} is not JSON (${clip(error.message, 120)}); correct it, or take the one of "officina proposal list --json".`
      : `${file} cannot be read (${String(codeOf(error) ?? error)}); check the path and its rights.`;
  }
}

function ask(running: RunningGateway, { deed, id, body, token }: Wish): Promise<Asked> {
  const own = { ...(body === undefined ? {} : { body }), ...(token === null ? {} : { token }) };
  const path = '/api/proposals';
  if (deed === 'list') return askGateway(running, { method: 'GET', path, ...own });
  if (deed === 'show') return askGateway(running, { method: 'GET', path: `${path}/${id}`, ...own });
  if (deed === 'open') return askGateway(running, { method: 'POST', path, ...own });
  const last = deed === 'vote' ? 'ballot' : 'withdraw';
  return askGateway(running, { method: 'POST', path: `${path}/${id}/${last}`, ...own });
}

/** Null where the answer is not of the shape that is known here. */
async function textFor({ deed, id }: Wish, said: unknown, timezone: string): Promise<string | null> {
  const shapes = await import('../contract/is-proposal.ts');
  if (deed === 'list')
    return shapes.isProposalList(said) ? listLines(said.proposals, timezone).join('\n') : null;
  if (deed === 'show') return shapes.isProposalView(said) ? proposalLines(said, timezone).join('\n') : null;
  if (deed === 'open') return shapes.isProposalMade(said) ? `Opened: ${said.proposal}` : null;
  if (deed === 'withdraw') return `Withdrawn: ${id}`;
  if (!shapes.isBallotDone(said)) return null;
  if (said.receipt === null) return 'Voted. Vote again to change it, until the vote is over.';
  return `Voted. Your receipt, told this once: ${said.receipt}\nKeep it: it changes your ballot, and finds it in the result.`;
}

function refusalText(asked: Asked): string {
  const code = String(fieldOf(asked.said, 'code'));
  const about = fieldOf(asked.said, 'about');
  const named = typeof about === 'string' ? ` (${clip(about, 80)})` : '';
  if (code === 'member-none')
    return 'Only a member can vote: put a token of yours with the scope proposals:write into OFFICINA_TOKEN.';
  const words = Object.hasOwn(proposalRefusals, code)
    ? proposalRefusals[code as keyof typeof proposalRefusals].join(' ')
    : problemText(asked);
  return `${words}${named}`;
}
