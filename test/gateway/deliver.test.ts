// Answers stand in the outbox: sent at least once while they are fresh, never after.

import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/gateway/deliver.ts';
import type { Message } from '../../src/gateway/ports.ts';
import { createFakeReaders } from '../fakes/fake-readers.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { createHandClock, morningMs } from '../fakes/hand-clock.ts';
import { sampleMessage } from '../fakes/sample-entries.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laserTap = { reader: 'front', badge: sampleBadges.anna };

async function tappedWhileAway(): Promise<World> {
  const world = await openWorld();
  world.readers.setThere('front', false);
  await world.tap(laserTap);
  await world.settle();
  expect(world.readers.shown).toEqual([]);
  return world;
}

describe('an answer', () => {
  it('waits for its reader', async () => {
    const world = await tappedWhileAway();
    await world.advance(5_000);
    world.readers.setThere('front', true);
    world.gateway.readerConnected('hall');
    await world.settle();
    expect(world.readers.shown).toEqual([]);
    world.gateway.readerConnected('front');
    await world.settle();
    expect(world.readers.shown).toHaveLength(1);
    world.gateway.readerConnected('front');
    await world.settle();
    expect(world.readers.shown).toHaveLength(1);
  });

  it('expires', async () => {
    const world = await tappedWhileAway();
    await world.advance(16_000);
    world.readers.setThere('front', true);
    world.gateway.readerConnected('front');
    await world.settle();
    expect(world.readers.shown).toEqual([]);
    expect(world.counted.get('answers_expired_total')).toBe(1);
    expect((await world.journal.waiting(0)).messages).toEqual([]);
  });

  it('is not sent late either, when the reader comes back before it was cleared away', async () => {
    const world = await tappedWhileAway();
    world.clock.advance(15_000);
    world.readers.setThere('front', true);
    world.gateway.readerConnected('front');
    await world.settle();
    expect(world.readers.shown).toEqual([]);
  });

  it('expires on time also when the wall clock was put back before it', async () => {
    const world = await openWorld();
    await world.advance(1_000);
    world.clock.jump(-3_600_000);
    world.readers.setThere('front', false);
    await world.tap(laserTap);
    await world.advance(16_000);
    world.readers.setThere('front', true);
    world.gateway.readerConnected('front');
    await world.settle();
    expect(world.readers.shown).toEqual([]);
  });

  it('is struck out of the file once it was shown', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    expect((await world.journal.waiting(0)).messages).toHaveLength(1);
    await world.advance(500);
    expect((await world.journal.waiting(0)).messages).toEqual([]);
  });

  it('that stood in the file at a crash is sent after the start', async () => {
    const world = await tappedWhileAway();
    await world.crash();
    world.readers.setThere('front', true);
    world.clock.advance(3_000);
    await world.restart();
    expect(world.readers.shown).toHaveLength(1);
  });

  it('inv. 10: of a thousand and more that wait the oldest is dropped, and counted', async () => {
    const readers = createFakeReaders();
    readers.setThere('front', false);
    const counts: string[] = [];
    const delivered: string[] = [];
    const outbox = createOutbox({
      readers,
      people: { byMember: () => undefined },
      clock: createHandClock(),
      journal: { delivered: async (ids) => void delivered.push(...ids) },
      meters: { count: (name) => counts.push(name) },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const message = (i: number): Message => sampleMessage(`m${i}`, morningMs + 10_000);
    for (let i = 0; i < 1_003; i++) outbox.deliver(message(i));
    outbox.settle();
    expect(delivered).toEqual(['m0', 'm1', 'm2']);
    expect(counts.filter((name) => name === 'answers_expired_total')).toHaveLength(3);
  });
});
