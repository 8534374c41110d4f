// The end of access, carried out: billing ends at once, the controller is told first, power goes last.

import { describe, expect, it } from 'vitest';
import type { EntryType } from '../../src/domain/journal/entry.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { coolingWorkshop, sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const typesOf = (world: World, from: EntryType): readonly EntryType[] => {
  const types = world.journal.entries().map(({ type }) => type);
  return types.slice(types.indexOf(from));
};
const phase = (world: World) => world.gateway.state().sessions.get('laser')?.phase;
const plug = (world: World) => world.switches.get('laser-plug');

async function working(): Promise<World> {
  const world = await openWorld();
  await world.tap(laserTap);
  await world.settle();
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.advance(60_000);
  return world;
}

describe('the end of access', () => {
  it('inv. 9: on a quiet machine is controller first, power last, and then over', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'idle');
    await world.advance(10_000);
    world.controllers.setOutcome('wait');
    await world.tap(laserTap);
    await world.advance(3_000);
    expect(world.controllers.asked.map(({ machine }) => machine)).toEqual(['laser']);
    expect(phase(world)).toBe('finishing');
    expect(plug(world).isOn()).toBe(true);
    world.controllers.answerAll('confirmed');
    await world.settle();
    expect(plug(world).isOn()).toBe(false);
    await world.advance(500);
    expect(phase(world)).toBeUndefined();
    expect(typesOf(world, 'segment-closed')).toEqual([
      'segment-closed',
      'session-ending',
      'access-ending',
      'access-ended',
      'switch-changed',
      'session-ended',
    ]);
  });

  it('inv. 9: during a job waits until the job has ended, unbilled', async () => {
    const world = await working();
    expect((await world.tap(laserTap)).text).toContain('The job may finish');
    await world.advance(30 * 60_000);
    expect(phase(world)).toBe('finishing');
    expect(plug(world).isOn()).toBe(true);
    expect(world.controllers.asked).toEqual([]);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(1_000);
    expect(phase(world)).toBeUndefined();
    expect(plug(world).isOn()).toBe(false);
    const billed = world.journal.entries().filter(({ type }) => type === 'segment-closed');
    expect(billed).toHaveLength(1);
    expect(billed[0]?.data).toMatchObject({ clocks: { operatingMs: 60_000 } });
  });

  it.each(['refused', 'unknown'] as const)(
    'goes on to power when the controller says %s',
    async (outcome) => {
      const world = await openWorld();
      await world.tap(laserTap);
      await world.settle();
      world.report('laser', 'idle');
      world.controllers.setOutcome(outcome);
      await world.tap(laserTap);
      await world.advance(1_000);
      expect(plug(world).isOn()).toBe(false);
      expect(world.journal.entries().find(({ type }) => type === 'access-ended')?.data).toMatchObject({
        outcome,
      });
    },
  );

  it('is over only when the switch says off or its lease has run out', async () => {
    const world = await working();
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(1_000);
    plug(world).loseOrders(true);
    await world.tap(laserTap);
    await world.advance(40_000);
    expect(phase(world)).toBe('darkening');
    expect(plug(world).isOn()).toBe(true);
    expect((await world.tap(laserTap)).code).toBe('machine-ending');
    await world.advance(30_000);
    expect(plug(world).isOn()).toBe(false);
    expect(world.journal.entries().at(-1)).toMatchObject({ type: 'session-ended', data: { power: 'off' } });
  });

  it('inv. 7: a switch that cannot be heard is waited for as long as the longest lease could last', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'idle');
    plug(world).disconnect();
    await world.tap(laserTap);
    await world.advance(900_000);
    expect(phase(world)).toBe('darkening');
    await world.advance(10_000);
    expect(world.journal.entries().at(-1)).toMatchObject({ data: { power: 'lease-expired' } });
  });

  it('asks the controller again when what came back could not be written', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.report('laser', 'idle');
    world.controllers.setOutcome('wait');
    await world.tap(laserTap);
    world.gate.setFull(true);
    world.controllers.answerAll('confirmed');
    await world.advance(2_000);
    expect(plug(world).isOn()).toBe(true);
    world.gate.setFull(false);
    world.controllers.setOutcome('confirmed');
    world.controllers.answerAll('confirmed');
    await world.advance(2_000);
    expect(plug(world).isOn()).toBe(false);
    expect(phase(world)).toBeUndefined();
  });

  it('inv. 9: that a crash cut short is done again, whatever the controller shows since', async () => {
    const world = await working();
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    world.controllers.setOutcome('wait');
    await world.tap(laserTap);
    await world.advance(1_000);
    expect(world.controllers.asked).toHaveLength(1);
    await world.crash();
    world.clock.advance(1_000);
    world.controllers.setOutcome('confirmed');
    await world.restart();
    // The hold into which the first half of the end has brought it; nobody is waited for.
    world.report('laser', 'door');
    await world.advance(1_000);
    expect(world.controllers.asked).toHaveLength(2);
    expect(plug(world).isOn()).toBe(false);
    expect(phase(world)).toBeUndefined();
  });

  it('inv. 9: waits for no job when the power has gone', async () => {
    const world = await working();
    await world.tap(laserTap);
    await world.advance(1_000);
    expect(phase(world)).toBe('finishing');
    plug(world).cutMains();
    plug(world).connect();
    await world.advance(2_000);
    expect(phase(world)).toBeUndefined();
  });

  it('of a machine without a switch ends with the controller', async () => {
    const world = await openWorld();
    await world.tap({ reader: 'back', badge: sampleBadges.anna });
    await world.tap({ reader: 'back', badge: sampleBadges.anna });
    await world.advance(1_000);
    expect(world.journal.entries().at(-1)).toMatchObject({ data: { machine: 'loom', power: 'no-switch' } });
  });
});

describe('inv. 9: power goes never on what must cool', () => {
  const hallTap = { reader: 'hall', machine: 'mill', badge: sampleBadges.anna };
  const hotend = (actualC: number) => ({ readings: { 'temperature.hotend0.actual': actualC } });
  const millPhase = (world: World) => world.gateway.state().sessions.get('mill')?.phase;

  async function ended(actualC: number | null): Promise<World> {
    const world = await openWorld({ workshop: coolingWorkshop });
    await world.tap(hallTap);
    await world.settle();
    world.report('mill', 'idle', actualC === null ? {} : hotend(actualC));
    await world.advance(5_000);
    await world.tap(hallTap);
    await world.advance(2_000);
    return world;
  }

  it('stays on, renewed, until it is cool, and then goes at once', async () => {
    const world = await ended(205);
    expect(world.controllers.asked.map(({ machine }) => machine)).toEqual(['mill']);
    for (let actualC = 200; actualC >= 50; actualC -= 10) {
      world.report('mill', 'idle', hotend(actualC));
      // Longer than the lease in all: it must be renewed.
      await world.advance(70_000);
      expect(world.switches.get('mill-plug').isOn()).toBe(true);
      expect(millPhase(world)).toBe('cooling');
    }
    expect((await world.tap({ ...hallTap, badge: sampleBadges.bruno })).code).toBe('machine-ending');
    world.report('mill', 'idle', hotend(49.9));
    await world.advance(1_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
    expect(millPhase(world)).toBeUndefined();
    expect(typesOf(world, 'access-ended')).toEqual([
      'access-ended',
      'tap-refused',
      'heat-changed',
      'cooling-ended',
      'switch-changed',
      'session-ended',
    ]);
  });

  it('waits for every hot end that was ever told, also where a report leaves one out', async () => {
    const world = await openWorld({ workshop: coolingWorkshop });
    const second = (actualC: number) => ({ readings: { 'temperature.hotend1.actual': actualC } });
    await world.tap(hallTap);
    await world.settle();
    world.report('mill', 'idle', { readings: { ...hotend(24).readings, ...second(215).readings } });
    await world.advance(5_000);
    await world.tap(hallTap);
    world.report('mill', 'idle', hotend(23));
    await world.advance(60_000);
    expect(millPhase(world)).toBe('cooling');
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    // One that cannot be read is not cool, and one that is hot counts for more.
    world.report('mill', 'idle', hotend(-14));
    await world.advance(20 * 60_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    world.report('mill', 'idle', second(40));
    world.report('mill', 'idle', hotend(23));
    await world.advance(1_000);
    expect(millPhase(world)).toBeUndefined();
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
  });

  it('of a machine that is cool goes without delay', async () => {
    const world = await ended(24);
    expect(millPhase(world)).toBeUndefined();
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
  });

  it('inv. 7: waits a quarter of an hour for a temperature that nobody hears', async () => {
    const world = await ended(null);
    await world.advance(14 * 60_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    await world.advance(70_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
  });

  it('takes a lost line for unknown, and a broken sensor, not for cool', async () => {
    const world = await ended(205);
    world.report('mill', 'unknown', { link: 'lost', source: 'silence' });
    await world.advance(60_000);
    expect(millPhase(world)).toBe('cooling');
    world.report('mill', 'alarm', hotend(-14));
    await world.advance(60_000);
    expect(millPhase(world)).toBe('cooling');
    world.report('mill', 'alarm', hotend(30));
    await world.advance(1_000);
    expect(millPhase(world)).toBeUndefined();
  });

  it('gives up after an hour on what does not get cool', async () => {
    const world = await ended(205);
    await world.advance(59 * 60_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    await world.advance(2 * 60_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
    expect(world.journal.entries().find(({ type }) => type === 'cooling-ended')?.data).toMatchObject({
      why: 'limit',
    });
  });

  it('outlives a restart of the gateway', async () => {
    const world = await ended(205);
    await world.crash();
    await world.advance(300_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    await world.restart();
    world.report('mill', 'idle', hotend(120));
    await world.advance(120_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(true);
    world.report('mill', 'idle', hotend(45));
    await world.advance(1_000);
    expect(world.switches.get('mill-plug').isOn()).toBe(false);
  });

  it('is written once each way, not with every reading', async () => {
    const world = await openWorld({ workshop: coolingWorkshop });
    for (const actualC of [20, 30, 51, 49, 51, 52, 80, 51, 50, 49, 51, 20]) {
      world.report('mill', 'idle', hotend(actualC));
      await world.advance(1_000);
    }
    const changes = world.journal.entries().filter(({ type }) => type === 'heat-changed');
    expect(changes.map(({ data }) => 'heat' in data && data.heat)).toEqual(['cool', 'hot', 'cool']);
  });
});
