// Erasing a member: the row goes, the key stays in the journal, and nobody is left who cannot leave a machine.

import { describe, expect, it } from 'vitest';
import { memberInput, openWorld } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const laser = { certificates: [{ certificate: 'laser-basic', until: null }] };
const members = [
  memberInput('anna', { badges: [sampleBadges.anna], email: 'anna@example.org', ...laser }),
  memberInput('root', { roles: ['member', 'admin'] }),
];

async function openWithKey(handle: string) {
  const world = await openWorld({ members });
  const member = world.gateway.personByHandle(handle)?.member ?? '';
  return { world, member, types: () => world.journal.entries().map(({ type }) => type) };
}

describe('erasing a member', () => {
  it('takes row, badge and rights, and keeps what they used under the key', async () => {
    const { world, member } = await openWithKey('anna');
    expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
      outcome: 'granted',
    });
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(120_000);
    expect(await world.gateway.eraseMember({ member, dryRun: false })).toEqual({
      ok: true,
      goes: { handle: 'anna', name: 'anna Rossi', email: true, password: false, badges: 1 },
    });
    expect(world.journal.entries().at(-1)).toMatchObject({ type: 'member-erased', data: { member } });
    expect(world.gateway.person(member)).toBeUndefined();
    expect(await world.journal.people()).toHaveLength(1);
    expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
      outcome: 'refused',
      code: 'badge-unknown',
    });
    const segments = world.journal.entries().filter(({ type }) => type === 'segment-closed');
    expect(segments.map(({ data }) => 'member' in data && data.member)).toEqual([member]);
  });

  it('changes nothing when it only tells', async () => {
    const { world, member } = await openWithKey('anna');
    const before = world.journal.entries().length;
    expect(await world.gateway.eraseMember({ member, dryRun: true })).toMatchObject({ ok: true });
    expect(world.journal.entries()).toHaveLength(before);
    expect(world.gateway.person(member)).toBeDefined();
  });

  it('is refused while they hold a machine, also while it ends', async () => {
    const { world, member } = await openWithKey('anna');
    const refused = { ok: false, code: 'member-in-session' };
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    expect(await world.gateway.eraseMember({ member, dryRun: false })).toEqual(refused);
    world.controllers.setOutcome('wait');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    expect(await world.gateway.eraseMember({ member, dryRun: true })).toEqual(refused);
  });

  it('is refused for the last administrator, and for nobody', async () => {
    const { world, member } = await openWithKey('root');
    const request = { member, dryRun: false };
    expect(await world.gateway.eraseMember(request)).toEqual({ ok: false, code: 'admin-last' });
    const second = memberInput('ruth', { roles: ['member', 'admin'] });
    await world.gateway.importMembers([second], { dryRun: false });
    expect(await world.gateway.eraseMember(request)).toMatchObject({ ok: true });
    expect(await world.gateway.eraseMember(request)).toEqual({ ok: false, code: 'member-unknown' });
  });

  it('inv. 1: leaves the member where they are when it cannot be written', async () => {
    const { world, member } = await openWithKey('anna');
    world.gate.setFull(true);
    const refused = world.gateway.eraseMember({ member, dryRun: false });
    await expect(refused).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(world.gateway.person(member)).toBeDefined();
    expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
      outcome: 'granted',
    });
  });
});
