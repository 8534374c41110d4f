// How long a beam or a spindle was on in each closed segment, through the whole gateway: crashes, full disks, lost lines, and
// a replay that says the same.

import { describe, expect, it } from 'vitest';
import type { SegmentClosed } from '../../src/domain/journal/entry.ts';
import { hoursOf } from '../../src/domain/machine/hour-meter.ts';
import type { Readings } from '../../src/domain/machine/reading.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna } = sampleBadges;

const tap = async (world: World): Promise<void> => {
  await world.tap({ reader: 'front', machine: 'laser', badge: anna });
  await world.settle();
};
const segments = (world: World): readonly SegmentClosed[] =>
  world.journal.entries().flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
const say = (world: World, readings: Readings): void => world.report('laser', 'running', { readings });

/** The controller tells its beam every two seconds. */
async function burn(world: World, { seconds, percent }: { seconds: number; percent: number }): Promise<void> {
  for (let s = 0; s < seconds; s += 2) {
    say(world, { 'laser.power': percent });
    await world.advance(2_000);
  }
  say(world, { 'laser.power': percent });
}

describe('a closed segment', () => {
  it('inv. 3: has how long the beam was on, the hour meter adds it up, and a replay says the same', async () => {
    const world = await openWorld();
    say(world, { 'laser.power': 0 });
    await tap(world);
    await burn(world, { seconds: 60, percent: 40 });
    await burn(world, { seconds: 30, percent: 0 });
    world.report('laser', 'idle');
    await tap(world);
    expect(segments(world).map(({ laserOn, spindleOn }) => [laserOn, spindleOn])).toEqual([
      [{ onMs: 60_000, gapMs: 0 }, undefined],
    ]);
    await world.advance(5_000);
    await tap(world);
    await burn(world, { seconds: 10, percent: 5 });
    world.report('laser', 'idle');
    await tap(world);
    const state = world.gateway.state();
    expect(hoursOf(state, 'laser')).toMatchObject({ laserOnMs: 70_000 });
    expect(hoursOf(state, 'laser')).not.toHaveProperty('spindleOnMs');
    expect(hoursOf(replayed(world.journal.entries()), 'laser')).toEqual(hoursOf(state, 'laser'));
  });

  it('has neither where the machine never told', async () => {
    const world = await openWorld();
    await tap(world);
    await world.advance(5_000);
    await tap(world);
    const [closed] = segments(world);
    expect(closed).not.toHaveProperty('laserOn');
    expect(closed).not.toHaveProperty('spindleOn');
  });

  it('inv. 7: counts a lost line as a gap from where it was last seen', async () => {
    const world = await openWorld();
    await tap(world);
    await burn(world, { seconds: 10, percent: 50 });
    await world.advance(4_000);
    const lost = { link: 'lost', confidence: 'stale', source: 'silence', seenAgoMs: 3_000 } as const;
    world.report('laser', 'unknown', lost);
    await world.advance(20_000);
    await tap(world);
    expect(segments(world)[0]?.laserOn).toEqual({ onMs: 11_000, gapMs: 23_000 });
  });

  it('inv. 1: counts nothing while the switch says off', async () => {
    const world = await openWorld();
    say(world, { 'spindle.speed': 9_000 });
    await tap(world);
    await world.advance(2_000);
    world.gateway.reportSwitch({ switch: 'laser-plug', on: false, powerW: null, energyWh: null });
    say(world, { 'spindle.speed': 9_000 });
    await world.advance(6_000);
    await tap(world);
    expect(segments(world)[0]?.spindleOn?.onMs).toBeLessThanOrEqual(2_000);
  });

  it('inv. 7: after a crash says that the part before was not heard, and goes on with what is', async () => {
    const world = await openWorld();
    await tap(world);
    await burn(world, { seconds: 960, percent: 50 });
    await world.crash();
    world.clock.advance(30_000);
    await world.restart();
    await burn(world, { seconds: 20, percent: 50 });
    await tap(world);
    const [first, cut, last] = segments(world);
    expect(first?.laserOn).toEqual({ onMs: 900_000, gapMs: 0 });
    expect(cut?.why).toBe('restart');
    expect(cut?.laserOn?.onMs).toBe(0);
    expect(cut?.laserOn?.gapMs).toBe((cut?.toMs ?? 0) - (cut?.fromMs ?? 0));
    expect(last?.laserOn?.onMs).toBe(20_000);
    expect(last?.laserOn?.gapMs).toBeGreaterThanOrEqual(30_000);
  });

  it('loses nothing at a stop, because what is open is closed', async () => {
    const world = await openWorld();
    await tap(world);
    await burn(world, { seconds: 40, percent: 50 });
    await world.gateway.stop();
    await world.crash();
    await world.restart();
    await tap(world);
    expect(segments(world)[0]).toMatchObject({ why: 'length', laserOn: { onMs: 40_000, gapMs: 0 } });
  });

  it('inv. 5: is complete also when the disk was full while it should have been closed', async () => {
    const world = await openWorld();
    await tap(world);
    await burn(world, { seconds: 30, percent: 50 });
    world.gate.setFull(true);
    await world.tap({ reader: 'front', machine: 'laser', badge: anna }).catch(() => undefined);
    await world.settle();
    world.gate.setFull(false);
    await burn(world, { seconds: 10, percent: 50 });
    await tap(world);
    const on = segments(world).map(({ laserOn }) => laserOn?.onMs ?? 0);
    expect(on.reduce((all, ms) => all + ms, 0)).toBe(40_000);
  });
});
