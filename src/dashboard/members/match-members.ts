// Finds members by what is typed: in the name or the handle, without regard to case and accents, every word of it. Who
// begins with it comes first.

import type { Member } from '../../contract/people.ts';
import { plain } from '../search/plain.ts';

type Named = Pick<Member, 'name' | 'handle'>;

export function matchMembers<One extends Named>(
  members: readonly One[],
  { typed, locale }: { typed: string; locale: string },
): readonly One[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const order = new Intl.Collator(locale);
  return members
    .map((member) => ({ member, rank: rankOf(member, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || order.compare(a.member.name, b.member.name))
    .map(({ member }) => member);
}

/** 0: not found; 2: some word of the name, or the handle, begins with the first word typed. */
function rankOf({ name, handle }: Named, words: readonly string[]): 0 | 1 | 2 {
  const text = `${plain(name)} ${plain(handle)}`;
  if (!words.every((word) => text.includes(word))) return 0;
  return words.length === 0 || text.split(/\s+/).some((part) => part.startsWith(words[0] ?? '')) ? 2 : 1;
}
