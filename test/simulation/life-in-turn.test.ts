// Lives in which some pools are used in turn: people wait, come when they are called or do not, go out, ask for less and
// leave, with faults at every port and restarts in between. Nobody begins before their turn, and promises are kept.

import { expect, it } from 'vitest';
import { queueDeeds } from '../../src/simulation/queue-deeds.ts';
import { bigLife } from './big-life.ts';

it('inv. 3, 8, 12: a life with turns of seed 3 keeps every promise after each deed', async () => {
  const life = await bigLife(3, { deeds: 4_000, turns: true });
  const entries = life.world.disk.entries();
  const count = (type: string): number => entries.filter((entry) => entry.type === type).length;
  // A life in which little happened proves little.
  const names = new Set(life.deeds.map(({ name }) => name));
  expect(queueDeeds.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
  expect(count('turn-claimed')).toBeGreaterThan(40);
  expect(count('ticket-parked')).toBeGreaterThan(5);
  expect(count('ticket-away')).toBeGreaterThan(5);
  expect(count('ticket-shortened')).toBeGreaterThan(3);
  expect(count('turn-overran')).toBeGreaterThan(20);
  expect(count('gateway-booted')).toBeGreaterThan(10);
}, 300_000);
