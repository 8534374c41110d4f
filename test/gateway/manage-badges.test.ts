// Enrolment by tapping, loss and replacement, and learning a reader's spelling; a tap that serves them starts nothing.

import { describe, expect, it } from 'vitest';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna, bruno } = sampleBadges;
const keyOf = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
const badgesOf = (world: World, handle: string) => world.gateway.personByHandle(handle)?.badges ?? [];

async function awaiting(handle = 'anna', reader = 'front'): Promise<World> {
  const world = await openWorld();
  const outcome = await world.gateway.awaitBadge({ member: keyOf(world, handle), reader });
  expect(outcome).toMatchObject({ ok: true });
  return world;
}

describe('enrolment at a reader', () => {
  it('makes the next unknown card a badge, which then opens like the first', async () => {
    const world = await awaiting();
    const answer = await world.tap({ reader: 'front', badge: '04010203040506', tap: 'b:1' });
    expect(answer).toMatchObject({ outcome: 'notice', code: null, session: null });
    expect(answer.text).toContain('yours');
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(badgesOf(world, 'anna').map(({ tail }) => tail)).toEqual(['e580', '0506']);
    expect(await world.tap({ reader: 'front', badge: '04010203040506' })).toMatchObject({
      outcome: 'granted',
    });
    expect(JSON.stringify(world.journal.entries())).not.toContain('04010203040506');
  });

  it('inv. 8: the same tap delivered again after a crash starts nothing', async () => {
    const world = await awaiting();
    const tap = { reader: 'front', badge: '04010203040506', tap: 'b:1' };
    const first = await world.tap(tap);
    expect(await world.tap(tap)).toEqual(first);
    await world.crash();
    await world.restart();
    expect(await world.tap(tap)).toMatchObject({ outcome: 'notice' });
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(badgesOf(world, 'anna')).toHaveLength(2);
  });

  it.each([
    ['badge-taken', bruno],
    ['badge-random', '08a1b2c3'],
    ['badge-ambiguous', `05ffffff${bruno.slice(-8)}`.slice(-14)],
    ['badge-unreadable', 'beef'],
  ])('inv. 6: refuses with %s, and waits on', async (code, badge) => {
    const world = await awaiting();
    expect(await world.tap({ reader: 'front', badge })).toMatchObject({ outcome: 'refused', code });
    expect(badgesOf(world, 'anna')).toHaveLength(1);
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(await world.tap({ reader: 'front', badge: '04010203040506' })).toMatchObject({
      outcome: 'notice',
    });
  });

  it('refuses a card of which that reader sees too little, and a ninth badge', async () => {
    const world = await awaiting();
    const badge = '4a1bf';
    expect(await world.tap({ reader: 'front', badge, spelling: 'hex-unpadded' })).toMatchObject({
      code: 'badge-partial',
    });
    const badges = Array.from({ length: 8 }, (_, place) => `04aabb0${place}`);
    await world.gateway.importMembers([memberInput('anna', { badges })], { dryRun: false });
    expect(await world.tap({ reader: 'front', badge: '04010203' })).toMatchObject({ code: 'badge-limit' });
  });

  it('lets whoever holds the machine end all the same', async () => {
    const world = await openWorld();
    await world.tap({ reader: 'front', badge: bruno });
    await world.gateway.awaitBadge({ member: keyOf(world, 'anna'), reader: 'front' });
    expect(await world.tap({ reader: 'front', badge: bruno })).toMatchObject({ outcome: 'ended' });
  });

  it('is over after a minute', async () => {
    const world = await awaiting();
    await world.advance(60_500);
    expect(await world.tap({ reader: 'front', badge: '04010203' })).toMatchObject({ code: 'badge-unknown' });
  });

  it('is refused at a reader that waits already, or that nobody described', async () => {
    const world = await awaiting();
    const ask = (handle: string, reader: string) =>
      world.gateway.awaitBadge({ member: handle && keyOf(world, handle), reader });
    expect(await ask('bruno', 'front')).toEqual({ ok: false, code: 'reader-busy' });
    expect(await ask('anna', 'front')).toMatchObject({ ok: true });
    expect(await ask('anna', '__proto__')).toEqual({ ok: false, code: 'reader-unknown' });
    expect(await ask('', 'front')).toEqual({ ok: false, code: 'member-unknown' });
  });

  it('that could not be written leaves nothing behind, and waits on', async () => {
    const world = await awaiting();
    world.gate.setFull(true);
    const tap = { reader: 'front', badge: '04010203', tap: 'b:1' };
    await expect(world.tap(tap)).rejects.toMatchObject({ code: 'journal-full' });
    expect(badgesOf(world, 'anna')).toHaveLength(1);
    world.gate.setFull(false);
    expect(await world.tap(tap)).toMatchObject({ outcome: 'notice' });
  });
});

describe('a lost badge', () => {
  const lose = (world: World, replaceAt: string | null = null) =>
    world.gateway.loseBadge({
      member: keyOf(world, 'anna'),
      badge: badgesOf(world, 'anna')[0]?.badge ?? '',
      replaceAt,
    });

  it('opens nothing from now on, and its session ends as the table says', async () => {
    const world = await openWorld();
    await world.tap({ reader: 'front', badge: anna });
    expect(await lose(world)).toEqual({ ok: true, ended: ['laser'], untilMs: null });
    expect(world.gateway.state().sessions.get('laser')).toMatchObject({ cause: 'badge-lost' });
    expect(await world.tap({ reader: 'front', badge: anna })).toMatchObject({ code: 'badge-unknown' });
    expect(await lose(world)).toEqual({ ok: false, code: 'badge-none' });
  });

  it('is replaced in one step', async () => {
    const world = await openWorld();
    expect(await lose(world, 'front')).toMatchObject({ ok: true, untilMs: expect.any(Number) });
    await world.tap({ reader: 'front', badge: '04010203' });
    expect(badgesOf(world, 'anna').map(({ tail }) => tail)).toEqual(['0203']);
  });

  it('stays when the reader that is to wait for another one cannot', async () => {
    const world = await openWorld();
    expect(await lose(world, 'nowhere')).toEqual({ ok: false, code: 'reader-unknown' });
    expect(badgesOf(world, 'anna')).toHaveLength(1);
  });
});

describe('a reader that learns', () => {
  const learn = (world: World) =>
    world.gateway.learnReader({ reader: 'front', badge: badgesOf(world, 'anna')[0]?.badge ?? '' });

  it('tells how it writes the badge, and nothing starts', async () => {
    const world = await openWorld();
    const learnt = learn(world);
    const other = await world.tap({ reader: 'front', badge: String(Number.parseInt(bruno.slice(-8), 16)) });
    expect(other).toMatchObject({ outcome: 'refused', code: 'badge-strange' });
    const badge = String(Number.parseInt(anna.slice(-8), 16)).padStart(10, '0');
    expect(await world.tap({ reader: 'front', badge })).toMatchObject({ outcome: 'notice' });
    expect(await learnt).toEqual({ ok: true, spelling: 'decimal-low32' });
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('gives up after a minute', async () => {
    const world = await openWorld();
    const learnt = learn(world);
    await world.advance(60_500);
    expect(await learnt).toEqual({ ok: false, code: 'spelling-none' });
  });
});
