// A machine that asks for a PIN: five tries per member, counted in the journal; and a PIN never stands anywhere.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const laser = sampleWorkshop.machines.laser;
if (!laser) throw new Error('no laser');
const { loom } = sampleWorkshop.machines;
if (!loom) throw new Error('no loom');
const workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: { ...laser, level: 'pin' },
    loom: { ...loom, level: 'pin' },
  },
} as const;

const keyOf = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
const front = (world: World, pin?: string, badge: string = anna) =>
  world.tap({ reader: 'front', badge, pin: pin ?? null });

async function withPin(pin = '482913'): Promise<World> {
  const world = await openWorld({ workshop });
  await world.gateway.setPin({ member: keyOf(world, 'anna'), pin, unlock: false });
  return world;
}

async function lockedWorld(): Promise<World> {
  const world = await withPin();
  for (let time = 0; time < 5; time++) await front(world, '000000');
  return world;
}

describe('a machine that asks for a PIN', () => {
  it('opens with badge and PIN, and ends with the badge alone', async () => {
    const world = await withPin();
    expect(await front(world)).toMatchObject({ code: 'pin-missing' });
    expect(await front(world, '482913')).toMatchObject({ outcome: 'granted' });
    expect(await front(world)).toMatchObject({ outcome: 'ended' });
  });

  it.each([
    ['pin-wrong', anna, '4829130'],
    ['pin-wrong', anna, ''],
    ['pin-wrong', anna, "4829' OR 1"],
    ['pin-unset', bruno, '482913'],
    ['certificate-missing', carla, '482913'],
    ['badge-unknown', '0011223344', '482913'],
  ])('inv. 6: refuses with %s', async (code, badge, pin) => {
    const world = await withPin();
    expect(await front(world, pin, badge)).toMatchObject({ outcome: 'refused', code });
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('other machines ask for none, and try none', async () => {
    const world = await withPin();
    const answer = await world.tap({ reader: 'hall', machine: 'mill', badge: anna, pin: '000000' });
    expect(answer).toMatchObject({ outcome: 'granted' });
    expect(world.gateway.state().pinTries.size).toBe(0);
  });

  it('inv. 6: a wrong one disturbs nobody who holds the machine, and is not tried there', async () => {
    const world = await withPin();
    await world.gateway.setPin({ member: keyOf(world, 'bruno'), pin: '1111', unlock: false });
    await front(world, '1111', bruno);
    const before = structuredClone(world.gateway.state().sessions);
    expect(await front(world, '000000')).toMatchObject({ code: 'machine-in-use' });
    expect(world.gateway.state().sessions).toEqual(before);
    expect(world.gateway.state().pinTries.size).toBe(0);
  });

  it('keeps PINs out of journal, answers, counters and faults', async () => {
    const world = await withPin();
    await front(world, '739155');
    await front(world, '482913');
    const told = JSON.stringify([
      world.journal.entries(),
      world.readers.shown,
      [...world.counted],
      world.faults,
    ]);
    for (const pin of ['482913', '739155']) expect(told).not.toContain(pin);
  });
});

describe('five wrong PINs', () => {
  it('lock it at every reader, over a restart, for a day', async () => {
    const world = await lockedWorld();
    expect(await front(world, '482913')).toMatchObject({ code: 'pin-locked' });
    await world.crash();
    await world.restart();
    expect(await front(world, '482913')).toMatchObject({ code: 'pin-locked' });
    expect(await world.tap({ reader: 'back', badge: anna, pin: '482913' })).toMatchObject({
      code: 'pin-locked',
    });
    world.clock.jump(24 * 3_600_000);
    expect(await front(world, '482913')).toMatchObject({ outcome: 'granted' });
    expect(world.gateway.state().pinTries.size).toBe(0);
  });

  it('are forgiven by a steward, not by the member', async () => {
    const world = await lockedWorld();
    const set = (unlock: boolean) =>
      world.gateway.setPin({ member: keyOf(world, 'anna'), pin: '5555', unlock });
    expect(await set(false)).toEqual({ ok: false, code: 'pin-locked' });
    expect(await set(true)).toEqual({ ok: true });
    expect(await front(world, '5555')).toMatchObject({ outcome: 'granted' });
  });

  it('count also when they come all at once, with the right one among the last', async () => {
    const world = await withPin();
    const pins = [...Array.from({ length: 20 }, (_, place) => `90000${place % 10}`), '482913'];
    const answers = await Promise.all(pins.map((pin) => front(world, pin)));
    expect(answers.filter(({ code }) => code === 'pin-wrong')).toHaveLength(5);
    expect(answers.filter(({ outcome }) => outcome === 'granted')).toHaveLength(0);
  });

  it('inv. 3: in any order of right and wrong ones, only five wrong after each other lock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 16 }), async (rights) => {
        const world = await withPin();
        let wrong = 0;
        for (const right of rights) {
          const { code, outcome } = await front(world, right ? '482913' : '000000');
          const expected = wrong >= 5 ? 'pin-locked' : right ? null : 'pin-wrong';
          expect(code).toBe(expected);
          if (outcome === 'granted') {
            await front(world);
            await world.advance(90_000);
          }
          wrong = wrong >= 5 ? wrong : right ? 0 : wrong + 1;
        }
        expect(world.gateway.state().pinTries.get(keyOf(world, 'anna'))?.wrong ?? 0).toBe(wrong);
      }),
      { numRuns: 15 },
    );
  });
});
