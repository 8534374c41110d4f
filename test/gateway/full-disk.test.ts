// The real gateway on the real store when the disk is full: taps are refused and say so, what runs goes on, and
// everything works again once there is room.

import { afterEach, describe, expect, it } from 'vitest';
import { openSecrets } from '../../src/adapters/secrets/open-secrets.ts';
import type { Store } from '../../src/adapters/sqlite/open-store.ts';
import { verifyJournal } from '../../src/adapters/sqlite/verify-journal.ts';
import { systemChance, systemClock } from '../../src/adapters/system/system-clock.ts';
import { createTexts } from '../../src/adapters/texts/create-texts.ts';
import { usualRetention } from '../../src/domain/retention.ts';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { scratchStore } from '../adapters/sqlite/scratch-store.ts';
import { createFakeAllowLists } from '../fakes/fake-allow-lists.ts';
import { createFakePhotos } from '../fakes/fake-photos.ts';
import { memberInput } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const scratch = scratchStore();
afterEach(() => scratch.dispose());

const spare = 4;

async function openOn(store: Store): Promise<{ gateway: Gateway; ordered: boolean[] }> {
  const ordered: boolean[] = [];
  const gateway = await createGateway({
    ports: {
      ...store,
      secrets: await openSecrets(scratch),
      texts: createTexts('en'),
      clock: systemClock(),
      chance: systemChance,
      log: scratch.log,
      meters: { count: () => undefined },
      switches: {
        async set({ on }) {
          ordered.push(on);
          return true;
        },
      },
      readers: { answer: async () => undefined },
      announcer: { announce: () => undefined },
      allowLists: createFakeAllowLists(),
      photos: createFakePhotos(),
      controllers: { endAccess: async () => 'not-needed' },
    },
    workshop: sampleWorkshop,
    retention: usualRetention,
    reducer: 'test',
    version: '0',
  });
  await gateway.start();
  const row = { badges: [sampleBadges.anna], certificates: [{ certificate: 'laser-basic', until: null }] };
  await gateway.importMembers([memberInput('anna', row)], { dryRun: false });
  return { gateway, ordered };
}

describe('a full disk', () => {
  it('inv. 1, 6: refuses taps, gives no power, keeps the session that runs, and mends itself', async () => {
    const store = await scratch.open();
    const { gateway, ordered } = await openOn(store);
    let taps = 0;
    const tap = (reader: string) => {
      taps += 1;
      return gateway.tap({
        reader,
        badge: sampleBadges.anna,
        tap: `door:${taps}`,
        machine: null,
        spelling: null,
      });
    };
    expect(await tap('front')).toMatchObject({ outcome: 'granted' });

    await store.limitPages(1);
    const before = ordered.filter((on) => on).length;
    const faults: unknown[] = [];
    // SQLite may still use pages that it has; then there are none.
    for (let i = 0; i < 2_000 && faults.length < spare; i++) {
      await tap('hall').catch((fault: { code: string }) => faults.push(fault.code));
    }
    expect(faults).toEqual(Array.from({ length: spare }, () => 'journal-full'));
    expect(gateway.health()).toMatchObject({ ok: false, reasons: [{ code: 'journal-full' }] });
    expect(gateway.state().sessions.get('laser')?.phase).toBe('active');
    expect(ordered.filter((on) => on)).toHaveLength(before);

    await store.limitPages(1_000_000);
    expect(await tap('front')).toMatchObject({ outcome: 'ended' });
    expect(gateway.health().ok).toBe(true);
    await gateway.stop();
    await store.close();
    expect(await verifyJournal({ dataDir: scratch.dataDir })).toMatchObject({ ok: true });
  });
});
