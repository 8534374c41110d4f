// Attaches a machine with a server of its own: shows who answers at an address and by what that is known, gets the key that
// it wants, and describes it. A key is never shown, and never stands in officina.yaml.

import { clip } from '../config/read-yaml.ts';
import type { FoundServer } from '../domain/machine/found-machine.ts';
import type { AttachPlace } from './attach-machine.ts';
import { type Context, type ExitCode, refuse, textOf } from './command.ts';
import { describeMachine, type FoundMachine } from './describe-machine.ts';

type No = { readonly text: string };

export async function attachServer(context: Context, place: AttachPlace, where: string): Promise<ExitCode> {
  const { stdout, boxes, values } = context;
  stdout.write(`Asking who answers at ${clip(where, 120)}; up to a quarter of a minute.\n`);
  const who = await boxes.machines.who(where);
  if (!who.ok) return refuse(context, `${clip(where, 120)} ${who.reason}.`);
  const kind = textOf(values, 'kind');
  const servers = who.servers.filter((one) => kind === undefined || one.kind === kind);
  for (const [index, server] of servers.entries()) stdout.write(describe(index + 1, server));
  const server = await choose(context, servers);
  if (server === null) return refuse(context, noneText(where, servers));
  const user = userOf(place, server);
  if (user !== null) return refuse(context, user);
  const secret = await askSecret(context, server);
  if (secret !== null && 'text' in secret && !('field' in secret)) return refuse(context, secret.text);
  const { link, version, notes, title } = server;
  const name = textOf(values, 'user');
  const signs = name === undefined ? {} : { user: name };
  return describeMachine(context, place, {
    title: version === null ? title : `${title}, ${version}`,
    link: { ...link, kind: server.kind, ...signs },
    notes,
    secret,
  });
}

const describe = (number: number, { title, version, evidence }: FoundServer): string =>
  [
    `${String(number).padStart(3)}. ${clip(title, 120)}${version === null ? '' : `, ${clip(version, 80)}`}`,
    ...evidence.map((line) => `     ${clip(line, 160)}`),
    '',
  ].join('\n');

async function choose({ terminal }: Context, servers: readonly FoundServer[]): Promise<FoundServer | null> {
  const [only, ...more] = servers;
  if (more.length === 0) return only ?? null;
  const answer = (await terminal?.ask('Which of these is it? (its number, or nothing) '))?.trim() ?? '';
  return /^\d{1,2}$/.test(answer) ? (servers[Number(answer) - 1] ?? null) : null;
}

const noneText = (where: string, servers: readonly FoundServer[]): string =>
  servers.length > 1
    ? 'Several answer there; say which with --kind, or by its port in the address. Nothing was changed.'
    : `Somebody answers at ${clip(where, 120)}, but as no machine that we know; check the address and its port. Nothing was changed.`;

/** What of officina.yaml talks to this server already; null where nothing does. */
function userOf({ config }: AttachPlace, { link }: FoundServer): string | null {
  const keys = ['url', 'host', 'endpoint', 'device'] as const;
  const wordOf = (one: object, key: string): unknown =>
    (Object.hasOwn(one, key) ? Reflect.get(one, key) : null) ?? null;
  const found = Object.entries(config.links).find(
    ([, one]) => one.kind === link.kind && keys.every((key) => wordOf(one, key) === wordOf(link, key)),
  );
  return found
    ? `This is the link of machine "${found[0]}" in officina.yaml already; "officina check" says what it does.`
    : null;
}

/** Null where it wants none; a text where it could not be had. */
async function askSecret(context: Context, server: FoundServer): Promise<FoundMachine['secret'] | No> {
  const { values, terminal } = context;
  const { needs, kind } = server;
  const user = textOf(values, 'user');
  const word = user !== undefined || needs === 'password' || needs === 'maybe-password' ? 'password' : 'key';
  const field = `${word}_file` as const;
  const file = textOf(values, 'key-file');
  if (file !== undefined) return { field, file };
  if (needs === null && user === undefined) return null;
  if (kind === 'octoprint') return askOctoprint(context, server);
  if (!terminal)
    return needs?.startsWith('maybe-')
      ? null
      : {
          text: `It wants a ${word}; put it into a file beside officina.yaml, for this account alone, and name that with --key-file.`,
        };
  const none = needs?.startsWith('maybe-') ? ' (or nothing)' : '';
  const text = (await terminal.askHidden(`Its ${word}${none}: `)).trim();
  if (text === '')
    return none === '' ? { text: `Without its ${word} it lets nobody in; nothing was changed.` } : null;
  if (!/^[^\p{Cc}]{1,200}$/u.test(text))
    return { text: `A ${word} is 1 to 200 printable characters; nothing was changed.` };
  return { field, text };
}

async function askOctoprint(
  { boxes, stdout, terminal }: Context,
  { link }: FoundServer,
): Promise<FoundMachine['secret'] | No> {
  const url = link.url ?? '';
  const asked = await boxes.machines.octoprintKey(url, () =>
    stdout.write(
      `Now allow "Officina" at ${url}: OctoPrint asks whoever is signed in there. Waiting up to five minutes.\n`,
    ),
  );
  if (asked.ok) return { field: 'key_file', text: asked.key };
  if (asked.why === 'refused')
    return { text: 'OctoPrint was told to refuse the key, or forgot the question; nothing was changed.' };
  if (asked.why === 'late')
    return { text: 'Nobody allowed the key within five minutes; nothing was changed.' };
  const text = (
    await terminal?.askHidden('OctoPrint gives no keys by itself here. A key from its settings: ')
  )?.trim();
  if (text === undefined || !/^[\x21-\x7e]{1,200}$/.test(text))
    return {
      text: 'Without a key OctoPrint lets nobody in; put one into a file and name it with --key-file.',
    };
  return { field: 'key_file', text };
}
