// Members from a list: all rows or none, every mistake with its row, and the same list again changes nothing.

import { rolesListed } from '../domain/access/lent-roles.ts';
import { personDigestText } from '../domain/access/person-digest.ts';
import { isId } from '../domain/ids.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { createBadgeCheck } from './badge-mistakes.ts';
import type { Committer } from './commit.ts';
import type { ImportOutcome, MemberInput } from './gateway.ts';
import { badgeLimit, type ListBadges, listedBadges } from './listed-badges.ts';
import { listedCertificates, listedMembership, rightsInOrder, rightsMistakes } from './listed-rights.ts';
import type { PeopleIndex } from './people-index.ts';
import type { BadgeKey, PeopleChange, Person, Secrets } from './ports.ts';

export type ImportMembers = ListBadges & {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'digest' | 'seal'>;
  /** 16 random bytes, hex. */
  readonly newSalt: () => string;
};

type Mistake = { readonly row: number; readonly code: string; readonly text: string };
type Planned = {
  readonly person: Person;
  readonly recorded: MemberRecorded;
  readonly kind: 'added' | 'changed' | 'unchanged';
  /** Badges of the row that were left away. */
  readonly lost: readonly string[];
};

/** One unit for the journal at most; beyond this a list is to be split. */
export const importLimit = 20_000;

export async function importMembers(
  box: ImportMembers,
  rows: readonly MemberInput[],
  options: { dryRun: boolean },
): Promise<ImportOutcome> {
  const mistakes = findMistakes(box, rows);
  if (mistakes.length > 0) return { ok: false, mistakes };
  const planned = rows.map((row) => plan(box, row));
  const tally = (kind: Planned['kind']): number => planned.filter((one) => one.kind === kind).length;
  const outcome = {
    ok: true,
    added: tally('added'),
    changed: tally('changed'),
    unchanged: tally('unchanged'),
    warnings: planned.flatMap(({ lost }, row) => lost.map((text) => ({ row, code: 'badge-lost', text }))),
  } as const;
  const touched = planned.filter((one) => one.kind !== 'unchanged');
  if (options.dryRun || touched.length === 0) return outcome;
  await box.committer.commit(
    touched.map(({ recorded }) => ({ type: 'member-recorded', data: recorded })),
    { people: touched.map(({ person }): PeopleChange => ({ kind: 'put', person })) },
  );
  return outcome;
}

function findMistakes(box: ImportMembers, rows: readonly MemberInput[]): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const handles = new Map<string, number>();
  const badgeMistake = createBadgeCheck(box);
  if (rows.length > importLimit) {
    return [{ row: importLimit, code: 'too-many', text: `more than ${importLimit} rows; split the file` }];
  }
  for (const [row, input] of rows.entries()) {
    const add = (code: string, text: string): number => mistakes.push({ row, code, text });
    if (!isId(input.member))
      add('member-id', `"${input.member.slice(0, 64)}" is not a handle: use a-z, 0-9 and -, at most 64`);
    const twin = handles.get(input.member);
    if (twin !== undefined) add('member-twice', `${input.member} stands in this list twice; keep one row`);
    handles.set(input.member, row);
    if (input.name.trim() === '') add('name-missing', `${input.member} has no name; write one`);
    for (const { code, text } of rightsMistakes(box.committer.tentative(), input)) add(code, text);
    for (const text of input.badges) {
      const mistake = badgeMistake(input.member, text);
      if (mistake) add(mistake.code, mistake.text);
    }
    // Only counted: no id is used up for it, and nothing is sealed.
    const counting = { ...box, newId: () => '', keepsCards: () => false };
    const { length } = listedBadges(counting, input).badges;
    if (length > badgeLimit) add('badge-limit', tooMany(input.member, length));
  }
  return mistakes;
}

const tooMany = (handle: string, count: number): string =>
  `${handle} would have ${count} badges with those that were enrolled by a tap, and ${badgeLimit} is the most; leave one out or take a lost one away`;

function plan(box: ImportMembers, row: MemberInput): Planned {
  const known = box.people.byHandle(row.member);
  const before = known && box.committer.tentative().members.get(known.member);
  const { badges, lost } = listedBadges(box, row);
  const person: Person = {
    member: known?.member ?? box.newId(),
    handle: row.member,
    name: row.name.trim(),
    email: row.email,
    salt: known?.salt ?? box.newSalt(),
    password: known?.password ?? null,
    ...(known?.push !== undefined && { push: known.push }),
    pin: known?.pin ?? null,
    badges,
    lost: known?.lost ?? [],
  };
  const recorded: MemberRecorded = {
    member: person.member,
    // No list speaks of it: a suspension ends only where somebody ends it.
    ...listedStatus(before),
    team: row.team,
    ...rolesListed(before, row.roles),
    certificates: listedCertificates(row, before),
    ...listedMembership(row, before),
    badges: person.badges.map((held) => held.badge),
    shown: before?.shown ?? false,
    digest: box.secrets.digest(personDigestText(person)),
  };
  const same =
    before !== undefined &&
    JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(recorded)) &&
    badges.every((badge, place) => isSameRow(known?.badges[place], badge));
  return { person, recorded, kind: same ? 'unchanged' : known ? 'changed' : 'added', lost };
}

const listedStatus = (before: MemberRecorded | undefined): Pick<MemberRecorded, 'status' | 'statusBy'> => ({
  status: before?.status ?? 'active',
  ...(before?.statusBy === undefined ? {} : { statusBy: before.statusBy }),
});

/** Badges from before there were views get theirs; one that a list names for the first time belongs to it from now on. */
const isSameRow = (before: BadgeKey | undefined, badge: BadgeKey): boolean =>
  before?.views.length === badge.views.length && before.from === badge.from && before.sealed === badge.sealed;

/** The fields in one order, whatever order the journal's canonical JSON gave them. */
function inOrder(member: MemberRecorded): readonly unknown[] {
  const { status, team, roles, badges, shown, digest } = member;
  return [status, team, roles, ...rightsInOrder(member), badges, shown, digest];
}

export type ChangeMember = Pick<ImportMembers, 'committer' | 'people' | 'secrets'>;

/** A person's row and entry with something changed, made durable. Resolves false when there is no such member. */
export async function changeMember(
  box: ChangeMember,
  member: string,
  change: {
    readonly person?: Partial<Pick<Person, 'password'>>;
    readonly recorded?: Partial<MemberRecorded>;
  },
): Promise<boolean> {
  const known = box.people.byMember(member);
  const before: State['members'] = box.committer.tentative().members;
  const recorded = before.get(member);
  if (!known || !recorded) return false;
  const person = { ...known, ...change.person };
  await box.committer.commit([{ type: 'member-recorded', data: { ...recorded, ...change.recorded } }], {
    people: [{ kind: 'put', person }],
  });
  return true;
}
