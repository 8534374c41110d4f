// The first start on a restored journal: it says where it comes from and who is erased, once and with its boot.

import { expect, it } from 'vitest';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

async function openRestored() {
  const world = await openWorld();
  const [anna, bruno] = ['anna', 'bruno'].map((handle) => world.gateway.personByHandle(handle)?.member ?? '');
  for (const [reader, badge] of [
    ['front', sampleBadges.anna],
    ['back', sampleBadges.bruno],
  ] as const)
    expect(await world.tap({ reader, badge })).toMatchObject({ outcome: 'granted' });
  await world.crash();
  const from = {
    seq: world.journal.entries().length,
    head: 'ab'.repeat(32),
    backedUpAtMs: 1,
    restoredAtMs: 2,
  };
  return { world, from, anna: anna ?? '', bruno: bruno ?? '' };
}

it('writes both in the commit of its boot, and never again', async () => {
  const { world, from, anna } = await openRestored();
  const restored = { ...from, erased: [anna] };
  await world.restart({ restored });
  const written = world.journal.entries().slice(from.seq);
  expect(written[0]?.type).toBe('gateway-booted');
  expect(written.filter(({ type }) => type === 'journal-restored').map(({ data }) => data)).toEqual([from]);
  expect(written.filter(({ type }) => type === 'member-erased').map(({ data }) => data)).toEqual([
    { member: anna },
  ]);
  await world.crash();
  await world.restart({ restored });
  const types = world.journal.entries().map(({ type }) => type);
  expect(types.filter((type) => type === 'journal-restored' || type === 'member-erased')).toHaveLength(2);
});

it('inv. 1, 8: ends the session of who was erased, and keeps that of who was not', async () => {
  const { world, from, anna, bruno } = await openRestored();
  await world.restart({ restored: { ...from, erased: [anna] } });
  const ending = world.journal.entries().filter(({ type }) => type === 'session-ending');
  expect(ending.map(({ data }) => data)).toMatchObject([{ machine: 'laser', cause: 'suspension' }]);
  expect(world.gateway.state().sessions.get('loom')).toMatchObject({ member: bruno, phase: 'active' });
  // Nobody hears the machine: its time to become idle runs out first.
  await world.advance(1_000_000);
  expect(world.gateway.state().sessions.has('laser')).toBe(false);
});

it('says nothing where entries have followed the restore already', async () => {
  const { world, from, anna } = await openRestored();
  await world.restart({ restored: { ...from, seq: from.seq - 1, erased: [anna] } });
  expect(world.journal.entries().some(({ type }) => type === 'journal-restored')).toBe(false);
});
