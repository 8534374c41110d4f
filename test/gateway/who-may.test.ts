// Lessons, earned certificates, by-passes and what would help, through the whole gateway: what readers say, what lists leave
// alone, and what a restart remembers.

import { describe, expect, it } from 'vitest';
import { rules } from '../../src/domain/access/rules.ts';
import type { MemberInput } from '../../src/gateway/gateway.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';
import { held, taughtWorkshop } from '../fakes/taught-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const learner = memberInput('anna', { badges: [anna], certificates: held('safety') });
const members: readonly MemberInput[] = [
  learner,
  memberInput('bruno', {
    badges: [bruno],
    certificates: [
      { certificate: 'safety', until: null, level: 'teach' },
      { certificate: 'saw-basic', until: null, level: 'teach' },
    ],
  }),
  memberInput('carla', {
    badges: [carla],
    certificates: held('safety', 'saw-basic'),
    roles: ['steward'],
    plan: 'evening',
  }),
];
const open = () => openWorld({ workshop: taughtWorkshop, members });
const at = (badge: string) => ({ reader: 'shed', badge });

async function lesson(world: World): Promise<void> {
  await world.tap(at(anna));
  await world.tap(at(bruno));
  await world.advance(6 * 60_000);
}
const accessOf = (world: World, member: string, time: string | null = null) => {
  const outcome = world.gateway.access({ member, machine: 'saw', at: time });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.access;
};

describe('a lesson', () => {
  it('is offered in words, opens by the trainer’s tap and ends by it', async () => {
    const world = await open();
    const offer = await world.tap(at(anna));
    expect(offer).toMatchObject({ outcome: 'refused', code: 'certificate-missing' });
    expect(offer.text).toContain('a trainer can tap here within 60 seconds');
    expect(await world.tap(at(bruno))).toMatchObject({ outcome: 'granted', code: null });
    await world.settle();
    expect(world.switches.get('saw-plug').isOn()).toBe(true);
    expect(world.gateway.state().sessions.get('saw')).toMatchObject({ trainer: key(world, 'bruno') });
    expect(await world.tap(at(bruno))).toMatchObject({ outcome: 'ended' });
  });

  it('that the trainer began keeps the power on', async () => {
    const world = await open();
    await world.tap(at(bruno));
    await world.advance(5_000);
    expect(await world.tap(at(anna))).toMatchObject({ outcome: 'granted' });
    for (let second = 0; second < 20; second++) {
      await world.advance(1_000);
      expect(world.switches.get('saw-plug').isOn()).toBe(true);
    }
    expect(world.gateway.state().sessions.get('saw')).toMatchObject({ member: key(world, 'anna') });
  });

  it('earns the certificate, which the reader says and no list takes away', async () => {
    const world = await open();
    await lesson(world);
    await world.tap(at(anna));
    await world.advance(10_000);
    expect(accessOf(world, 'anna').lessons).toEqual([
      { certificate: 'saw-basic', name: 'Saw, basics', sessions: 1, needed: 2 },
    ]);
    await world.crash();
    await world.restart();
    await lesson(world);
    const answer = await world.tap(at(anna));
    expect(answer.text).toBe(
      'Finished on Saw. You have earned the certificate Saw, basics and may now use it alone.',
    );
    await world.advance(10_000);
    expect(accessOf(world, 'anna')).toMatchObject({ may: true, no: null, lessons: [] });
    const again = await world.gateway.importMembers([learner], { dryRun: false });
    expect(again).toMatchObject({ ok: true, unchanged: 1 });
    expect(accessOf(world, 'anna').may).toBe(true);
    // Named, it belongs to the list, and a day that is past ends it.
    const ended = {
      ...learner,
      certificates: [...held('safety'), { certificate: 'saw-basic', until: '2026-01-01' }],
    };
    await world.gateway.importMembers([ended], { dryRun: false });
    expect(accessOf(world, 'anna').no?.code).toBe('certificate-expired');
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });
});

describe('a by-pass', () => {
  it('is said at the reader and stands in the journal', async () => {
    const world = await open();
    const answer = await world.tap(at(carla));
    expect(answer).toMatchObject({ outcome: 'granted' });
    expect(answer.text).toContain('because you are staff');
    expect(answer.text).toContain('plan-hours');
    const started = world.journal.entries().filter(({ type }) => type === 'session-started');
    expect(started).toMatchObject([{ data: { bypassed: ['plan-hours'] } }]);
  });
});

describe('what would make it a yes', () => {
  it('is told rule by rule, and writes nothing', async () => {
    const world = await open();
    const entries = world.journal.entries().length;
    const access = accessOf(world, 'anna');
    expect(access).toMatchObject({ may: false, no: { code: 'certificate-missing' } });
    expect(access.no?.remedy).toBe(
      'A trainer of Saw, basics taps at the reader within 60 seconds of your tap.',
    );
    expect(access.rules.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name));
    expect(access.rules.flatMap(({ rule, no }) => (no ? [rule] : []))).toEqual(['certificates']);
    expect(world.journal.entries()).toHaveLength(entries);
  });

  it('lists all that stands against a member, also behind the first', async () => {
    const world = await open();
    const rows = [memberInput('dora', { badges: [], plan: 'evening', until: '2026-11-21' })];
    await world.gateway.importMembers(rows, { dryRun: false });
    await world.tap(at(bruno));
    const noes = accessOf(world, 'dora').rules.flatMap(({ no }) => no?.code ?? []);
    expect(noes).toEqual(['membership-ended', 'certificate-missing', 'plan-hours', 'machine-in-use']);
  });

  it('is what a tap then meets: for a steward, at another hour, for who holds it', async () => {
    const world = await open();
    expect(accessOf(world, 'carla')).toMatchObject({ may: true, bypassed: ['plan-hours'] });
    expect(accessOf(world, 'carla', '2026-11-23 19:00')).toMatchObject({ may: true, bypassed: [] });
    await world.tap(at(bruno));
    expect(accessOf(world, 'bruno').may).toBe(true);
    expect(accessOf(world, 'carla').no?.code).toBe('machine-in-use');
  });

  it.each([
    [{ machine: 'constructor' }, 'machine-unknown'],
    [{ member: '__proto__' }, 'member-unknown'],
    [{ at: 'soon' }, 'time-unreadable'],
    [{ at: '2026-10-25 02:30' }, 'time-ambiguous'],
  ])('inv. 11: of %j is refused', async (wish, code) => {
    const world = await open();
    const asked = world.gateway.access({ member: 'anna', machine: 'saw', at: null, ...wish });
    expect(asked).toMatchObject({ ok: false, code });
  });
});

describe('a list', () => {
  it('gives plan and days, leaves them when it is silent, and takes them away by null', async () => {
    const world = await open();
    const visit = memberInput('dora', { plan: 'always', from: '2026-11-22', until: '2026-11-22' });
    const take = (row: MemberInput) => world.gateway.importMembers([row], { dryRun: false });
    const recorded = () => world.gateway.state().members.get(key(world, 'dora'));
    expect(await take(visit)).toMatchObject({ added: 1 });
    expect(await take(visit)).toMatchObject({ unchanged: 1 });
    expect(await take(memberInput('dora'))).toMatchObject({ unchanged: 1 });
    expect(recorded()).toMatchObject({ plan: 'always', from: '2026-11-22', until: '2026-11-22' });
    expect(await take({ ...visit, plan: null, until: null })).toMatchObject({ changed: 1 });
    expect(recorded()).not.toHaveProperty('plan');
    expect(recorded()).toMatchObject({ from: '2026-11-22' });
  });

  it.each([
    [{ plan: 'dawn' }, 'plan-unknown'],
    [{ from: '2026-02-30' }, 'member-date'],
    [{ from: '2026-11-23', until: '2026-11-22' }, 'member-backwards'],
  ])('with %j is refused as a whole', async (change, code) => {
    const world = await open();
    const outcome = await world.gateway.importMembers([memberInput('dora', change)], { dryRun: false });
    expect(outcome).toMatchObject({ ok: false, mistakes: [{ row: 0, code }] });
  });
});

const key = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
