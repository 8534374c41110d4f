// The statement of a month, read from the journal: everything that was metered is in exactly one month.

import { describe, expect, it } from 'vitest';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const sawTap = { reader: 'hall', machine: 'saw', badge: sampleBadges.anna };
const minorOf = async (world: World, month: string): Promise<string> =>
  (await readStatement(world.journal, month)).minor;

describe('a statement', () => {
  it('inv. 5: names the member, and its lines add up to the account and the total', async () => {
    const world = await openWorld();
    for (let i = 0; i < 2; i++) {
      await world.tap(sawTap);
      await world.settle();
      await world.advance(600_000);
      await world.tap(sawTap);
      await world.advance(1_000);
    }
    const read = await readStatement(world.journal, '2026-11');
    const [account] = read.accounts;
    expect(account).toMatchObject({ name: 'anna Rossi', minor: '200' });
    expect(account?.lines.map(({ machineName, minor }) => `${machineName} ${minor}`)).toEqual([
      'Saw 100',
      'Saw 100',
    ]);
    expect(read).toMatchObject({ minor: '200', digits: 2, openSessions: 0 });
  });

  it('has the use before an outage in the month of the use, even if the gateway came back in the next', async () => {
    const world = await openWorld({ wallMs: Date.parse('2026-11-30T18:00:00Z') });
    await world.tap(sawTap);
    await world.settle();
    await world.advance(600_000);
    await world.crash();
    world.clock.advance(4 * 86_400_000);
    world.switches.turn();
    await world.restart();
    await world.advance(60_000);
    // Ten minutes, less the few seconds since the last sign of life.
    expect(['99', '100']).toContain(await minorOf(world, '2026-11'));
    expect(await minorOf(world, '2026-12')).toBe('0');
  });

  it('inv. 5: of two months that share a session add up to its whole', async () => {
    const world = await openWorld({ wallMs: Date.parse('2026-11-30T22:00:00Z') });
    await world.tap(sawTap);
    await world.settle();
    await world.advance(2 * 3_600_000);
    await world.tap(sawTap);
    await world.advance(1_000);
    const months = [await minorOf(world, '2026-11'), await minorOf(world, '2026-12')].map(Number);
    expect(months.every((minor) => minor > 0)).toBe(true);
    expect((months[0] ?? 0) + (months[1] ?? 0)).toBe(1_200);
  });

  it('says how many sessions are still open', async () => {
    const world = await openWorld();
    await world.tap(sawTap);
    expect((await readStatement(world.journal, '2026-11')).openSessions).toBe(1);
  });
});
