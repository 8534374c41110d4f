// `officina member`: says what is recorded of one member, suspends them or lets them back in. It asks the gateway that runs on
// the data folder, or opens the journal itself when none does.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, type Values } from './command.ts';
import { memberHere, memberThere } from './read-member.ts';

export const member: Command = {
  name: 'member',
  summary: 'Says what is recorded of a member, suspends them or lets them back in.',
  usage: 'HANDLE [--suspend | --reinstate] [--config FILE] [--data DIR]',
  help: `
  --suspend     they may use nothing and not sign in; what they hold ends, and so do lessons that they teach
  --reinstate   they may do again what they could before; they sign in anew

A job that runs may finish. No list lets a suspended member back in, and the last administrator stays. Without an option
it is only shown.

Examples:
  officina member ada
  officina member ada --suspend`,
  options: { suspend: { type: 'boolean' }, reinstate: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(context) {
    const handle = context.words[0] ?? '';
    const wrong = mistakeIn(handle, context.values);
    if (wrong !== null) return refuse(context, wrong, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const { config } = chosen;
    const key = await context.boxes.memberKey(config, handle);
    if (key === null) return refuse(context, `No member has the handle "${handle}".`);
    const told = await carryOut(context, config, { handle, member: key, status: statusIn(context.values) });
    if ('text' in told) return refuse(context, told.text);
    context.stdout.write(`${describe(told).join('\n')}\n`);
    return exitCodes.ok;
  },
};

export type MemberWish = {
  readonly handle: string;
  /** Opaque key. */
  readonly member: string;
  /** Null to be only shown. */
  readonly status: 'active' | 'suspended' | null;
};

export type MemberTold = {
  readonly handle: string;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
  readonly status: string;
  readonly roles: readonly string[];
  readonly certificates: readonly CertificateTold[];
  readonly plan: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** The ends of their numbers. */
  readonly tails: readonly string[];
  /** Machines whose sessions end by what was asked; null where nothing was. */
  readonly ended: readonly string[] | null;
};

type CertificateTold = {
  readonly certificate: string;
  readonly until: string | null;
  readonly level: string | null;
};

/** A text instead of what is recorded says why not. */
export type MemberAnswer = MemberTold | { readonly text: string };

function mistakeIn(handle: string, values: Values): string | null {
  if (!isId(handle)) return `"${clip(handle)}" is no handle: these have a-z, 0-9 and -, at most 64.`;
  if (values.has('suspend') && values.has('reinstate'))
    return '--suspend and --reinstate do not go together; give one.';
  return null;
}

function statusIn(values: Values): MemberWish['status'] {
  if (values.has('suspend')) return 'suspended';
  return values.has('reinstate') ? 'active' : null;
}

async function carryOut({ boxes }: Context, config: Config, wish: MemberWish): Promise<MemberAnswer> {
  const running = await boxes.running(config);
  if (running) return memberThere(running, wish);
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      return await memberHere(gateway, wish);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { text };
  }
}

function describe(told: MemberTold): readonly string[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ['e-mail', told.email],
    ['team', told.team],
    ['roles', told.roles.join(', ') || null],
    ['plan', told.plan],
    ['from', told.from],
    ['until', told.until],
    ['badges', told.tails.map((tail) => `…${tail}`).join(', ') || 'none'],
    ['certificates', told.certificates.map(certificateText).join(', ') || 'none'],
  ];
  return [
    `${clip(told.name, 120)} (${told.handle}): ${clip(told.status)}`,
    ...rows.flatMap(([label, text]) => (text === null ? [] : [`  ${label}: ${clip(text, 2000)}`])),
    ...endedLines(told.ended),
  ];
}

function endedLines(ended: MemberTold['ended']): readonly string[] {
  if (ended === null || ended.length === 0) return [];
  return [`Sessions end on: ${clip(ended.join(', '), 2000)}. A running job may finish.`];
}

/** As it stands in `members.csv`. */
const certificateText = ({ certificate, until, level }: CertificateTold): string =>
  [certificate, until ?? '', level ?? ''].join(':').replace(/:+$/, '');
