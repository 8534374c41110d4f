// The plan and the pools: plates never cover each other while there is room, and nothing counts as free that is not known.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fanOut } from '../../src/dashboard/board/fan-out.ts';
import { poolsOf } from '../../src/dashboard/board/pools-of.ts';
import { card, session, startMs } from './cards.ts';

const room = { width: 800, height: 600, plate: { width: 120, height: 68 } };

it('plates that stand apart stay where they are', () => {
  const spots = [
    { id: 'a', x: 100, y: 100 },
    { id: 'b', x: 400, y: 300 },
  ];
  expect(fanOut(spots, room)).toEqual(spots);
});

it('plates fan out where they would cover each other, and never leave the picture', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 8 }), (places) => {
      const spots = places.map(([x, y], index) => ({ id: `m${index}`, x: x * 800, y: y * 600 }));
      const fanned = fanOut(spots, room);
      expect(fanned.map(({ id }) => id)).toEqual(spots.map(({ id }) => id));
      for (const [index, one] of fanned.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(60);
        expect(one.x).toBeLessThanOrEqual(740);
        expect(one.y).toBeGreaterThanOrEqual(34);
        expect(one.y).toBeLessThanOrEqual(566);
        for (const other of fanned.slice(index + 1)) {
          const overlap = Math.min(120 - Math.abs(one.x - other.x), 68 - Math.abs(one.y - other.y));
          // A third of a name stays readable.
          expect(overlap).toBeLessThan(24);
        }
      }
      expect(fanOut(spots, room)).toEqual(fanned);
    }),
  );
});

it('two at one place stand side by side', () => {
  const [one, other] = fanOut(
    [
      { id: 'a', x: 400, y: 300 },
      { id: 'b', x: 400, y: 300 },
    ],
    room,
  );
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeCloseTo(68, 0);
});

it('pools come in the order of their first machine and count what is free', () => {
  const machines = [
    card({ id: 'l1', pool: 'laser-cutters' }),
    card({ id: 'm1', pool: 'mills', shown: 'running' }),
    card({ id: 'l2', pool: 'laser-cutters', shown: 'unknown' }),
  ];
  const pools = poolsOf(machines, { nowMs: startMs, isLive: true });
  expect(pools.map(({ title, free, machines: own }) => [title, free, own.length])).toEqual([
    ['Laser cutters', 1, 2],
    ['Mills', 0, 1],
  ]);
});

it('inv. 7: while the gateway is away nothing is free, and nobody says when it will be', () => {
  const [pool] = poolsOf([card()], { nowMs: startMs, isLive: false });
  expect(pool).toMatchObject({ free: 0, nextAtMs: null });
});

it('a pool tells when the first of its machines is likely to be free', () => {
  const job = { id: 'j', program: null, progress: 0.5, timeLeftS: 600 };
  const running = card({ shown: 'running', session: session(), job });
  const [pool] = poolsOf([running, card({ shown: 'alarm', job })], { nowMs: startMs, isLive: true });
  expect(pool?.nextAtMs).toBe(startMs + 600_000);
});
