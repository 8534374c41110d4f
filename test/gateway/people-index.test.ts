// One card, one badge: a card is found in every view of it, a part of a number stands for a badge only while exactly one
// fits, and what could be confused is refused when it is enrolled.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credential, credential, seenAs, views } from '../../src/domain/access/credential.ts';
import { badgeOfCard, keysOf } from '../../src/gateway/badge-keys.ts';
import { createPeopleIndex } from '../../src/gateway/people-index.ts';
import { memberInput, openWorld } from '../fakes/fake-world.ts';
import { samplePerson } from '../fakes/sample-entries.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const secrets = { badgeKey: (text: string) => `hash of ${text}` };
const whole = (number: Uint8Array): Credential => {
  const card = credential('whole', number);
  if (typeof card === 'string') throw new Error('no card');
  return card;
};
const holder = (name: string, card: Credential) =>
  samplePerson(name, {
    badges: [
      badgeOfCard(keysOf(secrets, card), { badge: `badge-${name}`, card, from: 'list', sealed: null }),
    ],
  });

describe('the people index', () => {
  it('finds a card in every view of it, unless another card looks the same there', () => {
    // Bytes of few values, so that cards share their ends often enough.
    const number = fc
      .array(fc.constantFrom(1, 0x11, 2), { minLength: 4, maxLength: 7 })
      .map((bytes) => Uint8Array.from(bytes));
    const cards = fc.uniqueArray(number, { minLength: 1, maxLength: 5, selector: String });
    let ambiguous = 0;
    fc.assert(
      fc.property(cards, fc.constantFrom(...views), (numbers, view) => {
        const held = numbers.map(whole);
        const index = createPeopleIndex(held.map((card, place) => holder(`m${place}`, card)));
        for (const [place, card] of held.entries()) {
          const seen = seenAs(card, view);
          if (!seen) continue;
          const alike = held.filter((other) => seenAs(other, view)?.digits === seen.digits);
          if (alike.length > 1) ambiguous += 1;
          const found = index.find(keysOf(secrets, seen));
          if (alike.length > 1) expect(found).toBe('ambiguous');
          else expect(found).toEqual({ member: `member-m${place}`, badge: `badge-m${place}` });
        }
      }),
      { seed: 4 },
    );
    expect(ambiguous).toBeGreaterThan(0);
  });

  it('knows nobody any more when all badges went', () => {
    const card = whole(Uint8Array.of(1, 2, 3, 4, 5));
    const index = createPeopleIndex([holder('anna', card)]);
    index.follow([{ kind: 'erase', member: 'member-anna' }]);
    for (const view of views) {
      const seen = seenAs(card, view);
      expect(seen && index.find(keysOf(secrets, seen))).toBeUndefined();
    }
  });

  it('follows two members who exchange their badges in one step', () => {
    const [one, other] = [whole(Uint8Array.of(1, 2, 3, 4)), whole(Uint8Array.of(1, 2, 3, 5))];
    const index = createPeopleIndex([holder('anna', one), holder('bruno', other)]);
    index.follow([holder('anna', other), holder('bruno', one)].map((person) => ({ kind: 'put', person })));
    expect(index.find(keysOf(secrets, one))).toMatchObject({ member: 'member-bruno' });
    expect(index.find(keysOf(secrets, seenAs(other, 'low24') as Credential))).toMatchObject({
      member: 'member-anna',
    });
  });
});

describe('a reader that tells a part', () => {
  it('opens for the one member whose card ends so', async () => {
    const world = await openWorld();
    const badge = String(Number.parseInt(sampleBadges.anna.slice(-8), 16));
    const answer = await world.tap({ reader: 'front', badge, spelling: 'decimal-low32' });
    expect(answer).toMatchObject({ outcome: 'granted', machine: 'laser' });
  });

  it('inv. 6: refuses a part that fits two, and disturbs nobody', async () => {
    const world = await openWorld();
    const rows = [memberInput('dora', { badges: ['04aa1122d4e580'] })];
    expect(await world.gateway.importMembers(rows, { dryRun: false })).toMatchObject({ ok: true });
    await world.tap({ reader: 'front', badge: sampleBadges.bruno });
    const before = structuredClone(world.gateway.state().sessions);
    const low24 = { reader: 'front', badge: String(0xd4e580), spelling: 'decimal-low24' } as const;
    expect(await world.tap(low24)).toMatchObject({ outcome: 'refused', code: 'badge-ambiguous' });
    expect(world.gateway.state().sessions).toEqual(before);
    expect(world.journal.entries().at(-1)?.data).toMatchObject({ badge: null, member: null });
  });
});

describe('a list of members', () => {
  const take = async (...badges: readonly string[]) => {
    const world = await openWorld();
    return world.gateway.importMembers([memberInput('dora', { badges })], { dryRun: false });
  };

  it.each([
    ['badge-random', '08a1b2c3'],
    ['badge-ambiguous', `04ffffff${sampleBadges.anna.slice(-8)}`.slice(-14)],
    ['badge-ambiguous', sampleBadges.anna.slice(-8)],
    ['badge-taken', sampleBadges.anna],
  ])('is refused with %s for %s', async (code, badge) => {
    expect(await take(badge)).toMatchObject({ ok: false, mistakes: [{ row: 0, code }] });
  });

  it('is refused where two of its own cards end alike', async () => {
    expect(await take('04aabbccddeeff', '0511bbccddeeff')).toMatchObject({
      mistakes: [{ row: 0, code: 'badge-ambiguous' }],
    });
  });
});
