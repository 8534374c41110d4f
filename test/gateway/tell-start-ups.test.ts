// Screens and the topic of the machine are told once when a controller should have answered, and not before.

import { expect, it } from 'vitest';
import { startUpMs } from '../../src/domain/machine/shown.ts';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

it('tells of a session once, when its controller should have answered', async () => {
  const world = await openWorld();
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.advance(startUpMs - 1_000);
  expect(world.announced.get('laser')?.shown).toBe('in-use');
  const changes: Change[] = [];
  world.gateway.listen((change) => changes.push(change));
  await world.advance(2_000);
  expect(changes).toEqual([{ kind: 'machine', machine: 'laser' }]);
  expect(world.announced.get('laser')?.shown).toBe('offline');
  await world.advance(5_000);
  expect(changes).toHaveLength(1);
});
