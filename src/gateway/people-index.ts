// The people table in memory: who holds a badge, who has a handle. Follows what is durable; erased with the row.

import type { BadgeKey, PeopleChange, Person } from './ports.ts';

export type PeopleIndex = {
  byMember(member: string): Person | undefined;
  byHandle(handle: string): Person | undefined;
  byBadgeKey(key: string): { readonly member: string; readonly badge: string } | undefined;
  follow(changes: readonly PeopleChange[]): void;
};

export function createPeopleIndex(people: readonly Person[]): PeopleIndex {
  const members = new Map<string, Person>();
  const handles = new Map<string, string>();
  const badges = new Map<string, { member: string; badge: string }>();

  const remove = (member: string): void => {
    const person = members.get(member);
    if (!person) return;
    members.delete(member);
    handles.delete(person.handle);
    for (const badge of person.badges) badges.delete(badge.key);
  };
  const add = (person: Person): void => {
    remove(person.member);
    members.set(person.member, person);
    handles.set(person.handle, person.member);
    for (const badge of person.badges) badges.set(badge.key, heldBy(person, badge));
  };
  for (const person of people) add(person);

  return {
    byMember: (member) => members.get(member),
    byHandle: (handle) => members.get(handles.get(handle) ?? ''),
    byBadgeKey: (key) => badges.get(key),
    follow(changes) {
      for (const change of changes) {
        if (change.kind === 'put') add(change.person);
        if (change.kind === 'erase') remove(change.member);
      }
    },
  };
}

const heldBy = (person: Person, badge: BadgeKey) => ({ member: person.member, badge: badge.badge });
