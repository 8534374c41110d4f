// What a machine that was found is called and what belongs to it: from the flags, and on a terminal from answers. Then
// the lines for officina.yaml, judged as a whole, written once somebody agreed, and told to a gateway that runs.

import { addMachine, type NewMachine } from '../config/add-machine.ts';
import { formatMistake } from '../config/findings.ts';
import { loadConfig } from '../config/load-config.ts';
import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { askSafety } from './ask-safety.ts';
import type { AttachPlace } from './attach-machine.ts';
import { type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';

export type FoundMachine = {
  /** What it is, as `Grbl 1.1`. */
  readonly title: string;
  /** Without a secret. */
  readonly link: NewMachine['link'];
  readonly notes: readonly string[];
  /** Goes into a file of its own, which the link names by this key; `file` names one that is there already. */
  readonly secret:
    | { readonly field: 'key_file' | 'password_file'; readonly text: string }
    | { readonly field: 'key_file' | 'password_file'; readonly file: string }
    | null;
};

type No = { readonly text: string };

export async function describeMachine(
  context: Context,
  place: AttachPlace,
  found: FoundMachine,
): Promise<ExitCode> {
  const { stdout, values, terminal, boxes } = context;
  stdout.write(`It is ${found.title}.\n${found.notes.map((note) => `${note}\n`).join('')}`);
  const named = await readNames(context, place, found.title);
  if ('text' in named) return refuse(context, named.text, exitCodes.wrongUse);
  const safety = { role: 'switch', machine: named.switch === null ? null : named.id } as const;
  const answers = await askSafety(context, safety);
  if ('text' in answers) return refuse(context, answers.text, answers.code);
  const secret = secretOf(found.secret, named.id);
  const machine = { ...named, link: { ...found.link, ...(secret && { [secret.field]: secret.path }) } };
  const added = addMachine(place.before, machine);
  if (!added.ok)
    return refuse(context, added.mistakes.map((one) => formatMistake(place.file, one)).join('\n'));
  const wrong = await judge(context, place, { text: added.text, secret });
  if (wrong !== null) return refuse(context, wrong);
  const lines = added.lines.map(({ line, text }) => `${String(line).padStart(5)} + ${text}`);
  stdout.write(`In ${place.file}, as new or changed lines:\n${lines.join('\n')}\n`);
  if (values.has('dry-run')) return exitCodes.ok;
  if (!values.has('yes')) {
    const answer = (await terminal?.ask(`Write this into ${place.file}? (yes/no) `)) ?? 'no';
    if (!/^(y|yes|s|sì|si)$/i.test(answer.trim())) return refuse(context, 'Nothing was changed.');
  }
  const unwritten = secret && 'text' in secret ? secret : null;
  const { file, before } = place;
  const written = await boxes.machines.write({ file, before, text: added.text, secret: unwritten });
  if (!written.ok)
    return refuse(context, `${written.reason}. Nothing was changed; the lines above may be put in by hand.`);
  const kept = unwritten ? ` Its secret is in ${unwritten.path}, for this account alone.` : '';
  stdout.write(`The machine "${named.id}" is described.${kept}\n`);
  return tellGateway(context, place);
}

type Names = Omit<NewMachine, 'link'>;

async function readNames(
  { values, terminal }: Context,
  { config }: AttachPlace,
  title: string,
): Promise<Names | No> {
  const missing = (['id', 'pool'] as const).filter((flag) => textOf(values, flag) === undefined);
  if (!values.has('yes') && !values.has('dry-run') && !terminal)
    return { text: 'Nobody is here to be asked; say --yes or --dry-run.' };
  if (missing.length > 0 && !terminal)
    return { text: `Nobody is here to be asked, and this is missing: --${missing.join(', --')}.` };
  const ask = async (flag: string, question: string, usual: string): Promise<string> =>
    textOf(values, flag) ?? ((await terminal?.ask(question))?.trim() || usual);
  const { machines } = config.workshop;
  const pools = [...new Set(Object.values(machines).map(({ pool }) => pool))];
  const id = await ask('id', 'The id of the new machine? (letters a-z, digits, hyphens) ', '');
  if (!isId(id)) return { text: `"${clip(id)}" cannot be an id: lower-case letters, digits and hyphens.` };
  const usualName = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const name = await ask(
    'name',
    `What do people call it? (nothing for "${usualName}", a ${title}) `,
    usualName,
  );
  const known = pools.length === 0 ? '' : `${pools.join(', ')}; or `;
  const pool = await ask(
    'pool',
    `Which pool of machines is it in? (${known}a new one; nothing for "${id}s") `,
    `${id}s`,
  );
  const some = (group: object): string => Object.keys(group).join(', ') || 'none is described';
  const none = 'or nothing';
  const reader = await ask('reader', `Which reader opens it? (${some(config.readers)}; ${none}) `, '');
  const power = await ask('switch', `Which switch gives it power? (${some(config.switches)}; ${none}) `, '');
  return { id, name, pool, reader: reader || null, switch: power || null };
}

type Kept = { readonly field: string; readonly path: string } & ({ readonly text: string } | object);

/** In a folder that only this account can read. */
function secretOf(secret: FoundMachine['secret'], id: string): Kept | null {
  if (secret === null) return null;
  const { field } = secret;
  return 'file' in secret
    ? { field, path: secret.file }
    : { field, path: `secrets/machine-${id}`, text: secret.text };
}

type Draft = { readonly text: string; readonly secret: Kept | null };

/** All that is wrong with the whole new text; null when nothing is. */
async function judge(
  context: Context,
  { file }: AttachPlace,
  { text, secret }: Draft,
): Promise<string | null> {
  const { env, flags, boxes } = context;
  const [profiles, enabling] = await Promise.all([boxes.profileIds(), boxes.enablingProfiles()]);
  const unwritten = new Map(secret && 'text' in secret ? [[secret.path, String(secret.text)]] : []);
  const outcome = loadConfig({ file, env, flags, profiles, enabling, text, unwritten });
  if (outcome.ok) return null;
  const sentences = outcome.mistakes.map((mistake) => formatMistake(file, mistake));
  return ['With it the file would have mistakes, so nothing was changed:', ...sentences].join('\n');
}

/** The file holds the machine whatever the gateway says: the next start takes it. */
async function tellGateway(context: Context, { config }: AttachPlace): Promise<ExitCode> {
  const { stdout, boxes } = context;
  const running = await boxes.running(config);
  if (running === null) {
    stdout.write('No gateway runs on this data folder; the next start finds the machine.\n');
    return exitCodes.ok;
  }
  const asked = await askGateway(running, { method: 'POST', path: '/api/config/reload' });
  if (!asked.ok) {
    const text = `${problemText(asked, 'to read the file again')} The machine stands in it; start the gateway again.`;
    return refuse(context, text);
  }
  const restart = fieldOf(asked.said, 'restart');
  const later = (Array.isArray(restart) ? restart : []).map(
    (one) => `After the next start: ${clip(String(one))}\n`,
  );
  stdout.write(`The gateway has read the file again.\n${later.join('')}`);
  return exitCodes.ok;
}
