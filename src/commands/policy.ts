// `officina policy`: how machines are shared, in sentences, and what a file would change of it. It changes nothing.

import type { Config } from '../config/config.ts';
import { formatMistake } from '../config/findings.ts';
import { readPolicyText } from '../config/load-config.ts';
import { suggestion } from '../config/nearest-word.ts';
import { readPolicyFile } from '../config/policy.ts';
import { clip } from '../config/read-yaml.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { noPolicy } from '../domain/policy/policy-text.ts';
import { askGateway, problemText } from './ask-gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { changeLines, documentLines } from './policy-text.ts';

export const policy: Command = {
  name: 'policy',
  summary: 'How machines are shared, in sentences, and what a file would change of it.',
  usage: 'show|check [FILE] [--language L] [--json]',
  help: `
  show         what counts now: at the gateway that runs, or else what officina.yaml says
  check FILE   whether FILE is right, and what it would change, sentence by sentence; FILE holds what stands under
               "policy:" in officina.yaml, as YAML or JSON
  --language L the language of the sentences, as in it; left out, that of the space
  --json       show: the document itself, as it may stand under "policy:"

Nothing is written and nothing is adopted.

Example:
  officina policy show --language it
  officina policy check policy.yaml`,
  options: { language: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 2 },
  async run(context) {
    const [verb = '', file] = context.words;
    const wrong = wrongUse(verb, file);
    if (wrong !== null) return refuse(context, wrong, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    return file === undefined ? show(context, chosen.config) : check(context, chosen.config, file);
  },
};

function wrongUse(verb: string, file: string | undefined): string | null {
  const verbs = ['show', 'check'];
  if (!verbs.includes(verb)) return `"${clip(verb)}" is not known here${suggestion(verb, verbs)}`;
  if (verb === 'check' && file === undefined) return 'A file is missing: officina policy check FILE.';
  if (verb === 'show' && file !== undefined) return `"${clip(file)}" is one word too many.`;
  return null;
}

async function show(context: Context, config: Config): Promise<ExitCode> {
  const counts = await whatCounts(context, config);
  if (typeof counts === 'string') return refuse(context, counts);
  const text = context.values.has('json')
    ? JSON.stringify(counts.document, null, 2)
    : [counts.from, ...documentLines(counts.document, said(context, config))].join('\n');
  context.stdout.write(`${text}\n`);
  return exitCodes.ok;
}

async function check(context: Context, config: Config, file: string): Promise<ExitCode> {
  const read = readPolicyText(file);
  if (!read.ok) return refuse(context, read.text);
  const outcome = readPolicyFile(read.text, config.workshop);
  if (!outcome.ok) {
    const lines = outcome.mistakes.map((mistake) => formatMistake(file, mistake));
    return refuse(context, [...lines, 'Nothing was compared; mend the file first.'].join('\n'));
  }
  const counts = await whatCounts(context, config);
  if (typeof counts === 'string') return refuse(context, counts);
  const lines = changeLines({ before: counts.document, after: outcome.document }, said(context, config));
  context.stdout.write(`${[`${clip(file, 200)} is right. ${counts.from}`, ...lines].join('\n')}\n`);
  return exitCodes.ok;
}

const said = ({ values, boxes }: Context, { workshop }: Config) => ({
  workshop,
  texts: boxes.textsIn(textOf(values, 'language') ?? workshop.space.locale),
});

/** A text says why nobody can tell. */
async function whatCounts(
  { boxes }: Context,
  config: Config,
): Promise<{ readonly document: PolicyDocument; readonly from: string } | string> {
  const running = await boxes.running(config);
  if (!running)
    return {
      document: config.workshop.policy ?? noPolicy,
      from: 'No gateway runs here, so this is held against officina.yaml; members may have decided otherwise by a vote.',
    };
  const asked = await askGateway(running, { method: 'GET', path: '/api/policy' });
  if (!asked.ok) return problemText(asked);
  const { isPolicyView } = await import('../contract/is-policy-view.ts');
  if (!isPolicyView(asked.said))
    return `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`;
  const { current } = asked.said;
  if (current === null) return { document: noPolicy, from: 'Nothing was ever decided here.' };
  const { version, hash, began, by } = current;
  const from = `What counts now is version ${version} (${hash.slice(0, 12)}), since ${began ?? 'its adoption'}, by ${by}.`;
  // Checked by the schema that all documents go through.
  return { document: current.document as PolicyDocument, from };
}
