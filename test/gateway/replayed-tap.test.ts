// Captured taps of a native reader, played again by somebody who can speak as it: none is accepted, however old it is, and
// what a reader sends again by itself is still answered in the same words.

import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const anna = { reader: 'front', badge: sampleBadges.anna };
const decided = (world: World, code: string) =>
  world.journal
    .entries()
    .filter(({ type, data }) => type === 'tap-refused' && 'code' in data && data.code === code);

describe('taps that are played again', () => {
  it('inv. 6: ten thousand of them are refused, and the session goes on undisturbed', async () => {
    const world = await openWorld();
    const captured: string[] = [];
    for (let boot = 0; boot < 40; boot++)
      for (let counter = 1; counter <= 5; counter++) captured.push(`boot-${boot}:${counter}`);
    for (const tap of captured) await world.tap({ ...anna, badge: '04ffffffffffff', tap });
    expect(await world.tap({ ...anna, tap: 'boot-40:500' })).toMatchObject({ outcome: 'granted' });
    const before = structuredClone(world.gateway.state().sessions);
    const seen = new Map<string | null, number>();
    for (let round = 0; round < 10_000; round++) {
      // Counters that were never heard are no better: of an older boot, or below the newest of this one.
      const tap = round % 2 === 0 ? `boot-${round % 40}:${5 + round}` : `boot-40:${round % 468}`;
      const { code } = await world.tap({ ...anna, tap });
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    expect([...seen]).toEqual([['tap-replayed', 10_000]]);
    expect(world.gateway.state().sessions).toEqual(before);
  }, 90_000);

  it('are told from one that the reader sends again: that one gets its first answer, also after forty replays', async () => {
    const world = await openWorld();
    for (const tap of ['b:1', 'b:2']) await world.tap({ ...anna, badge: '04ffffffffffff', tap });
    const last = await world.tap({ ...anna, tap: 'b:3' });
    expect(last.outcome).toBe('granted');
    for (let round = 0; round < 40; round++) await world.tap({ ...anna, tap: 'a:0', badge: 'nonsense' });
    await world.tap({ ...anna, tap: 'b:0' });
    expect(await world.tap({ ...anna, tap: 'b:3' })).toEqual(last);
    expect(await world.tap({ ...anna, tap: 'b:2' })).toMatchObject({ code: 'badge-unknown' });
  });

  it('stay refused after a restart, and after the taps themselves were forgotten', async () => {
    const wallMs = Date.parse('2026-11-22T12:00:00Z');
    const world = await openWorld({ wallMs, retention: { tapsDays: 7, readingsDays: null } });
    const stranger = { reader: 'attic', badge: sampleBadges.anna };
    for (const tap of ['old:9', 'new:1', 'new:2']) await world.tap({ ...stranger, tap });
    await world.crash();
    await world.restart();
    expect(await world.tap({ ...stranger, tap: 'old:10' })).toMatchObject({ code: 'tap-replayed' });
    world.clock.jump(9 * 86_400_000);
    await world.advance(2_000);
    expect(world.journal.entries().filter(({ type }) => type === 'forgotten')).toHaveLength(4);
    expect(world.gateway.state()).toEqual(replayed(world.journal.entries()));
    await world.crash();
    await world.restart();
    for (const tap of ['old:10', 'new:2', 'new:1'])
      expect(await world.tap({ ...stranger, tap })).toMatchObject({ code: 'tap-replayed' });
    expect((await world.tap({ ...stranger, tap: 'new:3' })).code).not.toBe('tap-replayed');
  });

  it('try no PIN, and use up nobody’s tries', async () => {
    const world = await openWorld();
    await world.tap({ ...anna, tap: 'b:5' });
    await world.tap({ ...anna, tap: 'b:4', pin: '0000' });
    expect(decided(world, 'tap-replayed')).toHaveLength(1);
    expect(world.journal.entries().filter(({ type }) => type === 'pin-tried')).toEqual([]);
  });

  it('one that the journal could not take is not old when the reader sends it again', async () => {
    const world = await openWorld();
    await world.tap({ ...anna, tap: 'b:1' });
    world.gate.setFull(true);
    await expect(world.tap({ ...anna, tap: 'b:2' })).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(await world.tap({ ...anna, tap: 'b:2' })).toMatchObject({ outcome: 'ended' });
  });
});
