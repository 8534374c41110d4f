// The desk about money, in a whole gateway: materials that are handed out, and charges that are corrected by hand. What is
// charged is always the sum of what the tariff says and of what hands corrected.

import { describe, expect, it } from 'vitest';
import { emptyBooks, owedCharges, takeEntry } from '../../src/domain/billing/books.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import type { Tariff } from '../../src/domain/machine/tariff.ts';
import type { CorrectionInput, MaterialInput } from '../../src/gateway/gateway.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleWorkshop } from '../fakes/sample-workshop.ts';

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
const pla = { id: 'pla', name: 'PLA', unit: 'g', perUnitMinor: '4.55' } as const;
const tariff: Tariff = {
  pool: 'lasers',
  from: '2026-01-01',
  perHourMinor: '1000',
  clock: 'operating',
  minimumMinor: '300',
  caps: { sessionMinor: '900', dayMinor: '900' },
  materials: [pla],
};
const workshop = {
  ...sampleWorkshop,
  tariffs: [tariff],
  costCodes: { school: { name: 'School' }, acme: { name: 'Acme', teams: ['acme'] } },
};

const handOut = (world: World, changed: Partial<MaterialInput> = {}, dryRun = false) => {
  const input = {
    member: 'anna',
    machine: 'laser',
    material: 'pla',
    amount: '82,5',
    at: null,
    session: null,
  };
  return world.gateway.enterMaterial({ ...input, by: 'console', ...changed }, { dryRun });
};

const entriesOf = (world: World, types: readonly Entry['type'][]) =>
  world.journal.query({ types, ...always });

async function chargedFor(world: World, session: string): Promise<readonly string[]> {
  const entries = await entriesOf(world, ['charge-made', 'charge-corrected']);
  return entries.flatMap(({ type, data }) =>
    (type === 'charge-made' || type === 'charge-corrected') && data.session === session
      ? [...data.lines.map(({ costCode, minor }) => `${costCode ?? '-'} ${minor}`)]
      : [],
  );
}

/** The journal alone says that nothing more is to be charged. */
async function expectSettled(world: World): Promise<void> {
  const books = emptyBooks(0);
  for await (const page of world.journal.read(0)) for (const entry of page) takeEntry(books, entry);
  expect(owedCharges(books)).toEqual([]);
}

const monthOf = (world: World): string => new Date(world.clock.wallMs()).toISOString().slice(0, 7);

async function linesOf(world: World) {
  const { accounts, minor } = await readStatement(world.journal, monthOf(world));
  return { lines: accounts.flatMap(({ lines }) => lines), minor };
}

const yesterday = (world: World): string =>
  new Date(world.clock.wallMs() - 86_400_000).toISOString().split('T')[0] ?? '';

async function enteredUse(world: World): Promise<string> {
  const day = yesterday(world);
  const what = { member: 'anna', machine: 'laser', from: `${day} 10:00`, to: `${day} 10:30` };
  const use = await world.gateway.enterUsage(
    { ...what, why: 'other', note: null, by: 'console' },
    { dryRun: false },
  );
  if (!use.ok) throw new Error(use.code);
  await world.advance(2_000);
  return use.session ?? '';
}

describe('a material that is handed out', () => {
  it('is rated by the tariff of its day, outside of minimum and caps, and charged on its own', async () => {
    const world = await openWorld({ workshop });
    const done = await handOut(world);
    if (!done.ok) throw new Error(done.code);
    // 82.5 g at 4.55 cent, rounded once.
    expect(done.line.minor).toBe('375');
    const part = { what: 'material', quantity: 82_500, unit: 'thousandth', rate: '4.55', minor: '375' };
    expect(done.line.components).toMatchObject([{ ...part, material: { name: 'PLA', unit: 'g' } }]);
    await handOut(world, { amount: '1000' });
    await world.advance(2_000);
    expect(await chargedFor(world, done.session ?? '')).toEqual(['- 375']);
    const { lines, minor } = await linesOf(world);
    expect(lines.map((line) => line.minor)).toEqual(['375', '4550']);
    expect(minor).toBe('4925');
    await expectSettled(world);
  });

  it('inv. 6: is refused with its reason, and a refusal or a dry run writes nothing', async () => {
    const world = await openWorld({ workshop });
    const codeOf = async (changed: Partial<MaterialInput>) => {
      const outcome = await handOut(world, changed);
      return outcome.ok ? 'ok' : `${outcome.code} ${outcome.field}`;
    };
    expect(await codeOf({ machine: 'none' })).toBe('machine-unknown machine');
    expect(await codeOf({ member: 'nobody' })).toBe('member-unknown member');
    expect(await codeOf({ material: '__proto__' })).toBe('material-unknown material');
    expect(await codeOf({ at: '2025-12-31 10:00' })).toBe('material-too-old at');
    expect(await codeOf({ at: '2099-01-01 10:00' })).toBe('material-in-future at');
    expect(await codeOf({ at: 'noon' })).toBe('time-unreadable at');
    expect(await codeOf({ costCode: 'acme' })).toBe('cost-code-unknown costCode');
    expect(await codeOf({ session: 'another' })).toBe('material-session-unknown session');
    for (const amount of ['0', '-1', '1.2345', '1e3', '', '1000000.001'])
      expect(await codeOf({ amount })).toBe('material-amount-wrong amount');
    const dry = await handOut(world, {}, true);
    expect(dry).toMatchObject({ ok: true, session: null, line: { minor: '375' } });
    expect(await entriesOf(world, ['material-entered'])).toEqual([]);
  });

  it('is entered once, however often the same words come', async () => {
    const world = await openWorld({ workshop });
    const [first, again] = [await handOut(world), await handOut(world)];
    expect(first.ok).toBe(true);
    expect(again).toMatchObject({
      ok: false,
      code: 'material-entered-already',
      about: first.ok && first.session,
    });
    expect((await entriesOf(world, ['material-entered'])).length).toBe(1);
  });

  it('inv. 5: that is withdrawn has two lines that add up to nothing, once', async () => {
    const world = await openWorld({ workshop });
    const done = await handOut(world);
    if (!done.ok || done.session === null) throw new Error('refused');
    await world.advance(2_000);
    const back = { entry: done.session, why: 'mistake', by: 'console' } as const;
    expect(await world.gateway.withdrawMaterial(back, { dryRun: false })).toMatchObject({ ok: true });
    await world.advance(2_000);
    expect(await chargedFor(world, done.session)).toEqual(['- 375', '- -375']);
    expect((await linesOf(world)).minor).toBe('0');
    expect(await world.gateway.withdrawMaterial(back, { dryRun: false })).toMatchObject({
      code: 'material-withdrawn-already',
    });
    expect((await handOut(world)).ok).toBe(true);
    await world.advance(2_000);
    await expectSettled(world);
  });
});

describe('a charge that is corrected by hand', () => {
  const correct = (world: World, session: string, changed: Partial<CorrectionInput> = {}, dryRun = false) =>
    world.gateway.correctCharge(
      { session, toMinor: '200', why: 'agreed', note: 'half of it was a test', by: 'eva', ...changed },
      { dryRun },
    );

  it('inv. 5: is a further entry with a note, stands on the statement, and survives a start', async () => {
    const world = await openWorld({ workshop });
    const session = await enteredUse(world);
    expect(await correct(world, session, {}, true)).toMatchObject({ beforeMinor: '500', afterMinor: '200' });
    expect(await chargedFor(world, session)).toEqual(['- 500']);
    expect(await correct(world, session)).toMatchObject({ ok: true, afterMinor: '200' });
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(await chargedFor(world, session)).toEqual(['- 500', '- -300']);
    const { lines, minor } = await linesOf(world);
    expect(minor).toBe('200');
    const corrected = { by: 'eva', why: 'agreed', note: 'half of it was a test' };
    expect(lines[1]).toMatchObject({ minor: '-300', corrected, components: [{ what: 'correction' }] });
    await expectSettled(world);
    expect(await correct(world, session)).toMatchObject({ ok: false, code: 'charge-unchanged' });
  });

  it('goes to another cost code, and on top of it comes what is known later', async () => {
    const world = await openWorld({ workshop });
    const day = yesterday(world);
    const session = await enteredUse(world);
    await correct(world, session, { toMinor: null, costCode: 'school', why: 'cost-code' });
    expect(await chargedFor(world, session)).toEqual(['- 500', '- -500', 'school 500']);
    // An earlier use takes the cap of the day: of this one 400 are left by the rule.
    const what = { member: 'anna', machine: 'laser', from: `${day} 08:00`, to: `${day} 08:30` };
    await world.gateway.enterUsage({ ...what, why: 'other', note: null, by: 'console' }, { dryRun: false });
    await world.advance(2_000);
    expect((await chargedFor(world, session)).slice(3)).toEqual(['- -100']);
    await expectSettled(world);
  });

  it('goes with the use when that is withdrawn, so that it costs nothing', async () => {
    const world = await openWorld({ workshop });
    const session = await enteredUse(world);
    await correct(world, session, { toMinor: '0', why: 'waived' });
    await world.gateway.withdrawUsage({ session, why: 'mistake', by: 'console' }, { dryRun: false });
    await world.advance(2_000);
    expect((await linesOf(world)).minor).toBe('0');
    expect(await correct(world, session)).toMatchObject({ ok: false, code: 'charge-withdrawn' });
    await expectSettled(world);
  });

  it('is refused with its reason', async () => {
    const world = await openWorld({ workshop });
    const session = await enteredUse(world);
    const codeOf = async (changed: Partial<CorrectionInput>, of = session) => {
      const outcome = await correct(world, of, changed);
      return outcome.ok ? 'ok' : outcome.code;
    };
    expect(await codeOf({}, 'another')).toBe('charge-unknown');
    expect(await codeOf({ toMinor: null })).toBe('correction-empty');
    expect(await codeOf({ costCode: 'acme' })).toBe('cost-code-unknown');
    expect(await codeOf({ note: 'two\nlines' })).toBe('note-unreadable');
    expect(await chargedFor(world, session)).toEqual(['- 500']);
  });
});
