// Where a member wants to be told of what happens while they look at no screen; null for nowhere. It stands in their row
// alone and goes with it.

import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';

export type SetPush = { readonly committer: Committer; readonly people: Pick<PeopleIndex, 'byMember'> };
export type PushWish = { readonly member: string; readonly topic: string | null };

/** False where nobody has this key. */
export async function setPush({ committer, people }: SetPush, { member, topic }: PushWish): Promise<boolean> {
  const person = people.byMember(member);
  if (!person) return false;
  const { push: _, ...rest } = person;
  await committer.commit([], {
    people: [{ kind: 'put', person: topic === null ? rest : { ...rest, push: topic } }],
  });
  return true;
}
