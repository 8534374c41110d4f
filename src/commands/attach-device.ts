// `officina attach CLIENT`: what the device is to be, the two questions about a switch, the lines for the file, and then
// its password, once, with the place where to type it. Nothing is written before a person, or --yes, said so.

import { formatMistake } from '../config/findings.ts';
import { clip } from '../config/read-yaml.ts';
import type { AddedLine, FileMistake } from '../gateway/unassigned.ts';
import { type Asked, askGateway, fieldOf, problemText } from './ask-gateway.ts';
import { askSafety } from './ask-safety.ts';
import { type AttachWish, type Place, readWish } from './attach-wish.ts';
import type { RunningGateway } from './boxes.ts';
import { type Context, type ExitCode, exitCodes, refuse } from './command.ts';
import { reachedAt } from './reached-at.ts';
import { readUnassigned } from './unassigned-list.ts';

export async function attachDevice(context: Context, place: Place): Promise<ExitCode> {
  const { running, client } = place;
  const read = await readUnassigned(running);
  if ('text' in read) return refuse(context, read.text);
  const device = read.devices.find((one) => one.client === client);
  if (!device) {
    const text = `No device with the client id "${clip(client, 72)}" waits to be described; "officina attach" lists them.`;
    return refuse(context, text);
  }
  const wish = await readWish(context, { ...place, device });
  if ('text' in wish) return refuse(context, wish.text, exitCodes.wrongUse);
  const answers = await askSafety(context, wish);
  if ('text' in answers) return refuse(context, answers.text, answers.code);
  const body = { ...wish, answers };
  const tried = await post(running, client, { ...body, dryRun: true });
  if (!tried.ok) return refuse(context, refusalText(tried));
  context.stdout.write(`${linesText(tried.said)}\n`);
  const { values, terminal } = context;
  if (values.has('dry-run')) return exitCodes.ok;
  if (!values.has('yes')) {
    const answer = (await terminal?.ask('Write this into officina.yaml? (yes/no) ')) ?? 'no';
    if (!/^(y|yes|s|sì|si)$/i.test(answer)) return refuse(context, 'Nothing was changed.');
  }
  const done = await post(running, client, { ...body, dryRun: false });
  if (!done.ok) return refuse(context, refusalText(done));
  context.stdout.write(doneText(context, { place, wish, said: done.said }));
  return exitCodes.ok;
}

const post = (running: RunningGateway, client: string, body: unknown): Promise<Asked> =>
  askGateway(running, {
    method: 'POST',
    path: `/api/unassigned/${encodeURIComponent(client)}/assignment`,
    body,
  });

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
    ...(given ? ['', 'Its own password is shown this once:'] : []),
    ...(given ? [`  client id ${given.client}, user name ${given.user}, password ${given.password}`] : []),
    '',
    ...context.boxes.setUp({ role, id, entry, signIn: given }),
    ...(warning === null ? [] : ['', warning]),
  ].join('\n')}\n`;
}
