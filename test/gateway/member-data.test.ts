// What is kept of one member, over whole random lives of a workshop: all that names them, and nothing of anybody else.

import { describe, expect, it } from 'vitest';
import { createAboutMember, somebody } from '../../src/domain/journal/about-member.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { memberDataJson, memberProfile } from '../../src/gateway/member-data.ts';
import type { World } from '../fakes/fake-world.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { liveLife } from '../fakes/live-life.ts';
import { sampleEntry } from '../fakes/sample-entries.ts';

async function dataOf(world: World, member: string): Promise<string> {
  const kept = { journal: world.journal, ledger: world.gateway.books.ledger };
  const profile = await memberProfile(kept, member);
  if (!profile) throw new Error('nobody has this key');
  let text = '';
  for await (const piece of memberDataJson(kept, profile)) text += piece;
  return text;
}

type Read = { profile: object; words: object[]; entries: { seq: number; type: string; data: unknown }[] };

describe('an export of one member', () => {
  it.each([1, 2, 3])('holds all of them and nothing of another, in the random life %i', async (seed) => {
    const { world } = await liveLife({ seed, steps: 250 });
    const people = await world.journal.people();
    expect(people.length).toBeGreaterThan(1);
    for (const person of people) {
      const text = await dataOf(world, person.member);
      const read: Read = JSON.parse(text);
      for (const other of people) {
        if (other === person) continue;
        const badges = [...other.badges, ...other.lost].flatMap(({ badge, key }) => [badge, key]);
        for (const word of [other.member, other.salt, other.name, ...badges])
          expect(text).not.toContain(word);
      }
      for (const secret of [person.salt, ...person.badges.map(({ key }) => key)])
        expect(text).not.toContain(secret);
      const named = world.journal
        .entries()
        .filter((entry) => JSON.stringify(entry.data).includes(person.member));
      const told = new Set(read.entries.map(({ seq }) => seq));
      expect(named.filter(({ seq }) => !told.has(seq))).toEqual([]);
    }
  });

  it('has what they wrote, also to a dispute, and stays JSON without any entry', async () => {
    const world = await openWorld();
    const anna = world.gateway.personByHandle('anna')?.member ?? '';
    const read: Read = JSON.parse(await dataOf(world, anna));
    expect(read.profile).toMatchObject({ handle: 'anna', password: false });
    expect(read.entries.map(({ type }) => type)).toContain('member-recorded');
  });
});

describe('what names several', () => {
  const record = (seq: number, member: string): Entry =>
    sampleEntry(seq, {
      type: 'member-recorded',
      data: { member, badges: [`badge-of-${member}`] },
    } as unknown as Partial<Entry>);
  const about = () => {
    const take = createAboutMember('me');
    take(record(1, 'me'));
    take(record(2, 'other'));
    return (data: object) => take(sampleEntry(3, { type: 'posted', data } as unknown as Partial<Entry>));
  };

  it('loses the lines of others, and blots out who is named beside', () => {
    const lines = [{ account: 'member:me' }, { account: 'member:other' }, { account: 'income:lasers' }];
    expect(about()({ lines, by: 'other' })?.data).toEqual({ lines: [lines[0], lines[2]], by: somebody });
    expect(about()({ lines: [lines[1]], by: 'console' })).toBeNull();
    expect(about()({ rows: { other: 1, me: 2 } })?.data).toEqual({ rows: { me: 2 } });
  });

  it('loses the session of somebody else', () => {
    const session = '01k9zt4w6mabcdefghjkmnpqrs';
    expect(about()({ member: 'me', session })?.data).toEqual({ member: 'me', session });
    const take = createAboutMember('me');
    const refused = { type: 'tap-refused', data: { member: 'me', session } } as unknown as Partial<Entry>;
    expect(take(sampleEntry(1, refused))?.data).toEqual({ member: 'me', session: somebody });
  });
});
