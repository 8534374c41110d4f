// The watchdog's question at the gateway: judged like a tap, durable like a tap, and without a trace.

import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/gateway/ports.ts';
import { JournalFault } from '../../src/gateway/ports.ts';
import { createProbeTap } from '../../src/gateway/probe-tap.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const tap = { badge: '00112233445566778899', tap: 'probe:1' };

describe('a probe', () => {
  it('inv. 6: leaves nothing but a sign of life, whatever its badge', async () => {
    const world = await openWorld();
    const entries = world.journal.entries().length;
    const counted = new Map(world.counted);
    world.clock.advance(60_000);
    expect(await world.gateway.probe(tap)).toBe('durable');
    expect(await world.gateway.probe({ ...tap, badge: sampleBadges.anna })).toBe('durable');
    expect(await world.gateway.probe({ badge: '', tap: '' })).toBe('durable');
    await world.settle();
    expect(world.journal.entries()).toHaveLength(entries);
    expect(world.gateway.state().sessions.size).toBe(0);
    expect(new Map(world.counted)).toEqual(counted);
    expect(world.readers.shown).toEqual([]);
    expect((await world.journal.lastBeat())?.monoMs).toBe(world.clock.monoMs());
  });

  it('on a full disk has its answer: a no, which health tells, and which passes', async () => {
    const world = await openWorld();
    world.gate.setFull(true);
    expect(await world.gateway.probe(tap)).toBe('refused');
    expect(world.gateway.health()).toMatchObject({ ok: false, reasons: [{ code: 'journal-full' }] });
    world.gate.setFull(false);
    expect(await world.gateway.probe(tap)).toBe('durable');
    expect(world.gateway.health().ok).toBe(true);
  });
});

describe('a journal', () => {
  const probing = async (journal: Partial<Pick<Journal, 'beat' | 'lastBeat'>>) => {
    const world = await openWorld();
    const faults: unknown[] = [];
    const beats = { count: 0 };
    const now = (): Promise<void> => {
      beats.count += 1;
      return journal.beat?.({ boot: 'b', monoMs: 0, atMs: 0 }) ?? Promise.resolve();
    };
    const probe = createProbeTap({
      committer: {
        tentative: () => world.gateway.state(),
        durable: () => world.gateway.state(),
        stamp: () => ({ atMs: 0, monoMs: 0 }),
        commit: async () => [],
      },
      people: { find: () => undefined },
      secrets: { badgeKey: (badge) => badge, readSun: () => null },
      newId: () => 'id',
      keepAlive: { now },
      journal: { lastBeat: async () => null, ...journal },
      health: { fault: (fault) => faults.push(fault) > 0, well: () => undefined },
    });
    return { probe, faults, beats };
  };
  const gone = () => Promise.reject(new JournalFault('journal-broken', 'The journal is closed.'));

  it('that cannot be read either has not answered', async () => {
    const { probe, faults } = await probing({ beat: gone, lastBeat: gone });
    await expect(probe(tap)).rejects.toThrow('The journal is closed');
    expect(faults).toHaveLength(1);
  });

  it('inv. 10: that is stuck is asked once, however often the watchdog comes', async () => {
    const { probe, beats } = await probing({ beat: () => new Promise(() => undefined) });
    void probe(tap);
    void probe(tap);
    void probe(tap);
    await new Promise((resolve) => setImmediate(resolve));
    expect(beats.count).toBe(1);
  });
});
