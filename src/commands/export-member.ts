// All that is kept of one member, into a folder of its own: `member.json` for programs, `index.html` for people. Nobody else may read
// the folder.

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { formatInstant } from '../domain/local-time.ts';
import type { KeptFrom } from '../gateway/kept-from.ts';
import {
  type MemberProfile,
  memberDataJson,
  memberEntries,
  memberProfile,
  memberWords,
  notKept,
} from '../gateway/member-data.ts';
import { chooseConfig } from './choose-config.ts';
import { type Context, codeOf, type ExitCode, exitCodes, refuse } from './command.ts';
import { escapeHtml } from './report-texts.ts';

type Wish = { readonly handle: string; readonly folder: string | undefined };

export async function exportMember(context: Context, { handle, folder }: Wish): Promise<ExitCode> {
  if (!isId(handle))
    return refuse(
      context,
      `"${clip(handle)}" is no handle; give one of the import file.`,
      exitCodes.wrongUse,
    );
  if (folder === undefined)
    return refuse(context, 'Where to? Give a new folder with --out.', exitCodes.wrongUse);
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const { config } = chosen;
  const member = await context.boxes.memberKey(config, handle);
  if (member === null)
    return refuse(context, `No member has the handle "${handle}"; the import file lists the handles.`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    const why =
      code === 'EEXIST'
        ? 'is there already; give another name'
        : `cannot be made (${String(code)}); check its parent and the rights`;
    return refuse(context, `${folder} ${why}.`);
  }
  await context.boxes.readKept(config, (kept) => writeFolder(kept, { member, folder, config }));
  context.stdout.write(`All that is kept of ${handle} is in ${folder}: begin with index.html.\n`);
  return exitCodes.ok;
}

type Target = { readonly member: string; readonly folder: string; readonly config: Config };

async function writeFolder(kept: KeptFrom, { member, folder, config }: Target): Promise<void> {
  const profile = await memberProfile(kept, member);
  if (profile === null) throw new Error('The member was erased meanwhile; there is nothing to export.');
  const opened = openSync(join(folder, 'member.json'), 'wx', 0o600);
  try {
    for await (const piece of memberDataJson(kept, profile)) writeSync(opened, piece);
  } finally {
    closeSync(opened);
  }
  const page = await indexPage(kept, { profile, timezone: config.workshop.space.timezone });
  writeFileSync(join(folder, 'index.html'), page, { flag: 'wx', mode: 0o600 });
}

/** Rows of the page; all of them stand in `member.json`. */
const rowLimit = 5000;

async function indexPage(
  kept: KeptFrom,
  { profile, timezone }: { profile: MemberProfile; timezone: string },
): Promise<string> {
  const counts = new Map<string, number>();
  const rows: (readonly string[])[] = [];
  for await (const entries of memberEntries(kept, profile.member)) {
    for (const { seq, atMs, type, data } of entries) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
      rows.push([String(seq), formatInstant(atMs, timezone), type, JSON.stringify(data)]);
    }
    rows.splice(0, Math.max(0, rows.length - rowLimit));
  }
  const words = await memberWords(kept, profile.member);
  const badges = profile.badges.map(({ tail, lost }) => `…${tail}${lost ? ' (lost)' : ''}`).join(', ');
  const own = [
    ...[
      ['Name', profile.name],
      ['Handle', profile.handle],
      ['Key', profile.member],
    ],
    ...[
      ['E-mail', profile.email ?? 'none'],
      ['Badges', badges || 'none'],
    ],
    [
      'Password, PIN',
      `${profile.password ? 'kept as a hash' : 'none'}, ${profile.pin ? 'kept as a hash' : 'none'}`,
    ],
  ];
  const part = (title: string, table: readonly (readonly string[])[]): string =>
    `<h2>${escapeHtml(title)}</h2>\n<table>${table.map(tr).join('\n')}</table>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(profile.name)}</title>
<style>body{font:11pt sans-serif;margin:2em}td{border-bottom:1px solid #ccc;padding:.2em .6em;vertical-align:top;overflow-wrap:anywhere}</style>
</head><body><h1>What is kept of ${escapeHtml(profile.name)}</h1>
${part('Who you are', own)}
${part(
  'What was written by you, or to you',
  words.map(({ about, text }) => [about, text]),
)}
${part(
  'Entries of the journal, by kind',
  [...counts].map(([type, count]) => [type, String(count)]),
)}
<h2>What is not kept</h2><ul>${notKept.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>
${part(`Entries, the newest ${rowLimit} at most; all are in member.json`, rows)}
</body></html>
`;
}

const tr = (cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
