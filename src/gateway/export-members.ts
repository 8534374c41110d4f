// Members as rows, as they are recorded now, with nothing by which one could sign in or tap.

import { plain } from '../domain/guard-cell.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { ExportRows, Row } from './export-wish.ts';
import type { Journal, Person } from './ports.ts';

export const memberColumns = [
  ...(['member', 'handle', 'name', 'email', 'team', 'status', 'plan', 'from', 'until'] as const),
  ...(['roles', 'certificates', 'badges', 'shown'] as const),
];

const batch = 500;

export async function* memberRows(journal: Pick<Journal, 'query' | 'people'>): ExportRows {
  const recorded = new Map<string, MemberRecorded>();
  const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  for (const { type, data } of await journal.query({ types: ['member-recorded'], ...always }))
    if (type === 'member-recorded') recorded.set(data.member, data);
  const people = (await journal.people()).toSorted((one, other) => (one.handle < other.handle ? -1 : 1));
  for (let at = 0; at < people.length; at += batch)
    yield people.slice(at, at + batch).map((person) => memberRow(person, recorded.get(person.member)));
}

function memberRow({ member, handle, name, email }: Person, known: MemberRecorded | undefined): Row {
  const certificates = known?.certificates.map(({ certificate, until }) =>
    until === null ? certificate : `${certificate}:${until}`,
  );
  return [
    ...[member, handle, name, email, known?.team ?? null, known?.status ?? null, known?.plan ?? null],
    ...[plain(known?.from ?? ''), plain(known?.until ?? ''), known?.roles.join(';') ?? null],
    ...[certificates?.join(';') ?? null, known?.badges.length ?? 0, known?.shown === true ? 'yes' : 'no'],
  ];
}
