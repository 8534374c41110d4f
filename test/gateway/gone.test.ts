// What the interlock does when something is gone: a row of the table in manual/gone.md each, by its first word.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interlockAt } from '../../src/domain/access/interlock-at.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { guardedWorkshop, sense, senseFor } from '../fakes/guarded-workshop.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const plug = (world: World) => world.switches.get('laser-plug');
const phase = (world: World) => world.gateway.state().sessions.get('laser')?.phase ?? 'none';

/** A job runs at the guarded laser. */
async function working(): Promise<World> {
  const world = await openWorld({ workshop: guardedWorkshop() });
  sense(world);
  await world.settle();
  expect((await world.tap(laserTap)).outcome).toBe('granted');
  await world.settle();
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.settle();
  await senseFor(world, 2_000);
  expect(plug(world).isOn()).toBe(true);
  return world;
}

/** What keeps coming while other things are gone. */
const goesOn = (world: World, forMs: number) => senseFor(world, forMs);

const rows: Readonly<Record<string, () => Promise<void>>> = {
  'the reader': async () => {
    const world = await working();
    world.readers.setThere('front', false);
    await goesOn(world, 60_000);
    expect(phase(world)).toBe('active');
    expect(plug(world).isOn()).toBe(true);
    // The page still ends it.
    expect(await world.gateway.endSession({ machine: 'laser', by: 'x', steward: true })).toMatchObject({
      ok: true,
    });
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await goesOn(world, 5_000);
    expect(plug(world).isOn()).toBe(false);
  },
  'the broker': async () => {
    const world = await working();
    for (const id of world.switches.ids) world.switches.get(id).disconnect();
    // Nothing that comes over it is heard: switches, sensors, controllers.
    await world.advance(30_000);
    expect(phase(world)).not.toBe('active');
    expect(interlockAt(world.gateway.state(), 'laser').permit).toBe('denied');
    await world.advance(900_000);
    expect(plug(world).isOn()).toBe(false);
    for (const id of world.switches.ids) world.switches.get(id).connect();
    world.report('laser', 'idle', { job: { event: 'ended', result: 'aborted' } });
    await goesOn(world, 20_000);
    expect(plug(world).isOn()).toBe(false);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  },
  'the switch': async () => {
    const world = await working();
    plug(world).cutMains();
    await goesOn(world, 5_000);
    plug(world).connect();
    await goesOn(world, 30_000);
    expect(plug(world).isOn()).toBe(false);
    const ending = world.journal.entries().find(({ type }) => type === 'session-ending');
    expect(ending?.data).toMatchObject({ cause: 'outage' });
  },
  'the controller': async () => {
    const world = await working();
    const seen = { 'temperature.coolant.actual': 20 };
    world.report('laser', 'unknown', { link: 'lost', source: 'silence' });
    await world.settle();
    await world.tap(laserTap);
    // A job that nobody can see is given its time; the sensors are of another box.
    for (let s = 0; s < 600; s += 10) {
      world.report('laser', 'unknown', { link: 'lost', source: 'silence', readings: seen });
      world.report('box', 'idle', { readings: { 'flow.extraction': 8, 'input.smoke': 0 } });
      await world.advance(10_000);
    }
    expect(phase(world)).toBe('finishing');
    expect(plug(world).isOn()).toBe(true);
  },
  'the diary': async () => {
    const world = await working();
    // The port loses what it cannot keep; nothing waits for it, and it decides nothing.
    await goesOn(world, 30_000);
    expect(phase(world)).toBe('active');
    expect(world.faults).toEqual([]);
  },
  'the disk': async () => {
    const world = await working();
    world.gate.setFull(true);
    await goesOn(world, 30_000);
    expect(plug(world).isOn()).toBe(true);
    await expect(world.tap({ ...laserTap, badge: sampleBadges.bruno })).rejects.toThrow();
    await senseFor(world, 5_000, { coolantC: 40 });
    // What could not be written is not done; what guards life is hard-wired.
    expect(plug(world).isOn()).toBe(true);
    world.gate.setFull(false);
    await senseFor(world, 5_000, { coolantC: 40 });
    expect(plug(world).isOn()).toBe(false);
  },
  'the clock': async () => {
    const world = await working();
    world.clock.jump(-7_200_000);
    world.clock.setSynchronised(false);
    await goesOn(world, 30_000);
    expect(phase(world)).toBe('active');
    world.clock.jump(86_400_000);
    await goesOn(world, 30_000);
    expect(phase(world)).toBe('active');
    expect(interlockAt(world.gateway.state(), 'laser').permit).toBe('permitted');
  },
  'a monitor': async () => {
    const world = await working();
    for (let s = 0; s < 25; s++) {
      world.report('box', 'idle', { readings: { 'flow.extraction': 8, 'input.smoke': 0 } });
      await world.advance(1_000);
    }
    expect(plug(world).isOn()).toBe(false);
    expect(await world.tap(laserTap)).toMatchObject({ outcome: 'refused' });
    world.report('laser', 'idle', { job: { event: 'ended', result: 'aborted' } });
    await goesOn(world, 8_000);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  },
  'the gateway': async () => {
    const world = await working();
    await world.crash();
    await world.advance(10_000);
    await world.restart();
    world.report('laser', 'running');
    expect(await world.tap({ ...laserTap, badge: sampleBadges.bruno })).toMatchObject({ outcome: 'refused' });
    await goesOn(world, 30_000);
    expect(phase(world)).toBe('active');
    expect(plug(world).isOn()).toBe(true);
  },
};

describe('when this is gone:', () => {
  it.each(Object.keys(rows))('%s', async (name) => {
    await rows[name]?.();
  });

  it('every row of the manual is a test here, and the other way round', () => {
    const chapter = readFileSync(new URL('../../manual/gone.md', import.meta.url), 'utf8');
    const [, table = ''] = chapter.split('## What the interlock does then');
    const named = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual(Object.keys(rows).sort());
  });

  it('every row of the table before it names tests, and they are there', () => {
    const chapter = readFileSync(new URL('../../manual/gone.md', import.meta.url), 'utf8');
    const [, after = ''] = chapter.split('# What happens when something is gone');
    const rowsThere = (after.split('\n## ')[0] ?? '')
      .split('\n')
      .filter((line) => /^\| (?!gone|---)/.test(line));
    expect(rowsThere.length).toBeGreaterThan(10);
    for (const row of rowsThere) {
      const named = [...row.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file]) => file ?? '');
      expect(named, row).not.toEqual([]);
      for (const file of named)
        expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
    }
  });
});
