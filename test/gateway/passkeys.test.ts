// Passkeys and vouched sign-ins through the whole gateway: what the journal says, what outlives a crash, what an erasure
// takes along, and which roles are lent.

import { describe, expect, it } from 'vitest';
import { memberProfile } from '../../src/gateway/member-data.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';

const members = [
  memberInput('ada', { email: 'ada@example.org' }),
  memberInput('bo', { email: 'shared@example.org' }),
  memberInput('cy', { email: 'shared@example.org', roles: ['member', 'trainer'] }),
  memberInput('root', { roles: ['member', 'admin'] }),
];
const open = () => openWorld({ members });
const key = ({ gateway }: World, handle: string): string => gateway.personByHandle(handle)?.member ?? '';
const made = (member: string, credential = 'credential-1') => ({
  ...{ member, credential, name: 'Phone', publicKey: 'a public key', counter: 0 },
});
const rolesOf = (world: World, handle: string) =>
  world.gateway.state().members.get(key(world, handle))?.roles;

async function add(world: World, handle: string, credential?: string): Promise<string> {
  const added = await world.gateway.passkeys.add(made(key(world, handle), credential));
  if (!added.ok) throw new Error(added.code);
  return added.passkey.passkey;
}

describe('a passkey', () => {
  it('is in the journal by an opaque id, without its name, its credential or its key', async () => {
    const world = await open();
    const passkey = await add(world, 'ada');
    const member = key(world, 'ada');
    await world.gateway.passkeys.remove({ member, passkey });
    const told = world.journal.entries().filter(({ type }) => type.startsWith('passkey-'));
    expect(told.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'passkey-added', data: { member, passkey } },
      { type: 'passkey-removed', data: { member, passkey } },
    ]);
  });

  it('inv. 1: is there after a crash with the counter of its last use', async () => {
    const world = await open();
    const passkey = await add(world, 'ada');
    expect(await world.gateway.passkeys.noteUse({ passkey, counter: 5 })).toMatchObject({ ok: true });
    await world.crash();
    await world.restart();
    const { passkeys } = world.gateway;
    expect(passkeys.byCredential('credential-1')).toMatchObject({ passkey, counter: 5 });
    expect(await passkeys.noteUse({ passkey, counter: 5 })).toEqual({ ok: false, code: 'passkey-copied' });
    expect(await passkeys.noteUse({ passkey, counter: 6 })).toEqual({ ok: true, member: key(world, 'ada') });
  });

  it('signs nobody in whose use could not be written', async () => {
    const world = await open();
    const passkey = await add(world, 'ada');
    world.journal.failNext('journal-full');
    await expect(world.gateway.passkeys.noteUse({ passkey, counter: 1 })).rejects.toMatchObject({
      code: 'journal-full',
    });
    expect(world.gateway.passkeys.byCredential('credential-1')?.counter).toBe(0);
  });

  it('belongs to one member, who has ten at most', async () => {
    const world = await open();
    const passkey = await add(world, 'ada');
    const { passkeys } = world.gateway;
    expect(await passkeys.add(made(key(world, 'bo')))).toEqual({ ok: false, code: 'passkey-known' });
    expect(await passkeys.remove({ member: key(world, 'bo'), passkey })).toEqual({
      ok: false,
      code: 'passkey-none',
    });
    for (let more = 2; more <= 10; more++) await add(world, 'ada', `credential-${more}`);
    expect(await passkeys.add(made(key(world, 'ada'), 'x'))).toEqual({ ok: false, code: 'passkey-limit' });
    expect(await passkeys.add(made('nobody', 'x'))).toEqual({ ok: false, code: 'member-unknown' });
  });

  it('goes with its member, and is told in a copy of what is kept', async () => {
    const world = await open();
    const member = key(world, 'ada');
    await add(world, 'ada');
    const kept = { journal: world.journal, ledger: world.gateway.books.ledger };
    expect((await memberProfile(kept, member))?.passkeys).toMatchObject([{ name: 'Phone', usedAtMs: null }]);
    await world.gateway.eraseMember({ member, dryRun: false });
    expect(await world.journal.passkeys()).toEqual([]);
    expect(world.gateway.passkeys.byCredential('credential-1')).toBeUndefined();
  });
});

describe('somebody for whom a sign-in service vouches', () => {
  const vouched = { handle: 'ada', email: null, roles: [] } as const;

  it('is the member of that handle, and a stranger is nobody', async () => {
    const world = await open();
    const { gateway } = world;
    expect(await gateway.signInVouched(vouched)).toEqual({ ok: true, member: key(world, 'ada') });
    for (const handle of ['nobody', '../ada', '', null])
      expect(await gateway.signInVouched({ ...vouched, handle })).toEqual({
        ok: false,
        code: 'vouched-unknown',
      });
  });

  it('is found by an e-mail only where exactly one member has it', async () => {
    const world = await open();
    const found = (email: string) => world.gateway.signInVouched({ ...vouched, handle: 'elsewhere', email });
    expect(await found('ADA@example.org')).toEqual({ ok: true, member: key(world, 'ada') });
    expect(await found('shared@example.org')).toEqual({ ok: false, code: 'vouched-unknown' });
    expect(await found('stranger@example.org')).toEqual({ ok: false, code: 'vouched-unknown' });
  });

  it('has what its groups lend from that sign-in on, and no longer once they do not', async () => {
    const world = await open();
    const { gateway, journal } = world;
    await gateway.signInVouched({ ...vouched, handle: 'cy', roles: ['steward', 'trainer'] });
    expect(rolesOf(world, 'cy')).toEqual(['member', 'trainer', 'steward']);
    const before = journal.entries().length;
    await gateway.signInVouched({ ...vouched, handle: 'cy', roles: ['trainer', 'steward'] });
    expect(journal.entries().length).toBe(before);
    await gateway.signInVouched({ ...vouched, handle: 'cy' });
    expect(rolesOf(world, 'cy')).toEqual(['member', 'trainer']);
  });

  it('keeps lent roles through the list of members, which neither gives nor takes them', async () => {
    const world = await open();
    const { gateway } = world;
    await gateway.signInVouched({ ...vouched, roles: ['steward'] });
    const again = await gateway.importMembers(members, { dryRun: false });
    expect(again).toMatchObject({ ok: true, changed: 0 });
    expect(rolesOf(world, 'ada')).toContain('steward');
    const listed = [memberInput('ada', { email: 'ada@example.org', roles: ['member', 'steward'] })];
    await gateway.importMembers(listed, { dryRun: false });
    await gateway.signInVouched(vouched);
    expect(rolesOf(world, 'ada')).not.toContain('steward');
  });
});
