// A machine that is known only by its watts, in the real gateway: its job, its clocks to the second, and a meter that
// falls silent. Its off-delay is on its clocks: until it is over the machine counts as working.

import { describe, expect, it } from 'vitest';
import type { EntryType } from '../../src/domain/journal/entry.ts';
import type { CurrentSense, Workshop } from '../../src/domain/machine/workshop.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const limits = { runningW: 60, idleW: 25, onAfterS: 3, offAfterS: 30, silentS: 120 };

const sensed = (sense: CurrentSense): Workshop => ({
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    saw: machineLike({
      name: 'Saw',
      pool: 'saws',
      reader: 'hall',
      switch: 'saw-plug',
      requires: [],
      link: 'current-sense',
      sense,
    }),
    meter: machineLike({ name: 'Meter', pool: 'meters', reader: null, switch: null, requires: [] }),
  },
  order: [...sampleWorkshop.order, 'meter'],
});

const bySwitch = () => openWorld({ workshop: sensed({ switch: 'saw-plug', ...limits }) });
const saw = (world: World) => world.gateway.state().machines.get('saw');
const dataOf = (world: World, type: EntryType) =>
  world.journal
    .entries()
    .filter((entry) => entry.type === type && 'machine' in entry.data && entry.data.machine === 'saw')
    .map(({ data }) => data);

/** The plug tells these watts once a second for so long. */
async function drawFor(world: World, powerW: number, forS: number): Promise<void> {
  for (let s = 0; s < forS; s++) {
    world.gateway.reportSwitch({ switch: 'saw-plug', on: true, powerW, energyWh: null });
    await world.advance(1_000);
  }
}

describe('by the watts of a switch', () => {
  it('inv. 7: it is unknown at first, then idle, then at work, and never more sure than inferred', async () => {
    const world = await bySwitch();
    expect(saw(world)?.activity ?? 'unknown').toBe('unknown');
    await drawFor(world, 2, 10);
    expect(saw(world)).toMatchObject({ link: 'up', activity: 'unknown' });
    await drawFor(world, 2, 25);
    expect(saw(world)).toMatchObject({ activity: 'idle', confidence: 'inferred', source: 'sensor' });
    await drawFor(world, 900, 5);
    expect(saw(world)).toMatchObject({
      link: 'up',
      activity: 'running',
      confidence: 'inferred',
      raw: '900 W',
    });
    expect(saw(world)?.job).not.toBeNull();
  });

  it('a job begins with the draw and ends after the off-delay, its result unknown; its clocks are right', async () => {
    const world = await bySwitch();
    expect((await world.tap({ reader: 'hall', badge: sampleBadges.anna, machine: 'saw' })).outcome).toBe(
      'granted',
    );
    await world.settle();
    await drawFor(world, 2, 60);
    await drawFor(world, 900, 100);
    await drawFor(world, 0, 60);
    expect(dataOf(world, 'job-started')).toHaveLength(1);
    expect(dataOf(world, 'job-ended')).toMatchObject([{ result: 'unknown' }]);
    await world.tap({ reader: 'hall', badge: sampleBadges.anna, machine: 'saw' });
    await world.advance(120_000);
    const clocks = { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0, gapMs: 0 };
    for (const data of dataOf(world, 'segment-closed')) {
      const segment = data as unknown as { clocks: Omit<typeof clocks, 'gapMs'>; gapMs: number };
      clocks.operatingMs += segment.clocks.operatingMs;
      clocks.workingMs += segment.clocks.workingMs;
      clocks.poweredMs += segment.clocks.poweredMs;
      clocks.gapMs += segment.gapMs;
    }
    // 100 s of draw, less 3 s until it is believed, and 30 s until its end is; half a second for each look.
    expect(clocks.operatingMs).toBeGreaterThanOrEqual(126_000);
    expect(clocks.operatingMs).toBeLessThanOrEqual(128_000);
    expect(clocks.workingMs).toBe(clocks.operatingMs);
    // Nothing is known of it for the first half minute.
    expect(clocks.gapMs).toBeGreaterThanOrEqual(29_000);
    expect(clocks.gapMs).toBeLessThanOrEqual(33_000);
  });

  it('inv. 9: power stays on while it works, and goes when idle is seen', async () => {
    const world = await bySwitch();
    const tap = { reader: 'hall', badge: sampleBadges.anna, machine: 'saw' };
    await world.tap(tap);
    await world.settle();
    await drawFor(world, 900, 20);
    await world.tap(tap);
    await drawFor(world, 900, 20);
    expect(world.gateway.state().sessions.get('saw')).toMatchObject({ phase: 'finishing' });
    expect(world.switches.get('saw-plug').isOn()).toBe(true);
    await drawFor(world, 0, 40);
    expect(world.switches.get('saw-plug').isOn()).toBe(false);
    await drawFor(world, 0, 5);
    expect(dataOf(world, 'job-ended')).toMatchObject([{ result: 'unknown' }]);
  });

  it('inv. 7: a meter that falls silent makes a gap from its last word on, and the job goes on', async () => {
    const world = await bySwitch();
    await world.tap({ reader: 'hall', badge: sampleBadges.anna, machine: 'saw' });
    await world.settle();
    await drawFor(world, 900, 20);
    await world.advance(130_000);
    expect(saw(world)).toMatchObject({
      link: 'lost',
      activity: 'unknown',
      confidence: 'stale',
      source: 'silence',
    });
    expect(saw(world)?.job).not.toBeNull();
    const lost = dataOf(world, 'machine-changed').at(-1) as unknown as { seenAgoMs: number };
    expect(lost.seenAgoMs).toBeGreaterThanOrEqual(120_000);
    await drawFor(world, 900, 5);
    expect(saw(world)).toMatchObject({ link: 'up', activity: 'running' });
    expect(dataOf(world, 'job-started')).toHaveLength(1);
    expect(dataOf(world, 'job-ended')).toEqual([]);
  });

  it('inv. 7: a switch that has gone takes its meter with it at once', async () => {
    const world = await bySwitch();
    await drawFor(world, 2, 40);
    expect(saw(world)?.activity).toBe('idle');
    world.gateway.reportSwitch({ switch: 'saw-plug', on: null, powerW: null, energyWh: null });
    await world.settle();
    expect(saw(world)).toMatchObject({ link: 'lost', activity: 'unknown' });
  });

  it('a job that ended while the gateway was away is over when idle is seen', async () => {
    const world = await bySwitch();
    await drawFor(world, 900, 20);
    await world.crash();
    await world.restart();
    await drawFor(world, 0, 40);
    expect(saw(world)).toMatchObject({ activity: 'idle', job: null });
    expect(dataOf(world, 'job-ended')).toMatchObject([{ result: 'unknown' }]);
  });

  it('inv. 10: a draw that flaps does not fill the journal', async () => {
    const world = await bySwitch();
    await drawFor(world, 900, 10);
    const before = world.journal.entries().length;
    for (let i = 0; i < 120; i++) await drawFor(world, i % 2 === 0 ? 0 : 900, 2);
    expect(dataOf(world, 'machine-changed').length).toBeLessThan(4);
    expect(world.journal.entries().length - before).toBeLessThan(10);
  });

  it('a switch that is off and says no watts lets none through', async () => {
    const world = await bySwitch();
    for (let s = 0; s < 40; s++) {
      world.gateway.reportSwitch({ switch: 'saw-plug', on: false, powerW: null, energyWh: null });
      await world.advance(1_000);
    }
    expect(saw(world)?.activity).toBe('idle');
  });
});

describe('by the watts of a sensor', () => {
  it('reports of another machine are its meter, and its readings too', async () => {
    const world = await openWorld({ workshop: sensed({ sensor: 'meter', ...limits }) });
    for (let s = 0; s < 5; s++) {
      world.report('meter', 'idle', { readings: { 'electric.power': 700 } });
      await world.advance(1_000);
    }
    expect(saw(world)).toMatchObject({ activity: 'running', confidence: 'inferred' });
    expect(world.gateway.latestReadings('saw')).toEqual({ 'electric.power': 700 });
    world.report('meter', 'unknown', { link: 'lost', readings: {} });
    await world.settle();
    expect(saw(world)).toMatchObject({ link: 'lost', activity: 'unknown' });
  });
});
