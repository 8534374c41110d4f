// `officina may`: all rules between a member and a machine, each with yes or no, and what would help. It asks the gateway that
// runs on the data folder, or opens the journal itself when none does; nothing is written.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { AccessView } from '../contract/access.ts';
import { isId } from '../domain/ids.ts';
import { formatLocal } from '../domain/local-time.ts';
import type { AccessOutcome, AccessRead } from '../gateway/gateway.ts';
import { askGateway, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, textOf } from './command.ts';

export const may: Command = {
  name: 'may',
  summary: 'Says whether a member may use a machine, rule by rule, and what would help.',
  usage: 'MEMBER MACHINE [--at TIME] [--config FILE] [--data DIR]',
  help: `
  --at TIME   2026-11-20 18:00 in the time zone of the space, or RFC 3339 with an offset; left out: now

Every rule is listed, not only the first that says no. MEMBER is a handle, MACHINE an id of officina.yaml.
It ends with 0 for a yes and with 1 for a no. Nothing is written.

Example:
  officina may ada laser --at "2026-11-20 18:00"`,
  options: { at: { type: 'string' } },
  words: { least: 2, most: 2 },
  async run(context) {
    const [member = '', machine = ''] = context.words;
    const wrong = [member, machine].find((id) => !isId(id));
    if (wrong !== undefined) {
      const text = `"${clip(wrong)}" is no handle and no id: these have a-z, 0-9 and -, at most 64.`;
      return refuse(context, text, exitCodes.wrongUse);
    }
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const { config } = chosen;
    const wish = { member, machine, at: textOf(context.values, 'at') ?? null };
    const told = await ask(context, config, wish);
    if ('text' in told) return refuse(context, told.text);
    context.stdout.write(`${describe(told, { ...wish, config }).join('\n')}\n`);
    return told.may ? exitCodes.ok : exitCodes.refused;
  },
};

type Wish = { readonly member: string; readonly machine: string; readonly at: string | null };
type Told = Pick<AccessRead, 'may' | 'lessons'> & { readonly rules: readonly ToldRule[] };
type ToldRule = {
  readonly asks: string;
  readonly ok: boolean;
  readonly bypassed: boolean;
  readonly sentence: string | null;
  readonly remedy: string | null;
  readonly fromMs: number | null;
};

async function ask({ boxes }: Context, config: Config, wish: Wish): Promise<Told | { text: string }> {
  const running = await boxes.running(config);
  if (running) return askThere(running, { ...wish, key: await boxes.memberKey(config, wish.member) });
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      return readHere(gateway.access(wish), wish);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { text };
  }
}

function readHere(outcome: AccessOutcome, wish: Wish): Told | { text: string } {
  if (!outcome.ok) return { text: refusals[outcome.code](wish, outcome.readings) };
  const { may: isYes, lessons, rules } = outcome.access;
  const told = rules.map(({ asks, no, bypassed }) => ({
    ...{ asks, bypassed, ok: no === null, sentence: no?.sentence ?? null, remedy: no?.remedy ?? null },
    fromMs: no?.fromMs ?? null,
  }));
  return { may: isYes, lessons, rules: told };
}

type RefusedHere = Extract<AccessOutcome, { ok: false }>['code'];
type Sentence = (wish: Wish, readings: readonly string[]) => string;

const refusals: Readonly<Record<RefusedHere, Sentence>> = {
  'machine-unknown': ({ machine }) => `No machine has the id "${machine}"; use one of officina.yaml.`,
  'member-unknown': ({ member }) => `No member has the handle "${member}".`,
  'time-unreadable': ({ at }) => `"${clip(at ?? '')}" is no time; write it as 2026-11-20 18:00.`,
  'time-ambiguous': (_, readings) => `The clocks were put back then; write one of ${readings.join(' or ')}.`,
  'time-skipped': (_, readings) => `The clocks were put forward then; write one of ${readings.join(' or ')}.`,
};

async function askThere(
  running: RunningGateway,
  { key, member, machine, at }: Wish & { key: string | null },
): Promise<Told | { text: string }> {
  if (key === null) return { text: `No member has the handle "${member}".` };
  const query = new URLSearchParams({ member: key, ...(at === null ? {} : { at }) });
  const asked = await askGateway(running, {
    method: 'GET',
    path: `/api/machines/${machine}/access?${query}`,
  });
  if (!asked.ok) return { text: problemText(asked) };
  const { isAccessView } = await import('../contract/is-access-view.ts');
  if (isAccessView(asked.said)) return asked.said satisfies AccessView;
  throw new Error(
    `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`,
  );
}

function describe(told: Told, { member, machine, config }: Wish & { config: Config }): readonly string[] {
  const { timezone } = config.workshop.space;
  const lines = told.rules.flatMap(({ asks, ok, bypassed, sentence, remedy, fromMs }) => {
    const head = `${ok ? 'yes' : bypassed ? 'past' : 'no '}  ${clip(asks, 120)}`;
    if (ok) return [head.trimEnd()];
    const from = fromMs === null ? [] : [`      Time alone mends it: ${formatLocal(fromMs, timezone)}.`];
    const past = bypassed ? ['      A steward goes past it for themselves; it is on record.'] : [];
    return [head, `      ${clip(sentence ?? '', 240)}`, `      ${clip(remedy ?? '', 240)}`, ...from, ...past];
  });
  const lessons = told.lessons.map(({ name, sessions, needed }) => {
    const of = needed === null ? '' : ` of ${needed}`;
    return `Supervised sessions for ${clip(name, 80)}: ${sessions}${of}.`;
  });
  const answer = told.may ? `${member} may use ${machine}.` : `${member} may not use ${machine}.`;
  return [...lines, ...lessons, answer];
}
