// The lists of readers follow what is owed: whoever could start the machine is there, whoever could not is not, whatever the
// reader held before, and nothing is known of cards where no reader keeps a list.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const withList = (allowList: Workshop['readers'][string]['allowList'] = { spelling: 'hex' }): Workshop => ({
  ...sampleWorkshop,
  readers: { ...sampleWorkshop.readers, front: { kind: 'esp-rfid', ...(allowList && { allowList }) } },
});
const held = (world: World) => [...world.allowLists.list('front').keys()].toSorted();
const keyOf = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
const facts = (world: World) => world.gateway.devices().find(({ id }) => id === 'front')?.allowList;
const hourMs = 3_600_000;

let world: World;
beforeEach(async () => {
  world = await openWorld({ workshop: withList() });
  await world.advance(6_000);
});

describe('the list of a reader', () => {
  it('holds the badges of those who could start its machine, under a pseudonym, for a day', () => {
    expect(held(world)).toEqual([anna, bruno]);
    const rows = [...world.allowLists.list('front').values()];
    for (const { user, untilS } of rows) {
      expect(user).toMatch(/^o-[0-9a-f]{10}$/);
      const restMs = untilS * 1000 - world.clock.wallMs();
      expect(restMs).toBeGreaterThan(23.9 * hourMs);
      expect(restMs).toBeLessThanOrEqual(24 * hourMs);
    }
    expect(new Set(rows.map(({ user }) => user)).size).toBe(2);
    expect(facts(world)).toEqual({ owed: 2, told: 2, missing: 0, left: 0 });
    expect(world.allowLists.told).toEqual(['list', `allow ${anna}`, `allow ${bruno}`]);
  });

  it('is told nothing more while it is right, and is renewed before half of its day is over', async () => {
    const told = world.allowLists.told.length;
    await world.advance(11 * hourMs);
    expect(world.allowLists.told).toHaveLength(told);
    await world.advance(1.1 * hourMs);
    expect(world.allowLists.told).toHaveLength(told + 2);
    const [row] = world.allowLists.list('front').values();
    expect((row?.untilS ?? 0) * 1000 - world.clock.wallMs()).toBeGreaterThan(23 * hourMs);
  }, 30_000);

  const revocations: readonly [string, (w: World) => Promise<unknown>][] = [
    [
      'a lost badge',
      (w) => {
        const badge = w.gateway.personByHandle('anna')?.badges[0]?.badge ?? '';
        return w.gateway.loseBadge({ member: keyOf(w, 'anna'), badge, replaceAt: null });
      },
    ],
    ['an erased member', (w) => w.gateway.eraseMember({ member: keyOf(w, 'anna'), dryRun: false })],
    [
      'a certificate that is gone',
      (w) => w.gateway.importMembers([memberInput('anna', { badges: [anna] })], { dryRun: false }),
    ],
    [
      'a badge that the list took away',
      (w) => w.gateway.importMembers([memberInput('anna', { certificates: laser })], { dryRun: false }),
    ],
  ];
  const laser = [{ certificate: 'laser-basic', until: null }];

  it.each(revocations)(
    'lets go of %s within a minute, and before it takes anybody in',
    async (_what, revoke) => {
      await revoke(world);
      const dora = memberInput('dora', { badges: ['04010203040506'], certificates: laser });
      await world.gateway.importMembers([dora], { dryRun: false });
      const told = world.allowLists.told.length;
      await world.advance(60_000);
      expect(held(world)).toEqual(['04010203040506', bruno]);
      expect(world.allowLists.told[told]).toBe(`disallow ${anna}`);
    },
  );

  it.each([
    ['a PIN', { level: 'pin' as const }],
    ['a tag that proves itself', { level: 'sun' as const }],
    ['another certificate', { requires: ['welding'] }],
    ['another reader', { reader: 'attic' }],
  ])('is empty within a minute when the machine asks for %s', async (_what, change) => {
    const { laser: before } = sampleWorkshop.machines;
    if (!before) throw new Error('no laser');
    const machines = { ...sampleWorkshop.machines, laser: { ...before, ...change } };
    await world.gateway.describe({ ...withList(), machines });
    await world.advance(60_000);
    expect(held(world)).toEqual([]);
    expect(facts(world)).toMatchObject({ owed: 0 });
  });

  it('ends with a certificate that ends earlier, at the end of its local day', async () => {
    const today = new Date(world.clock.wallMs()).toISOString().slice(0, 10);
    const row = memberInput('anna', {
      badges: [anna],
      certificates: [{ certificate: 'laser-basic', until: today }],
    });
    await world.gateway.importMembers([row], { dryRun: false });
    await world.advance(60_000);
    const { untilS = 0 } = world.allowLists.list('front').get(anna) ?? {};
    const local = new Date(untilS * 1000).toLocaleString('sv', { timeZone: 'Europe/Rome' });
    expect(local.slice(11)).toBe('00:00:00');
    expect(untilS * 1000 - world.clock.wallMs()).toBeLessThan(24 * hourMs);
  });

  it('a reader that comes back is asked what it holds: strangers go, the missing come', async () => {
    world.gateway.deviceSaid({ device: { role: 'reader', id: 'front' }, there: false });
    const list = world.allowLists.list('front');
    list.delete(anna);
    const year = Math.floor(world.clock.wallMs() / 1000) + 31_536_000;
    list.set('deadbeef', { uid: 'deadbeef', user: 'Mallory', untilS: year });
    list.set(bruno, { uid: bruno, user: 'Bruno', untilS: year });
    const told = world.allowLists.told.length;
    await world.advance(30_000);
    expect(world.allowLists.told).toHaveLength(told);
    world.gateway.readerConnected('front');
    await world.advance(2_000);
    expect(held(world)).toEqual([anna, bruno]);
    expect(world.allowLists.told.slice(told, told + 2)).toEqual(['list', 'disallow deadbeef']);
    expect(list.get(bruno)?.user).toMatch(/^o-/);
  });

  it('what was not acknowledged is asked for anew, ever slower, and told again', async () => {
    world.allowLists.setHearing('deaf');
    const told = world.allowLists.told.length;
    world.gateway.readerConnected('front');
    await world.advance(10 * 60_000);
    const tries = world.allowLists.told.length - told;
    expect(tries).toBeGreaterThan(8);
    expect(tries).toBeLessThan(20);
    world.allowLists.setHearing('well');
    world.allowLists.list('front').clear();
    await world.advance(61_000);
    expect(held(world)).toEqual([anna, bruno]);
  });

  it('a crash and a restart change nothing at a reader that holds what it should', async () => {
    await world.crash();
    const told = world.allowLists.told.length;
    await world.restart();
    await world.advance(6_000);
    expect(world.allowLists.told.slice(told)).toEqual(['list']);
  });
});

describe('cards in sealed form', () => {
  it('are there only while a reader keeps a list, and never in the journal', async () => {
    const sealed = async (w: World) =>
      (await w.journal.people()).flatMap(({ badges }) => badges.flatMap((one) => one.sealed ?? []));
    expect(await sealed(world)).toHaveLength(3);
    expect(JSON.stringify(world.journal.entries())).not.toContain(anna);
    await world.gateway.describe(sampleWorkshop);
    expect(await sealed(world)).toEqual([]);
    expect(await sealed(await openWorld())).toEqual([]);
  });

  it('of badges from before come with the next tap that is granted, and until then are told as missing', async () => {
    const old = await openWorld();
    await old.crash();
    await old.restart({ workshop: withList() });
    await old.advance(6_000);
    expect(held(old)).toEqual([]);
    expect(facts(old)).toMatchObject({ owed: 2, told: 0, missing: 2 });
    const entries = old.journal.entries().length;
    await old.tap({ reader: 'back', badge: anna });
    await old.settle();
    // The session, and nothing about the card.
    expect(
      old.journal
        .entries()
        .slice(entries)
        .map(({ type }) => type),
    ).toEqual(['session-started']);
    await old.advance(6_000);
    expect(held(old)).toEqual([anna]);
    expect(facts(old)).toMatchObject({ owed: 2, told: 1, missing: 1 });
    await old.tap({ reader: 'front', badge: carla });
    await old.settle();
    expect(old.gateway.personByHandle('carla')?.badges[0]?.sealed).toBeNull();
  });

  it('are written as the reader writes them, and two that look alike there are told to nobody', async () => {
    const narrow = await openWorld({ workshop: withList({ spelling: 'hex-unpadded' }) });
    await narrow.advance(6_000);
    expect(held(narrow)).toEqual(['4a1b2c3d4e580', '4a1b2c3d4e581']);
    const laser = [{ certificate: 'laser-basic', until: null }];
    const twins = ['0112233a', '1102233a'].map((badge, at) =>
      memberInput(`twin-${at}`, { badges: [badge], certificates: laser }),
    );
    expect(await narrow.gateway.importMembers(twins, { dryRun: false })).toMatchObject({ ok: true });
    await narrow.advance(10_000);
    expect(held(narrow)).toHaveLength(2);
    expect(facts(narrow)).toMatchObject({ owed: 4, told: 2, missing: 2 });
    expect(await narrow.tap({ reader: 'front', badge: '112233a', spelling: 'hex-unpadded' })).toMatchObject({
      code: 'badge-ambiguous',
    });
  });
});
