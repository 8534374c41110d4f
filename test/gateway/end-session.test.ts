// Ending from a page: one's own session, or any as a steward; never starting one.

import { expect, it } from 'vitest';
import { openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const rows = [
  { machine: 'press', by: 'anna', steward: true, code: 'machine-unknown' },
  { machine: 'constructor', by: 'anna', steward: true, code: 'machine-unknown' },
  { machine: 'mill', by: 'anna', steward: true, code: 'session-none' },
  { machine: 'laser', by: 'bruno', steward: false, code: 'session-not-yours' },
  { machine: 'laser', by: 'nobody', steward: false, code: 'session-not-yours' },
] as const;

async function held() {
  const world = await openWorld();
  const { session } = await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.settle();
  const key = (handle: string): string => world.gateway.personByHandle(handle)?.member ?? handle;
  return { world, session, key };
}

it.each(rows)(
  '$by (steward: $steward) on $machine: $code, and nothing changes',
  async ({ code, ...request }) => {
    const { world, key } = await held();
    const before = structuredClone(world.gateway.state());
    expect(await world.gateway.endSession({ ...request, by: key(request.by) })).toEqual({ ok: false, code });
    expect(world.gateway.state()).toEqual(before);
  },
);

it.each([
  { by: 'anna', steward: false, cause: 'page' },
  { by: 'anna', steward: true, cause: 'page' },
  { by: 'bruno', steward: true, cause: 'steward' },
])('$by (steward: $steward) ends it, cause $cause', async ({ by, steward, cause }) => {
  const { world, session, key } = await held();
  const request = { machine: 'laser', by: key(by), steward };
  expect(await world.gateway.endSession(request)).toEqual({ ok: true, session });
  expect(world.journal.entries().find(({ type }) => type === 'session-ending')?.data).toMatchObject({
    cause,
  });
  expect(await world.gateway.endSession(request)).toEqual({ ok: false, code: 'session-ending' });
});

it('rejects with the fault when it cannot be written, and the session goes on', async () => {
  const { world, key } = await held();
  world.gate.setFull(true);
  const asked = world.gateway.endSession({ machine: 'laser', by: key('anna'), steward: false });
  await expect(asked).rejects.toMatchObject({ code: 'journal-full' });
  expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
});
