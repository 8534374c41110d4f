// Reports of machines: what changed is written, once, as it then is; flapping and a full disk are survived.

import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const written = (world: World, type: string) =>
  world.journal.entries().filter((entry) => entry.type === type);
const laser = (world: World) => world.gateway.state().machines.get('laser');

describe('a report', () => {
  it('is written when it says something new', async () => {
    const world = await openWorld();
    for (const activity of ['idle', 'idle', 'running', 'running', 'idle'] as const) {
      world.report('laser', activity);
      await world.advance(1_000);
    }
    expect(written(world, 'machine-changed').map(({ data }) => 'activity' in data && data.activity)).toEqual([
      'idle',
      'running',
      'idle',
    ]);
  });

  it('of a machine that is not described is ignored', async () => {
    const world = await openWorld();
    for (const id of ['press', '__proto__', 'constructor']) world.report(id, 'running');
    await world.settle();
    expect(written(world, 'machine-changed')).toEqual([]);
  });

  it('carries readings to screens, the newest of each', async () => {
    const world = await openWorld();
    world.report('laser', 'idle', { readings: { 'laser.power': 10, 'spindle.speed': 5 } });
    world.report('laser', 'idle', { readings: { 'laser.power': 20 } });
    expect(world.gateway.latestReadings('laser')).toEqual({ 'laser.power': 20, 'spindle.speed': 5 });
    expect(world.gateway.latestReadings('mill')).toEqual({});
  });

  it('inv. 10: that flaps is written a bounded number of times, and its last word is', async () => {
    const world = await openWorld();
    for (let i = 0; i < 600; i++) {
      world.report('laser', i % 2 === 0 ? 'running' : 'idle');
      world.clock.advance(10);
    }
    await world.settle();
    expect(written(world, 'machine-changed').length).toBeLessThanOrEqual(20 + 6);
    expect(world.counted.get('machine_changes_held_total')).toBeGreaterThan(200);
    world.report('laser', 'door');
    await world.advance(3_000);
    expect(laser(world)?.activity).toBe('door');
  });

  it('that could not be written is written later, as it then is', async () => {
    const world = await openWorld();
    world.gate.setFull(true);
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.settle();
    world.report('laser', 'paused');
    await world.advance(5_000);
    expect(laser(world)).toBeUndefined();
    world.gate.setFull(false);
    await world.advance(1_000);
    expect(laser(world)).toMatchObject({ activity: 'paused', job: expect.any(String) });
    expect(world.gateway.health().ok).toBe(true);
  });

  it('inv. 7: a change that was written late is not billed for the time in which nothing could be written', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(60_000);
    world.gate.setFull(true);
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await world.advance(600_000);
    world.gate.setFull(false);
    await world.advance(30_000);
    await world.tap(laserTap);
    const segment = written(world, 'segment-closed').at(-1)?.data;
    expect(segment).toMatchObject({ clocks: { operatingMs: 60_000 } });
    expect(segment && 'gapMs' in segment && segment.gapMs).toBeGreaterThanOrEqual(600_000);
  });

  it('inv. 7: a lost line is a gap from the last sample on', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    world.report('laser', 'running');
    await world.advance(60_000);
    world.report('laser', 'unknown', {
      link: 'lost',
      source: 'silence',
      confidence: 'stale',
      seenAgoMs: 12_000,
    });
    await world.advance(30_000);
    await world.tap(laserTap);
    expect(written(world, 'segment-closed').at(-1)?.data).toMatchObject({
      clocks: { operatingMs: 48_000, loadedMs: 48_000 },
      gapMs: 42_000,
    });
  });
});

describe('a job', () => {
  it('whose end nobody saw is ended after half a minute of idling, once, and stays ended', async () => {
    const world = await openWorld();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(5_000);
    world.report('laser', 'idle');
    await world.advance(20_000);
    expect(laser(world)?.job).not.toBeNull();
    await world.advance(300_000);
    expect(laser(world)?.job).toBeNull();
    expect(written(world, 'job-started')).toHaveLength(1);
    expect(written(world, 'job-ended')).toHaveLength(1);
    expect(written(world, 'job-ended')[0]?.data).toMatchObject({ result: 'unknown' });
  });

  it('whose start was on its way when the disk failed is written after all', async () => {
    const world = await openWorld();
    world.gate.hold();
    world.report('laser', 'running', { job: { event: 'started' } });
    await world.advance(2_000);
    world.gate.setFull(true);
    world.gate.release();
    await world.advance(2_000);
    expect(laser(world)).toBeUndefined();
    world.gate.setFull(false);
    await world.advance(2_000);
    expect(laser(world)?.job).toEqual(expect.any(String));
  });

  it('has an id that no other job has, and names the session it ran in', async () => {
    const world = await openWorld();
    const { session } = await world.tap(laserTap);
    for (let i = 0; i < 3; i++) {
      world.report('laser', 'running', { job: { event: 'started' } });
      await world.advance(2_000);
      world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
      await world.advance(2_000);
    }
    const jobs = written(world, 'job-started').map(({ data }) => data);
    expect(new Set(jobs.map((data) => 'job' in data && data.job)).size).toBe(3);
    expect(jobs.every((data) => 'session' in data && data.session === session)).toBe(true);
    expect(written(world, 'job-ended').map(({ data }) => 'result' in data && data.result)).toEqual([
      'completed',
      'completed',
      'completed',
    ]);
  });
});

describe('what is wrong with a link', () => {
  const clockOff = { code: 'clock-off', values: { minutes: 60 } } as const;

  it('is told to screens once, as it now is, and never journalled', async () => {
    const world = await openWorld();
    const changes: Change[] = [];
    world.gateway.listen((change) => changes.push(change));
    world.report('laser', 'idle', { troubles: [clockOff] });
    await world.settle();
    changes.length = 0;
    const entries = world.journal.entries().length;
    world.report('laser', 'idle', { troubles: [{ ...clockOff }] });
    world.report('laser', 'idle', { troubles: [] });
    world.report('laser', 'idle');
    await world.settle();
    expect(changes).toEqual([{ kind: 'machine', machine: 'laser' }]);
    expect(world.gateway.troubles('laser')).toEqual([]);
    expect(world.journal.entries()).toHaveLength(entries);
    expect(JSON.stringify(world.journal.entries())).not.toContain('clock-off');
  });

  it('inv. 11: the name of a program is made printable, told once, and never journalled', async () => {
    const world = await openWorld();
    const changes: Change[] = [];
    world.gateway.listen((change) => changes.push(change));
    world.report('laser', 'running', { program: 'gift\u0007 for Ada\u202e.gcode' });
    await world.settle();
    expect(world.gateway.program('laser')).toBe('gift for Ada.gcode');
    changes.length = 0;
    world.report('laser', 'running', { program: 'gift for Ada.gcode' });
    world.report('laser', 'running', { program: '\u0000' });
    await world.settle();
    expect(changes).toEqual([{ kind: 'machine', machine: 'laser' }]);
    expect(world.gateway.program('laser')).toBeNull();
    world.report('laser', 'running', { program: 'x'.repeat(5000) });
    expect(world.gateway.program('laser')).toHaveLength(80);
    expect(JSON.stringify(world.journal.entries())).not.toContain('Ada.gcode');
  });

  it('is known of the machine that reported it', async () => {
    const world = await openWorld();
    world.report('laser', 'idle', { troubles: [clockOff] });
    expect(world.gateway.troubles('laser')).toEqual([clockOff]);
    expect(world.gateway.troubles('mill')).toEqual([]);
  });
});
