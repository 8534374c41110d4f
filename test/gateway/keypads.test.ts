// Keys at a reader become the PIN of the card there; what was typed is for one card, for a while, and stands nowhere.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const workshop = {
  ...sampleWorkshop,
  machines: { ...sampleWorkshop.machines, laser: machineLike({ level: 'pin' as const }) },
};
const pin = '735194';

async function opened(): Promise<World> {
  const world = await openWorld({ workshop });
  for (const handle of ['anna', 'bruno']) {
    const member = world.gateway.personByHandle(handle)?.member ?? '';
    await world.gateway.setPin({ member, pin: handle === 'anna' ? pin : '2222', unlock: true });
  }
  return world;
}
const type = (world: World, keys: string, reader = 'front'): void => {
  for (const key of keys) world.gateway.keyPressed({ reader, key });
};
const card = (world: World, who: keyof typeof sampleBadges = 'anna') =>
  world.tap({ reader: 'front', badge: sampleBadges[who] });
const holder = (world: World) => world.gateway.state().sessions.get('laser')?.member;
const keyOf = (world: World, handle: string) => world.gateway.personByHandle(handle)?.member;

describe('a keypad', () => {
  it('PIN, then card: the machine opens', async () => {
    const world = await opened();
    type(world, pin);
    expect(await card(world)).toMatchObject({ outcome: 'granted' });
  });

  it('card, then PIN: the tap is judged anew under an id of its own, and the reader is answered', async () => {
    const world = await opened();
    expect(await card(world)).toMatchObject({ outcome: 'refused', code: 'pin-missing' });
    type(world, `${pin}#`);
    await world.settle();
    expect(holder(world)).toBe(keyOf(world, 'anna'));
    const started = world.journal.entries().find(({ type: kind }) => kind === 'session-started');
    expect(started?.data).toMatchObject({ reader: 'front', tap: expect.stringMatching(/:2$/) });
    expect(world.readers.shown.map(({ answer }) => answer.outcome)).toEqual(['refused', 'granted']);
  });

  it('a wrong PIN counts as a try, and is not asked for once more', async () => {
    const world = await opened();
    await card(world);
    type(world, '1111#');
    await world.settle();
    type(world, `${pin}#`);
    await world.settle();
    expect(holder(world)).toBeUndefined();
    expect([...world.gateway.state().pinTries.values()]).toMatchObject([{ wrong: 1 }]);
  });

  it('what was typed for one card is not for another', async () => {
    const world = await opened();
    await card(world, 'bruno');
    type(world, pin);
    expect(await card(world)).toMatchObject({ code: 'pin-missing' });
    type(world, '2222#');
    await world.settle();
    // The PIN of Bruno for the card of Anna.
    expect(holder(world)).toBeUndefined();
  });

  it('is forgotten after twenty seconds, when the reader goes, and with a restart', async () => {
    const world = await opened();
    type(world, pin);
    await world.advance(20_500);
    expect(await card(world)).toMatchObject({ code: 'pin-missing' });
    type(world, `*${pin}`);
    world.gateway.deviceSaid({ device: { role: 'reader', id: 'front' }, there: false });
    expect(await card(world)).toMatchObject({ code: 'pin-missing' });
    world.gateway.deviceSaid({ device: { role: 'reader', id: 'front' }, there: false });
    type(world, `${pin}#`);
    await world.settle();
    expect(holder(world)).toBeUndefined();
  });

  it('a second delivery of the first tap starts nothing more', async () => {
    const world = await opened();
    const tap = { reader: 'front', badge: sampleBadges.anna, tap: 'b:1' };
    await world.tap(tap);
    type(world, `${pin}#`);
    await world.settle();
    expect(await world.tap(tap)).toMatchObject({ code: 'pin-missing' });
    expect(world.gateway.state().sessions.size).toBe(1);
  });

  it('inv. 11: keys of a reader that is not described are nothing', async () => {
    const world = await opened();
    for (const reader of ['__proto__', 'nowhere']) type(world, pin, reader);
    expect(await card(world)).toMatchObject({ code: 'pin-missing' });
  });

  it('no PIN stands in the journal, beside it, or in an answer', async () => {
    const world = await opened();
    await card(world);
    type(world, `${pin}#`);
    await world.settle();
    const told = [world.journal.entries(), await world.journal.people(), world.faults];
    expect(JSON.stringify([...told, world.readers.shown])).not.toContain(pin);
    expect(holder(world)).toBe(keyOf(world, 'anna'));
  });
});
