// `officina attach CLIENT`: what the device is to be, the two questions about a switch, the lines for the file, and then
// its password, once, with the place where to type it. Nothing is written before a person, or --yes, said so.

import { formatMistake } from '../config/findings.ts';
import { clip } from '../config/read-yaml.ts';
import type { AddedLine, DeviceGuess, FileMistake } from '../gateway/unassigned.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { askSafety } from './ask-safety.ts';
import { type AttachWish, type Place, readWish } from './attach-wish.ts';
import type { RunningGateway } from './boxes.ts';
import { type Context, type ExitCode, exitCodes, refuse } from './command.ts';
import { reachedAt } from './reached-at.ts';
import { readBoxes, readUnassigned } from './unassigned-list.ts';

export async function attachDevice(context: Context, place: Place): Promise<ExitCode> {
  const { running, client } = place;
  const device = await findDevice(running, client);
  if ('text' in device) return refuse(context, device.text);
  const wish = await readWish(context, { ...place, device });
  if ('text' in wish) return refuse(context, wish.text, exitCodes.wrongUse);
  const answers = await askSafety(context, wish);
  if ('text' in answers) return refuse(context, answers.text, answers.code);
  const body = { ...wish, answers };
  const post = (sent: object): Promise<Asked> =>
    askGateway(running, { method: 'POST', path: device.path, body: { ...device.named, ...sent } });
  const tried = await post({ ...body, dryRun: true });
  if (!tried.ok) return refuse(context, refusalText(tried));
  context.stdout.write(`${linesText(tried.said)}\n`);
  const { values, terminal } = context;
  if (values.has('dry-run')) return exitCodes.ok;
  if (!values.has('yes')) {
    const answer = (await terminal?.ask('Write this into officina.yaml? (yes/no) ')) ?? 'no';
    if (!/^(y|yes|s|sì|si)$/i.test(answer)) return refuse(context, 'Nothing was changed.');
  }
  const done = await post({ ...body, dryRun: false });
  if (!done.ok) return refuse(context, refusalText(done));
  context.stdout.write(doneText(context, { place, wish, said: done.said }));
  return exitCodes.ok;
}

type Found = {
  readonly client: string;
  readonly guesses: readonly DeviceGuess[];
  readonly path: string;
  /** What the body names besides the wish. */
  readonly named: { readonly client?: string };
};

/** One that waits to be described, or a described box that may be more than that. */
async function findDevice(
  running: RunningGateway,
  client: string,
): Promise<Found | { readonly text: string }> {
  const read = await readUnassigned(running);
  if ('text' in read) return read;
  const device = read.devices.find((one) => one.client === client);
  const path = `/api/unassigned/${encodeURIComponent(client)}/assignment`;
  if (device) return { client, guesses: device.guesses, path, named: {} };
  const known = await readBoxes(running);
  if ('text' in known) return known;
  const box = known.boxes.find((one) => one.client === client);
  if (box) return { client, guesses: box.guesses, path: '/api/devices/parts', named: { client } };
  const text = `No device with the client id "${clip(client, 72)}" waits to be described, and no described box has it; "officina attach" lists them.`;
  return { text };
}

/** Its mistakes with their lines, where it tells some. */
function refusalText(asked: Asked): string {
  const mistakes = fieldOf(asked.said, 'mistakes');
  const sentences = (Array.isArray(mistakes) ? mistakes : []).map((one) =>
    formatMistake('officina.yaml', toMistake(one)),
  );
  // Where the file cannot be written, they are to be put in by hand.
  const lines = fieldOf(asked.said, 'lines');
  const shown = Array.isArray(lines) && lines.length > 0 ? [linesText(asked.said)] : [];
  return [problemText(asked, 'to attach it'), ...sentences, ...shown].join('\n');
}

function toMistake(said: unknown): FileMistake {
  const [line, column] = ['line', 'column'].map((name) => numberOr(fieldOf(said, name)));
  return { line: line ?? null, column: column ?? null, text: String(fieldOf(said, 'text')) };
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function linesText(said: unknown): string {
  const lines = fieldOf(said, 'lines');
  const shown = (Array.isArray(lines) ? lines : [])
    .map(toLine)
    .map(({ line, text }) => `${String(line).padStart(5)} + ${clip(text, 400)}`);
  return ['In officina.yaml, as new or changed lines:', ...shown].join('\n');
}

const toLine = (said: unknown): AddedLine => ({
  line: numberOr(fieldOf(said, 'line')) ?? 0,
  text: String(fieldOf(said, 'text')),
});

type Done = { readonly place: Place; readonly wish: AttachWish; readonly said: unknown };

function doneText(context: Context, { place, wish, said }: Done): string {
  const { host, port, warning } = reachedAt(place.config);
  const credentials = fieldOf(said, 'credentials');
  const [client, user, password] = ['client', 'user', 'password'].map((name) => fieldOf(credentials, name));
  const given =
    typeof client === 'string' && typeof user === 'string' && typeof password === 'string'
      ? { client, user, password, host, port }
      : null;
  const { role, id, entry } = wish;
  const restart = fieldOf(said, 'restart');
  const later = (Array.isArray(restart) ? restart : []).map((one) => `After the next start: ${String(one)}`);
  return `${[
    `${role === 'reader' ? 'The reader' : 'The switch'} "${id}" is described${wish.machine === null ? '' : ` and belongs to "${wish.machine}"`}.`,
    ...later,
    ...(fieldOf(said, 'told') === true ? ['It has taken its own password over by itself.'] : []),
    ...(given ? [] : ['It signs in as before, and connects anew once.']),
    ...(given ? ['', 'Its own password is shown this once:'] : []),
    ...(given ? [`  client id ${given.client}, user name ${given.user}, password ${given.password}`] : []),
    '',
    ...context.boxes.setUp({ role, id, entry, signIn: given }),
    ...(warning === null ? [] : ['', warning]),
  ].join('\n')}\n`;
}
