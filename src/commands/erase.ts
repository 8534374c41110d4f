// `officina erase`: takes a member's name, badges and rights away for ever. It asks the gateway that runs on the data
// folder, or opens the journal itself when none does.

import type { Config } from '../config/config.ts';
import type { EraseOutcome, KeptPart } from '../gateway/gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse } from './command.ts';
import { sendErase } from './send-erase.ts';

export const erase: Command = {
  name: 'erase',
  summary: 'Erases a member for ever; what they used stays without a name.',
  usage: 'HANDLE [--yes] [--dry-run] [--config FILE] [--data DIR]',
  help: `
  --dry-run   says what would go, and changes nothing
  --yes       does not ask; without it the handle must be typed again

Name, e-mail, password, badges, tokens and sign-ins go. Sessions, statements and taps stay under an opaque key, so that
bills and the journal hold. Backups that were made before still hold the name until they are deleted; restoring one
erases it again. Refused while the member holds a machine, and for the last administrator.

Example:
  officina erase ada --dry-run`,
  options: { yes: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(context) {
    const handle = context.words[0] ?? '';
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const { config } = chosen;
    const member = await context.boxes.memberKey(config, handle);
    if (member === null) return refuse(context, `No member has the handle "${handle}".`);
    const told = await ask(context, { config, member, dryRun: true });
    if ('text' in told) return refuse(context, told.text);
    if (!told.ok) return refuse(context, reasons[told.code](handle));
    context.stdout.write(`${[describe(told.goes, member), ...keptLines(told.keeps ?? [])].join('\n')}\n`);
    if (context.values.has('dry-run')) {
      context.stdout.write('Nothing was changed.\n');
      return exitCodes.ok;
    }
    if (!(await isConfirmed(context, handle)))
      return refuse(context, 'Nothing was changed: the handle was not typed again. --yes does not ask.');
    const done = await ask(context, { config, member, dryRun: false });
    if ('text' in done) return refuse(context, done.text);
    if (!done.ok) return refuse(context, reasons[done.code](handle));
    context.stdout.write(`"${handle}" is erased. Older backups hold the name until they are deleted.\n`);
    return exitCodes.ok;
  },
};

export type EraseWish = { readonly config: Config; readonly member: string; readonly dryRun: boolean };

/** A text instead of an outcome says why nothing could be asked. */
export type Erased = EraseOutcome | { readonly text: string };

async function ask({ boxes }: Context, wish: EraseWish): Promise<Erased> {
  const running = await boxes.running(wish.config);
  if (running) return sendErase(running, wish);
  try {
    const { gateway, close } = await boxes.openOffline(wish.config, { makes: false });
    try {
      return await gateway.eraseMember(wish);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${wish.config.dataDir} and does not answer; stop it and try again.`;
    return { text };
  }
}

const whys = {
  bills: 'so that bills hold',
  law: 'because books are kept for the years that the law asks for',
};

/** What stays under the key alone, and why. */
const keptLines = (keeps: readonly KeptPart[]): readonly string[] =>
  keeps.map(({ what, entries, why, until }) => {
    const end = until === undefined ? '' : `, until ${until}`;
    return `It keeps ${entries} ${what}, ${whys[why]}${end}.`;
  });

type Goes = Extract<EraseOutcome, { ok: true }>['goes'];

function describe({ handle, name, email, password, badges }: Goes, member: string): string {
  const parts = [
    `the name ${name}`,
    `the handle ${handle}`,
    ...(email ? ['the e-mail address'] : []),
    ...(password ? ['the password'] : []),
    badges === 1 ? '1 badge' : `${badges} badges`,
    'all tokens and sign-ins',
  ];
  return `What goes for ever: ${parts.join(', ')}.\nWhat stays, under the key ${member} alone: sessions, statements, taps.`;
}

const reasons: Readonly<Record<Extract<EraseOutcome, { ok: false }>['code'], (handle: string) => string>> = {
  'member-unknown': (handle) => `No member has the handle "${handle}" any more.`,
  'member-in-session': (handle) =>
    `"${handle}" holds a machine; end the session first, and wait until its power is off.`,
  'admin-last': (handle) => `"${handle}" is the last administrator; make somebody else one first.`,
};

async function isConfirmed({ values, terminal }: Context, handle: string): Promise<boolean> {
  if (values.has('yes')) return true;
  return (await terminal?.ask(`Type the handle again to erase "${handle}" for ever: `)) === handle;
}
