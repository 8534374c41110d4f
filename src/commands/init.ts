// `officina init`: a commented `officina.yaml` with its own device passwords, and the first administrator. Either both
// come about or neither: the file goes away again when the administrator could not be recorded.

import { randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { newConfigFile } from '../config/load-config.ts';
import { readFile } from './choose-config.ts';
import { type Command, type Context, codeOf, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { newWorkshop } from './new-workshop.ts';

export const init: Command = {
  name: 'init',
  summary: 'Writes an officina.yaml to begin with, and makes the first administrator.',
  usage: '[--admin HANDLE --name NAME] [--password-file F] [--config FILE] [--data DIR]',
  help: `
  --admin HANDLE      what the administrator signs in with: lower-case letters, digits and hyphens
  --name NAME         the name as people write it
  --password-file F   a file with the password, at least 10 characters; without it one is made and shown once

What is not given is asked for on a terminal. A file that is already there is never written over.

Example:
  officina init --admin ada --name "Ada Lovelace"`,
  options: { admin: { type: 'string' }, name: { type: 'string' }, 'password-file': { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(context) {
    const wanted = await askAdmin(context);
    if (!wanted.ok) return refuse(context, wanted.text, wanted.code);
    const file = newConfigFile(context.env, context.flags);
    const refusal = write(file) ?? (await recordOrUndo(context, file, wanted.admin));
    return refusal === null ? tell(context, file, wanted.admin) : refuse(context, refusal);
  },
};

type Admin = {
  readonly handle: string;
  readonly name: string;
  readonly password: string;
  readonly isMade: boolean;
};
type Wanted = { ok: true; admin: Admin } | { ok: false; text: string; code: ExitCode };

/** As the API asks of a new password. */
const passwordLimits = { least: 10, most: 200 } as const;

async function askAdmin({ values, terminal }: Context): Promise<Wanted> {
  const handle =
    textOf(values, 'admin') ?? (await terminal?.ask('Handle of the administrator (for instance ada): '));
  const name = textOf(values, 'name') ?? (await terminal?.ask('Name as people write it: '));
  if (handle === undefined || name === undefined) {
    const text = 'Who is the administrator? Give --admin HANDLE and --name NAME, or run this on a terminal.';
    return { ok: false, text, code: exitCodes.wrongUse };
  }
  if (!/^[a-z0-9-]{1,64}$/.test(handle))
    return no('The handle must be lower-case letters, digits and hyphens, at most 64.');
  if (!/^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}]{1,120}$/u.test(name))
    return no('The name must have 1 to 120 printable characters.');
  const file = textOf(values, 'password-file');
  const typed =
    file === undefined
      ? await terminal?.askHidden('Password (empty: one is made for you): ')
      : readSecret(file);
  if (typed === null) return no(`The password file ${file} cannot be read; check the path and its rights.`);
  const password = typed === undefined || (typed === '' && file === undefined) ? makePassword() : typed;
  const { least, most } = passwordLimits;
  if (password.length >= least && password.length <= most && !/\p{Cc}/u.test(password)) {
    return { ok: true, admin: { handle, name, password, isMade: password !== typed } };
  }
  return no(`The password must have ${least} to ${most} printable characters on one line.`);
}

const no = (text: string): Wanted => ({ ok: false, text, code: exitCodes.refused });

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}

/** 144 bits, without characters that a shell or YAML would take for its own. */
const makePassword = (): string => randomBytes(18).toString('base64url');

/** Null when it was written, else why not. */
function write(file: string): string | null {
  try {
    const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    writeFileSync(file, newWorkshop({ timezone, makePassword }), { flag: 'wx', mode: 0o600 });
    return null;
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      return `${file} is already there and stays as it is; name another with --config.`;
    return `${file} cannot be written (${String(codeOf(error))}); check the folder and its rights.`;
  }
}

/** Null when the administrator is recorded; otherwise why not, and the file is gone again. */
async function recordOrUndo(context: Context, file: string, admin: Admin): Promise<string | null> {
  let isRecorded = false;
  try {
    const config = await readFile(context, file);
    const refusal = config
      ? await record(context, config, admin)
      : 'The settings have mistakes; mend them and try again.';
    isRecorded = refusal === null;
    return refusal;
  } finally {
    if (!isRecorded) unlinkSync(file);
  }
}

async function record({ boxes }: Context, config: Config, admin: Admin): Promise<string | null> {
  const { handle, name, password } = admin;
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: true });
    try {
      if (gateway.personByHandle(handle)) {
        return `The data folder ${config.dataDir} already knows a member "${handle}"; choose another handle, or another --data.`;
      }
      const row = { member: handle, name, email: null, team: null, badges: [], certificates: [] };
      const outcome = await gateway.importMembers([{ ...row, roles: ['member', 'admin'] }], {
        dryRun: false,
      });
      if (!outcome.ok) return outcome.mistakes.map(({ text }) => text).join(' ');
      const person = gateway.personByHandle(handle);
      if (!person) throw new Error(`"${handle}" was imported and is not there.`);
      await gateway.setPassword(person.member, password);
      return null;
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    return `A gateway runs on ${config.dataDir}; stop it, or name another folder with --data.`;
  }
}

function tell({ stdout }: Context, file: string, { handle, password, isMade }: Admin): ExitCode {
  stdout.write(`${file} is written, and "${handle}" is the administrator.\n`);
  if (isMade) stdout.write(`Password of ${handle}, shown only now: ${password}\n`);
  stdout.write('Next: describe your machines in the file, "officina check", then "officina run".\n');
  return exitCodes.ok;
}
