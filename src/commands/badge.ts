// `officina badge`: enrols a card by a tap at a reader, and takes a lost one away at once. It asks the gateway that runs
// on the data folder, because only that hears the tap.

import type { Config } from '../config/config.ts';
import { isId } from '../domain/ids.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { findBadge } from './find-badge.ts';

export const badge: Command = {
  name: 'badge',
  summary: 'Enrols a badge by a tap at a reader, or takes a lost one away.',
  usage: 'VERB HANDLE [TAIL] [--reader READER] [--replace-at READER] [--config FILE] [--data DIR]',
  help: `
  add HANDLE --reader READER   the next card at that reader, within a minute, becomes their badge
  lost HANDLE TAIL             their badge that ends so opens nothing from now on; its session ends
  keys UID                     prints the two keys to be written into an NTAG 424 DNA tag with that number
  --replace-at READER          with "lost": the next card at that reader takes its place

The gateway must be running for the first two. The reader says what became of the card: one that is somebody's already, or that a reader
could take for another badge, is refused with the reason.

Examples:
  officina badge add ada --reader front
  officina badge lost ada 580 --replace-at front`,
  options: { reader: { type: 'string' }, 'replace-at': { type: 'string' } },
  words: { least: 2, most: 3 },
  async run(context) {
    const [verb = '', handle = '', tail] = context.words;
    const wish = readWish({ verb, handle, tail, values: context.values });
    if ('text' in wish) return refuse(context, wish.text, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    if (wish.verb === 'keys') return printKeys(context, chosen.config, handle.toLowerCase());
    const running = await context.boxes.running(chosen.config);
    if (!running) return refuse(context, 'No gateway runs on this data folder; start it, then try again.');
    if (wish.verb === 'lost') return lose(context, running, { ...wish, handle });
    const member = await context.boxes.memberKey(chosen.config, handle);
    if (member === null) return refuse(context, `No member has the handle "${handle}".`);
    return add(context, running, { ...wish, handle, member });
  },
};

type Wish =
  | { readonly verb: 'keys' }
  | { readonly verb: 'add'; readonly reader: string }
  | { readonly verb: 'lost'; readonly tail: string; readonly replaceAt: string | null };

type Words = Pick<Context, 'values'> & {
  readonly verb: string;
  readonly handle: string;
  readonly tail: string | undefined;
};

function readWish({ verb, handle, tail, values }: Words): Wish | { readonly text: string } {
  const reader = textOf(values, 'reader');
  const replaceAt = textOf(values, 'replace-at');
  for (const id of [reader, replaceAt]) {
    if (id !== undefined && !isId(id))
      return { text: `"${id.slice(0, 64)}" is no reader; use its id from officina.yaml.` };
  }
  if (verb === 'add') {
    if (reader === undefined || tail !== undefined || replaceAt !== undefined)
      return { text: 'Use: officina badge add HANDLE --reader READER' };
    return { verb, reader };
  }
  if (verb === 'keys') {
    const isRight = /^[0-9a-f]{14}$/i.test(handle) && tail === undefined;
    return isRight
      ? { verb }
      : { text: 'Use: officina badge keys UID, which has seven bytes in hexadecimal' };
  }
  if (verb !== 'lost') return { text: `"${verb.slice(0, 64)}" is none of "add", "lost" and "keys".` };
  if (tail === undefined || reader !== undefined)
    return { text: 'Use: officina badge lost HANDLE TAIL [--replace-at READER]' };
  return { verb, tail, replaceAt: replaceAt ?? null };
}

async function add(
  context: Context,
  running: RunningGateway,
  { handle, member, reader }: { handle: string; member: string; reader: string },
): Promise<ExitCode> {
  const path = `/api/members/${member}/badges`;
  const asked = await askGateway(running, { method: 'POST', path, body: { reader } });
  if (!asked.ok) return refuse(context, problemText(asked));
  const text = `Hold the new badge of "${handle}" to the reader "${reader}" within a minute; the reader says what became of it.`;
  context.stdout.write(`${text}\n`);
  return exitCodes.ok;
}

async function printKeys(context: Context, config: Config, uid: string): Promise<ExitCode> {
  const keys = await context.boxes.sunKeys(config, uid);
  if (!keys)
    return refuse(context, `No gateway was ever started on ${config.dataDir}, so there are no keys.`);
  context.stdout.write(`SDMMetaRead ${keys.metaRead}\nSDMFileRead ${keys.fileRead}\n`);
  return exitCodes.ok;
}

async function lose(
  context: Context,
  running: RunningGateway,
  { handle, tail, replaceAt }: { handle: string; tail: string; replaceAt: string | null },
): Promise<ExitCode> {
  const found = await findBadge(running, { handle, tail });
  if ('text' in found) return refuse(context, found.text);
  const query = replaceAt === null ? '' : `?replaceAt=${replaceAt}`;
  const path = `/api/members/${found.member}/badges/${found.badge}${query}`;
  const asked = await askGateway(running, { method: 'DELETE', path });
  if (!asked.ok) return refuse(context, problemText(asked));
  const ended = fieldOf(asked.said, 'ended');
  const sessions = Array.isArray(ended) && ended.length > 0 ? ` Sessions end on: ${ended.join(', ')}.` : '';
  context.stdout.write(
    `The badge of "${handle}" that ends in "${tail}" opens nothing any more.${sessions}\n`,
  );
  if (replaceAt !== null)
    context.stdout.write(`Hold the new one to the reader "${replaceAt}" within a minute.\n`);
  return exitCodes.ok;
}
