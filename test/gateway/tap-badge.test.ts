// A tap is decided once, however often it is delivered, and answered each time.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const laserTap = { reader: 'front', badge: anna };

describe('a tap', () => {
  it('is answered by its reader once it is durable', async () => {
    const world = await openWorld();
    const answer = await world.tap({ ...laserTap, tap: 'b1:7' });
    await world.settle();
    expect(answer).toMatchObject({ tap: 'b1:7', outcome: 'granted', code: null, machine: 'laser' });
    expect(answer.text).toBe('Laser is yours. Tap again when you have finished.');
    expect(world.readers.shown).toEqual([{ reader: 'front', answer }]);
    expect(world.gateway.state().sessions.get('laser')?.session).toBe(answer.session);
  });

  it.each([
    ['04:A1:B2:C3:D4:E5:80', 'granted', null],
    ['04a1b2c3d4e58', 'refused', 'badge-unreadable'],
    ['', 'refused', 'badge-unreadable'],
    ['__proto__', 'refused', 'badge-unreadable'],
    ['0011223344', 'refused', 'badge-unknown'],
    [carla, 'refused', 'certificate-missing'],
  ])('of badge %j is %s %s', async (badge, outcome, code) => {
    const world = await openWorld();
    expect(await world.tap({ reader: 'front', badge })).toMatchObject({ outcome, code });
  });

  it('of an unknown badge is recorded without the badge', async () => {
    const world = await openWorld();
    await world.tap({ reader: 'front', badge: '0011223344' });
    expect(world.journal.entries().at(-1)).toMatchObject({
      type: 'tap-refused',
      data: { code: 'badge-unknown', badge: null, member: null },
    });
    expect(JSON.stringify(world.journal.entries())).not.toContain('0011223344');
  });

  it('with an id that is none is refused without a trace', async () => {
    const world = await openWorld();
    const entries = world.journal.entries().length;
    const answer = await world.tap({ ...laserTap, tap: `x${'y'.repeat(200)}` });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'tap-invalid' });
    expect(answer.tap.length).toBeLessThanOrEqual(64);
    expect(world.journal.entries()).toHaveLength(entries);
  });
});

describe('a tap that the journal could not take', () => {
  const failing = async (world: World, tap: string): Promise<void> => {
    world.gate.setFull(true);
    await world.tap({ ...laserTap, tap }).catch(() => undefined);
    await world.advance(30_000);
    world.gate.setFull(false);
  };

  it('inv. 8: never starts a session late, when its member may have gone', async () => {
    const world = await openWorld();
    await failing(world, 'b1:1');
    expect(await world.tap({ ...laserTap, tap: 'b1:1' })).toMatchObject({ code: 'tap-late' });
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('ends its session late all the same', async () => {
    const world = await openWorld();
    await world.tap({ ...laserTap, tap: 'b1:1' });
    await world.advance(5_000);
    await failing(world, 'b1:2');
    expect(await world.tap({ ...laserTap, tap: 'b1:2' })).toMatchObject({ outcome: 'ended' });
  });

  it('does not end a session that began after it', async () => {
    const world = await openWorld();
    await failing(world, 'b1:1');
    expect(await world.tap({ ...laserTap, tap: 'b1:2' })).toMatchObject({ outcome: 'granted' });
    expect(await world.tap({ ...laserTap, tap: 'b1:1' })).toMatchObject({ code: 'tap-late' });
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
  });
});

describe('the same tap again', () => {
  it('waits for the first while that is on its way to the disk', async () => {
    const world = await openWorld();
    world.gate.hold();
    const first = world.tap({ ...laserTap, tap: 'b1:1' });
    const second = world.tap({ ...laserTap, tap: 'b1:1' });
    expect(world.gate.atGate()).toHaveLength(1);
    world.gate.release();
    expect(await second).toEqual(await first);
    expect(world.journal.entries().filter(({ type }) => type === 'session-started')).toHaveLength(1);
  });

  it('is refused with the first when that fails, and decided anew after that', async () => {
    const world = await openWorld();
    world.gate.hold();
    const both = [world.tap({ ...laserTap, tap: 'b1:1' }), world.tap({ ...laserTap, tap: 'b1:1' })];
    world.gate.setFull(true);
    world.gate.release();
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    world.gate.setFull(false);
    expect((await world.tap({ ...laserTap, tap: 'b1:1' })).outcome).toBe('granted');
  });

  it('gets the same answer, word for word, and changes nothing', async () => {
    const world = await openWorld();
    const granted = await world.tap({ ...laserTap, tap: 'b1:1' });
    const refused = await world.tap({ reader: 'front', badge: bruno, tap: 'b1:2' });
    const missing = await world.tap({ reader: 'front', badge: carla, tap: 'b1:3' });
    world.report('laser', 'running', { job: { event: 'started' } });
    const ended = await world.tap({ ...laserTap, tap: 'b1:4' });
    await world.settle();
    const entries = world.journal.entries().length;
    expect(await world.tap({ ...laserTap, tap: 'b1:1' })).toEqual(granted);
    expect(await world.tap({ reader: 'front', badge: bruno, tap: 'b1:2' })).toEqual(refused);
    expect(await world.tap({ reader: 'front', badge: carla, tap: 'b1:3' })).toEqual(missing);
    expect(await world.tap({ ...laserTap, tap: 'b1:4' })).toEqual(ended);
    expect(refused.text).toContain('since 09:00');
    expect(ended.text).toContain('The job may finish');
    expect(world.journal.entries()).toHaveLength(entries);
    await world.settle();
    expect(world.readers.shown).toHaveLength(8);
  });

  it('is known after a restart too', async () => {
    const world = await openWorld();
    const granted = await world.tap({ ...laserTap, tap: 'b1:1' });
    const refused = await world.tap({ reader: 'front', badge: bruno, tap: 'b1:2' });
    await world.crash();
    await world.restart();
    const entries = world.journal.entries().length;
    expect(await world.tap({ ...laserTap, tap: 'b1:1' })).toEqual(granted);
    const again = await world.tap({ reader: 'front', badge: bruno, tap: 'b1:2' });
    expect(again).toMatchObject({ outcome: refused.outcome, code: refused.code, machine: 'laser' });
    expect(again.text).not.toContain('{');
    expect(world.journal.entries()).toHaveLength(entries);
  });

  it('of another reader is another tap', async () => {
    const world = await openWorld();
    await world.tap({ ...laserTap, tap: 'b1:1' });
    expect((await world.tap({ reader: 'back', badge: anna, tap: 'b1:1' })).machine).toBe('loom');
  });
});
