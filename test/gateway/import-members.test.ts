// Members from a list: all rows or none, every mistake with its row; again changes nothing.

import { describe, expect, it } from 'vitest';
import type { MemberInput } from '../../src/gateway/gateway.ts';
import { importLimit } from '../../src/gateway/import-members.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const dora = memberInput('dora', { email: 'dora@example.org', badges: ['04 aa bb cc'], team: 'fablab' });
const emil = memberInput('emil', { badges: ['04aabbcd', '04aabbce'] });
const take = (world: World, rows: readonly MemberInput[], dryRun = false) =>
  world.gateway.importMembers(rows, { dryRun });

describe('an import', () => {
  it('adds, changes and leaves alone', async () => {
    const world = await openWorld();
    expect(await take(world, [dora, emil])).toEqual({
      ok: true,
      added: 2,
      changed: 0,
      unchanged: 0,
      warnings: [],
    });
    const entries = world.journal.entries().length;
    expect(await take(world, [dora, emil])).toEqual({
      ok: true,
      added: 0,
      changed: 0,
      unchanged: 2,
      warnings: [],
    });
    expect(world.journal.entries()).toHaveLength(entries);
    const key = world.gateway.personByHandle('dora')?.member;
    expect(await take(world, [{ ...dora, name: 'Dora Blu' }, emil])).toEqual({
      ok: true,
      added: 0,
      changed: 1,
      unchanged: 1,
      warnings: [],
    });
    expect(world.gateway.personByHandle('dora')).toMatchObject({ member: key, name: 'Dora Blu' });
  });

  it('changes nothing again after a restart either', async () => {
    const world = await openWorld();
    await take(world, [dora, emil]);
    await world.crash();
    await world.restart();
    expect(await take(world, [dora, emil])).toMatchObject({ unchanged: 2 });
  });

  it('that is a rehearsal says what would be, and does nothing', async () => {
    const world = await openWorld();
    const entries = world.journal.entries().length;
    expect(await take(world, [dora], true)).toMatchObject({ ok: true, added: 1 });
    expect(world.journal.entries()).toHaveLength(entries);
    expect(world.gateway.personByHandle('dora')).toBeUndefined();
  });

  it('keeps names, e-mails and badges out of the journal', async () => {
    const world = await openWorld();
    await take(world, [dora]);
    const text = JSON.stringify(world.journal.entries());
    for (const secret of ['Dora', 'dora', 'example.org', '04aabbcc']) expect(text).not.toContain(secret);
  });

  it('takes a badge away with the row, and the badge then opens nothing', async () => {
    const world = await openWorld();
    const tap = { reader: 'hall', machine: 'mill', badge: '04aabbcd' };
    await take(world, [emil]);
    await take(world, [{ ...emil, badges: ['04aabbce'] }]);
    expect(await world.tap(tap)).toMatchObject({ code: 'badge-unknown' });
    expect(await take(world, [{ ...dora, badges: ['04aabbcd'] }])).toMatchObject({ ok: true, added: 1 });
    expect(await world.tap(tap)).toMatchObject({ outcome: 'granted' });
  });

  it('that comes twice at once is taken once', async () => {
    const world = await openWorld();
    world.gate.hold();
    const both = [take(world, [dora, emil]), take(world, [dora, emil])];
    await world.settle();
    world.gate.release();
    expect(await Promise.all(both)).toEqual([
      { ok: true, added: 2, changed: 0, unchanged: 0, warnings: [] },
      { ok: true, added: 0, changed: 0, unchanged: 2, warnings: [] },
    ]);
    expect(world.gateway.health().ok).toBe(true);
  });

  it('keeps a password that is set while it is on its way, and the password keeps the import', async () => {
    const world = await openWorld();
    await take(world, [dora]);
    const key = world.gateway.personByHandle('dora')?.member ?? '';
    world.gate.hold();
    const changes = [
      take(world, [{ ...dora, name: 'Dora Blu' }]),
      world.gateway.setPassword(key, 'correct horse'),
      world.gateway.setShown(key, true),
    ];
    await world.settle();
    world.gate.release();
    await Promise.all(changes);
    expect(world.gateway.person(key)).toMatchObject({ name: 'Dora Blu', password: expect.any(String) });
    expect(world.gateway.state().members.get(key)?.shown).toBe(true);
    expect(await take(world, [{ ...dora, name: 'Dora Blu' }])).toMatchObject({ unchanged: 1 });
  });

  it('that could not be written is not half there, and can be tried again', async () => {
    const world = await openWorld();
    world.gate.setFull(true);
    await expect(take(world, [dora, emil])).rejects.toMatchObject({ code: 'journal-full' });
    expect(world.gateway.personByHandle('dora')).toBeUndefined();
    world.gate.setFull(false);
    expect(await take(world, [dora, emil])).toMatchObject({ added: 2 });
  });
});

describe('a mistake', () => {
  const wrong: readonly [string, readonly MemberInput[], number][] = [
    ['member-id', [dora, memberInput('Not An Id')], 1],
    ['member-id', [memberInput('__proto__')], 0],
    ['member-twice', [dora, emil, { ...dora, badges: [] }], 2],
    ['name-missing', [memberInput('emil', { name: '  ' })], 0],
    ['certificate-id', [memberInput('emil', { certificates: [{ certificate: 'Laser!', until: null }] })], 0],
    [
      'certificate-date',
      [memberInput('emil', { certificates: [{ certificate: 'a', until: '2026-02-30' }] })],
      0,
    ],
    [
      'certificate-date',
      [memberInput('emil', { certificates: [{ certificate: 'a', until: '30/06/2027' }] })],
      0,
    ],
    ['badge-unreadable', [dora, memberInput('emil', { badges: ['beef'] })], 1],
    ['badge-twice', [dora, memberInput('emil', { badges: ['04AABBCC'] })], 1],
    ['badge-twice', [memberInput('emil', { badges: ['04aabbcc', '04:aa:bb:cc'] })], 0],
    ['badge-taken', [dora, memberInput('emil', { badges: [sampleBadges.anna] })], 1],
    ['too-many', Array.from({ length: importLimit + 1 }, (_, i) => memberInput(`m-${i}`)), importLimit],
  ];
  it.each(wrong)('%s is found in its row, and then no row is taken', async (code, rows, row) => {
    const world = await openWorld();
    const entries = world.journal.entries().length;
    const outcome = await take(world, rows);
    expect(outcome).toMatchObject({
      ok: false,
      mistakes: [{ row, code, text: expect.stringMatching(/\w/) }],
    });
    expect(world.journal.entries()).toHaveLength(entries);
    expect(world.gateway.personByHandle('dora')).toBeUndefined();
  });

  it('never comes alone: all are told at once', async () => {
    const world = await openWorld();
    const outcome = await take(world, [memberInput('X'), memberInput('ok', { name: '', badges: ['zz'] })]);
    expect(outcome).toMatchObject({
      mistakes: [
        { row: 0, code: 'member-id' },
        { row: 1, code: 'name-missing' },
        { row: 1, code: 'badge-unreadable' },
      ],
    });
  });
});
