// What a device is to be: from the flags, and on a terminal from answers to what they leave out. Without a terminal all
// that is missing is told at once.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import type { DeviceEntry, DeviceGuess } from '../gateway/unassigned.ts';
import type { RunningGateway } from './boxes.ts';
import { type Context, textOf, textsOf } from './command.ts';
import type { Terminal } from './terminal.ts';
import { describeGuesses } from './unassigned-list.ts';

export type Place = { readonly running: RunningGateway; readonly config: Config; readonly client: string };

export type AttachWish = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly entry: DeviceEntry;
  readonly machine: string | null;
};

type Text = { readonly text: string };
type Given = Place & {
  readonly device: { readonly client: string; readonly guesses: readonly DeviceGuess[] };
};

export async function readWish(context: Context, given: Given): Promise<AttachWish | Text> {
  const { values, terminal } = context;
  const role: string | undefined = textOf(values, 'as');
  if (role !== undefined && role !== 'reader' && role !== 'switch')
    return { text: `"${clip(role)}" is neither "reader" nor "switch", as --as wants it.` };
  const flags: Pick<Found, 'role' | 'id' | 'machine'> = {
    role,
    id: textOf(values, 'id'),
    machine: textOf(values, 'machine'),
  };
  for (const [flag, id] of [['id', flags.id] as const, ['machine', flags.machine] as const]) {
    if (id !== undefined && !isId(id))
      return { text: `"${clip(id)}" cannot be an id (--${flag}): lower-case letters, digits and hyphens.` };
  }
  const sets = readSets(textsOf(values, 'set'));
  if (sets !== null && 'text' in sets) return sets;
  const guess = chooseGuess(given.device.guesses, {
    role,
    number: textOf(values, 'guess'),
    isSaid: sets !== null,
  });
  if (guess !== null && 'text' in guess) return guess;
  const found = { ...flags, sets, guess };
  return terminal ? askRest(context, terminal, { ...given, found }) : withoutAsking(context, found);
}

type Found = {
  readonly role: AttachWish['role'] | undefined;
  readonly id: string | undefined;
  readonly machine: string | undefined;
  readonly sets: Sets | null;
  readonly guess: DeviceGuess | null;
};

type Sets = { readonly fields: Readonly<Record<string, string | number | boolean>> };

/** `relay=2` is a number, `topic="2"` a text; null when nothing is set. */
function readSets(texts: readonly string[]): Sets | Text | null {
  if (texts.length === 0) return null;
  const fields = new Map<string, string | number | boolean>();
  for (const text of texts) {
    const [, key, value] = /^([A-Za-z][A-Za-z0-9_]{0,63})=(.*)$/s.exec(text) ?? [];
    if (key === undefined || value === undefined)
      return { text: `"${clip(text)}" is no KEY=VALUE, as --set wants it: kind=tasmota, or topic=saw.` };
    fields.set(key, toValue(value));
  }
  return { fields: Object.fromEntries(fields) };
}

function toValue(text: string): string | number | boolean {
  if (/^(?:\d{1,9}|true|false|".*")$/s.test(text)) {
    try {
      return JSON.parse(text) as string | number | boolean;
    } catch {
      // As 007, which is meant as it stands.
    }
  }
  return text;
}

type Choice = {
  readonly role: string | undefined;
  readonly number: string | undefined;
  readonly isSaid: boolean;
};

/** The one with that number; without a number the only one that fits, unless --set says what it is. */
function chooseGuess(
  guesses: readonly DeviceGuess[],
  { role, number, isSaid }: Choice,
): DeviceGuess | Text | null {
  if (number === undefined) {
    const [only, ...more] = guesses.filter((one) => one.role === role);
    return only && more.length === 0 && !isSaid ? only : null;
  }
  const guess = /^\d{1,2}$/.test(number) ? guesses[Number(number) - 1] : undefined;
  if (!guess) return { text: `There is no guess ${clip(number)}; there are ${guesses.length}.` };
  if (role !== undefined && guess.role !== role)
    return { text: `Guess ${number} is a ${guess.role}, and --as says ${role}.` };
  return guess;
}

function withoutAsking({ values }: Context, { role, id, machine, sets, guess }: Found): AttachWish | Text {
  const entry = toEntry(guess?.entry, sets);
  const known = role ?? guess?.role;
  const missing = [
    ...(known === undefined ? ['--as reader or --as switch'] : []),
    ...(id === undefined ? ['--id ID'] : []),
    ...(entry === null ? ['--guess N, or --set kind=…'] : []),
    ...(values.has('yes') || values.has('dry-run') ? [] : ['--yes or --dry-run']),
  ];
  if (known === undefined || id === undefined || entry === null || missing.length > 0)
    return { text: `Nobody is here to be asked, and this is missing: ${missing.join('; ')}.` };
  return { role: known, id, entry, machine: machine ?? null };
}

function toEntry(guessed: DeviceEntry | undefined, sets: Sets | null): DeviceEntry | null {
  const fields: Readonly<Record<string, string | number | boolean>> = { ...guessed, ...sets?.fields };
  const { kind } = fields;
  return typeof kind === 'string' ? { ...fields, kind } : null;
}

async function askRest(
  { stdout }: Context,
  terminal: Terminal,
  { device, config, found }: Given & { readonly found: Found },
): Promise<AttachWish | Text> {
  const { sets } = found;
  let { guess } = found;
  if (guess === null && toEntry(undefined, sets) === null) {
    stdout.write(`${describeGuesses(device.guesses).join('\n')}\n`);
    if (device.guesses.length === 0)
      return { text: 'Say what it is: --as switch --set kind=tasmota --set topic=saw, as in officina.yaml.' };
    const number = await terminal.ask('Which of these is it? (its number) ');
    const chosen = chooseGuess(device.guesses, { role: found.role, number, isSaid: false });
    if (chosen === null || 'text' in chosen)
      return chosen ?? { text: 'No guess was chosen; nothing was changed.' };
    guess = chosen;
  }
  const entry = toEntry(guess?.entry, sets);
  if (entry === null) return { text: 'It is not said what it is: --set kind=…' };
  const role = found.role ?? guess?.role ?? (await terminal.ask('Is it a reader or a switch? '));
  if (role !== 'reader' && role !== 'switch') return { text: 'It must be "reader" or "switch".' };
  const machines = config.workshop.order;
  const asked = `For which machine? (${machines.join(', ') || 'none is described'}; or nothing) `;
  const machine = (found.machine ?? (await terminal.ask(asked))) || null;
  if (machine !== null && !machines.includes(machine))
    return { text: `There is no machine "${clip(machine)}" in officina.yaml.` };
  const usual = `${machine ?? idLike(device.client)}-${role === 'reader' ? 'reader' : 'plug'}`.slice(0, 64);
  const question = `What is the id of the new ${role}? (letters a-z, digits, hyphens; nothing for "${usual}") `;
  const id = (found.id ?? (await terminal.ask(question))) || usual;
  if (!isId(id)) return { text: `"${clip(id)}" cannot be an id: lower-case letters, digits and hyphens.` };
  return { role, id, entry, machine };
}

const idLike = (text: string): string =>
  text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'new';
