// What the journal holds about one member: every entry that names their key, a badge, a session or a dispute of theirs, and of it
// nothing of anybody else (GDPR, articles 15 and 20). It knows no list of types, so that no new one can be forgotten here.

import type { Entry } from './entry.ts';

export type AboutMember = {
  readonly seq: number;
  readonly atMs: number;
  readonly type: Entry['type'];
  /** As in the entry, without others. */
  readonly data: unknown;
};

/** In the place of whoever else is named. */
export const somebody = 'somebody';

/** @returns takes entries in their order, from the first; null for one that is not about the member */
export function createAboutMember(member: string): (entry: Entry) => AboutMember | null {
  const ids: Ids = { own: new Set([member]), others: new Set() };
  return (entry) => {
    learnPeople(ids, entry, member);
    if (!wordsIn(entry.data).some((word) => ids.own.has(word))) return null;
    learnOwn(ids, entry, member);
    const { seq, atMs, type } = entry;
    return { seq, atMs, type, data: without(entry.data, ids) };
  };
}

type Ids = { readonly own: Set<string>; readonly others: Set<string> };

/** Whoever is named anywhere was recorded before. */
function learnPeople({ own, others }: Ids, { type, data }: Entry, member: string): void {
  if (type !== 'member-recorded') return;
  const known = data.member === member ? own : others;
  known.add(data.member);
  for (const badge of data.badges) known.add(badge);
}

/** Their sessions and disputes: later entries name them alone. A refused tap names the session of whoever was there. */
function learnOwn({ own }: Ids, { type, data }: Entry, member: string): void {
  if (type === 'tap-refused' || !('member' in data) || data.member !== member) return;
  for (const name of ['session', 'to', 'dispute'] as const) {
    const id: unknown = Reflect.get(data, name);
    if (typeof id === 'string') own.add(id);
  }
}

/** Ids stand alone or in a longer text, as in the account `wallet:KEY`. */
const idPattern = /[a-z0-9-]+/g;

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.match(idPattern) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...wordsIn(name), ...wordsIn(inner)]);
}

/** Elements of a list, and rows by key, that are of others alone go; whoever is named beside the member is blotted out. */
function without(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string')
    return value.replaceAll(idPattern, (id) => (ids.others.has(id) ? somebody : id));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.filter((one) => !isOfOthers(one, ids)).map((one) => without(one, ids));
  const rows = Object.entries(value).filter(([name]) => !ids.others.has(name));
  return Object.fromEntries(
    rows.map(([name, inner]) => [name, isForeign(name, inner, ids) ? somebody : without(inner, ids)]),
  );
}

function isOfOthers(value: unknown, { own, others }: Ids): boolean {
  const words = wordsIn(value);
  return words.some((word) => others.has(word)) && !words.some((word) => own.has(word));
}

/** A session of somebody else, as of whom one took a machine over. */
const isForeign = (name: string, value: unknown, { own }: Ids): boolean =>
  (name === 'session' || name === 'from') && typeof value === 'string' && isInner(value) && !own.has(value);

/** As `newId` makes them; days and times are none. */
const isInner = (text: string): boolean => /^[0-9a-z]{26}$/.test(text);
