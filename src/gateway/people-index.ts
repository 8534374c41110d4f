// The people table in memory: who holds a badge, who has a handle. Follows what is durable; erased with the row.

import type { SeenKeys } from './badge-keys.ts';
import type { PeopleChange, Person } from './ports.ts';

type Held = { readonly member: string; readonly badge: string };

export type PeopleIndex = {
  byMember(member: string): Person | undefined;
  byHandle(handle: string): Person | undefined;
  /** The badge that a card is; a part of a number stands for one only while exactly one fits. */
  find(seen: SeenKeys): Held | 'ambiguous' | undefined;
  /**
   * Badges with which this card would be confused if it became one: at the reader that saw it, at readers that tell the
   * last 32 bits, or where a badge is itself known by a part only.
   */
  alike(seen: SeenKeys): readonly Held[];
  /** Who reported lost what this card is, or a part of it that was all that was known. */
  lostBy(seen: SeenKeys): Person | undefined;
  all(): Iterable<Person>;
  follow(changes: readonly PeopleChange[]): void;
};

export function createPeopleIndex(people: readonly Person[]): PeopleIndex {
  const members = new Map<string, Person>();
  const handles = new Map<string, string>();
  /** By all that is known of a badge. */
  const badges = new Map<string, Held>();
  /** By a part of it. */
  const parts = new Map<string, Set<Held>>();
  /** Key of a lost badge → its member. */
  const lost = new Map<string, string>();

  const remove = (member: string): void => {
    const person = members.get(member);
    if (!person) return;
    members.delete(member);
    handles.delete(person.handle);
    for (const { key } of person.lost) lost.delete(key);
    for (const badge of person.badges) {
      const held = badges.get(badge.key);
      badges.delete(badge.key);
      for (const { key } of held ? badge.views : []) leave(parts, key, held);
    }
  };
  const add = (person: Person): void => {
    remove(person.member);
    members.set(person.member, person);
    handles.set(person.handle, person.member);
    for (const { key } of person.lost) lost.set(key, person.member);
    for (const { badge, key, views } of person.badges) {
      const held = { member: person.member, badge };
      badges.set(key, held);
      for (const view of views) parts.set(view.key, (parts.get(view.key) ?? new Set()).add(held));
    }
  };
  const knownBy = (keys: SeenKeys): readonly Held[] => keys.flatMap(({ key }) => badges.get(key) ?? []);
  for (const person of people) add(person);

  return {
    byMember: (member) => members.get(member),
    byHandle: (handle) => members.get(handles.get(handle) ?? ''),
    find(seen) {
      const [own] = seen;
      const exact = own.view === 'whole' ? badges.get(own.key) : undefined;
      if (exact) return exact;
      const fits = new Set([...knownBy(seen), ...(parts.get(own.key) ?? [])]);
      return fits.size > 1 ? 'ambiguous' : [...fits][0];
    },
    alike(seen) {
      const told = seen.filter(({ view }, place) => place === 0 || view === 'low32');
      return [...new Set([...knownBy(seen), ...told.flatMap(({ key }) => [...(parts.get(key) ?? [])])])];
    },
    lostBy: (seen) =>
      members.get(seen.map(({ key }) => lost.get(key)).find((one) => one !== undefined) ?? ''),
    all: () => members.values(),
    follow(changes) {
      // One step: within it two members may exchange a badge.
      for (const change of changes) {
        if (change.kind === 'put') remove(change.person.member);
        if (change.kind === 'erase') remove(change.member);
      }
      for (const change of changes) if (change.kind === 'put') add(change.person);
    },
  };
}

function leave(parts: Map<string, Set<Held>>, key: string, held: Held | undefined): void {
  const left = parts.get(key);
  if (held) left?.delete(held);
  if (left?.size === 0) parts.delete(key);
}
