// `officina export`: sessions, charges, postings and members as rows for other programs, and all that is kept of one member. It only
// reads, also beside a running gateway.

import { closeSync, openSync, writeSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { readTime } from '../domain/local-time.ts';
import { type ExportWish, exportKinds } from '../gateway/export-wish.ts';
import { printRows } from '../gateway/print-rows.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, exitCodes, refuse, textOf } from './command.ts';
import { exportMember } from './export-member.ts';
import { showProgress } from './show-progress.ts';

export const exportRowsTo: Command = {
  name: 'export',
  summary: 'Sessions, charges, postings and members as CSV or JSON lines; all that is kept of one member.',
  usage: `${exportKinds.join('|')} [--from T] [--to T] [--format csv|jsonl] [--out FILE] | member HANDLE --out FOLDER`,
  help: `
  sessions   one row per session; what goes on still at the end as far as it is known
  charges    one row per line of a charge, and of what corrected it
  postings   one row per line of a posting, by its date
  members    as they are now, without passwords, PINs and badges
  member H   all that is kept of one member, into a new folder: JSON, and a page to read it

  --from T, --to T   on the clock of the space, or RFC 3339: when it was written down; a day alone begins at midnight
  --format F         csv (the default), or jsonl: one JSON object in a line
  --out FILE         a new file; left out: standard output

A cell that came from outside and looks like a formula begins with a quote, so that a spreadsheet takes it for text.

Examples:
  officina export sessions --from 2026-01-01 > sessions.csv
  officina export member ada --out ada-2026`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  words: { least: 1, most: 2 },
  async run(context) {
    const [what = '', handle] = context.words;
    if (what === 'member')
      return exportMember(context, { handle: handle ?? '', folder: textOf(context.values, 'out') });
    const kind = exportKinds.find((one) => one === what);
    const wrong = (text: string) => refuse(context, text, exitCodes.wrongUse);
    if (!kind || handle !== undefined)
      return wrong(
        `"${clip(handle ?? what)}" cannot be exported; take one of ${exportKinds.join(', ')}, member HANDLE.`,
      );
    const format = textOf(context.values, 'format') ?? 'csv';
    if (format !== 'csv' && format !== 'jsonl')
      return wrong(`"${clip(format)}" is no format; take csv or jsonl.`);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const span = readSpan(context, chosen.config);
    if (typeof span === 'string') return wrong(span);
    const out = openOut(context);
    if ('why' in out) return refuse(context, out.why);
    const progress = showProgress(context);
    const dayMs = 86_400_000;
    const onProgress = (doneMs: number, totalMs: number): void =>
      progress.days(doneMs / dayMs, Math.ceil(totalMs / dayMs));
    try {
      const wish = { what: kind, ...span, onProgress };
      const as = { format, csvLines: context.boxes.csvLines } as const;
      await context.boxes.readKept(chosen.config, async (from) => {
        for await (const piece of printRows(from, wish, as)) out.write(piece);
      });
    } finally {
      progress.clear();
      out.close();
    }
    return exitCodes.ok;
  },
};

type Out = { readonly write: (text: string) => void; readonly close: () => void };

/** A file is never written over. */
function openOut({ values, stdout }: Context): Out | { readonly why: string } {
  const file = textOf(values, 'out');
  if (file === undefined) return { write: (text) => void stdout.write(text), close: () => undefined };
  try {
    const opened = openSync(file, 'wx', 0o600);
    return { write: (text) => void writeSync(opened, text), close: () => closeSync(opened) };
  } catch (error) {
    const code = codeOf(error);
    return {
      why:
        code === 'EEXIST'
          ? `${file} is there already; give another name.`
          : `${file} cannot be written (${String(code)}); check the folder and its rights.`,
    };
  }
}

function readSpan({ values }: Context, { workshop }: Config): Pick<ExportWish, 'fromMs' | 'toMs'> | string {
  const at = (option: 'from' | 'to', usual: number): number | string => {
    const text = textOf(values, option);
    if (text === undefined) return usual;
    const read = readTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text} 00:00` : text, workshop.space.timezone);
    return read.ok
      ? read.atMs
      : `--${option} ${clip(text)} is no time of the space; write it like 2026-11-01.`;
  };
  // A day more: a clock that was put back may have stamped entries ahead of now.
  const [fromMs, toMs] = [at('from', 0), at('to', Date.now() + 86_400_000)];
  if (typeof fromMs === 'string') return fromMs;
  if (typeof toMs === 'string') return toMs;
  return fromMs < toMs ? { fromMs, toMs } : '--from is not before --to; turn them round.';
}
