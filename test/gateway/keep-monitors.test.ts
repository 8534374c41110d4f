// Monitors and what the interlock makes of them, around the real gateway: who may start, what ends, in which order.

import { describe, expect, it } from 'vitest';
import { interlockAt } from '../../src/domain/access/interlock-at.ts';
import type { EntryType } from '../../src/domain/journal/entry.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { guardedWorkshop, sense, senseFor } from '../fakes/guarded-workshop.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };
const entriesOf = <T extends EntryType>(world: World, type: T) =>
  world.journal.entries().filter((entry) => entry.type === type);
const plug = (world: World) => world.switches.get('laser-plug');
const session = (world: World) => world.gateway.state().sessions.get('laser');
const permit = (world: World) => interlockAt(world.gateway.state(), 'laser');

async function guarded(): Promise<World> {
  const world = await openWorld({ workshop: guardedWorkshop() });
  await senseFor(world, 2_000);
  return world;
}

async function working(): Promise<World> {
  const world = await guarded();
  expect((await world.tap(laserTap)).outcome).toBe('granted');
  await world.settle();
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.settle();
  await senseFor(world, 2_000);
  expect(plug(world).isOn()).toBe(true);
  return world;
}

describe('a monitor', () => {
  it('inv. 7: nobody starts before it was heard, and the sentence names it', async () => {
    const world = await openWorld({ workshop: guardedWorkshop() });
    const answer = await world.tap(laserTap);
    expect(answer).toMatchObject({ outcome: 'refused', code: 'monitor-silent' });
    expect(answer.text).toContain('Chiller');
    sense(world);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('inv. 6: out of its limits nobody starts, and the sentence names the value', async () => {
    const world = await guarded();
    await senseFor(world, 1_000, { coolantC: 31.24 });
    const answer = await world.tap(laserTap);
    expect(answer).toMatchObject({ outcome: 'refused', code: 'monitor-bad' });
    expect(answer.text).toContain('31.2 °C');
    expect(plug(world).isOn()).toBe(false);
  });

  it('is good again only below its own edge, and after it held five seconds', async () => {
    const world = await guarded();
    await senseFor(world, 3_000, { coolantC: 26 });
    await senseFor(world, 10_000, { coolantC: 24 });
    expect((await world.tap(laserTap)).code).toBe('monitor-bad');
    await senseFor(world, 4_000, { coolantC: 22 });
    expect((await world.tap(laserTap)).code).toBe('monitor-bad');
    await senseFor(world, 2_000, { coolantC: 22 });
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('inv. 10: that flaps does not fill the journal', async () => {
    const world = await guarded();
    const before = entriesOf(world, 'monitor-changed').length;
    for (let i = 0; i < 600; i++) {
      sense(world, { coolantC: i % 2 === 0 ? 30 : 20 });
      await world.advance(500);
    }
    expect(entriesOf(world, 'monitor-changed').length - before).toBeLessThan(3);
  });

  it('inv. 9: a warning lets the job end and starts nothing new', async () => {
    const world = await working();
    await senseFor(world, 60_000, { flow: 1 });
    expect(session(world)).toMatchObject({ phase: 'finishing', cause: 'monitor-warning' });
    expect(plug(world).isOn()).toBe(true);
    expect(permit(world)).toMatchObject({ permit: 'permitted-until-idle', reason: 'monitor-warning' });
    world.report('laser', 'idle', { job: { event: 'ended', result: 'completed' } });
    await senseFor(world, 3_000, { flow: 1 });
    expect(plug(world).isOn()).toBe(false);
    expect((await world.tap(laserTap)).code).toBe('monitor-bad');
  });

  it('inv. 9: a critical one ends access at once: the controller is told before the power goes', async () => {
    const world = await working();
    const order: string[] = [];
    world.controllers.setOutcome('wait');
    await senseFor(world, 2_000, { coolantC: 40 });
    expect(world.controllers.asked.map(({ machine }) => machine)).toEqual(['laser']);
    order.push(plug(world).isOn() ? 'told while on' : 'cut first');
    world.controllers.answerAll('confirmed');
    await world.advance(2_000);
    order.push(plug(world).isOn() ? 'still on' : 'dark');
    expect(order).toEqual(['told while on', 'dark']);
    expect(entriesOf(world, 'session-ending').at(-1)?.data).toMatchObject({ cause: 'monitor-critical' });
    // The reason stands in the journal before what it brought about.
    const types = world.journal.entries().map(({ type }) => type);
    expect(types.lastIndexOf('monitor-changed')).toBeLessThan(types.lastIndexOf('session-ending'));
  });

  it('a critical one overtakes an end that waits for the job', async () => {
    const world = await working();
    await world.tap(laserTap);
    expect(session(world)).toMatchObject({ phase: 'finishing', cause: 'second-tap' });
    await senseFor(world, 3_000, { coolantC: 40 });
    expect(plug(world).isOn()).toBe(false);
    expect(entriesOf(world, 'segment-closed')).toHaveLength(1);
  });

  it('inv. 1: what the disk did not take stops nothing, and stops it once it does', async () => {
    const world = await working();
    world.gate.setFull(true);
    await senseFor(world, 3_000, { coolantC: 40 });
    expect(world.controllers.asked).toEqual([]);
    world.gate.setFull(false);
    await senseFor(world, 3_000, { coolantC: 40 });
    expect(plug(world).isOn()).toBe(false);
  });
});

describe('a fatal monitor', () => {
  it('latches until a steward releases it, over a restart, and not while it is still bad', async () => {
    const world = await working();
    await senseFor(world, 2_000, { smoke: 1 });
    await world.advance(2_000);
    expect(plug(world).isOn()).toBe(false);
    expect(permit(world).permit).toBe('latched');
    expect(entriesOf(world, 'interlock-latched').map(({ data }) => data)).toEqual([
      { machine: 'laser', reason: 'monitor-fatal', monitor: 'smoke', value: 1 },
    ]);
    const release = { machine: 'laser', by: 'console' };
    expect(await world.gateway.releaseInterlock(release)).toEqual({ ok: false, code: 'latch-holds' });
    await world.crash();
    await world.restart();
    world.report('laser', 'idle', { job: { event: 'ended', result: 'aborted' } });
    await world.settle();
    await senseFor(world, 8_000);
    const answer = await world.tap(laserTap);
    expect(answer).toMatchObject({ outcome: 'refused', code: 'machine-latched' });
    expect(answer.text).toContain('Smoke');
    expect(await world.gateway.releaseInterlock(release)).toEqual({ ok: true });
    expect(await world.gateway.releaseInterlock(release)).toEqual({ ok: false, code: 'latch-none' });
    expect(plug(world).isOn()).toBe(false);
    expect((await world.tap({ ...laserTap, badge: sampleBadges.bruno })).outcome).toBe('granted');
    await world.settle();
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });

  it('that falls silent stops the machine and latches nothing', async () => {
    const world = await working();
    for (let i = 0; i < 25; i++) {
      world.report('laser', 'running', { readings: { 'temperature.coolant.actual': 20 } });
      await world.advance(1_000);
    }
    expect(entriesOf(world, 'interlock-latched')).toEqual([]);
    expect(plug(world).isOn()).toBe(false);
    expect(permit(world).permit).toBe('denied');
  });
});

describe('a start of the gateway', () => {
  it('gives what runs the time in which a value becomes old, and starts nothing meanwhile', async () => {
    const world = await working();
    await world.crash();
    await world.restart();
    world.report('laser', 'running');
    await world.advance(15_000);
    expect(session(world)?.phase).toBe('active');
    expect(permit(world)).toMatchObject({ permit: 'permitted-until-idle', reason: 'monitor-unheard' });
    await world.advance(10_000);
    expect(session(world)?.phase).not.toBe('active');
  });
});

describe('a self-check', () => {
  const checked = async (): Promise<World> =>
    openWorld({ workshop: guardedWorkshop({ monitors: {}, selfCheck: true }) });

  it('inv. 6: refuses while the controller moves though nobody holds the machine', async () => {
    const world = await checked();
    world.report('laser', 'jogging');
    expect(await world.tap(laserTap)).toMatchObject({ outcome: 'refused', code: 'self-check-failed' });
    world.report('laser', 'idle');
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('refuses while watts flow though the switch says off, and the alarm is raised', async () => {
    const world = await checked();
    const draws = () =>
      world.gateway.reportSwitch({ switch: 'laser-plug', on: false, powerW: 180, energyWh: null });
    await world.advance(5_000);
    draws();
    expect(await world.tap(laserTap)).toMatchObject({ outcome: 'refused', code: 'self-check-failed' });
    await world.advance(8_000);
    const codes = [...world.gateway.state().alarms.values()].map(({ code }) => code);
    expect(codes).toContain('power-without-session');
  });

  const alarms = (world: World) => [...world.gateway.state().alarms.values()].map(({ code }) => code);

  it('raises the alarm where only the controller tells of it, and clears it once it rests', async () => {
    const world = await checked();
    world.report('laser', 'jogging');
    await world.advance(3_000);
    expect(alarms(world)).toEqual([]);
    await world.advance(4_000);
    expect(alarms(world)).toEqual(['power-without-session']);
    expect(await world.tap(laserTap)).toMatchObject({ outcome: 'refused', code: 'self-check-failed' });
    world.report('laser', 'idle');
    await world.advance(1_000);
    expect(alarms(world)).toEqual([]);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('inv. 7: a controller that moved and fell silent has not stopped', async () => {
    const world = await checked();
    world.report('laser', 'running');
    await world.advance(7_000);
    world.report('laser', 'unknown', { link: 'lost', confidence: 'stale', source: 'silence' });
    await world.advance(60_000);
    expect(alarms(world)).toEqual(['power-without-session']);
    expect(await world.tap(laserTap)).toMatchObject({ outcome: 'refused', code: 'self-check-failed' });
    const [alarm = 'none'] = world.gateway.state().alarms.keys();
    await world.gateway.answerAlarm({ alarm, by: 'console', what: 'mended' });
    await world.advance(1_000);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });

  it('holds no motion against a machine that does not ask for the check, nor against a session', async () => {
    const unasked = await openWorld();
    unasked.report('laser', 'jogging');
    await unasked.advance(10_000);
    expect(alarms(unasked)).toEqual([]);
    const world = await checked();
    await world.tap(laserTap);
    world.report('laser', 'running');
    await world.advance(70_000);
    expect(alarms(world)).toEqual([]);
  });

  it('lets a silent controller pass: it may live on the switched power', async () => {
    const world = await checked();
    expect((await world.tap(laserTap)).outcome).toBe('granted');
  });
});
