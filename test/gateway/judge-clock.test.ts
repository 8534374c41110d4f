// A small computer starts before its clock is set: what depends on the date waits for the clock, not for a restart.

import { describe, expect, it } from 'vitest';
import type { MemberInput } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const dated: MemberInput = {
  member: 'anna',
  name: 'Anna Serra',
  email: null,
  team: null,
  badges: [sampleBadges.anna],
  certificates: [{ certificate: 'laser-basic', until: '2030-01-01' }],
  roles: ['member'],
};

describe('judging the clock', () => {
  it('inv. 4: refuses what depends on the date until the clock is set, and then allows it', async () => {
    const world = await openWorld({ members: [dated] });
    world.clock.setSynchronised(false);
    await world.advance(1_000);
    expect(world.gateway.health().reasons.map(({ code }) => code)).toEqual(['clock-unset']);
    expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
      code: 'clock-unset',
    });

    world.clock.setSynchronised(true);
    await world.advance(1_000);
    expect(world.gateway.health()).toEqual({ ok: true, reasons: [] });
    expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
      outcome: 'granted',
    });
  });

  it('writes down changes only', async () => {
    const world = await openWorld();
    const before = world.gateway.state().seq;
    await world.advance(60_000);
    expect(world.gateway.state().seq).toBe(before);
  });
});
