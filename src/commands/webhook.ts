// `officina webhook`: how the webhooks stand, a test of one, and telling one of them all again. It asks the gateway that runs,
// which alone knows how far each has come.

import { suggestion } from '../config/nearest-word.ts';
import { clip } from '../config/read-yaml.ts';
import type { WebhookView } from '../contract/webhook-events.ts';
import { askGateway, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';

export const webhook: Command = {
  name: 'webhook',
  summary: 'Lists the programs that are told what happens, tests one, or tells it all again.',
  usage: 'list|test|replay [ID] [--from N] [--json]',
  help: `
  list         how each webhook of officina.yaml stands: how far it is, since when it fails and why
  test ID      sends it the event webhook.test now, and says what came back
  replay ID    tells it all again from entry N of the journal, also one that is told nothing any more
  --from N     the first entry; the position that "list" shows, plus one, goes on where it was
  --json       list: as JSON

Events keep the ids that they had, so a program that remembers them takes none twice. The gateway must run.

Example:
  officina webhook list
  officina webhook test door-display
  officina webhook replay door-display --from 1042`,
  options: { from: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 2 },
  async run(context) {
    const [verb = '', id] = context.words;
    const wrong = wrongUse(context, verb, id);
    if (wrong !== null) return refuse(context, wrong, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const running = await context.boxes.running(chosen.config);
    if (!running) return refuse(context, 'No gateway runs here; start it, then ask again.');
    if (verb === 'list') return list(context, running);
    return verb === 'test' ? test(context, running, id ?? '') : replay(context, running, id ?? '');
  },
};

function wrongUse({ values }: Context, verb: string, id: string | undefined): string | null {
  const verbs = ['list', 'test', 'replay'];
  if (!verbs.includes(verb)) return `"${clip(verb)}" is not known here${suggestion(verb, verbs)}`;
  if (verb === 'list') return id === undefined ? null : `"${clip(id)}" is one word too many.`;
  if (id === undefined)
    return `An id is missing: officina webhook ${verb} ID; "officina webhook list" shows them.`;
  if (!/^[a-z0-9-]{1,64}$/.test(id)) return `"${clip(id)}" is no id; "officina webhook list" shows them.`;
  const from = textOf(values, 'from');
  if (verb === 'replay' && !/^[1-9]\d{0,14}$/.test(from ?? ''))
    return 'Say where it begins: --from N, with the number of an entry of the journal, from 1.';
  return null;
}

async function list(context: Context, running: RunningGateway): Promise<ExitCode> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/webhooks' });
  if (!asked.ok) return refuse(context, problemText(asked));
  const webhooks = await checkedList(asked.said, running.url);
  const text = context.values.has('json')
    ? JSON.stringify(webhooks, null, 2)
    : webhooks.map(lineOf).join('\n');
  context.stdout.write(`${webhooks.length === 0 ? 'officina.yaml describes no webhook.' : text}\n`);
  return exitCodes.ok;
}

async function checkedList(said: unknown, url: string): Promise<readonly WebhookView[]> {
  const { isWebhookList } = await import('../contract/is-webhook-list.ts');
  if (isWebhookList(said)) return said.webhooks;
  throw new Error(
    `The gateway at ${url} answered what this command does not know; use that gateway's own version.`,
  );
}

function lineOf({
  id,
  host,
  state,
  position,
  behind,
  dropped,
  failingSince,
  fault,
  sent,
}: WebhookView): string {
  const since = failingSince === null ? '' : ` since ${failingSince} (${fault ?? 'unknown'})`;
  const lost = dropped === 0 ? '' : `, ${dropped} given up`;
  return `${id}  ${state}${since}  ${host}  position ${position}, ${behind} behind, ${sent} sent since the start${lost}`;
}

async function test(context: Context, running: RunningGateway, id: string): Promise<ExitCode> {
  const asked = await askGateway(running, { method: 'POST', path: `/api/webhooks/${id}/test` });
  if (!asked.ok) return refuse(context, problemText(asked));
  const { isWebhookTested } = await import('../contract/is-webhook-list.ts');
  if (!isWebhookTested(asked.said))
    return refuse(context, 'The gateway answered what this command does not know.');
  const { ok, fault } = asked.said;
  if (!ok)
    return refuse(
      context,
      `${id} did not take it (${fault ?? 'unknown'}); look at its address, and at its own log.`,
    );
  context.stdout.write(`${id} took the test.\n`);
  return exitCodes.ok;
}

async function replay(context: Context, running: RunningGateway, id: string): Promise<ExitCode> {
  const from = Number(textOf(context.values, 'from'));
  const asked = await askGateway(running, {
    method: 'POST',
    path: `/api/webhooks/${id}/replay`,
    body: { from },
  });
  if (!asked.ok) return refuse(context, problemText(asked));
  context.stdout.write(`${id} is told all again from entry ${from}.\n`);
  return exitCodes.ok;
}
