// What the world hears after a commit: its machine's card and topic, and every entry.

import { expect, it } from 'vitest';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };

it('tells screens of each entry, once it is durable and not before', async () => {
  const world = await openWorld();
  const told: Change[] = [];
  world.gateway.listen((change) => told.push(change));
  world.gate.hold();
  const answer = world.tap(laserTap);
  await world.settle();
  expect(told).toEqual([]);
  world.gate.release();
  await answer;
  expect(told).toContainEqual({ kind: 'machine', machine: 'laser' });
  const types = told.flatMap((change) => (change.kind === 'entry' ? [change.body.type] : []));
  expect(types[0]).toBe('session-started');
});

it('shows a name only of those who chose to be shown, and takes it away again', async () => {
  const world = await openWorld();
  const anna = world.gateway.personByHandle('anna')?.member ?? '';
  const { session } = await world.tap(laserTap);
  expect(world.announced.get('laser')?.session).toMatchObject({ id: session, member: null });
  await world.gateway.setShown(anna, true);
  expect(world.announced.get('laser')?.session).toMatchObject({ member: 'anna Rossi' });
  await world.gateway.setShown(anna, false);
  expect(world.announced.get('laser')?.session).toMatchObject({ member: null });
});

it('goes on when a screen throws, and stops telling one that left', async () => {
  const world = await openWorld();
  const told: string[] = [];
  world.gateway.listen(() => {
    throw new Error('a screen fell over');
  });
  const leave = world.gateway.listen((change) => told.push(change.kind));
  expect((await world.tap(laserTap)).outcome).toBe('granted');
  expect(told.length).toBeGreaterThan(0);
  leave();
  const before = told.length;
  await world.tap(laserTap);
  expect(told).toHaveLength(before);
});
