// Puts a planned entry into `officina.yaml`, its password into a file beside it, and both into the running gateway. All of
// it, or nothing.

import { dirname, join } from 'node:path';
import { removeSecret, replaceText, whyNotWritable, writeSecret } from '../adapters/system/text-file.ts';
import type { Assigned, AssignWish } from '../api/options.ts';
import type { Reached } from '../commands/reached-at.ts';
import type { Config } from '../config/config.ts';
import type { Chance, Log } from '../gateway/ports.ts';
import type { AddDevice, AddedLine, FileMistake, NewDevice } from '../gateway/unassigned.ts';
import type { LiveConfig } from './live-config.ts';
import { readConfigText } from './read-config-text.ts';

export type EntryBox = {
  readonly live: LiveConfig;
  readonly addDevice: AddDevice;
  readonly chance: Chance;
  readonly log: Log;
  /** Where devices find the broker. */
  readonly reached: () => Reached;
};

/** What signs in with it, and where its password stands; without one to write, the file is there already. */
export type SignsIn = Pick<NewDevice, 'account' | 'passwordFile'> & { readonly password: string | null };

export type EntryPlan = {
  readonly ok: true;
  readonly file: string;
  readonly before: string;
  readonly text: string;
  readonly lines: readonly AddedLine[];
  readonly config: Config;
  readonly secret: { readonly path: string; readonly password: string } | null;
};

type Refused = Extract<Assigned, { ok: false }>;

/** A machine that starts by itself when power returns must not hang at a bare switch, which is no emergency stop either. */
export const lacksAnswers = ({ role, machine, answers }: AssignWish): boolean =>
  role === 'switch' && machine !== null && !(answers.noVoltRelease && answers.notAnEmergencyStop);

export type EntryWish = { readonly wish: AssignWish; readonly file: string };

/** The new text, judged as a whole; nothing is written yet. */
export async function planEntry(
  box: Pick<EntryBox, 'live' | 'addDevice'>,
  { wish, file }: EntryWish,
  signsIn: SignsIn,
): Promise<EntryPlan | Refused> {
  const { role, id, entry, machine } = wish;
  const own = Object.keys(entry).filter((key) => ownKeys.includes(key));
  if (own.length > 0)
    return wrong(`"${own.join('", "')}" of the entry is written by the gateway; leave it out.`);
  const before = readConfigText(file);
  if (before === null) return gone(file);
  const { account, passwordFile, password } = signsIn;
  const added = box.addDevice(before, { role, id, entry, account, passwordFile, machine });
  if (!added.ok) return { ok: false, code: 'assignment-wrong', mistakes: added.mistakes };
  const unwritten = new Map(password === null ? [] : [[passwordFile, password]]);
  const judged = await box.live.judge(file, added.text, unwritten);
  if (!judged.ok) return { ok: false, code: 'assignment-wrong', mistakes: judged.mistakes };
  const secret = password === null ? null : { path: join(dirname(file), passwordFile), password };
  const { text, lines } = added;
  return { ok: true, file, before, text, lines, config: judged.config, secret };
}

/** Rejects with a JournalFault when the journal could not take it; then all is as before. */
export async function writeEntry(
  { live }: Pick<EntryBox, 'live'>,
  { file, before, text, lines, config, secret }: EntryPlan,
): Promise<{ readonly ok: true; readonly restart: readonly string[] } | Refused> {
  const shut = await whyNotWritable(file);
  if (shut !== null) return notWritable(file, shut, lines);
  if (secret) {
    const written = await writeSecret(secret.path, secret.password);
    if (!written.ok) return notWritable(secret.path, written.reason, lines);
  }
  const forget = async (): Promise<void> => {
    if (secret) await removeSecret(secret.path);
  };
  const replaced = await replaceText({ file, text, before, keepAs: `${file}.before-attach` });
  if (!replaced.ok) {
    await forget();
    return notWritable(file, replaced.reason, lines);
  }
  const restart = await live.apply(config).catch(async (fault: unknown) => {
    // The journal could not take it, so nothing of it is true.
    await replaceText({ file, text: before, before: text, keepAs: null });
    await forget();
    throw fault;
  });
  return { ok: true, restart };
}

export const gone = (file: string): Refused =>
  wrong(`${file} is not there any more; put it back, then try again.`);

const ownKeys: readonly string[] = ['client', 'user', 'password', 'password_file'];

const wrong = (text: string): Refused => ({
  ok: false,
  code: 'assignment-wrong',
  mistakes: [{ line: null, column: null, text, field: 'entry' }] satisfies FileMistake[],
});

const notWritable = (path: string, reason: string, lines: readonly AddedLine[]): Refused => ({
  ok: false,
  code: 'config-not-writable',
  about: `${path} ${reason}`,
  lines,
});
