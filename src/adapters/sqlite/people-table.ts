// People and their badges: what can be erased. The changes of one commit are applied as one step, so that two people may
// exchange a handle or a badge within it; erasing takes the salt, the badges and the tokens along.

import type { Database } from 'better-sqlite3';
import type { BadgeKey, BadgeView, PeopleChange, Person } from '../../gateway/ports.ts';

export type PeopleTable = {
  people(): readonly Person[];
  change(changes: readonly PeopleChange[]): void;
};

type PersonChange = Extract<PeopleChange, { kind: 'put' | 'erase' }>;
type PersonRow = Omit<Person, 'badges' | 'lost' | 'push'> & { readonly push: string | null };
type BadgeRow = Omit<BadgeKey, 'views' | 'from'> & {
  readonly member: string;
  readonly source: BadgeKey['from'];
  readonly lost: 0 | 1;
};
type ViewRow = BadgeView & { readonly badge: string };

export function peopleTable(db: Database): PeopleTable {
  const people = db.prepare<[], PersonRow>(
    'SELECT member, handle, name, email, salt, password, pin, push FROM people ORDER BY member',
  );
  const badges = db.prepare<[], BadgeRow>(
    'SELECT member, badge, key, tail, source, sealed, lost FROM badges ORDER BY member, place',
  );
  const views = db.prepare<[], ViewRow>('SELECT badge, view, key FROM badge_views ORDER BY badge, view');
  const remove = db.prepare('DELETE FROM people WHERE member = ?');
  const removeTokens = db.prepare('DELETE FROM tokens WHERE member = ?');
  const insert = db.prepare(
    'INSERT INTO people (member, handle, name, email, salt, password, pin, push) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertBadge = db.prepare(
    'INSERT INTO badges (badge, member, place, key, tail, source, sealed, lost) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertView = db.prepare('INSERT INTO badge_views (badge, view, member, key) VALUES (?, ?, ?, ?)');

  return {
    change(changes) {
      const final = new Map<string, PersonChange>();
      for (const change of changes)
        if (change.kind === 'put' || change.kind === 'erase') final.set(memberOf(change), change);
      for (const [member, change] of final) {
        remove.run(member);
        if (change.kind === 'erase') removeTokens.run(member);
      }
      for (const change of final.values()) {
        if (change.kind === 'erase') continue;
        const { member, handle, name, email, salt, password, pin, badges: held, lost } = change.person;
        insert.run(member, handle, name, email, salt, password, pin, change.person.push ?? null);
        for (const [place, one] of [...held, ...lost].entries()) {
          const { badge, key, tail, from, sealed } = one;
          insertBadge.run(badge, member, place, key, tail, from, sealed, place < held.length ? 0 : 1);
          for (const view of one.views) insertView.run(badge, view.view, member, view.key);
        }
      }
    },
    people() {
      const badgesOf = Map.groupBy(badges.all(), (row) => row.member);
      const viewsOf = Map.groupBy(views.all(), (row) => row.badge);
      const viewsAt = (badge: string) => (viewsOf.get(badge) ?? []).map(({ view, key }) => ({ view, key }));
      const toKey = ({ badge, key, tail, source, sealed }: BadgeRow): BadgeKey => ({
        ...{ badge, key, tail, from: source, sealed },
        views: viewsAt(badge),
      });
      return people.all().map(({ push, ...row }) => {
        const rows = badgesOf.get(row.member) ?? [];
        const kept = (lost: 0 | 1) => rows.filter((one) => one.lost === lost).map(toKey);
        return { ...row, ...(push !== null && { push }), badges: kept(0), lost: kept(1) };
      });
    },
  };
}

const memberOf = (change: PersonChange): string =>
  change.kind === 'put' ? change.person.member : change.member;
