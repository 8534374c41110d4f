// A session between its start and its end, through the whole gateway: handed over, kept, limited, charged, ended by what
// its holder was told of before.

import { describe, expect, it } from 'vitest';
import { emptyTally, priceUnits, unitsPerMinor } from '../../src/domain/billing/tally.ts';
import type { Change, HeldFacts, MemberInput } from '../../src/gateway/gateway.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const certificates = [{ certificate: 'laser-basic', until: null }];
const people: readonly MemberInput[] = [
  memberInput('anna', { badges: [anna], certificates, team: 'acme' }),
  memberInput('bruno', { badges: [bruno], certificates, team: 'acme' }),
  memberInput('carla', { badges: [carla], team: 'other' }),
];
const idle = { afterS: 900, graceS: 120 };
const workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: machineLike({ idle, longestS: 7200 }),
    saw: machineLike({ ...sampleWorkshop.machines.saw, idle: { ...idle, belowW: 10 }, handOver: 'team' }),
  },
  costCodes: { research: { name: 'Research' }, secret: { name: 'Secret', teams: ['other'] } },
} as const;

const open = () => openWorld({ workshop, members: people });
const key = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? handle;
const own = (world: World, handle = 'anna', machine = 'laser') => ({ machine, by: key(world, handle) });
const sessionOn = (world: World, machine = 'laser') => world.gateway.state().sessions.get(machine);
const factsOf = (world: World): HeldFacts => {
  const facts = world.gateway.heldFacts('laser');
  if (!facts) throw new Error('nobody holds the laser');
  return facts;
};
const notices = (world: World, reader = 'front') =>
  world.readers.shown.flatMap(({ reader: id, answer }) =>
    id === reader && answer.code === 'ends-soon' ? [answer] : [],
  );
const causes = (world: World) =>
  world.journal.entries().flatMap((entry) => (entry.type === 'session-ending' ? [entry.data.cause] : []));

/** Anna holds the laser, with power, and it says what it does. */
async function held(activity: 'idle' | 'running' = 'idle'): Promise<World> {
  const world = await open();
  await world.tap({ reader: 'front', badge: anna });
  await world.advance(1_000);
  world.report('laser', activity);
  await world.settle();
  return world;
}

describe('a hand-over', () => {
  it('inv. 1, 5: goes from page to tap without the power going off, and each pays for their part', async () => {
    const world = await held('running');
    const offered = await world.gateway.offerHandOver(own(world));
    expect(offered).toMatchObject({ ok: true, untilMs: world.clock.wallMs() + 60_000 });
    expect(factsOf(world).offeredUntilMs).toBe(world.clock.wallMs() + 60_000);
    await world.advance(20_000);
    const off = world.switches.get('laser-plug').isOn();
    const answer = await world.tap({ reader: 'front', badge: bruno });
    expect(answer).toMatchObject({ outcome: 'granted', text: expect.stringContaining('Laser is yours now') });
    await world.advance(10_000);
    expect([off, world.switches.get('laser-plug').isOn()]).toEqual([true, true]);
    expect(sessionOn(world)).toMatchObject({ member: key(world, 'bruno'), session: answer.session });
    await world.tap({ reader: 'front', badge: bruno });
    const segments = world.journal
      .entries()
      .flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
    expect(segments.map(({ member }) => member)).toEqual([key(world, 'anna'), key(world, 'bruno')]);
    expect(segments[0]?.toMs).toBe(segments[1]?.fromMs);
    expect(causes(world)).toEqual(['second-tap']);
  });

  it('inv. 5: splits what the machine drew, and the two parts are the whole', async () => {
    const world = await open();
    const says = (energyWh: number): void =>
      world.gateway.reportSwitch({ switch: 'saw-plug', on: true, powerW: 600, energyWh });
    await world.tap({ reader: 'hall', badge: anna, machine: 'saw' });
    says(1_000);
    for (let minute = 1; minute <= 20; minute++) {
      await world.advance(60_000);
      says(1_000 + 10 * minute);
      if (minute === 7) await world.tap({ reader: 'hall', badge: bruno, machine: 'saw' });
    }
    await world.tap({ reader: 'hall', badge: bruno, machine: 'saw' });
    const drawn = world.journal
      .entries()
      .flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
    expect(drawn.map(({ member, energy }) => [member, energy?.how])).toEqual([
      [key(world, 'anna'), 'metered'],
      [key(world, 'bruno'), 'metered'],
    ]);
    expect(drawn.map(({ energy }) => energy?.mwh)).toEqual([70_000, 130_000]);
  });

  it('tells whoever held it before, on their page', async () => {
    const world = await open();
    const told: Change[] = [];
    world.gateway.listen((change) => change.kind === 'told' && told.push(change));
    await world.tap({ reader: 'hall', badge: anna, machine: 'saw' });
    await world.tap({ reader: 'hall', badge: bruno, machine: 'saw' });
    expect(told).toMatchObject([
      { member: key(world, 'anna'), told: { machine: 'saw', code: 'handed-over-from' } },
    ]);
    expect(await world.tap({ reader: 'hall', badge: carla, machine: 'saw' })).toMatchObject({
      code: 'machine-in-use',
    });
  });

  it('inv. 6: refused, it leaves the holder undisturbed', async () => {
    const world = await held();
    await world.gateway.offerHandOver(own(world));
    const before = structuredClone(sessionOn(world));
    expect(await world.tap({ reader: 'front', badge: carla })).toMatchObject({ code: 'certificate-missing' });
    expect(sessionOn(world)).toEqual(before);
  });

  it('that the disk refuses has not happened: the first one goes on and can be handed over again', async () => {
    const world = await held('running');
    await world.gateway.offerHandOver(own(world));
    world.gate.setFull(true);
    await expect(world.tap({ reader: 'front', badge: bruno, tap: 'door:900' })).rejects.toMatchObject({
      code: 'journal-full',
    });
    expect(sessionOn(world)?.member).toBe(key(world, 'anna'));
    world.gate.setFull(false);
    const again = await world.tap({ reader: 'front', badge: bruno, tap: 'door:900' });
    expect(again.outcome).toBe('granted');
    const repeated = await world.tap({ reader: 'front', badge: bruno, tap: 'door:900' });
    expect(repeated).toEqual(again);
  });

  it('that was offered goes through a restart, and the page counts on', async () => {
    const world = await held('running');
    await world.gateway.offerHandOver(own(world));
    const untilMs = factsOf(world).offeredUntilMs;
    await world.advance(20_000);
    await world.crash();
    world.clock.advance(10_000);
    await world.restart();
    expect(factsOf(world).offeredUntilMs).toBe(untilMs);
    expect((await world.tap({ reader: 'front', badge: bruno })).text).toContain('Laser is yours now');
    expect(sessionOn(world)).toMatchObject({ member: key(world, 'bruno') });
  });

  it('is answered in the same words when its tap comes again after a restart', async () => {
    const world = await held();
    await world.gateway.offerHandOver(own(world));
    await world.tap({ reader: 'front', badge: bruno, tap: 'door:901' });
    await world.crash();
    await world.restart();
    const again = await world.tap({ reader: 'front', badge: bruno, tap: 'door:901' });
    expect(again).toMatchObject({ outcome: 'granted', text: expect.stringContaining('Laser is yours now') });
    expect(sessionOn(world)?.member).toBe(key(world, 'bruno'));
  });
});

describe('the cost code', () => {
  it('of a tap holds from the start; a change splits the segment', async () => {
    const world = await open();
    const wishes = { handOver: false, costCode: 'research', ceilingMinor: '500' };
    await world.tap({ reader: 'front', badge: anna, wishes });
    await world.advance(10_000);
    expect(sessionOn(world)).toMatchObject({ costCode: 'research', ceilingMinor: '500' });
    expect(await world.gateway.changeSession({ ...own(world), costCode: null })).toMatchObject({ ok: true });
    await world.advance(5_000);
    await world.tap({ reader: 'front', badge: anna });
    const segments = world.journal
      .entries()
      .flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));
    expect(segments).toMatchObject([
      { index: 0, costCode: 'research', why: 'cost-code', toMs: segments[1]?.fromMs },
      { index: 1, costCode: null, why: 'ending' },
    ]);
  });

  it.each([['secret'], ['nothing'], ['constructor']])(
    '%s is refused, and nothing changes',
    async (costCode) => {
      const world = await held();
      const before = structuredClone(world.gateway.state());
      const wish = { ...own(world), costCode, ceilingMinor: '900' };
      expect(await world.gateway.changeSession(wish)).toEqual({ ok: false, code: 'cost-code-unknown' });
      expect(world.gateway.state()).toEqual(before);
    },
  );
});

describe('what one asks of a session', () => {
  it.each([
    ['press', 'anna', 'machine-unknown'],
    ['mill', 'anna', 'session-none'],
    ['laser', 'bruno', 'session-not-yours'],
  ] as const)('at %s, by %s: %s', async (machine, who, code) => {
    const world = await held();
    const request = own(world, who, machine);
    expect(await world.gateway.changeSession({ ...request, ceilingMinor: '5' })).toEqual({ ok: false, code });
    expect(await world.gateway.offerHandOver(request)).toEqual({ ok: false, code });
    expect(await world.gateway.keepSession(request)).toEqual({ ok: false, code });
  });

  it('is refused once it is ending', async () => {
    const world = await held('running');
    await world.gateway.endSession({ ...own(world), steward: false });
    expect(await world.gateway.offerHandOver(own(world))).toEqual({ ok: false, code: 'session-ending' });
  });
});

describe('idling', () => {
  it('is told at the reader, and a tap in the grace keeps the session', async () => {
    const world = await held();
    await world.advance(901_000);
    expect(notices(world)).toMatchObject([
      { outcome: 'notice', machine: 'laser', tap: '', text: expect.stringContaining('tap to keep it') },
    ]);
    expect(factsOf(world).canKeep).toBe(true);
    expect(await world.tap({ reader: 'front', badge: anna })).toMatchObject({
      outcome: 'notice',
      code: null,
    });
    expect(factsOf(world).canKeep).toBe(false);
    expect(await world.gateway.keepSession(own(world))).toEqual({ ok: false, code: 'session-not-idle' });
    await world.advance(901_000);
    expect(await world.gateway.keepSession(own(world))).toMatchObject({ ok: true });
    expect(causes(world)).toEqual([]);
    await world.advance(1_021_000);
    expect(causes(world)).toEqual(['idle']);
  });

  it('of a machine without a controller is seen by its watts, and a silent meter is never idle', async () => {
    const world = await open();
    const { gateway } = world;
    const draws = (powerW: number | null): void =>
      gateway.reportSwitch({ switch: 'saw-plug', on: true, powerW, energyWh: null });
    const pass = async (minutes: number, powerW: number | null): Promise<void> => {
      for (let minute = 0; minute < minutes; minute++) {
        draws(powerW);
        await world.advance(60_000);
      }
    };
    await world.tap({ reader: 'hall', badge: anna, machine: 'saw' });
    await pass(20, 500);
    await pass(20, null);
    expect(world.gateway.state().machines.get('saw')?.draw).toBe('unknown');
    await pass(10, 3);
    await pass(2, 11);
    await pass(4, 3);
    expect(causes(world)).toEqual([]);
    await pass(3, 3);
    expect(causes(world)).toEqual(['idle']);
    const written = world.journal.entries().filter(({ type }) => type === 'draw-changed');
    expect(written.length).toBeLessThan(6);
  });
});

describe('what ends a session', () => {
  it('is told ten, five and one minute ahead, each once, and by a restart only the nearest', async () => {
    const world = await held('running');
    await world.advance(7_200_000 - 660_000);
    expect(notices(world)).toEqual([]);
    await world.advance(120_000);
    expect(notices(world)).toHaveLength(1);
    await world.advance(300_000);
    expect(notices(world)).toHaveLength(2);
    await world.crash();
    await world.restart();
    world.report('laser', 'running');
    await world.advance(9_000);
    expect(notices(world)).toHaveLength(3);
    await world.advance(130_000);
    expect(notices(world)).toHaveLength(3);
    await world.advance(60_000);
    expect(notices(world)).toHaveLength(4);
    expect(factsOf(world).ends[0]?.cause).toBe('longest');
    await world.advance(60_000);
    expect(causes(world)).toEqual(['longest']);
  });

  it('by the ceiling is never told twice for a pause, and the bill is the ceiling', async () => {
    const world = await held('running');
    const wish = { ...own(world), ceilingMinor: '100' };
    expect(await world.gateway.changeSession(wish)).toMatchObject({ ok: true });
    // The answer to the tap is left to be read.
    await world.advance(6_000);
    expect(notices(world)).toHaveLength(0);
    await world.advance(2_000);
    expect(notices(world)).toHaveLength(1);
    world.report('laser', 'paused');
    await world.advance(30_000);
    expect(factsOf(world).price).toMatchObject({ perHourMinor: 0n, leftMs: null });
    world.report('laser', 'running');
    await world.advance(1_000);
    expect(notices(world)).toHaveLength(1);
    await world.crash();
    await world.restart();
    world.report('laser', 'running');
    await world.advance(30_000);
    expect(factsOf(world).ceilingMinor).toBe('100');
    await world.advance(360_000);
    expect(causes(world)).toEqual(['ceiling']);
    const { tally = emptyTally() } = sessionOn(world) ?? {};
    expect(priceUnits(tally)).toBeLessThanOrEqual(100n * unitsPerMinor);
  });

  it('below what it has cost already is no ceiling', async () => {
    const world = await held('running');
    await world.advance(360_000);
    const wish = { ...own(world), ceilingMinor: '99' };
    expect(await world.gateway.changeSession(wish)).toEqual({ ok: false, code: 'ceiling-passed' });
    expect(sessionOn(world)?.ceilingMinor).toBeNull();
  });

  it('is a certificate that is taken away, and a badge that is not listed any more', async () => {
    const world = await held();
    await world.gateway.importMembers(
      people.map((one) => ({ ...one, certificates: [] })),
      { dryRun: false },
    );
    await world.advance(1_000);
    expect(causes(world)).toEqual(['certificate']);
    const other = await held();
    await other.gateway.importMembers(
      people.map((one) => ({ ...one, badges: [] })),
      { dryRun: false },
    );
    await other.advance(1_000);
    expect(causes(other)).toEqual(['badge-lost']);
  });
});
