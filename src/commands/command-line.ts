// The command line: finds the command, reads its options, runs it and gives the exit code: 0 ok, 1 refused or failed,
// 2 wrong use. The table of commands stands here and nowhere else.

import { readFileSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Environment } from '../config/environment.ts';
import { suggestion } from '../config/nearest-word.ts';
import type { Flags } from '../config/settings.ts';
import { attach } from './attach.ts';
import { backup } from './backup.ts';
import { badge } from './badge.ts';
import { booking } from './booking.ts';
import { books } from './books.ts';
import type { Boxes } from './boxes.ts';
import { care } from './care.ts';
import { charge } from './charge.ts';
import { check } from './check.ts';
import {
  type Command,
  type Context,
  exitCodes,
  type Host,
  type Out,
  textOf,
  textsOf,
  type Values,
} from './command.ts';
import { demo } from './demo.ts';
import { dispute } from './dispute.ts';
import { erase } from './erase.ts';
import { exportRowsTo } from './export.ts';
import { importMembers } from './import.ts';
import { init } from './init.ts';
import { invoice } from './invoice.ts';
import { ledger } from './ledger.ts';
import { machine } from './machine.ts';
import { mail } from './mail.ts';
import { material } from './material.ts';
import { may } from './may.ts';
import { member } from './member.ts';
import { pack } from './pack.ts';
import { policy } from './policy.ts';
import { proposal } from './proposal.ts';
import { reader } from './reader.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { run } from './run.ts';
import { service } from './service.ts';
import { simulate } from './simulate.ts';
import { statement } from './statement.ts';
import { tariff } from './tariff.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { trust } from './trust.ts';
import { verify } from './verify.ts';
import { wallet } from './wallet.ts';
import { webhook } from './webhook.ts';

export type CommandRequest = {
  /** Without the paths of Node and of the program. */
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly boxes: Boxes;
  /** Left out: this process's own. */
  readonly terminal?: Terminal | null;
  readonly host?: Host;
};

const commands: ReadonlyMap<string, Command> = new Map(
  [
    run,
    demo,
    init,
    check,
    attach,
    importMembers,
    badge,
    machine,
    reader,
    record,
    erase,
    statement,
    ledger,
    invoice,
    books,
    mail,
    pack,
    wallet,
    verify,
    backup,
    restore,
    care,
    booking,
    trust,
    service,
    member,
    may,
    policy,
    proposal,
    dispute,
    exportRowsTo,
    report,
    simulate,
    material,
    charge,
    tariff,
    webhook,
  ].map((command) => [command.name, command]),
);

const commonOptions = {
  help: { type: 'boolean', short: 'h' },
  config: { type: 'string' },
  data: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** Runs one command and resolves with the exit code; never rejects. */
export async function runCommand(request: CommandRequest): Promise<number> {
  const { stdout, stderr } = request;
  const [name, ...rest] = request.argv;
  if (name === undefined || name === '--help' || name === '-h') {
    stdout.write(listOfCommands());
    return exitCodes.ok;
  }
  if (name === '--version') {
    stdout.write(`${programVersion()}\n`);
    return exitCodes.ok;
  }
  const command = commands.get(name);
  if (!command) {
    const text = name.startsWith('-') ? 'The command stands before its options' : `"${name}" is no command`;
    stderr.write(`${text}${suggestion(name, commands.keys())}\nofficina --help tells what each does.\n`);
    return exitCodes.wrongUse;
  }
  const parsed = readArguments(command, rest);
  if (!parsed.ok) {
    stderr.write(`${parsed.text}\nUse: officina ${command.name} ${command.usage}\n`);
    return exitCodes.wrongUse;
  }
  if (parsed.values.has('help')) {
    stdout.write(helpOf(command));
    return exitCodes.ok;
  }
  return runSafely(command, toContext(request, parsed));
}

/** The version of this program, as its package says. */
export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

type Arguments = { readonly values: Values; readonly words: readonly string[] };

function readArguments(
  command: Command,
  args: readonly string[],
): ({ ok: true } & Arguments) | { ok: false; text: string } {
  const options: ParseArgsOptionsConfig = { ...commonOptions, ...command.options };
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string | true | readonly string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) {
      const known = Object.keys(options).map((known) => `--${known}`);
      return {
        ok: false,
        text: `${token.rawName} is no option of "${command.name}"${suggestion(token.rawName, known)}`,
      };
    }
    const isText = option.type === 'string';
    const isLost =
      isText && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')));
    if (isLost) return { ok: false, text: `${token.rawName} needs a value after it.` };
    if (!isText && token.value !== undefined) return { ok: false, text: `${token.rawName} takes no value.` };
    const text = token.value ?? '';
    if (!isText) values.set(token.name, true);
    else values.set(token.name, option.multiple ? [...textsOf(values, token.name), text] : text);
  }
  const { least, most } = command.words;
  const isCounted = values.has('help') || (words.length >= least && words.length <= most);
  if (isCounted) return { ok: true, values, words };
  // The usage names it first, as in `FILE.csv`.
  const missing = /^\w+/.exec(command.usage)?.[0].toLowerCase();
  const text = words.length < least ? `A ${missing} is missing.` : `"${words[most]}" is one word too many.`;
  return { ok: false, text };
}

function toContext(request: CommandRequest, { values, words }: Arguments): Context {
  const flags: Flags = {
    config: textOf(values, 'config'),
    data: textOf(values, 'data'),
    httpPort: textOf(values, 'http-port'),
    mqttPort: textOf(values, 'mqtt-port'),
  };
  const { env, stdout, stderr, boxes, host = process } = request;
  const terminal =
    request.terminal === undefined
      ? createTerminal({ input: process.stdin, output: process.stderr })
      : request.terminal;
  return { values, words, flags, env, stdout, stderr, terminal, host, boxes };
}

async function runSafely(command: Command, context: Context): Promise<number> {
  try {
    return await command.run(context);
  } catch (error) {
    context.stderr.write(`officina ${command.name} failed: ${sentencesOf(error)}\n`);
    return exitCodes.refused;
  }
}

/** A fault and what caused it, at most four deep. */
function sentencesOf(error: unknown): string {
  const sentences: string[] = [];
  for (let next = error; next instanceof Error && sentences.length < 4; next = next.cause)
    sentences.push(next.message);
  return sentences.length > 0 ? sentences.join(' Cause: ') : String(error);
}

function listOfCommands(): string {
  const width = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands.values()].map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `officina: a gateway for shared workshops

Use: officina <command> [options]

${lines.join('\n')}

Each command tells more with --help. Every command takes:
  --config FILE   the workshop's file (./officina.yaml; OFFICINA_CONFIG)
  --data DIR      where the journal lives (./data; OFFICINA_DATA)
`;
}

const helpOf = ({ name, usage, summary, help }: Command): string =>
  `officina ${name} ${usage}\n${summary}\n\n${help.trim()}\n`;
