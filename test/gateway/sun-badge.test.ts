// Badges that prove themselves: the counter is in the journal before anything else, so that no message is taken twice, and a
// machine gets the level that it asks for.

import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/domain/access/level.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const uid = sampleBadges.anna;
const { laser } = sampleWorkshop.machines;
if (!laser) throw new Error('no laser');
const at = (level: Level) => ({
  ...sampleWorkshop,
  machines: { ...sampleWorkshop.machines, laser: { ...laser, level } },
});
const says = (counter: number, who: string = uid) => ({ reader: 'front', badge: `sun:${who}:${counter}` });

async function openAt(level: Level): Promise<World> {
  const world = await openWorld({ workshop: at(level) });
  const member = world.gateway.personByHandle('anna')?.member ?? '';
  await world.gateway.setPin({ member, pin: '1234', unlock: false });
  return world;
}

describe('the level of a machine', () => {
  const number = { reader: 'front', badge: uid };
  const rows: readonly [Level, Parameters<World['tap']>[0], string | null][] = [
    ['uid', number, null],
    ['uid', says(1), null],
    ['pin', number, 'pin-missing'],
    ['pin', { ...number, pin: '1234' }, null],
    ['pin', says(1), null],
    ['sun', number, 'badge-weak'],
    ['sun', { ...number, pin: '1234' }, 'badge-weak'],
    ['sun', says(1), null],
    ['sun+pin', says(1), 'pin-missing'],
    ['sun+pin', { ...says(1), pin: '9999' }, 'pin-wrong'],
    ['sun+pin', { ...says(1), pin: '1234' }, null],
    ['sun', says(1, 'bad'), 'badge-unproven'],
    ['uid', says(1, 'bad'), 'badge-unproven'],
    ['sun', says(1, '04ffffffffffff'), 'badge-unknown'],
  ];
  it.each(rows)('%s and %j give %s', async (level, tap, code) => {
    const world = await openAt(level);
    const answer = await world.tap(tap);
    expect(answer).toMatchObject({ outcome: code === null ? 'granted' : 'refused', code });
  });
});

describe('the counter of a tag', () => {
  it('is in the journal before the session', async () => {
    const world = await openAt('sun');
    await world.tap(says(7));
    const types = world.journal.entries().map(({ type }) => type);
    expect(types.indexOf('badge-counted')).toBe(types.indexOf('session-started') - 1);
  });

  it('inv. 6: ten thousand replays are refused, and the session goes on undisturbed', async () => {
    const world = await openAt('sun');
    await world.tap(says(20_000));
    const before = structuredClone(world.gateway.state().sessions);
    const seen = new Set<string | null>();
    for (let counter = 10_001; counter <= 20_000; counter++) seen.add((await world.tap(says(counter))).code);
    expect([...seen]).toEqual(['badge-replayed']);
    expect(world.gateway.state().sessions).toEqual(before);
  }, 90_000);

  it('outlives a restart, and is used up by a refusal too', async () => {
    const world = await openAt('sun+pin');
    expect(await world.tap(says(5))).toMatchObject({ code: 'pin-missing' });
    await world.crash();
    await world.restart({ workshop: at('sun+pin') });
    expect(await world.tap({ ...says(5), pin: '1234' })).toMatchObject({ code: 'badge-replayed' });
    expect(await world.tap({ ...says(6), pin: '1234' })).toMatchObject({ outcome: 'granted' });
  });

  it('is not used up by a tap that the journal could not take', async () => {
    const world = await openAt('sun');
    world.gate.setFull(true);
    await expect(world.tap({ ...says(5), tap: 'b:1' })).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(await world.tap({ ...says(5), tap: 'b:1' })).toMatchObject({ outcome: 'granted' });
  });

  it('is taken at once among messages that come together', async () => {
    const world = await openAt('sun');
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.tap(says(5))));
    expect(answers.filter(({ outcome }) => outcome === 'granted')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'ended')).toHaveLength(0);
  });

  it('begins with the reading by which the tag is enrolled', async () => {
    const world = await openAt('sun');
    const member = world.gateway.personByHandle('anna')?.member ?? '';
    await world.gateway.awaitBadge({ member, reader: 'front' });
    const tag = '04010203040506';
    expect(await world.tap(says(9, tag))).toMatchObject({ outcome: 'notice' });
    expect(await world.tap(says(9, tag))).toMatchObject({ code: 'badge-replayed' });
    expect(await world.tap(says(10, tag))).toMatchObject({ outcome: 'granted' });
  });
});
