// Old refused taps are forgotten at night and at a start, in slices, durably, and never by a clock that is not set.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const dayMs = 86_400_000;
const retention = { tapsDays: 7, readingsDays: null };
/** One in the afternoon, in Rome. */
const wallMs = Date.parse('2026-11-22T12:00:00Z');

const open = () => openWorld({ retention, wallMs });
const count = (world: World, type: string): number =>
  world.journal.entries().filter((entry) => entry.type === type).length;

async function refused(world: World, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await world.tap({ reader: 'attic', badge: sampleBadges.anna });
  await world.settle();
}

/** Turns the wall clock to that hour of the day in so many days; Rome is an hour ahead. */
function jumpTo(world: World, days: number, romeHour: number): void {
  const to = wallMs + days * dayMs + (romeHour - 13) * 3_600_000;
  world.clock.jump(to - world.clock.wallMs());
}

describe('forgetting taps', () => {
  it('waits for the night after which they are too old, and then leaves none of them', async () => {
    const world = await open();
    await refused(world, 3);
    await world.advance(1_000);
    expect(count(world, 'tap-refused')).toBe(3);
    jumpTo(world, 7, 12.5);
    await world.advance(1_000);
    jumpTo(world, 8, 2.9);
    await world.advance(60_000);
    await refused(world, 2);
    expect(count(world, 'taps-forgotten')).toBe(0);
    jumpTo(world, 8, 3.1);
    await world.advance(2_000);
    expect(count(world, 'taps-forgotten')).toBe(1);
    expect(count(world, 'forgotten')).toBe(3);
    expect(count(world, 'tap-refused')).toBe(2);
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
    expect(world.gateway.state().taps.get('attic')).toHaveLength(2);
    const { seq } = world.gateway.state();
    await world.advance(60_000);
    expect(world.gateway.state().seq).toBe(seq);
  });

  it('is made up for at a start', async () => {
    const world = await open();
    await refused(world, 3);
    await world.crash();
    jumpTo(world, 30, 13);
    await world.restart();
    await world.advance(2_000);
    expect(count(world, 'forgotten')).toBe(3);
  });

  it('inv. 4: does not begin while the clock is not set', async () => {
    const world = await open();
    await refused(world, 3);
    await world.crash();
    world.clock.setSynchronised(false);
    jumpTo(world, 3000, 13);
    await world.restart();
    await world.advance(60_000);
    expect(count(world, 'tap-refused')).toBe(3);
    world.clock.setSynchronised(true);
    await world.advance(2_000);
    expect(count(world, 'forgotten')).toBe(3);
  });

  it('inv. 4: does not follow stamps that are ahead of a clock that was put back', async () => {
    const world = await open();
    world.clock.setSynchronised(false);
    await world.advance(1_000);
    jumpTo(world, 300, 13);
    await refused(world, 1);
    jumpTo(world, 0, 13);
    world.clock.setSynchronised(true);
    await refused(world, 3);
    await world.advance(2_000);
    jumpTo(world, 6, 4);
    await world.advance(2_000);
    expect(count(world, 'tap-refused')).toBe(4);
  });

  it('goes in slices, serves taps in between, and goes on after a crash', async () => {
    const world = await open();
    await refused(world, 450);
    jumpTo(world, 8, 4);
    world.gate.hold();
    await world.advance(500);
    const [waits] = world.gate.atGate();
    expect(waits?.entries).toMatchObject([
      { type: 'tap-counted', data: { reader: 'attic', counter: 450 } },
      { type: 'taps-forgotten', data: { count: 200 } },
    ]);
    const answer = world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(5_000);
    expect(world.gate.atGate().flatMap(({ entries }) => entries.map(({ type }) => type))).toEqual([
      'tap-counted',
      'taps-forgotten',
      'session-started',
    ]);
    world.gate.release();
    expect(await answer).toMatchObject({ outcome: 'granted' });
    await world.advance(500);
    await world.crash();
    expect(count(world, 'forgotten')).toBeGreaterThanOrEqual(200);
    expect(count(world, 'forgotten')).toBeLessThan(450);
    await world.restart();
    await world.advance(5_000);
    expect(count(world, 'forgotten')).toBe(450);
    expect(count(world, 'taps-forgotten')).toBe(3);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });

  it('is tried again in ten minutes when the disk is full', async () => {
    const world = await open();
    await refused(world, 3);
    jumpTo(world, 8, 4);
    world.gate.setFull(true);
    await world.advance(1_000);
    world.gate.setFull(false);
    await world.advance(590_000);
    expect(count(world, 'forgotten')).toBe(0);
    await world.advance(20_000);
    expect(count(world, 'forgotten')).toBe(3);
  });
});
