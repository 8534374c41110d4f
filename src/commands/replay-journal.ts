// The other way of `officina simulate`: the real journal under another policy, told in the language of the space, as JSON
// and as a picture. It only reads.

import { writeFileSync } from 'node:fs';
import { formatMistake } from '../config/findings.ts';
import { readPolicyText } from '../config/load-config.ts';
import { readPolicyFile } from '../config/policy.ts';
import type { ReplayReport } from '../contract/replay.ts';
import { chooseConfig } from './choose-config.ts';
import { type Context, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { replayPicture } from './replay-picture.ts';
import { replayText } from './replay-text.ts';
import { replayWords } from './replay-words.ts';
import { showProgress } from './show-progress.ts';

const refusals = {
  'replay-busy': 'Another replay runs already; wait until it is done.',
  'replay-span':
    'This time cannot be run: --from and --to are days, the first is in the past and not after the last, and at most two years lie between them.',
  'workshop-missing':
    'The journal describes no workshop yet, so nothing can be run. Start the gateway once, or name another folder with --data.',
} as const;

export async function replayJournal(context: Context): Promise<ExitCode> {
  const { values, boxes, stderr } = context;
  const from = textOf(values, 'from');
  if (from === undefined)
    return refuse(context, 'The first day is missing; write it as --from 2026-08-01.', exitCodes.wrongUse);
  const file = textOf(values, 'policy') ?? '';
  const text = readPolicyText(file);
  if (!text.ok) return refuse(context, text.text);
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const read = readPolicyFile(text.text, chosen.config.workshop);
  if (!read.ok)
    return refuse(context, read.mistakes.map((mistake) => formatMistake(file, mistake)).join('\n'));
  const progress = showProgress({ stderr });
  const wish = { document: read.document, from, to: textOf(values, 'to') ?? null };
  const outcome = await boxes
    .replay(chosen.config, { ...wish, onProgress: progress.part })
    .finally(progress.clear);
  if (!outcome.ok && outcome.code === 'replay-document')
    return refuse(context, outcome.mistakes.map((one) => `${file}: ${one.text}`).join('\n'));
  if (!outcome.ok) return refuse(context, refusals[outcome.code]);
  const fault = write(context, { report: outcome.report, locale: chosen.config.workshop.space.locale });
  if (fault !== null) return refuse(context, fault);
  return outcome.report.past.isReproduced ? exitCodes.ok : exitCodes.refused;
}

type Told = { readonly report: ReplayReport; readonly locale: string };

/** A sentence where a file could not be written. */
function write({ values, words: [jsonFile], stdout }: Context, { report, locale }: Told): string | null {
  const words = replayWords(locale);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  const isJsonOut = values.has('json') && jsonFile === undefined;
  const files: [file: string | undefined, text: string][] = [
    [jsonFile, json],
    [textOf(values, 'svg'), replayPicture(report, words)],
  ];
  for (const [file, text] of files) {
    if (file === undefined) continue;
    try {
      writeFileSync(file, text);
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
      return `${file} could not be written (${code}); name a file in a folder that is there and is yours.`;
    }
  }
  stdout.write(isJsonOut ? json : replayText(report, words));
  return null;
}
