// Entering a use that no reader saw, and taking it back: on the statement like any other, marked; a refusal changes
// nothing and says what stands in the way.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noteDigestText } from '../../src/domain/usage/note-digest.ts';
import type { UsageInput, UsageOutcome } from '../../src/gateway/gateway.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World, type WorldOptions } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const wallMs = Date.parse('2026-11-21T09:00:00+01:00');
const evening: UsageInput = {
  member: 'anna',
  machine: 'saw',
  from: '2026-11-20 18:00',
  to: '2026-11-20 19:30',
  why: 'gateway-away',
  note: null,
  by: 'console',
};
const at = (text: string): number => Date.parse(text);
const openMorning = (options: WorldOptions = {}) => openWorld({ wallMs, ...options });
const enter = (world: World, changed: Partial<UsageInput> = {}, dryRun = false) =>
  world.gateway.enterUsage({ ...evening, ...changed }, { dryRun });
const withdraw = (world: World, session: string, dryRun = false) =>
  world.gateway.withdrawUsage({ session, why: 'mistake', by: 'console' }, { dryRun });
const sessionOf = (outcome: UsageOutcome): string => {
  if (!outcome.ok || outcome.session === null) throw new Error(`not written: ${JSON.stringify(outcome)}`);
  return outcome.session;
};

describe('entering a use', () => {
  it('writes one entry, at the price of that day, and stands on the statement with who, when, why and the note', async () => {
    const world = await openMorning();
    const by = world.gateway.personByHandle('bruno')?.member ?? '';
    const outcome = await enter(world, { by, note: '  Reader dark – screen said E4 ' });
    expect(outcome).toMatchObject({
      ok: true,
      name: 'anna Rossi',
      month: '2026-11',
      currency: 'EUR',
      line: { machineName: 'Saw', minor: '900', billedMs: 5_400_000, gapMs: 0, perHourMinor: '600' },
      warnings: [],
    });
    const entry = world.journal.entries().at(-1);
    expect(entry).toMatchObject({
      type: 'usage-entered',
      data: {
        session: sessionOf(outcome),
        pool: 'saws',
        team: null,
        costCode: null,
        fromMs: at('2026-11-20T17:00:00Z'),
        toMs: at('2026-11-20T18:30:00Z'),
        by,
        why: 'gateway-away',
      },
    });
    const read = await readStatement(world.journal, '2026-11');
    expect(read.accounts[0]?.lines).toEqual([(outcome as { line: unknown }).line]);
    expect(read.accounts[0]?.lines[0]?.entered).toEqual({
      by: 'bruno Rossi',
      at: new Date(entry?.atMs ?? 0).toISOString(),
      why: 'gateway-away',
      note: 'Reader dark – screen said E4',
    });
  });

  it('keeps the words beside the journal, and their digest in it', async () => {
    const world = await openMorning();
    const session = sessionOf(await enter(world, { note: 'the reader was dark' }));
    const [note] = await world.journal.notes();
    expect(note).toMatchObject({
      session,
      text: 'the reader was dark',
      salt: expect.stringMatching(/^\w{32}$/),
    });
    const entry = world.journal.entries().at(-1);
    expect(JSON.stringify(entry)).not.toContain('dark');
    const digest = createHash('sha256')
      .update(noteDigestText(note ?? { salt: '', text: '' }))
      .digest('hex');
    expect(entry).toMatchObject({ data: { noteDigest: digest, member: note?.member } });
    await enter(world, { from: '2026-11-20 20:00', to: '2026-11-20 20:10', note: '   ' });
    expect(world.journal.entries().at(-1)).toMatchObject({ data: { noteDigest: null } });
    expect(await world.journal.notes()).toHaveLength(1);
  });

  it('as a rehearsal says the same and does nothing', async () => {
    const world = await openMorning();
    const before = world.journal.entries().length;
    const rehearsed = await enter(world, { note: 'dark' }, true);
    expect(rehearsed).toMatchObject({ ok: true, session: null, line: { session: '', minor: '900' } });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await world.journal.notes()).toEqual([]);
    const written = await enter(world, { note: 'dark' });
    const line = (outcome: UsageOutcome) => outcome.ok && { ...outcome.line, session: '', entered: null };
    expect(line(written)).toEqual(line(rehearsed));
  });

  it('finds the member by key too, and reads times with an offset', async () => {
    const world = await openMorning();
    const member = world.gateway.personByHandle('anna')?.member ?? '';
    const outcome = await enter(world, {
      member,
      from: '2026-11-20T12:00:00-05:00',
      to: '2026-11-20T17:30:00Z',
    });
    expect(outcome).toMatchObject({ ok: true, line: { from: '2026-11-20T17:00:00.000Z', minor: '300' } });
  });

  it('says what the member lacked, and writes it down all the same', async () => {
    const members = [
      { ...memberRow('dora'), certificates: [{ certificate: 'laser-basic', until: '2026-11-19' }] },
    ];
    const world = await openMorning({ members: [memberRow('carla'), ...members] });
    expect(await enter(world, { machine: 'laser', member: 'carla' })).toMatchObject({
      ok: true,
      warnings: [{ code: 'certificate-missing', certificate: 'laser-basic' }],
    });
    const later = { from: '2026-11-20 20:00', to: '2026-11-20 21:00' };
    const lastDay = { from: '2026-11-19 20:00', to: '2026-11-19 21:00' };
    expect(await enter(world, { machine: 'laser', member: 'dora', ...lastDay })).toMatchObject({
      ok: true,
      warnings: [],
    });
    expect(await enter(world, { machine: 'laser', member: 'dora', ...later })).toMatchObject({
      ok: true,
      warnings: [{ code: 'certificate-expired', certificate: 'laser-basic' }],
    });
  });

  it('counts in what was used today, and not any more when it is withdrawn', async () => {
    const world = await openMorning();
    const today = { from: '2026-11-21 07:00', to: '2026-11-21 08:00' };
    const session = sessionOf(await enter(world, today));
    expect(world.gateway.usedTodayMs('saw')).toBe(3_600_000);
    await world.crash();
    await world.restart();
    expect(world.gateway.usedTodayMs('saw')).toBe(3_600_000);
    await withdraw(world, session);
    expect(world.gateway.usedTodayMs('saw')).toBe(0);
  });

  it('tells the screens of its machine', async () => {
    const world = await openMorning();
    const told: string[] = [];
    world.gateway.listen((change) => change.kind === 'machine' && told.push(change.machine));
    const session = sessionOf(await enter(world));
    await withdraw(world, session);
    expect(told).toEqual(['saw', 'saw']);
  });

  it('inv. 3: is the same after a crash and a replay', async () => {
    const world = await openMorning();
    await withdraw(world, sessionOf(await enter(world, { note: 'x' })));
    await enter(world, { member: 'bruno' });
    const before = await readStatement(world.journal, '2026-11');
    await world.crash();
    await world.restart();
    expect(await readStatement(world.journal, '2026-11')).toEqual(before);
    expect(await enter(world, { member: 'bruno' })).toMatchObject({ code: 'usage-entered-already' });
  });
});

const memberRow = (member: string) => ({
  member,
  name: member,
  email: null,
  team: null,
  badges: [],
  certificates: [],
  roles: ['member' as const],
});

describe('inv. 6: a refusal changes nothing', () => {
  const rows: readonly (readonly [string, Partial<UsageInput>, string, string | null])[] = [
    ['an unknown machine', { machine: 'constructor' }, 'machine-unknown', 'constructor'],
    ['an unknown member', { member: 'zoe' }, 'member-unknown', 'zoe'],
    ['a time that is none', { from: 'at six' }, 'time-unreadable', 'at six'],
    ['control characters in a time', { to: '\u0007\n' }, 'time-unreadable', '  '],
    ['a time that came twice', { from: '2026-10-25 02:30' }, 'time-ambiguous', '2026-10-25 02:30'],
    ['a time that never was', { from: '2026-03-29 02:30' }, 'time-skipped', '2026-03-29 02:30'],
    ['an end before the beginning', { to: '2026-11-20 17:59' }, 'usage-backwards', '2026-11-20 17:59'],
    ['no time at all', { to: '2026-11-20 18:00' }, 'usage-backwards', '2026-11-20 18:00'],
    [
      'the future',
      { from: '2026-11-21 08:00', to: '2026-11-21 09:01' },
      'usage-in-future',
      '2026-11-21 09:01',
    ],
    ['more than a day', { from: '2026-11-19 19:29' }, 'usage-too-long', null],
    ['long ago', { from: '2026-08-20 18:00', to: '2026-08-20 19:00' }, 'usage-too-old', '2026-08-20 18:00'],
    ['a long note', { note: 'x'.repeat(281) }, 'note-unreadable', null],
    ['a note of two lines', { note: 'one\ntwo' }, 'note-unreadable', null],
    ['a note that turns its direction', { note: 'a\u202eb' }, 'note-unreadable', null],
  ];
  it.each(rows)('%s', async (_case, changed, code, about) => {
    const world = await openMorning();
    const before = world.journal.entries().length;
    for (const dryRun of [true, false])
      expect(await enter(world, changed, dryRun)).toMatchObject({ ok: false, code, about });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await world.journal.notes()).toEqual([]);
  });

  it('gives both readings of a time that came twice, each of which is then taken', async () => {
    const world = await openMorning();
    const night = { from: '2026-10-25 02:30', to: '2026-10-25 04:00' };
    const refused = await enter(world, night);
    expect(refused).toMatchObject({
      field: 'from',
      readings: ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
    });
    const readings = refused.ok ? [] : refused.readings;
    const spans: unknown[] = [];
    for (const from of readings) {
      const taken = await enter(world, { ...night, from }, true);
      spans.push(taken.ok && taken.line.billedMs);
    }
    expect(spans).toEqual([2.5 * 3_600_000, 1.5 * 3_600_000]);
  });

  it('exactly a day, a note of 280 characters and the very present are taken', async () => {
    const world = await openMorning();
    const note = '🪚'.repeat(280);
    expect(await enter(world, { from: '2026-11-20 09:00', to: '2026-11-21 09:00', note })).toMatchObject({
      ok: true,
    });
  });

  it('a clock that is not set', async () => {
    const world = await openMorning();
    world.clock.setSynchronised(false);
    await world.advance(1_000);
    expect(await enter(world)).toMatchObject({ ok: false, code: 'clock-unset' });
  });

  it('the same use again, by a code of its own', async () => {
    const world = await openMorning();
    const session = sessionOf(await enter(world));
    const before = world.journal.entries().length;
    expect(await enter(world, { why: 'other', note: 'again' })).toMatchObject({
      code: 'usage-entered-already',
      about: `${session}, 2026-11-20 18:00 – 2026-11-20 19:30`,
    });
    expect(world.journal.entries()).toHaveLength(before);
  });

  it('two at the same moment: one is written', async () => {
    const world = await openMorning();
    const both = await Promise.all([enter(world), enter(world, { member: 'bruno' })]);
    expect(both.map((one) => one.ok || one.code)).toEqual([true, 'usage-overlap']);
  });

  it('a disk that is full: nothing is kept, and it works again later', async () => {
    const world = await openMorning();
    world.gate.setFull(true);
    await expect(enter(world, { note: 'x' })).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(await world.journal.notes()).toEqual([]);
    expect(await enter(world, { note: 'x' })).toMatchObject({ ok: true });
  });
});

describe('a use overlaps', () => {
  const saw = { reader: 'hall', machine: 'saw', badge: sampleBadges.anna };

  /** Anna holds the saw from 9:00 to 9:20, with power. */
  async function withSession(): Promise<World> {
    const world = await openMorning();
    await world.tap(saw);
    await world.settle();
    await world.advance(20 * 60_000);
    return world;
  }
  const later = { from: '2026-11-21 09:10', to: '2026-11-21 09:15', member: 'bruno' };

  it('with a session that goes on', async () => {
    const world = await withSession();
    const session = world.gateway.state().sessions.get('saw')?.session;
    expect(await enter(world, later)).toMatchObject({
      code: 'usage-overlap',
      about: expect.stringContaining(`${session}, 2026-11-21 09:00`),
    });
    expect(await enter(world, { from: '2026-11-21 09:18', to: '2026-11-21 09:19' })).toMatchObject({
      code: 'usage-overlap',
      about: expect.stringMatching(/09:15 – …$/),
    });
  });

  it('with a session that is over, and not with what touches it or is on another machine', async () => {
    const world = await withSession();
    await world.tap(saw);
    await world.advance(10 * 60_000);
    expect(await enter(world, later)).toMatchObject({ code: 'usage-overlap' });
    const touching = { from: '2026-11-21 08:30', to: '2026-11-21 09:00' };
    expect(await enter(world, touching)).toMatchObject({ ok: true });
    expect(await enter(world, { ...later, machine: 'loom' })).toMatchObject({ ok: true });
  });

  it('not with the time in which the gateway was away', async () => {
    const world = await withSession();
    await world.crash();
    await world.advance(60 * 60_000);
    await world.restart();
    await world.advance(5_000);
    // The last sign of life is up to ten seconds older than the end.
    expect(await enter(world, { from: '2026-11-21 09:21', to: '2026-11-21 10:15' })).toMatchObject({
      ok: true,
    });
    expect(await enter(world, { from: '2026-11-21 09:19', to: '2026-11-21 09:20' })).toMatchObject({
      code: 'usage-overlap',
    });
  });

  it('with a session that ends while the journal is being asked', async () => {
    const world = await withSession();
    const asked = enter(world, later);
    await world.gateway.endSession({ machine: 'saw', by: 'x', steward: true });
    expect(await asked).toMatchObject({ code: 'usage-overlap' });
  });

  it('with a session whose end still waits for a slow disk', async () => {
    const world = await withSession();
    world.gate.hold();
    const ended = world.gateway.endSession({ machine: 'saw', by: 'x', steward: true });
    await world.settle();
    const asked = enter(world, { member: 'bruno', from: '2026-11-21 09:16', to: '2026-11-21 09:18' });
    await world.settle();
    world.gate.release();
    await ended;
    expect(await asked).toMatchObject({ code: 'usage-overlap' });
  });

  it('with another entered use until that is withdrawn', async () => {
    const world = await openMorning();
    const session = sessionOf(await enter(world));
    const inside = { member: 'bruno', from: '2026-11-20 19:29', to: '2026-11-20 20:00' };
    expect(await enter(world, inside)).toMatchObject({ code: 'usage-overlap' });
    await withdraw(world, session);
    expect(await enter(world, inside)).toMatchObject({ ok: true });
  });
});

describe('a withdrawal', () => {
  it('keeps both lines, which add up to nothing, and the use may be entered again', async () => {
    const world = await openMorning();
    const session = sessionOf(await enter(world, { note: 'dark' }));
    expect(await withdraw(world, session, true)).toMatchObject({
      ok: true,
      session: null,
      line: { minor: '-900' },
    });
    expect(await withdraw(world, session)).toMatchObject({
      ok: true,
      session,
      line: { minor: '-900', billedMs: -5_400_000, withdrawn: { by: 'console', why: 'mistake' } },
    });
    const read = await readStatement(world.journal, '2026-11');
    expect(read.minor).toBe('0');
    expect(read.accounts[0]?.lines.map(({ minor, withdrawn }) => [minor, withdrawn?.why])).toEqual([
      ['900', undefined],
      ['-900', 'mistake'],
    ]);
    expect(await enter(world)).toMatchObject({ ok: true });
  });

  it('takes off what it cost then, whatever it costs now', async () => {
    const world = await openMorning();
    const session = sessionOf(await enter(world));
    const workshop = world.gateway.state().workshop;
    if (!workshop) throw new Error('no workshop');
    await world.gateway.describe({ ...workshop, tariffs: [] });
    expect(await withdraw(world, session)).toMatchObject({ ok: true, line: { minor: '-900' } });
  });

  it.each(['never', '__proto__'])('inv. 6: of %j is refused', async (session) => {
    const world = await openMorning();
    expect(await withdraw(world, session)).toMatchObject({ code: 'usage-not-entered', about: session });
  });

  it('inv. 6: of what a meter saw is refused, and so is a second one', async () => {
    const world = await openMorning();
    await world.tap({ reader: 'hall', machine: 'saw', badge: sampleBadges.anna });
    await world.advance(60_000);
    const metered = world.gateway.state().sessions.get('saw')?.session ?? '';
    await world.gateway.endSession({ machine: 'saw', by: 'x', steward: true });
    expect(await withdraw(world, metered)).toMatchObject({ code: 'usage-not-entered' });
    const session = sessionOf(await enter(world));
    const both = await Promise.all([withdraw(world, session), withdraw(world, session)]);
    expect(both.map((one) => one.ok || one.code)).toEqual([true, 'usage-withdrawn-already']);
    const before = world.journal.entries().length;
    expect(await withdraw(world, session)).toMatchObject({ code: 'usage-withdrawn-already' });
    expect(world.journal.entries()).toHaveLength(before);
  });
});
