// Charges: one for every use that is over, whatever happened between its end and the charge, and a further entry for what
// turns out otherwise.

import { describe, expect, it } from 'vitest';
import { emptyBooks, owedCharges, takeEntry } from '../../src/domain/billing/books.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import type { Tariff } from '../../src/domain/machine/tariff.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

async function chargesOf(world: World) {
  const entries = await world.journal.query({ types: ['charge-made', 'charge-corrected'], ...always });
  return entries.flatMap((entry) =>
    entry.type === 'charge-made' || entry.type === 'charge-corrected'
      ? [{ type: entry.type, minor: entry.data.minor, why: 'why' in entry.data ? entry.data.why : null }]
      : [],
  );
}

/** All that a verifier reads: the whole journal, and nothing else. */
async function owedBy(world: World): Promise<readonly unknown[]> {
  const types = ['workshop-described', 'segment-closed', 'usage-entered', 'usage-withdrawn'] as const;
  const entries = await world.journal.query({
    types: [...types, 'charge-made', 'charge-corrected'],
    ...always,
  });
  const books = emptyBooks(0);
  for (const entry of entries as readonly Entry[]) takeEntry(books, entry);
  return owedCharges(books);
}

async function useOfLaser(world: World, ms: number): Promise<void> {
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.advance(1_000);
  world.report('laser', 'running');
  await world.advance(ms);
  world.report('laser', 'idle');
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
}

const tariff = (more: Partial<Tariff>): Tariff => ({
  pool: 'lasers',
  from: '2026-01-01',
  perHourMinor: '1000',
  clock: 'operating',
  ...more,
});

describe('a session that is over', () => {
  it('is charged once, and the books of the whole journal owe nothing', async () => {
    const world = await openWorld();
    await useOfLaser(world, 360_000);
    await world.advance(5_000);
    expect(await chargesOf(world)).toEqual([{ type: 'charge-made', minor: '100', why: null }]);
    await world.advance(60_000);
    expect(await chargesOf(world)).toHaveLength(1);
    expect(await owedBy(world)).toEqual([]);
  });

  it('inv. 5: is charged by the next start where a crash came before the charge', async () => {
    const world = await openWorld();
    await useOfLaser(world, 360_000);
    await world.settle();
    expect(await chargesOf(world)).toEqual([]);
    expect(await owedBy(world)).toHaveLength(1);
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(await chargesOf(world)).toEqual([{ type: 'charge-made', minor: '100', why: null }]);
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(await chargesOf(world)).toHaveLength(1);
  });
});

describe('a use that becomes known later', () => {
  const enter = (world: World, from: string, to: string) =>
    world.gateway.enterUsage(
      { member: 'anna', machine: 'laser', from, to, why: 'other', note: null, by: 'console' },
      { dryRun: false },
    );

  it('that is withdrawn is charged and taken back', async () => {
    const world = await openWorld();
    const [day] = new Date(world.clock.wallMs() - 86_400_000).toISOString().split('T');
    const use = await enter(world, `${day} 10:00`, `${day} 11:30`);
    if (!use.ok) throw new Error(use.code);
    await world.advance(2_000);
    await world.gateway.withdrawUsage(
      { session: use.session ?? '', why: 'mistake', by: 'console' },
      { dryRun: false },
    );
    await world.advance(2_000);
    expect(await chargesOf(world)).toEqual([
      { type: 'charge-made', minor: '1500', why: null },
      { type: 'charge-corrected', minor: '-1500', why: 'withdrawn' },
    ]);
    expect(await owedBy(world)).toEqual([]);
  });

  it('takes the cap of its day from what was charged before, and the sum stays the cap', async () => {
    const tariffs = [tariff({ caps: { dayMinor: '1200' } })];
    const world = await openWorld({ workshop: { ...sampleWorkshop, tariffs } });
    const [day] = new Date(world.clock.wallMs() - 86_400_000).toISOString().split('T');
    await enter(world, `${day} 15:00`, `${day} 16:00`);
    await world.advance(2_000);
    await enter(world, `${day} 10:00`, `${day} 11:00`);
    await world.advance(2_000);
    expect(await chargesOf(world)).toEqual([
      { type: 'charge-made', minor: '1000', why: null },
      { type: 'charge-corrected', minor: '-800', why: 'late' },
      { type: 'charge-made', minor: '1000', why: null },
    ]);
    expect(await owedBy(world)).toEqual([]);
  });
});

describe('a session over another price', () => {
  it('is cut where it begins, so that each part lies under one', async () => {
    const world = await openWorld();
    // It is nine on the wall of the space.
    const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
    const peak = { hours: [{ days, from: '09:07', to: '23:59' }], percent: 200 };
    await world.gateway.describe({ ...sampleWorkshop, tariffs: [tariff({ peak })] });
    await useOfLaser(world, 3_600_000);
    await world.advance(5_000);
    const closed = await world.journal.query({ types: ['segment-closed'], ...always });
    const whys = closed.map((entry) => (entry.type === 'segment-closed' ? entry.data.why : ''));
    expect(whys.filter((why) => why === 'band')).toHaveLength(1);
    const [charge] = await chargesOf(world);
    // Seven minutes less a second at ten, the others at twenty an hour.
    expect(charge?.minor).toBe('1884');
    expect(await owedBy(world)).toEqual([]);
  });
});
