// `officina import`: people from a CSV file, all rows or none. It talks to the gateway that runs on the data folder,
// or opens the journal itself when none does; the same file again changes nothing.

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Config } from '../config/config.ts';
import type { ImportOutcome, MemberInput } from '../gateway/gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, type ExitCode, exitCodes, refuse } from './command.ts';
import { readMemberRows } from './member-rows.ts';
import { csvLimits, type LineMistake, parseCsv } from './parse-csv.ts';
import { sendMembers } from './send-members.ts';

export const importMembers: Command = {
  name: 'import',
  summary: 'Takes over members from a CSV file: all rows or none.',
  usage: 'FILE.csv [--dry-run] [--config FILE] [--data DIR]',
  help: `
  --dry-run   checks everything and says what would change, but writes nothing

The first line of the file is: member,name,email,team,badges,certificates,roles
Lists are separated by ";"; a certificate is written as laser-basic or laser-basic:2027-06-30, and with a level
(assist, operate, maintain, teach) as laser-basic:2027-06-30:teach, or laser-basic::teach without an end.
Further columns, where the file has them: plan,from,until. A day pass has the same day in both. A file without
them leaves what members have; a certificate earned in supervised sessions stays unless the file names it.
Every mistake is listed with its line. Importing the same file again changes nothing.
A member has the badges of the file, and those enrolled by a tap that it does not name. A badge that was
reported lost does not come back by a file: its line is named, the rest of the file is taken over.

Example:
  officina import members.csv --dry-run`,
  options: { 'dry-run': { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(context) {
    const file = context.words[0] ?? '';
    const text = readText(file);
    if (!text.ok) return refuse(context, text.text);
    const csv = parseCsv(text.text);
    const rows = csv.ok ? readMemberRows(csv.rows) : csv;
    if (!rows.ok) return refuseAll(context, file, rows.mistakes);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const dryRun = context.values.has('dry-run');
    const outcome = await takeOver(context, { config: chosen.config, members: rows.members, dryRun });
    if ('text' in outcome) return refuse(context, outcome.text);
    if (!outcome.ok) {
      const mistakes = outcome.mistakes.map(({ row, text }) => ({ line: rows.lines[row] ?? 1, text }));
      return refuseAll(context, file, mistakes);
    }
    const { added, changed, unchanged } = outcome;
    const warnings = outcome.warnings.map(({ row, text }) => ({ line: rows.lines[row] ?? 1, text }));
    writeRemarks(context, file, warnings);
    const counts = `${added} added, ${changed} changed, ${unchanged} unchanged`;
    context.stdout.write(dryRun ? `It would be: ${counts}. Nothing was written.\n` : `Members: ${counts}.\n`);
    return exitCodes.ok;
  },
};

type Text = { readonly ok: boolean; readonly text: string };

function readText(file: string): Text {
  try {
    if (statSync(file).size > csvLimits.bytes) {
      return {
        ok: false,
        text: `${file} is larger than ${csvLimits.bytes / 1_000_000} MB; import it in parts.`,
      };
    }
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError)
      return { ok: false, text: `${file} is not text in UTF-8; save it as "CSV UTF-8".` };
    if (codeOf(error) === 'ENOENT') return { ok: false, text: `${file} is not there; check the path.` };
    return { ok: false, text: `${file} cannot be read (${String(codeOf(error))}); check its rights.` };
  }
}

export type Batch = {
  readonly config: Config;
  readonly members: readonly MemberInput[];
  readonly dryRun: boolean;
};

/** A text instead of an outcome says why nothing could be asked. */
export type TakenOver = ImportOutcome | { readonly text: string };

async function takeOver({ boxes }: Context, batch: Batch): Promise<TakenOver> {
  const running = await boxes.running(batch.config);
  if (running) return sendMembers(running, batch);
  try {
    const { gateway, close } = await boxes.openOffline(batch.config, { makes: !batch.dryRun });
    try {
      return await gateway.importMembers(batch.members, { dryRun: batch.dryRun });
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${batch.config.dataDir} and does not answer; stop it and try again.`;
    return { text };
  }
}

/** More than this is one broken file. */
const shownMistakes = 200;

function refuseAll(context: Context, file: string, mistakes: readonly LineMistake[]): ExitCode {
  writeRemarks(context, file, mistakes);
  const more =
    mistakes.length > shownMistakes ? `${mistakes.length - shownMistakes} more are not shown. ` : '';
  return refuse(context, `${more}Nothing was taken over; mend the file and import all of it again.`);
}

function writeRemarks({ stderr }: Context, file: string, remarks: readonly LineMistake[]): void {
  const sorted = remarks.toSorted((a, b) => a.line - b.line);
  for (const { line, text } of sorted.slice(0, shownMistakes))
    stderr.write(`${basename(file)}, line ${line}: ${text}\n`);
}
