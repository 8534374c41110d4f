// The policy through the whole gateway: the file adopts, a vote begins at its instant or at the start after it, decisions
// name what they were made by, and a steward is told when the file says otherwise. The clocks are turned by hand.

import { describe, expect, it } from 'vitest';
import type { Entry, EntryType } from '../../src/domain/journal/entry.ts';
import type { PolicyDocument } from '../../src/domain/policy/policy-document.ts';
import type { MemberInput } from '../../src/gateway/gateway.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { hashOf } from '../fakes/policy.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno } = sampleBadges;
const minute = 60_000;
const hour = 60 * minute;
const certificates = [{ certificate: 'laser-basic', until: null }];
const people: readonly MemberInput[] = [
  memberInput('anna', { badges: [anna], certificates }),
  memberInput('bruno', { badges: [bruno], certificates }),
];

const asFile = (policy: PolicyDocument) => ({ ...sampleWorkshop, policy });
const withMinutes = (minutes: number): PolicyDocument => ({ pools: { lasers: { minutes } } });
const open = (policy: PolicyDocument) =>
  openWorld({ workshop: asFile(policy), members: people, tickMs: 1_000 });
const of = (world: World, type: EntryType): readonly Entry[] =>
  world.journal.entries().filter((entry) => entry.type === type);
const counts = ({ gateway }: World): unknown => gateway.state().policy?.document.pools.lasers?.minutes;
const notice = ({ gateway }: World) =>
  gateway.health().reasons.find(({ code }) => code === 'policy-not-in-file');

/** Members decide while the gateway is away, so that the test needs no vote; it begins then. */
async function decided(world: World, document: PolicyDocument, inMs: number): Promise<void> {
  await world.crash();
  const last = world.journal.entries().at(-1);
  if (!last) throw new Error('the journal is empty');
  const version = of(world, 'policy-adopted').length + 1;
  const data = { version, hash: hashOf(document), document, fromMs: world.clock.wallMs() + inMs };
  const entry: Entry = {
    ...{
      seq: last.seq + 1,
      gateway: last.gateway,
      boot: last.boot,
      atMs: last.atMs,
      monoMs: last.monoMs,
      v: 1,
    },
    ...{ type: 'policy-adopted', data: { ...data, by: 'vote', proposal: 'proposal-1' } },
  };
  await world.journal.append({ entries: [entry], people: [], messages: [] });
  await world.restart();
}

describe('the file', () => {
  it('adopts what it says, with the description, and nothing when it says it again', async () => {
    const world = await open(withMinutes(60));
    expect(of(world, 'policy-adopted')).toMatchObject([
      { data: { version: 1, by: 'file', proposal: null, hash: hashOf(withMinutes(60)) } },
    ]);
    await world.crash();
    await world.restart();
    expect(of(world, 'policy-adopted')).toHaveLength(1);
    await world.gateway.describe(asFile(withMinutes(45)));
    expect(counts(world)).toBe(45);
    await world.gateway.describe(sampleWorkshop);
    expect(world.gateway.state().policy?.document).toEqual({ pools: {} });
    expect(await world.gateway.policy()).toMatchObject({
      current: { version: 3 },
      coming: [],
      past: [{ version: 2, by: 'file' }, { version: 1 }],
    });
  });

  it('adopts nothing in a space that never had one', async () => {
    const world = await openWorld();
    expect(of(world, 'policy-adopted')).toEqual([]);
    expect(await world.gateway.policy()).toEqual({ current: null, coming: [], past: [] });
  });
});

describe('a vote', () => {
  it('begins at its instant, and the steward is told which lines the file lacks', async () => {
    const world = await open(withMinutes(60));
    await decided(world, withMinutes(45), hour);
    await world.advance(hour - 2_000);
    expect([counts(world), notice(world)]).toEqual([60, undefined]);
    expect((await world.gateway.policy()).coming).toMatchObject([{ version: 2, by: 'vote', beganMs: null }]);
    await world.advance(4_000);
    expect(counts(world)).toBe(45);
    expect(notice(world)?.text).toContain('pools.lasers.minutes: 45');
    // The file that says it, too, changes nothing but the notice.
    await world.gateway.describe(asFile(withMinutes(45)));
    await world.advance(1_000);
    expect([notice(world), of(world, 'policy-adopted').length]).toEqual([undefined, 2]);
  });

  it('begins at the start after it, when nobody ran at its instant', async () => {
    const world = await open(withMinutes(60));
    await decided(world, withMinutes(45), hour);
    await world.crash();
    world.clock.advance(3 * hour);
    await world.restart();
    await world.advance(1_000);
    expect(counts(world)).toBe(45);
    expect((await world.gateway.policyVersion(2))?.beganMs).toBeGreaterThan(0);
    expect(await world.gateway.policyVersion(9)).toBeNull();
  });

  it('is not undone by a start with the file as it was, and is by a file that was changed', async () => {
    const world = await open(withMinutes(60));
    await decided(world, withMinutes(45), 0);
    await world.advance(1_000);
    await world.crash();
    await world.restart();
    expect(counts(world)).toBe(45);
    await world.gateway.describe(asFile(withMinutes(90)));
    expect(counts(world)).toBe(90);
    await world.advance(1_000);
    expect(notice(world)).toBeUndefined();
  });

  it('voids what was promised: a new latest start is said, with its reason and the new name', async () => {
    const world = await open({ pools: { lasers: { minutes: 60 } } });
    await world.tap({ reader: 'front', badge: anna });
    await world.advance(2_000);
    world.report('laser', 'idle');
    await world.tap({ reader: 'front', badge: bruno });
    const before = of(world, 'promises-made').at(-1);
    expect(before?.data).toMatchObject({ policy: hashOf(withMinutes(60)).slice(0, 12) });
    const next = { pools: { lasers: { minutes: 60, turnoverMinutes: 30 } } };
    await world.gateway.describe(asFile(next));
    await world.advance(2_000);
    expect(of(world, 'promises-made').at(-1)?.data).toMatchObject({
      policy: hashOf(next).slice(0, 12),
      promises: [{ why: 'policy' }],
    });
    for (const type of ['ticket-taken', 'turn-granted'] as const)
      for (const { data } of of(world, type)) expect(data).toHaveProperty('policy');
  });
});

describe('peak', () => {
  /** On the day of the test and in its time zone, from noon. */
  const atNoon: PolicyDocument = {
    pools: {
      lasers: {
        minutes: 90,
        peakMinutes: 30,
        peak: [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], from: '12:00', to: '14:00' }],
      },
    },
  };
  /** 11:00 and 12:30 on a Monday in Rome, before and on the day on which the clock is put back. */
  const [before, peak] = [Date.UTC(2026, 9, 19, 9, 0), Date.UTC(2026, 9, 19, 10, 30)];
  const afterChange = Date.UTC(2026, 9, 26, 11, 30);

  it.each([
    ['before it', before, 90],
    ['in it', peak, 30],
    ['in it, after the clock was put back', afterChange, 30],
    ['an hour before it, after the clock was put back', Date.UTC(2026, 9, 26, 10, 30), 90],
  ])(
    'inv. 4: a turn that begins %s has its length by the clock on the wall',
    async (_when, wallMs, minutes) => {
      const world = await openWorld({ workshop: asFile(atNoon), members: people, wallMs });
      expect(await world.tap({ reader: 'front', badge: anna })).toMatchObject({ outcome: 'granted' });
      await world.advance(1_000);
      expect(of(world, 'turn-granted')[0]?.data).toMatchObject({ lengthMs: minutes * minute });
    },
  );
});

describe('a short machine', () => {
  it('is asked for a short turn by a tap, also at peak, and waits for nobody who asked for more', async () => {
    const policy: PolicyDocument = {
      pools: { lasers: { minutes: 60, short: { machines: ['laser-2'], minutes: 20 } } },
    };
    const machines = { ...sampleWorkshop.machines, 'laser-2': machineLike({ switch: null }) };
    const world = await openWorld({ workshop: { ...asFile(policy), machines }, members: people });
    const lengthAt = (machine: string): unknown =>
      of(world, 'turn-granted').flatMap(({ data }) =>
        'lengthMs' in data && data.machine === machine ? [data.lengthMs] : [],
      );
    await world.tap({ reader: 'front', badge: anna, machine: 'laser-2' });
    await world.tap({ reader: 'front', badge: bruno, machine: 'laser' });
    await world.advance(1_000);
    expect([lengthAt('laser-2'), lengthAt('laser')]).toEqual([[20 * minute], [60 * minute]]);
  });
});
