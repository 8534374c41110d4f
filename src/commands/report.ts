// `officina report`: the hours of a project for whoever pays for it, and the proof of such a report against the journal. It only
// reads, also beside a running gateway.

import { readFileSync, statSync } from 'node:fs';
import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { projectReport, reportMonths } from '../gateway/project-report.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { readReport, reportCsv, reportJson, reportPage } from './report-texts.ts';
import { showProgress } from './show-progress.ts';

export const report: Command = {
  name: 'report',
  summary: 'The hours of a project with their evidence, and the proof of such a report.',
  usage: 'project CODE --from YYYY-MM --to YYYY-MM [--format csv|json|page] | verify FILE',
  help: `
  project CODE   hours and amounts of a cost code, by month and pool, beside all hours of the pool
  verify FILE    checks the chain of the journal, makes the report in FILE (CSV or JSON) anew, and names what differs

  --from, --to   months in the time zone of the space, both included, at most ${reportMonths}
  --format F     csv (the default), json, or page: HTML to be printed

Each row names the first and the last entry of the journal that it rests on, with their hashes. A report stays what it was:
what is written down later counts in later reports only.

Examples:
  officina report project research --from 2026-01 --to 2026-12 > research.csv
  officina report verify research.csv`,
  options: { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' } },
  words: { least: 2, most: 2 },
  async run(context) {
    const [deed = '', about = ''] = context.words;
    if (deed === 'verify') return verify(context, about);
    if (deed === 'project') return project(context, about);
    return refuse(context, `"${clip(deed)}" is no report; use project or verify.`, exitCodes.wrongUse);
  },
};

const formats = ['csv', 'json', 'page'] as const;
const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

async function project(context: Context, costCode: string): Promise<ExitCode> {
  const { values, boxes } = context;
  const [from, to] = [textOf(values, 'from'), textOf(values, 'to')];
  const format = formats.find((one) => one === (textOf(values, 'format') ?? 'csv'));
  const wrong = (text: string): ExitCode => refuse(context, text, exitCodes.wrongUse);
  if (!isId(costCode)) return wrong(`"${clip(costCode)}" is no cost code; officina.yaml lists them.`);
  if (!isMonth(from) || !isMonth(to)) return wrong('Give --from and --to as months, like 2026-01.');
  if (!format) return wrong(`--format must be one of ${formats.join(', ')}.`);
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const made = await boxes.readKept(chosen.config, (kept) => projectReport(kept, { costCode, from, to }));
  if (made === null) return wrong(`A report has from 1 to ${reportMonths} months; give --from and --to so.`);
  const text = {
    csv: () => reportCsv(made, boxes.csvLines),
    json: () => reportJson(made),
    page: () => reportPage(made),
  };
  context.stdout.write(text[format]());
  return exitCodes.ok;
}

/** Far more than the longest report. */
const fileLimitBytes = 8 * 1024 * 1024;

async function verify(context: Context, file: string): Promise<ExitCode> {
  const { boxes, stdout } = context;
  const text = readFile(file);
  if (typeof text !== 'string') return refuse(context, text.why);
  const wish = readReport(text);
  if (wish === null)
    return refuse(context, `${file} is no report as CSV or JSON; give one that "report project" made.`);
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const progress = showProgress(context);
  const chain = await boxes.verify(chosen.config, progress.entries);
  progress.clear();
  if (!chain.ok)
    return refuse(context, `The journal itself is broken at entry ${chain.seq}: ${chain.reason}.`);
  const { kind, ...asked } = wish;
  const anew = await boxes.readKept(chosen.config, (kept) => projectReport(kept, asked));
  const made = anew && (kind === 'csv' ? reportCsv(anew, boxes.csvLines) : reportJson(anew));
  if (made === text) {
    stdout.write(`The report is what the journal says, up to entry ${asked.throughSeq ?? 0}.\n`);
    return exitCodes.ok;
  }
  const [said, says] = [text.split(/\r?\n/), (made ?? '').split(/\r?\n/)];
  const at = said.findIndex((line, index) => line !== says[index]);
  const line = at < 0 ? said.length + 1 : at + 1;
  return refuse(
    context,
    `${file} is not what the journal says; it differs first in line ${line}:\n  file:    ${clip(said[line - 1] ?? '(nothing)', 300)}\n  journal: ${clip(says[line - 1] ?? '(nothing)', 300)}`,
  );
}

function readFile(file: string): string | { readonly why: string } {
  try {
    if (statSync(file).size > fileLimitBytes)
      return { why: `${file} is too large for a report; give another file.` };
    return readFileSync(file, 'utf8');
  } catch (error) {
    return {
      why: `${file} cannot be read (${String(codeOf(error) ?? error)}); check the path and its rights.`,
    };
  }
}
