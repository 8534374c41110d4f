// What a closed segment drew, through the whole gateway: crashes, full disks, switches that come and go, people who
// follow each other.

import { describe, expect, it } from 'vitest';
import type { SegmentClosed } from '../../src/domain/journal/entry.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno } = sampleBadges;
const minute = 60_000;

const tap = async (world: World, badge: string = anna): Promise<void> => {
  await world.tap({ reader: 'hall', machine: 'saw', badge });
  await world.settle();
};
const segments = (world: World): readonly SegmentClosed[] =>
  world.journal.entries().flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
const energies = (world: World) => segments(world).map(({ energy }) => energy);

/** Tells a total that grows by 10 Wh a minute, every minute for so long; returns the last one. */
async function draw(world: World, { fromWh, minutes }: { fromWh: number; minutes: number }): Promise<number> {
  say(world, fromWh);
  for (let i = 1; i <= minutes; i++) {
    await world.advance(minute);
    say(world, fromWh + i * 10);
  }
  return fromWh + minutes * 10;
}

const say = (world: World, energyWh: number | null): void =>
  world.gateway.reportSwitch({ switch: 'saw-plug', on: true, powerW: null, energyWh });

describe('a closed segment', () => {
  it('has what its switch metered, and what is drawn between sessions is nobody’s', async () => {
    const world = await openWorld();
    await draw(world, { fromWh: 500, minutes: 3 });
    await tap(world);
    const wh = await draw(world, { fromWh: 530, minutes: 10 });
    await tap(world);
    await world.advance(minute);
    say(world, wh + 25);
    await world.advance(minute);
    await tap(world, bruno);
    await draw(world, { fromWh: wh + 25, minutes: 2 });
    await tap(world, bruno);
    expect(energies(world)).toEqual([
      { mwh: 100_000, how: 'metered', unmeasuredMs: 0 },
      { mwh: 20_000, how: 'metered', unmeasuredMs: 0 },
    ]);
  });

  it('inv. 5: of a long session leaves the rest to the next one', async () => {
    const world = await openWorld();
    await tap(world);
    await draw(world, { fromWh: 0, minutes: 40 });
    await tap(world);
    expect(energies(world).map((energy) => energy?.how)).toEqual(['metered', 'metered', 'metered']);
    const sum = energies(world).reduce((all, energy) => all + (energy?.mwh ?? 0), 0);
    expect(sum).toBe(400_000);
  });

  it('has none where the switch tells nothing, and none without a switch', async () => {
    const world = await openWorld();
    await tap(world);
    await world.tap({ reader: 'back', badge: anna });
    await world.advance(minute);
    await tap(world);
    await world.tap({ reader: 'back', badge: anna });
    await world.settle();
    expect(segments(world).map((data) => 'energy' in data)).toEqual([false, false]);
  });

  it('inv. 7: after a crash says that the part before was not measured', async () => {
    const world = await openWorld();
    await tap(world);
    await draw(world, { fromWh: 0, minutes: 20 });
    await world.crash();
    world.clock.advance(30_000);
    await world.restart();
    await draw(world, { fromWh: 205, minutes: 3 });
    await tap(world);
    const [first, lost, last] = energies(world);
    expect(first).toEqual({ mwh: 140_000, how: 'metered', unmeasuredMs: 0 });
    expect(lost).toMatchObject({ mwh: 0, how: 'unmeasured' });
    expect(lost?.unmeasuredMs).toBeGreaterThan(4 * minute);
    // The half minute between the boots counts as well, up to the first total.
    expect(last).toMatchObject({ mwh: 30_000, how: 'partly' });
    expect(last?.unmeasuredMs).toBeGreaterThanOrEqual(30_000);
    const line = (await readStatement(world.journal, '2026-11')).accounts[0]?.lines[0];
    expect(line?.energy).toMatchObject({ mwh: 170_000, how: 'partly' });
  });

  it('after a stop and a start has lost nothing but the time between', async () => {
    const world = await openWorld();
    await tap(world);
    await draw(world, { fromWh: 0, minutes: 5 });
    await world.gateway.stop();
    await world.crash();
    world.clock.advance(5_000);
    await world.restart();
    await draw(world, { fromWh: 52, minutes: 5 });
    await tap(world);
    const line = (await readStatement(world.journal, '2026-11')).accounts[0]?.lines[0];
    expect(line?.energy).toMatchObject({ mwh: 100_000, how: 'metered' });
  });

  it('inv. 5: that could not be written is written later, with all that was drawn', async () => {
    const world = await openWorld();
    await tap(world);
    const wh = await draw(world, { fromWh: 0, minutes: 5 });
    world.gate.setFull(true);
    await expect(tap(world)).rejects.toThrow();
    await draw(world, { fromWh: wh, minutes: 5 });
    world.gate.setFull(false);
    await tap(world);
    expect(energies(world)).toEqual([{ mwh: 100_000, how: 'metered', unmeasuredMs: 0 }]);
  });

  it('of a switch that went away and came back counts on from its total', async () => {
    const world = await openWorld();
    await tap(world);
    await draw(world, { fromWh: 0, minutes: 5 });
    world.switches.get('saw-plug').disconnect();
    await world.advance(20_000);
    world.switches.get('saw-plug').connect();
    await world.settle();
    await draw(world, { fromWh: 53, minutes: 5 });
    await tap(world);
    expect(energies(world)).toEqual([{ mwh: 103_000, how: 'metered', unmeasuredMs: 0 }]);
  });

  it('whose machine was given another switch meanwhile says that it does not know', async () => {
    const world = await openWorld();
    await tap(world);
    await draw(world, { fromWh: 0, minutes: 5 });
    const saw = {
      ...sampleWorkshop.machines.saw,
      switch: 'mill-plug',
    } as (typeof sampleWorkshop.machines)['saw'];
    const machines = { ...sampleWorkshop.machines, saw: saw as NonNullable<typeof saw> };
    await world.gateway.describe({ ...sampleWorkshop, machines });
    world.gateway.reportSwitch({ switch: 'mill-plug', on: true, powerW: 5, energyWh: 900 });
    await tap(world);
    expect(energies(world)).toEqual([{ mwh: 0, how: 'unmeasured', unmeasuredMs: 5 * minute }]);
  });

  it('inv. 10: resets and refused totals are counted', async () => {
    const world = await openWorld();
    for (const wh of [1_000, 1, 2, 1e9, 3]) {
      say(world, wh);
      await world.advance(1_000);
    }
    expect(world.counted.get('switch_energy_resets_total')).toBe(1);
    expect(world.counted.get('switch_energy_refused_total')).toBe(1);
  });
});
