// Who is told of together: by how much they use, and by their team. No group has fewer than five people, and neither has
// anything that adding and subtracting the figures of groups could tell apart.

import { leastCut } from './least-cut.ts';

/** `others`: groups that were too small by themselves. */
export type GroupName =
  | { readonly by: 'all'; readonly group: 'everybody' }
  | { readonly by: 'use'; readonly group: 'light-half' | 'middle' | 'heavy-tenth' | 'others' }
  | { readonly by: 'team'; readonly group: 'individuals' | 'others' }
  | { readonly by: 'team'; readonly group: 'team'; readonly team: string };

export type Group = { readonly name: GroupName; readonly members: ReadonlySet<string> };

export type Person = { readonly member: string; readonly team: string | null; readonly usedMs: number };

export const fewestPeople = 5;

/** Teams beyond that, the smallest, are told together: a table is to be read. */
const teamsMost = 20;

/** @param people in the order in which they first came, which decides between those who used the same */
export function groupsOf(people: readonly Person[]): { groups: readonly Group[]; isMerged: boolean } {
  if (people.length < fewestPeople) return { groups: [], isMerged: false };
  const everybody = groupOf({ by: 'all', group: 'everybody' }, people);
  const use = merged(byUse(people), 'use');
  let teams = limited(merged(byTeam(people), 'team'));
  // Who knows both lists could subtract the one from the other: what that would leave must be five people as well.
  while (teams.length > 1 && !areApart(use, teams)) teams = joined(teams, 'team');
  const shown = [use, teams].filter((groups) => groups.length > 1).flat();
  const isMerged = shown.length < byUse(people).length + byTeam(people).length;
  return { groups: [everybody, ...shown], isMerged };
}

const groupOf = (name: GroupName, people: readonly Person[]): Group => ({
  name,
  members: new Set(people.map(({ member }) => member)),
});

function byUse(people: readonly Person[]): readonly Group[] {
  const ranked = people.toSorted((one, other) => one.usedMs - other.usedMs);
  const light = Math.floor(ranked.length / 2);
  const heavy = Math.floor(ranked.length * 0.9);
  return [
    groupOf({ by: 'use', group: 'light-half' }, ranked.slice(0, light)),
    groupOf({ by: 'use', group: 'middle' }, ranked.slice(light, heavy)),
    groupOf({ by: 'use', group: 'heavy-tenth' }, ranked.slice(heavy)),
  ].filter(({ members }) => members.size > 0);
}

function byTeam(people: readonly Person[]): readonly Group[] {
  const alone = people.filter(({ team }) => team === null);
  const teams = [...new Set(people.flatMap(({ team }) => team ?? []))].sort();
  const groups = teams.map((team) =>
    groupOf(
      { by: 'team', group: 'team', team },
      people.filter((one) => one.team === team),
    ),
  );
  if (alone.length > 0) groups.push(groupOf({ by: 'team', group: 'individuals' }, alone));
  return groups;
}

type Split = 'use' | 'team';

const others = (by: Split, members: Iterable<string>): Group => ({
  name: { by, group: 'others' },
  members: new Set(members),
});

/** Groups of fewer than five go to the others; while these are fewer than five, the smallest group joins them. */
function merged(groups: readonly Group[], by: Split): readonly Group[] {
  const large = groups.filter(({ members }) => members.size >= fewestPeople);
  const small = groups.filter(({ members }) => members.size < fewestPeople);
  if (small.length === 0) return groups;
  const rest = others(
    by,
    small.flatMap(({ members }) => [...members]),
  );
  const all = [...large, rest];
  return rest.members.size >= fewestPeople || large.length === 0 ? all : joined(all, by);
}

/** The smallest group joins the others. */
function joined(groups: readonly Group[], by: Split): readonly Group[] {
  const named = groups.filter(({ name }) => name.group !== 'others');
  const smallest = named.reduce<Group | null>(
    (least, group) => (least === null || group.members.size < least.members.size ? group : least),
    null,
  );
  if (!smallest) return groups;
  const rest = groups.filter(({ name }) => name.group === 'others').flatMap(({ members }) => [...members]);
  return [...named.filter((group) => group !== smallest), others(by, [...rest, ...smallest.members])];
}

function limited(groups: readonly Group[]): readonly Group[] {
  let left = groups;
  while (left.length > teamsMost) left = joined(left, 'team');
  return left;
}

/**
 * Figures of groups are sums over their people. Adding and subtracting them can single out a set of people only if it
 * takes apart the graph whose points are groups and whose edges are people who are in both: so every cut of it must
 * have five people.
 */
function areApart(one: readonly Group[], other: readonly Group[]): boolean {
  const weights = one.map(({ members }) =>
    other.map((group) => [...members].filter((member) => group.members.has(member)).length),
  );
  return leastCut(weights) >= fewestPeople;
}
