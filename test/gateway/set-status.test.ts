// Suspending a member through the whole gateway: what they hold ends by its cause, no list lets them back in, and somebody who
// gives rights is always left.

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';
import { held, taughtWorkshop } from '../fakes/taught-workshop.ts';

const { anna, bruno } = sampleBadges;
const teaching = [
  { certificate: 'safety', until: null, level: 'teach' },
  { certificate: 'saw-basic', until: null, level: 'teach' },
] as const;
const members = [
  memberInput('anna', { badges: [anna], certificates: held('safety') }),
  memberInput('bruno', { badges: [bruno], certificates: teaching }),
  memberInput('root', { roles: ['member', 'admin'] }),
];
const open = () => openWorld({ workshop: taughtWorkshop, members });
const key = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
const set = (world: World, handle: string, status: 'active' | 'suspended') =>
  world.gateway.setStatus({ member: key(world, handle), status, by: key(world, 'root') });
const tap = (world: World, badge: string) => world.tap({ reader: 'shed', badge });
const endings = (world: World) =>
  world.journal
    .entries()
    .filter((entry): entry is Extract<Entry, { type: 'session-ending' }> => entry.type === 'session-ending')
    .map(({ data }) => data.cause);

describe('a suspension', () => {
  it('ends what the member holds, takes its power away, and says which machine it was', async () => {
    const world = await open();
    await tap(world, bruno);
    await world.advance(2_000);
    expect(world.switches.get('saw-plug').isOn()).toBe(true);
    expect(await set(world, 'bruno', 'suspended')).toEqual({ ok: true, ended: ['saw'] });
    await world.advance(10_000);
    expect(endings(world)).toEqual(['suspension']);
    expect(world.switches.get('saw-plug').isOn()).toBe(false);
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'refused', code: 'member-suspended' });
  });

  it('is on record with whoever said so, and is what a replay finds', async () => {
    const world = await open();
    await set(world, 'anna', 'suspended');
    const member = key(world, 'anna');
    expect(world.journal.entries().at(-1)).toMatchObject({
      type: 'member-recorded',
      data: { member, status: 'suspended', statusBy: key(world, 'root') },
    });
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });

  it('stays, with who said so, when a list comes again or changes a name, and over a restart', async () => {
    const world = await open();
    await set(world, 'bruno', 'suspended');
    expect(await world.gateway.importMembers(members, { dryRun: false })).toMatchObject({ unchanged: 3 });
    const renamed = members.map((one) => (one.member === 'bruno' ? { ...one, name: 'Bruno Blu' } : one));
    expect(await world.gateway.importMembers(renamed, { dryRun: false })).toMatchObject({ changed: 1 });
    await world.crash();
    await world.restart();
    const by = key(world, 'root');
    const recorded = world.gateway.state().members.get(key(world, 'bruno'));
    expect(recorded).toMatchObject({ status: 'suspended', statusBy: by });
    expect(await tap(world, bruno)).toMatchObject({ code: 'member-suspended' });
  });

  it('ends by a word, and the member may use what they could before', async () => {
    const world = await open();
    await set(world, 'bruno', 'suspended');
    expect(await set(world, 'bruno', 'active')).toEqual({ ok: true, ended: [] });
    expect(await tap(world, bruno)).toMatchObject({ outcome: 'granted' });
    await world.advance(2_000);
    expect(endings(world)).toEqual([]);
  });

  it('that is so already writes nothing', async () => {
    const world = await open();
    await set(world, 'anna', 'suspended');
    const entries = world.journal.entries().length;
    expect(await set(world, 'anna', 'suspended')).toEqual({ ok: true, ended: [] });
    expect(world.journal.entries()).toHaveLength(entries);
  });

  it('is refused for the last administrator and for nobody, and changes nothing then', async () => {
    const world = await open();
    const entries = world.journal.entries().length;
    expect(await set(world, 'root', 'suspended')).toEqual({ ok: false, code: 'admin-last' });
    expect(await set(world, 'nobody', 'suspended')).toEqual({ ok: false, code: 'member-unknown' });
    expect(world.journal.entries()).toHaveLength(entries);
  });

  it('that cannot be written ends nothing', async () => {
    const world = await open();
    await tap(world, bruno);
    world.gate.setFull(true);
    await expect(set(world, 'bruno', 'suspended')).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    await world.advance(2_000);
    expect(endings(world)).toEqual([]);
  });
});

describe('a trainer who is suspended in mid-lesson', () => {
  it('leaves the learner with nobody who answers: the lesson ends, and the trainer is told where', async () => {
    const world = await open();
    await tap(world, anna);
    await tap(world, bruno);
    await world.advance(2_000);
    expect(await set(world, 'bruno', 'suspended')).toEqual({ ok: true, ended: ['saw'] });
    await world.advance(10_000);
    expect(endings(world)).toEqual(['certificate']);
    expect(world.switches.get('saw-plug').isOn()).toBe(false);
    // It could not be foretold; who learns is told why, once.
    const told = world.readers.shown.filter(({ answer }) => answer.code === 'lesson-over');
    expect(told).toMatchObject([{ reader: 'shed', answer: { outcome: 'notice' } }]);
    expect(told[0]?.answer.text).toContain('trainer');
  });

  it('may also be erased', async () => {
    const world = await open();
    await tap(world, anna);
    await tap(world, bruno);
    await world.advance(2_000);
    await world.gateway.eraseMember({ member: key(world, 'bruno'), dryRun: false });
    await world.advance(10_000);
    expect(endings(world)).toEqual(['certificate']);
  });

  it('does not stop a learner who holds the certificate by now', async () => {
    const world = await open();
    await tap(world, anna);
    await tap(world, bruno);
    const trained = { ...members[0], certificates: held('safety', 'saw-basic') } as (typeof members)[0];
    await world.gateway.importMembers([trained], { dryRun: false });
    expect(await set(world, 'bruno', 'suspended')).toEqual({ ok: true, ended: [] });
    await world.advance(2_000);
    expect(endings(world)).toEqual([]);
  });
});
