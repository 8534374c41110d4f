// `officina care`: what a machine needs and what was done for it, and a line more when somebody did something. It talks to
// the gateway that runs on the data folder, or opens the journal itself when none does.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { CareReport } from '../contract/care.ts';
import { careDeeds, careTextLimit, mostMinutes } from '../contract/care-words.ts';
import { careLines } from './care-text.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, textOf } from './command.ts';
import { type CareGiven, type CareWish, careHere, careThere } from './give-care.ts';

export const care: Command = {
  name: 'care',
  summary: 'Hours, parts and problems of a machine, and the log of who cared for it.',
  usage: 'MACHINE [--note KIND | --serviced PART | --replaced PART] [--minutes N] [--json]',
  help: `
  --note KIND      writes a line: ${careDeeds.slice(0, 4).join(', ')}
  --part PART      of which part the line is; left out, of the whole machine
  --serviced PART  the part was serviced: its interval begins anew; "all" for every part
  --replaced PART  a new part is in its place: its meter begins anew, that of the machine goes on
  --minutes N      how long it took
  --text TEXT      at most ${careTextLimit} characters; they can be erased
  --json           the whole answer, the newest hundred lines of the log among it

Parts and their ids stand under "parts" of the machine in officina.yaml.

Examples:
  officina care laser
  officina care laser --note cleaned --minutes 10
  officina care laser --replaced tube --minutes 45 --text "The old one had cracked"`,
  options: {
    note: { type: 'string' },
    part: { type: 'string' },
    serviced: { type: 'string' },
    replaced: { type: 'string' },
    minutes: { type: 'string' },
    text: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(context) {
    const wish = readWish(context);
    if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const given = await carryOut(context, chosen.config, wish);
    if (!given.ok) return refuse(context, given.text);
    const { timezone } = chosen.config.workshop.space;
    const text = context.values.has('json')
      ? JSON.stringify(given.view, null, 2)
      : careLines(given.view, timezone).join('\n');
    context.stdout.write(`${text}\n`);
    return exitCodes.ok;
  },
};

const isId = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text);

/** A text instead of a wish says what is wrong. */
function readWish({ values, words }: Context): CareWish | string {
  const machine = words[0] ?? '';
  if (!isId(machine)) return `"${clip(machine)}" is no machine: ids have a-z, 0-9 and -, at most 64.`;
  const named = ['note', 'serviced', 'replaced'].filter((name) => values.has(name));
  if (named.length > 1) return `--${named.join(' and --')} do not go together; do one after the other.`;
  const [deed] = named;
  if (deed === undefined) {
    const beside = ['part', 'minutes', 'text'].find((name) => values.has(name));
    if (beside) return `--${beside} needs --note, --serviced or --replaced beside it.`;
    return { machine, deed: null };
  }
  const minutes = textOf(values, 'minutes') ?? '0';
  if (!/^\d{1,4}$/.test(minutes) || Number(minutes) > mostMinutes)
    return `--minutes must be a whole number from 0 to ${mostMinutes}.`;
  const about = readAbout(deed, values);
  if (typeof about === 'string') return about;
  return { machine, deed: { ...about, minutes: Number(minutes), note: textOf(values, 'text') ?? null } };
}

function readAbout(deed: string, values: Context['values']): Pick<CareReport, 'kind' | 'part'> | string {
  const said = textOf(values, deed) ?? '';
  const beside = textOf(values, 'part');
  if (deed !== 'note' && beside !== undefined) return `--part does not go with --${deed}; leave it out.`;
  const part = deed === 'note' ? (beside ?? null) : said;
  if (part !== null && !isId(part)) return `"${clip(part)}" is no part: ids have a-z, 0-9 and -, at most 64.`;
  if (deed === 'replaced') return { kind: 'replaced', part };
  // A part that is itself called "all" is serviced with the others.
  if (deed === 'serviced') return { kind: 'serviced', part: part === 'all' ? null : part };
  const kind = careDeeds.find((one) => one === said && one !== 'replaced');
  return kind ? { kind, part } : `--note must be one of ${careDeeds.slice(0, 4).join(', ')}.`;
}

async function carryOut({ boxes }: Context, config: Config, wish: CareWish): Promise<CareGiven> {
  const running = await boxes.running(config);
  if (running) return careThere(running, wish);
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      return await careHere(gateway, wish);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { ok: false, text };
  }
}
