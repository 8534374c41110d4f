// People and their badges: what can be erased. The changes of one commit are applied as one step, so that two people may
// exchange a handle or a badge within it; erasing takes the salt, the badges and the tokens along.

import type { Database } from 'better-sqlite3';
import type { BadgeKey, BadgeView, PeopleChange, Person } from '../../gateway/ports.ts';

export type PeopleTable = {
  people(): readonly Person[];
  change(changes: readonly PeopleChange[]): void;
};

type PersonChange = Exclude<PeopleChange, { kind: 'note' }>;
type PersonRow = Omit<Person, 'badges'>;
type BadgeRow = Omit<BadgeKey, 'views'> & { readonly member: string };
type ViewRow = BadgeView & { readonly badge: string };

export function peopleTable(db: Database): PeopleTable {
  const people = db.prepare<[], PersonRow>(
    'SELECT member, handle, name, email, salt, password, pin FROM people ORDER BY member',
  );
  const badges = db.prepare<[], BadgeRow>(
    'SELECT member, badge, key, tail FROM badges ORDER BY member, place',
  );
  const views = db.prepare<[], ViewRow>('SELECT badge, view, key FROM badge_views ORDER BY badge, view');
  const remove = db.prepare('DELETE FROM people WHERE member = ?');
  const removeTokens = db.prepare('DELETE FROM tokens WHERE member = ?');
  const insert = db.prepare(
    'INSERT INTO people (member, handle, name, email, salt, password, pin) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertBadge = db.prepare(
    'INSERT INTO badges (badge, member, place, key, tail) VALUES (?, ?, ?, ?, ?)',
  );
  const insertView = db.prepare('INSERT INTO badge_views (badge, view, member, key) VALUES (?, ?, ?, ?)');

  return {
    change(changes) {
      const final = new Map<string, PersonChange>();
      for (const change of changes) if (change.kind !== 'note') final.set(memberOf(change), change);
      for (const [member, change] of final) {
        remove.run(member);
        if (change.kind === 'erase') removeTokens.run(member);
      }
      for (const change of final.values()) {
        if (change.kind === 'erase') continue;
        const { member, handle, name, email, salt, password, pin } = change.person;
        insert.run(member, handle, name, email, salt, password, pin);
        for (const [place, held] of change.person.badges.entries()) {
          insertBadge.run(held.badge, member, place, held.key, held.tail);
          for (const { view, key } of held.views) insertView.run(held.badge, view, member, key);
        }
      }
    },
    people() {
      const badgesOf = Map.groupBy(badges.all(), (row) => row.member);
      const viewsOf = Map.groupBy(views.all(), (row) => row.badge);
      const viewsAt = (badge: string) => (viewsOf.get(badge) ?? []).map(({ view, key }) => ({ view, key }));
      return people.all().map((row) => ({
        ...row,
        badges: (badgesOf.get(row.member) ?? []).map(({ badge, key, tail }) => ({
          ...{ badge, key, tail },
          views: viewsAt(badge),
        })),
      }));
    },
  };
}

const memberOf = (change: PersonChange): string =>
  change.kind === 'put' ? change.person.member : change.member;
