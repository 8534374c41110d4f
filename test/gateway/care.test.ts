// Care of a machine through the gateway: a problem that locks refuses the next member and cuts nobody, texts vanish with
// whoever wrote them while the entries stay, and hour meters and parts survive restarts.

import { describe, expect, it } from 'vitest';
import { openProblemLimit } from '../../src/domain/machine/care.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { CareInput, ProblemInput } from '../../src/gateway/gateway.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const hourMs = 3_600_000;
const parts = { tube: { name: 'Laser tube', clock: 'operating', service: { everyH: 500 } } } as const;
const withParts = (operatingH: number): Workshop => ({
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: machineLike({ parts, meters: { start: { operatingH } } }),
  },
});
const open = () => openWorld({ workshop: withParts(400) });

const anna = { reader: 'front', badge: sampleBadges.anna };
const bruno = { reader: 'front', badge: sampleBadges.bruno };
const keyOf = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';
const problem = (change: Partial<ProblemInput> = {}): ProblemInput => ({
  machine: 'laser',
  by: 'console',
  severity: 'lock',
  text: 'The lid does not stop it.',
  ...change,
});
const care = (change: Partial<CareInput> = {}): CareInput => ({
  ...{ machine: 'laser', by: 'console', kind: 'cleaned', minutes: 10, part: null, note: null },
  ...change,
});
const told = (world: World) => world.gateway.careOf({ machine: 'laser', names: () => true, texts: true });

describe('a problem', () => {
  it('that locks refuses who comes next, cuts nobody, and is over when a steward closes it', async () => {
    const world = await open();
    expect(await world.tap(anna)).toMatchObject({ outcome: 'granted' });
    const outcome = await world.gateway.reportProblem(problem({ by: keyOf(world, 'bruno') }));
    if (!outcome.ok) throw new Error(outcome.code);
    await world.advance(60_000);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
    expect(await world.tap(anna)).toMatchObject({ outcome: 'ended' });
    await world.advance(120_000);
    expect(await world.tap(bruno)).toMatchObject({ outcome: 'refused', code: 'machine-problem' });
    // It stands over a restart.
    await world.crash();
    await world.restart();
    expect(await world.tap(bruno)).toMatchObject({ code: 'machine-problem' });
    const closing = {
      machine: 'laser',
      problem: outcome.problem,
      by: 'console',
      what: 'mended',
      minutes: 20,
    };
    expect(await world.gateway.closeProblem({ ...closing, what: 'mended' })).toEqual({ ok: true });
    expect(await world.tap(bruno)).toMatchObject({ outcome: 'granted' });
    expect(await world.gateway.closeProblem({ ...closing, what: 'mended' })).toEqual({
      ok: false,
      code: 'problem-unknown',
    });
    expect((await told(world))?.log).toMatchObject([
      { kind: 'closed', what: 'mended', by: 'console', minutes: 20, text: 'The lid does not stop it.' },
    ]);
  });

  it.each(['note', 'flag'] as const)('of severity %s refuses nobody', async (severity) => {
    const world = await open();
    await world.gateway.reportProblem(problem({ severity }));
    expect(await world.tap(anna)).toMatchObject({ outcome: 'granted' });
  });

  it.each([
    ['at no machine', { machine: 'loo' }, 'machine-unknown'],
    ['by nobody', { by: 'ghost' }, 'member-unknown'],
    ['without words', { text: ' \n ' }, 'text-unreadable'],
    ['with too many', { text: 'x'.repeat(501) }, 'text-unreadable'],
    ['that turns the line', { text: 'see \u202etxt' }, 'text-unreadable'],
    ['with control characters', { text: 'bell \u0007' }, 'text-unreadable'],
  ])('inv. 6, 11: %s is refused and writes nothing', async (_, change, code) => {
    const world = await open();
    const before = world.journal.entries().length;
    expect(await world.gateway.reportProblem(problem(change))).toEqual({ ok: false, code });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await world.journal.notes()).toEqual([]);
  });

  it('inv. 10: is one of a bounded number', async () => {
    const world = await open();
    for (let made = 0; made < openProblemLimit; made += 1) await world.gateway.reportProblem(problem());
    expect(await world.gateway.reportProblem(problem())).toEqual({ ok: false, code: 'problems-full' });
  });

  it('keeps its lines on one, and characters beyond the first plane whole', async () => {
    const world = await open();
    await world.gateway.reportProblem(problem({ text: ` smoke\r\n\tand ${'🔥'.repeat(480)} ` }));
    expect((await told(world))?.problems[0]?.text).toBe(`smoke and ${'🔥'.repeat(480)}`);
  });
});

describe('what was written', () => {
  it('vanishes with whoever wrote it, and the entries stay', async () => {
    const world = await open();
    const member = keyOf(world, 'anna');
    await world.gateway.reportProblem(problem({ by: member, text: 'It was me, Anna.' }));
    await world.gateway.noteCare(care({ by: member, note: 'Anna wiped it.' }));
    await world.gateway.noteCare(care({ note: 'Another hand.' }));
    expect(await world.journal.notes()).toHaveLength(3);
    const before = world.journal.entries().map(({ type }) => type);
    await world.gateway.eraseMember({ member, dryRun: false });
    expect((await world.journal.notes()).map(({ text }) => text)).toEqual(['Another hand.']);
    const after = await told(world);
    expect(after?.problems).toMatchObject([{ by: null, text: null, severity: 'lock' }]);
    expect(after?.log).toMatchObject([{ text: 'Another hand.' }, { by: null, text: null, minutes: 10 }]);
    expect(world.journal.entries().map(({ type }) => type)).toEqual([...before, 'member-erased']);
    // The journal itself never held the words.
    expect(JSON.stringify(world.journal.entries())).not.toContain('wiped');
  });

  it('cannot be written by somebody who is gone', async () => {
    const world = await open();
    const member = keyOf(world, 'anna');
    const erased = world.gateway.eraseMember({ member, dryRun: false });
    const late = world.gateway.noteCare(care({ by: member, note: 'too late' }));
    await erased;
    expect(await late).toEqual({ ok: false, code: 'member-unknown' });
    expect(await world.journal.notes()).toEqual([]);
  });

  it('is told without names and texts to those who may see neither', async () => {
    const world = await open();
    await world.gateway.noteCare(care({ by: keyOf(world, 'anna'), note: 'mine' }));
    const seen = await world.gateway.careOf({ machine: 'laser', names: () => false, texts: false });
    expect(seen?.log).toMatchObject([{ by: null, text: null, kind: 'cleaned' }]);
    expect(await world.gateway.careOf({ machine: 'loo', names: () => true, texts: true })).toBeNull();
  });

  it('inv. 1: is not there when the journal could not take it', async () => {
    const world = await open();
    world.gate.setFull(true);
    await expect(world.gateway.reportProblem(problem())).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(await world.journal.notes()).toEqual([]);
    expect(await world.tap(anna)).toMatchObject({ outcome: 'granted' });
  });
});

describe('care', () => {
  it.each([
    ['at no machine', { machine: 'loo' }, 'machine-unknown'],
    ['of no part', { part: 'wheel' }, 'part-unknown'],
    ['of a part that every object has', { part: 'constructor' }, 'part-unknown'],
    ['that replaces nothing', { kind: 'replaced' }, 'part-missing'],
    ['with too many words', { note: 'x'.repeat(501) }, 'text-unreadable'],
  ] as const)('%s is refused', async (_, change, code) => {
    const world = await open();
    expect(await world.gateway.noteCare(care(change))).toEqual({ ok: false, code });
  });

  it('begins the meter of a new part anew, and that of the machine goes on', async () => {
    const world = await open();
    const hours = async () => {
      const now = await told(world);
      const [tube] = now?.parts ?? [];
      return [now?.hours.operatingMs, tube?.hours.operatingMs, tube?.service?.leftMs].map(
        (ms) => (ms ?? Number.NaN) / hourMs,
      );
    };
    expect(await hours()).toEqual([400, 400, 100]);
    await world.gateway.noteCare(care({ kind: 'serviced', part: 'tube' }));
    expect(await hours()).toEqual([400, 400, 500]);
    await world.gateway.noteCare(care({ kind: 'replaced', part: 'tube', minutes: 0 }));
    expect(await hours()).toEqual([400, 0, 500]);
    expect((await told(world))?.log.map(({ kind, part }) => `${kind} ${part}`)).toEqual([
      'replaced tube',
      'serviced tube',
    ]);
  });

  it('of the whole machine is a service of every part', async () => {
    const world = await open();
    await world.gateway.noteCare(care({ kind: 'serviced' }));
    expect((await told(world))?.parts).toMatchObject([{ part: 'tube', service: { leftMs: 500 * hourMs } }]);
  });

  it('that replaces a part with words about it adds a line of repair', async () => {
    const world = await open();
    await world.gateway.noteCare(care({ kind: 'replaced', part: 'tube', note: 'It had cracked.' }));
    expect((await told(world))?.log.map(({ kind, text }) => [kind, text])).toEqual([
      ['repaired', 'It had cracked.'],
      ['replaced', null],
    ]);
  });
});

describe('the start of a meter', () => {
  it('inv. 3: counts once, and a later one only says so on the board', async () => {
    const world = await open();
    const kept = () => world.gateway.health().reasons.filter(({ code }) => code === 'meter-start-kept');
    expect(kept()).toEqual([]);
    await world.gateway.describe(withParts(10));
    expect((await told(world))?.hours.operatingMs).toBe(400 * hourMs);
    expect(kept()).toMatchObject([{ values: { machines: 'laser' } }]);
    expect(kept()[0]?.text).toContain('laser');
    await world.crash();
    await world.restart({ workshop: withParts(10) });
    expect((await told(world))?.hours.operatingMs).toBe(400 * hourMs);
    expect(kept()).toHaveLength(1);
    await world.gateway.describe(withParts(400));
    expect(kept()).toEqual([]);
  });
});

it('inv. 3: use of a session counts, over restarts too, and nothing on a machine without power', async () => {
  const world = await open();
  const operating = async () => ((await told(world))?.hours.operatingMs ?? 0) - 400 * hourMs;
  world.report('laser', 'running');
  await world.advance(60_000);
  world.report('laser', 'idle');
  await world.settle();
  expect(await operating()).toBe(0);
  await world.tap(anna);
  await world.advance(1_000);
  world.report('laser', 'running');
  await world.advance(120_000);
  world.report('laser', 'idle');
  await world.settle();
  expect(await operating()).toBe(120_000);
  await world.crash();
  await world.restart();
  expect(await operating()).toBe(120_000);
});
