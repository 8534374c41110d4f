// Rows of the people file as members: header `member,name,email,team,badges,certificates,roles`, and `plan,from,until` where
// the file says something of them; lists separated by `;`. Every mistake is found, each with its line.

import { isDay } from '../config/is-day.ts';
import { suggestion } from '../config/nearest-word.ts';
import { clip } from '../config/read-yaml.ts';
import { certificateLevels } from '../domain/access/certificate.ts';
import type { Role } from '../domain/journal/entry.ts';
import type { MemberInput } from '../gateway/gateway.ts';
import type { CsvRow, LineMistake } from './parse-csv.ts';

export type MemberRows =
  | { readonly ok: true; readonly members: readonly MemberInput[]; readonly lines: readonly number[] }
  | { readonly ok: false; readonly mistakes: readonly LineMistake[] };

const needed = ['member', 'name', 'email', 'team', 'badges', 'certificates', 'roles'] as const;
const further = ['plan', 'from', 'until'] as const;
const columns = [...needed, ...further];
type Column = (typeof columns)[number];

const roles: readonly Role[] = ['member', 'steward', 'trainer', 'treasurer', 'team-lead', 'admin'];
const idPattern = /^[a-z0-9-]{1,64}$/;
const limits = { badges: 8, badgeLength: 64, certificates: 64, email: 254, name: 120 } as const;

export function readMemberRows(rows: readonly CsvRow[]): MemberRows {
  const [header, ...rest] = rows;
  const order = header ? readHeader(header) : 'The file is empty.';
  if (typeof order === 'string') {
    const text = `${order} The first line must be: ${needed.join(',')}`;
    return { ok: false, mistakes: [{ line: header?.line ?? 1, text }] };
  }
  const mistakes: LineMistake[] = [];
  const members: MemberInput[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rest) {
    const note = (text: string): void => void mistakes.push({ line: row.line, text });
    if (row.cells.length !== order.length) {
      note(
        `This line has ${row.cells.length} cells instead of ${order.length}; an empty cell still needs its comma.`,
      );
      continue;
    }
    const cells = new Map(order.map((column, index) => [column, (row.cells[index] ?? '').trim()]));
    const inFile = readMember((column) => cells.get(column) ?? '', note);
    const member = { ...inFile, ...readMembership((column) => cells.get(column), note) };
    const first = firstLines.get(member.member);
    if (first !== undefined)
      note(`"${clip(member.member)}" stands here a second time; the first is in line ${first}.`);
    else if (member.member !== '') firstLines.set(member.member, row.line);
    members.push(member);
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, members, lines: rest.map(({ line }) => line) };
}

/** The columns in the order of the file, or what is wrong. */
function readHeader({ cells }: CsvRow): Column[] | string {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  if (names.length === 1 && names[0]?.includes(';')) {
    return 'The cells are separated by semicolons; save the file with commas.';
  }
  const found: Column[] = [];
  for (const name of names) {
    const column = columns.find((known) => known === name);
    if (!column) return `"${clip(name)}" is no column${suggestion(name, columns)}.`;
    if (found.includes(column)) return `The column "${column}" stands there twice.`;
    found.push(column);
  }
  const missing = needed.filter((column) => !found.includes(column));
  return missing.length === 0 ? found : `The columns ${missing.join(', ')} are missing.`;
}

type Note = (text: string) => void;

function readMember(cell: (column: Column) => string, note: Note): MemberInput {
  const member = cell('member');
  if (!idPattern.test(member)) {
    note(`"${clip(member)}" cannot be a handle; use lower-case letters, digits and hyphens, at most 64.`);
  }
  const name = cell('name');
  if (name.length === 0 || name.length > limits.name || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) {
    note(`"name" must have 1 to ${limits.name} printable characters.`);
  }
  const email = cell('email');
  if (email !== '' && (email.length > limits.email || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email))) {
    note(`"${clip(email)}" is no e-mail address; correct it or leave the cell empty.`);
  }
  const team = cell('team');
  if (team !== '' && !idPattern.test(team)) {
    note(`"${clip(team)}" cannot be a team; use lower-case letters, digits and hyphens, at most 64.`);
  }
  return {
    member,
    name,
    email: email === '' ? null : email,
    team: team === '' ? null : team,
    badges: readBadges(listOf(cell('badges')), note),
    certificates: readCertificates(listOf(cell('certificates')), note),
    roles: readRoles(listOf(cell('roles')), note),
  };
}

const listOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** What a badge may look like is the gateway's to say; here only the sizes. No sentence shows one. */
function readBadges(words: readonly string[], note: Note): readonly string[] {
  if (words.length > limits.badges)
    note(`A member has at most ${limits.badges} badges; these are ${words.length}.`);
  if (words.some((word) => word.length > limits.badgeLength))
    note(`A badge is longer than ${limits.badgeLength}.`);
  return words;
}

/** `laser-basic`, `laser-basic:2027-06-30`, `laser-basic:2027-06-30:teach`, or `laser-basic::teach` without an end. */
function readCertificates(words: readonly string[], note: Note): MemberInput['certificates'] {
  if (words.length > limits.certificates) {
    note(`A member has at most ${limits.certificates} certificates; these are ${words.length}.`);
  }
  const seen = new Set<string>();
  return words.map((word) => {
    const [certificate = '', day, grade, ...more] = word.split(':');
    if (!idPattern.test(certificate)) {
      note(
        `"${clip(certificate)}" cannot be a certificate; use lower-case letters, digits and hyphens, at most 64.`,
      );
    }
    const until = day === undefined || (day === '' && grade !== undefined) ? null : day;
    if (until !== null && !isDay(until)) {
      note(`"${clip(until)}" after "${clip(certificate)}" is no day; write it as 2027-06-30.`);
    }
    const level = certificateLevels.find((known) => known === grade);
    if ((grade !== undefined && level === undefined) || more.length > 0) {
      const text = word.slice(certificate.length + 1 + (day ?? '').length + 1);
      note(`"${clip(text)}" of "${clip(certificate)}" is no level${suggestion(text, certificateLevels)}`);
    }
    if (seen.has(certificate)) note(`The certificate "${clip(certificate)}" stands there twice; keep one.`);
    seen.add(certificate);
    return { certificate, until, ...(level === undefined ? {} : { level }) };
  });
}

/** Only of columns that are there: a file without them says nothing about it. */
function readMembership(
  cell: (column: Column) => string | undefined,
  note: Note,
): Pick<MemberInput, 'plan' | 'from' | 'until'> {
  const [plan, from, until] = [cell('plan'), cell('from'), cell('until')];
  if (plan && !idPattern.test(plan)) {
    note(`"${clip(plan)}" cannot be a plan; use its id from officina.yaml, or leave the cell empty.`);
  }
  for (const day of [from, until]) {
    if (day && !isDay(day))
      note(`"${clip(day)}" is no day; write it as 2027-06-30, or leave the cell empty.`);
  }
  if (from && until && until < from) note(`"until" is ${until}, which is before ${from}; turn them round.`);
  return {
    ...(plan === undefined ? {} : { plan: plan || null }),
    ...(from === undefined ? {} : { from: from || null }),
    ...(until === undefined ? {} : { until: until || null }),
  };
}

/** Everybody in the file is a member, also where the cell is empty. */
function readRoles(words: readonly string[], note: Note): readonly Role[] {
  const found: Role[] = [];
  for (const word of words) {
    const role = roles.find((known) => known === word);
    if (role) found.push(role);
    else note(`"${clip(word)}" is no role${suggestion(word, roles)}`);
  }
  return found.length === 0 ? ['member'] : found;
}
