// Which badges belong to the list and which to taps: a list takes away only what came by a list, brings back nothing that was
// reported lost, and the same list again changes nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberInput } from '../../src/gateway/gateway.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';

const first = '04010203040506';
const second = '04010203040507';
const third = '04010203040508';
const whoever = memberInput('anna', { certificates: [{ certificate: 'laser-basic', until: null }] });
const row = (...badges: string[]): MemberInput => ({ ...whoever, badges });
const take = (world: World, ...rows: MemberInput[]) => world.gateway.importMembers(rows, { dryRun: false });
const person = (world: World, handle = 'anna') => world.gateway.personByHandle(handle);
const keyOf = (world: World, handle = 'anna'): string => person(world, handle)?.member ?? '';
const tails = (world: World, handle = 'anna') => person(world, handle)?.badges.map(({ tail }) => tail);

async function enrol(world: World, badge: string, handle = 'anna'): Promise<void> {
  await world.gateway.awaitBadge({ member: keyOf(world, handle), reader: 'attic' });
  expect(await world.tap({ reader: 'attic', badge })).toMatchObject({ outcome: 'notice' });
}
async function lose(world: World, badge: string, handle = 'anna'): Promise<void> {
  const held = person(world, handle)?.badges.find(({ tail }) => tail === badge.slice(-4));
  const wish = { member: keyOf(world, handle), badge: held?.badge ?? '', replaceAt: null };
  expect(await world.gateway.loseBadge(wish)).toMatchObject({ ok: true });
}
const opens = async (world: World, badge: string): Promise<boolean> => {
  const { outcome } = await world.tap({ reader: 'front', badge });
  if (outcome === 'granted') await world.tap({ reader: 'front', badge });
  await world.advance(60_000);
  return outcome === 'granted';
};
const opened = async (members: readonly MemberInput[] = [row(first)]) => openWorld({ members });

describe('a list and the taps', () => {
  it('a badge of a tap stays when the list comes again, and the list then changes nothing', async () => {
    const world = await opened();
    await enrol(world, second);
    const entries = world.journal.entries().length;
    expect(await take(world, row(first))).toMatchObject({ unchanged: 1, warnings: [] });
    expect(world.journal.entries()).toHaveLength(entries);
    expect(tails(world)).toEqual(['0506', '0507']);
    expect(await opens(world, second)).toBe(true);
  });

  it('a badge of the list goes with the list; one of a tap does not', async () => {
    const world = await opened();
    await enrol(world, second);
    expect(await take(world, row())).toMatchObject({ changed: 1 });
    expect(tails(world)).toEqual(['0507']);
    expect(await take(world, row())).toMatchObject({ unchanged: 1 });
  });

  it('a badge of a tap that the list names belongs to the list from then on, under its own id', async () => {
    const world = await opened();
    await enrol(world, second);
    const before = person(world)?.badges[1]?.badge;
    expect(await take(world, row(first, second))).toMatchObject({ changed: 1 });
    expect(person(world)?.badges[1]).toMatchObject({ badge: before, from: 'list' });
    expect(await take(world, row(first, second))).toMatchObject({ unchanged: 1 });
    await take(world, row(first));
    expect(tails(world)).toEqual(['0506']);
  });

  it('a card of which the tap saw a part is the one that the list names whole', async () => {
    const world = await opened();
    await world.gateway.awaitBadge({ member: keyOf(world), reader: 'attic' });
    await world.tap({ reader: 'attic', badge: '03040509', spelling: 'hex-low32' });
    const before = person(world)?.badges[1]?.badge;
    expect(await take(world, row(first, '04010203040509'))).toMatchObject({ ok: true, changed: 1 });
    expect(person(world)?.badges).toMatchObject([{}, { badge: before, from: 'list' }]);
    expect(person(world)?.badges).toHaveLength(2);
  });

  it('a lost badge does not come back by the list, whoever is named for it, and its row is told', async () => {
    const world = await opened();
    await lose(world, first);
    const bruno = memberInput('bruno', { badges: [first] });
    expect(await take(world, row(second), bruno)).toMatchObject({
      warnings: [{ row: 1, code: 'badge-lost', text: expect.stringMatching(/…0506 .* by anna/) }],
    });
    expect(await take(world, row(first, second))).toMatchObject({
      warnings: [{ row: 0, code: 'badge-lost' }],
    });
    expect(tails(world)).toEqual(['0507']);
    expect(await opens(world, first)).toBe(false);
    expect(await take(world, row(first, second))).toMatchObject({ unchanged: 1 });
    await world.crash();
    await world.restart();
    expect(await take(world, row(first, second))).toMatchObject({ unchanged: 1 });
    expect(await take(world, bruno)).toMatchObject({ unchanged: 1 });
  });

  it('a lost badge of a tap that was seen in part does not come back whole by the list', async () => {
    const world = await opened();
    await world.gateway.awaitBadge({ member: keyOf(world), reader: 'attic' });
    await world.tap({ reader: 'attic', badge: '03040509', spelling: 'hex-low32' });
    await lose(world, '0509');
    expect(await take(world, row('04010203040509'))).toMatchObject({ warnings: [{ code: 'badge-lost' }] });
  });

  it('a lost badge that was found comes back by a tap, also for somebody else, and then the list may name it', async () => {
    const world = await opened([row(first), memberInput('bruno')]);
    await lose(world, first);
    await enrol(world, first, 'bruno');
    expect(person(world)?.lost).toEqual([]);
    expect(tails(world, 'bruno')).toEqual(['0506']);
    const listed = memberInput('bruno', { badges: [first] });
    expect(await take(world, listed)).toMatchObject({ changed: 1, warnings: [] });
    expect(await take(world, listed)).toMatchObject({ unchanged: 1 });
  });

  it('names a card that only looks like a badge of a tap, and more badges than a member may have', async () => {
    const world = await opened();
    await enrol(world, second);
    const alike = `05ff${second.slice(-10)}`;
    expect(await take(world, row(alike))).toMatchObject({ mistakes: [{ code: 'badge-ambiguous' }] });
    const many = Array.from({ length: 8 }, (_, i) => `0a0b0c0d0e0${i}`);
    expect(await take(world, row(...many))).toMatchObject({ mistakes: [{ row: 0, code: 'badge-limit' }] });
  });

  it('keeps what was lost out of the journal, and no more than its key beside it', async () => {
    const world = await opened();
    await lose(world, first);
    expect(person(world)?.lost).toMatchObject([{ tail: '0506', sealed: null }]);
    expect(JSON.stringify([world.journal.entries(), await world.journal.people()])).not.toContain(first);
  });
});

describe('whatever is done in whatever order', () => {
  const cards = [first, second, third] as const;
  const card = fc.constantFrom(...cards);
  type Deed = { readonly do: 'list' | 'tap' | 'lose'; readonly cards: readonly string[] };
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.uniqueArray(card, { maxLength: 3 }).map((listed) => ({ do: 'list' as const, cards: listed })),
    card.map((one) => ({ do: 'tap' as const, cards: [one] })),
    card.map((one) => ({ do: 'lose' as const, cards: [one] })),
  );

  it('the badges are those of a second, smaller model, and the last list again changes nothing', async () => {
    let lostOnes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
        const world = await opened([row()]);
        const listed = new Set<string>();
        const tapped = new Set<string>();
        const lost = new Set<string>();
        for (const { do: what, cards: held } of deeds) {
          const one = held[0] ?? '';
          if (what === 'list') {
            listed.clear();
            for (const each of held) if (!lost.has(each)) listed.add(each) && tapped.delete(each);
            await take(world, row(...held));
            expect(await take(world, row(...held))).toMatchObject({ unchanged: 1 });
          } else if (what === 'tap' && !listed.has(one) && !tapped.has(one)) {
            tapped.add(one);
            lost.delete(one);
            await enrol(world, one);
          } else if (what === 'lose' && (listed.has(one) || tapped.has(one))) {
            listed.delete(one);
            tapped.delete(one);
            lost.add(one);
            lostOnes += 1;
            await lose(world, one);
          }
          const want = [...listed, ...tapped].map((each) => each.slice(-4)).toSorted();
          expect(tails(world)?.toSorted()).toEqual(want);
        }
      }),
      { numRuns: 60 },
    );
    expect(lostOnes).toBeGreaterThan(10);
  });
});
