// Drafts that are read from what the last finalised month left open are those that are made of the whole journal: whatever is
// late, withdrawn, credited or stays, and wherever a run was cut off.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftTypes } from '../../src/domain/billing/billed-pieces.ts';
import { draftOf } from '../../src/domain/billing/draft.ts';
import type { EntryBody, SegmentClosed } from '../../src/domain/journal/entry.ts';
import { emptyState } from '../../src/domain/journal/state.ts';
import { monthAfter } from '../../src/domain/ledger/period.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { dayMs, hourMs } from '../../src/domain/time.ts';
import { createCommitter } from '../../src/gateway/commit.ts';
import { createInvoicing } from '../../src/gateway/create-invoicing.ts';
import { ledgerOfJournal } from '../../src/gateway/ledger-of-journal.ts';
import { createPeopleIndex } from '../../src/gateway/people-index.ts';
import type { Journal } from '../../src/gateway/ports.ts';
import { billingWorkshop, sampleBuyer, sampleTerms } from '../fakes/billing-workshop.ts';
import { memoryJournal } from '../fakes/memory-journal.ts';

const by = 'console';
const firstMs = Date.parse('2026-01-10T12:00:00Z');
const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
const members = ['anna', 'bruno', 'carla'];

const workshop: Workshop = {
  ...billingWorkshop,
  tariffs: [
    {
      ...{ pool: 'lasers', from: '2025-01-01', perHourMinor: '1250', clock: 'operating' },
      ...{ minimumMinor: '100', caps: { dayMinor: '2000', monthMinor: '3000' } },
    },
  ],
};

type Life = Awaited<ReturnType<typeof begin>>;

/** Invoicing on a journal of its own; carla has no address until a step gives her one. */
async function begin(more: { slowed?: () => Promise<void> } = {}) {
  const journal = memoryJournal();
  const asked: { fromMs: number }[] = [];
  const watched: Journal = {
    ...journal,
    query(filter) {
      if (filter.types.includes('segment-closed')) asked.push(filter);
      return journal.query(filter);
    },
  };
  const hand = { wallMs: firstMs, monoMs: 0 };
  const clock = {
    wallMs: () => hand.wallMs,
    // A slice is over at once, so that what is cut into slices is cut everywhere.
    monoMs: () => (hand.monoMs += 20),
    synchronised: () => true,
  };
  const state = emptyState('gateway-1');
  state.synchronised = true;
  const committer = createCommitter({
    ...{ journal: watched, clock, state, boot: 'boot-1', notBeforeMs: 0 },
    ...{ onDurable: () => undefined, onFault: () => undefined },
  });
  const people = createPeopleIndex(
    members.map((member) => ({
      ...{ member, handle: member, name: member, email: null, salt: '', password: null, pin: null },
      ...{ badges: [], lost: [] },
    })),
  );
  let ids = 0;
  const invoicing = createInvoicing({
    ...{ journal: watched, ledger: ledgerOfJournal(watched), committer, people, clock },
    ...{ newId: () => `id-${ids++}`, newSalt: () => 'aa'.repeat(16) },
    secrets: { digest: (text: string) => `h${text.length}` },
    pause: more.slowed ?? (async () => undefined),
  });
  const boot = { boot: 'boot-1', version: '0', synchronised: true, last: null };
  await committer.commit([
    { type: 'gateway-booted', data: boot },
    { type: 'workshop-described', data: { workshop } },
  ]);
  const address = (member: string) =>
    invoicing.setBuyer({ payer: `member:${member}`, buyer: sampleBuyer, by });
  await address('anna');
  await address('bruno');
  return { journal, committer, invoicing, hand, asked, address };
}

type Step =
  | { readonly kind: 'use' | 'enter'; readonly member: string; readonly agoH: number; readonly ms: number }
  | { readonly kind: 'hold'; readonly member: string; readonly ms: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'finalise'; readonly back: number; readonly payer: string | null }
  | { readonly kind: 'withdraw' | 'credit'; readonly nth: number; readonly again: boolean }
  | { readonly kind: 'address' };

const member = fc.constantFrom(...members);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: use('use') },
  { weight: 2, arbitrary: use('enter') },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('hold'), member, ms: fc.integer({ min: 1, max: 9_000_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('finalise'),
      back: fc.integer({ min: 1, max: 2 }),
      payer: fc.constantFrom(null, null, null, 'member:anna'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw', 'credit'),
      nth: fc.nat(5),
      again: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('address') }) },
);

function use(kind: 'use' | 'enter'): fc.Arbitrary<Step> {
  const agoH = fc.integer({ min: 4, max: 24 * 60 });
  return fc.record({ kind: fc.constant(kind), member, agoH, ms: fc.integer({ min: 1, max: 9_000_000 }) });
}

async function live(life: Life, step: Step): Promise<void> {
  const { committer, hand, invoicing } = life;
  const { seq } = committer.durable();
  if (step.kind === 'days') hand.wallMs += step.days * dayMs;
  if (step.kind === 'address') await life.address('carla');
  if (step.kind === 'use' || step.kind === 'enter')
    await committer.commit([step.kind === 'use' ? used(life, step, seq) : entered(life, step, seq)]);
  if (step.kind === 'hold') await hold(life, step, seq);
  if (step.kind === 'finalise')
    await invoicing.finalise({ month: monthAgo(life, step.back), payer: step.payer, dryRun: false, by });
  if (step.kind === 'credit') {
    const invoices = (await invoicing.issued(null)).filter(({ kind }) => kind === 'invoice');
    const { invoice } = invoices[step.nth % Math.max(1, invoices.length)] ?? {};
    if (invoice) await invoicing.credit({ invoice, lines: null, again: step.again, dryRun: false, by });
  }
  if (step.kind === 'withdraw') await withdraw(life, step.nth);
}

const monthAgo = ({ hand }: Life, back: number): string =>
  monthAfter(new Date(hand.wallMs).toISOString().slice(0, 7), -back);

type Used = { readonly member: string; readonly agoH: number; readonly ms: number };

const heldBy = (session: string, holder: string) => ({
  ...{ session, machine: 'laser', pool: 'lasers', member: holder, team: null, costCode: null },
});

function segment(
  session: string,
  { member: holder, fromMs, ms }: { member: string; fromMs: number; ms: number },
) {
  const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
  const when = { index: 0, sessionFromMs: fromMs, fromMs, toMs: fromMs + ms };
  const data: SegmentClosed = { ...heldBy(session, holder), ...when, clocks, gapMs: 0, why: 'ending' };
  return data;
}

function used({ hand }: Life, { member: holder, agoH, ms }: Used, seq: number): EntryBody {
  const fromMs = hand.wallMs - agoH * hourMs;
  return { type: 'segment-closed', data: segment(`s${seq}`, { member: holder, fromMs, ms }) };
}

function entered({ hand }: Life, { member: holder, agoH, ms }: Used, seq: number): EntryBody {
  const fromMs = hand.wallMs - agoH * hourMs;
  const rest = { by, why: 'other', noteDigest: null } as const;
  return {
    type: 'usage-entered',
    data: { ...heldBy(`e${seq}`, holder), fromMs, toMs: fromMs + ms, ...rest },
  };
}

/** Over the end of the month, each segment written down as it ends. */
async function hold(
  { committer, hand }: Life,
  { member: holder, ms }: { member: string; ms: number },
  seq: number,
) {
  const beganMs = hand.wallMs;
  const nextMs = Date.parse(`${monthAfter(new Date(beganMs).toISOString().slice(0, 7))}-01T00:00:00Z`);
  const first = segment(`h${seq}`, { member: holder, fromMs: nextMs - 3 * hourMs, ms });
  hand.wallMs = first.toMs;
  await committer.commit([{ type: 'segment-closed', data: { ...first, why: 'length' } }]);
  const next = segment(first.session, { member: holder, fromMs: nextMs + hourMs, ms });
  hand.wallMs = next.toMs;
  const second = { ...next, index: 1, sessionFromMs: first.fromMs };
  await committer.commit([{ type: 'segment-closed', data: second }]);
}

async function withdraw({ journal, committer }: Life, nth: number): Promise<void> {
  const all = await journal.query({ types: ['usage-entered', 'usage-withdrawn'], ...always });
  const gone = new Set(all.flatMap((one) => (one.type === 'usage-withdrawn' ? [one.data.session] : [])));
  const there = all.flatMap((one) =>
    one.type === 'usage-entered' && !gone.has(one.data.session) ? [one.data] : [],
  );
  const { session } = there[nth % Math.max(1, there.length)] ?? {};
  if (session === undefined) return;
  await committer.commit([
    { type: 'usage-withdrawn', data: { session, machine: 'laser', by, why: 'mistake' } },
  ]);
}

async function sameAsWhole(life: Life): Promise<void> {
  const whole = await life.journal.query({ types: draftTypes, ...always });
  for (const back of [0, 1]) {
    const month = monthAgo(life, back);
    if (month < sampleTerms.from) continue;
    const told = await life.invoicing.drafts(month);
    if (!told.ok) throw new Error(told.code);
    // What costs nothing for want of a tariff is said until its month is finalised; it bills nothing.
    const ours = told.drafts.filter(({ uses }) => uses.length > 0);
    const theirs = draftOf(whole, month).filter(({ uses }) => uses.length > 0);
    const plain = ({ payer, lines, uses, annex, vat, netMinor }: (typeof theirs)[number]) => ({
      payer,
      lines,
      uses,
      annex,
      vat,
      netMinor,
    });
    expect(ours.map(plain)).toEqual(theirs.map(plain));
  }
}

describe('drafts from what is unbilled', () => {
  it('inv. 3: are those of the whole journal, whatever a space lives through', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const life = await begin();
        for (const step of steps) {
          await live(life, step);
          await sameAsWhole(life);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('read no month before the last that was finalised, however many there are', async () => {
    const life = await begin();
    for (let month = 0; month < 6; month++) {
      for (const holder of ['anna', 'bruno'])
        await live(life, { kind: 'use', member: holder, agoH: 5, ms: 3_600_000 });
      await live(life, { kind: 'days', days: 31 });
      await live(life, { kind: 'finalise', back: 1, payer: null });
    }
    const { finalised } = life.committer.durable().invoicing;
    expect(finalised).toMatchObject({ openFrom: null });
    life.asked.length = 0;
    await life.invoicing.drafts(monthAgo(life, 0));
    const beginsMs = Date.parse(`${monthAfter(finalised?.month ?? '')}-01T00:00:00Z`);
    expect(life.asked.length).toBeGreaterThan(0);
    for (const { fromMs } of life.asked) expect(fromMs).toBeGreaterThan(beginsMs - 4 * dayMs);
  });

  it('let all else go on between their steps, and tell how far they are', async () => {
    let pauses = 0;
    const seen = new Set<string>();
    const life: Life = await begin({
      async slowed() {
        pauses += 1;
        const now = life.invoicing.progress();
        if (now) seen.add(`${now.step} ${now.done}/${now.total}`);
      },
    });
    for (const holder of ['anna', 'bruno'])
      await live(life, { kind: 'use', member: holder, agoH: 5, ms: 3_600_000 });
    await live(life, { kind: 'days', days: 31 });
    await live(life, { kind: 'finalise', back: 1, payer: null });
    expect(pauses).toBeGreaterThan(3);
    expect([...seen]).toEqual(expect.arrayContaining(['rating 1/2', 'rating 2/2', 'issuing 0/2']));
    expect(life.invoicing.progress()).toBeNull();
  });
});
