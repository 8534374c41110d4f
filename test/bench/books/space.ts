// A busy space with its books, on a real store: members with addresses, machines with tariffs, months of uses with their
// charges, and the use cases of invoices on them. The same seed gives the same uses.

import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { pinoLog } from '../../../src/adapters/log/pino-log.ts';
import { openStore } from '../../../src/adapters/sqlite/open-store.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import { emptyBooks, owedCharges, takeEntry } from '../../../src/domain/billing/books.ts';
import type { Metered } from '../../../src/domain/billing/rate.ts';
import type { EntryBody } from '../../../src/domain/journal/entry.ts';
import { monthAfter, monthEndMs } from '../../../src/domain/ledger/period.ts';
import type { Tariff } from '../../../src/domain/machine/tariff.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { dayMs } from '../../../src/domain/time.ts';
import { type Committer, createCommitter } from '../../../src/gateway/commit.ts';
import { createInvoicing } from '../../../src/gateway/create-invoicing.ts';
import type { Invoicing } from '../../../src/gateway/invoicing-asked.ts';
import { createPeopleIndex } from '../../../src/gateway/people-index.ts';
import type { PeopleChange } from '../../../src/gateway/ports.ts';
import { recover } from '../../../src/gateway/recover.ts';
import { createSeededChance } from '../../../src/simulation/seeded-chance.ts';
import { sampleBuyer, sampleTerms } from '../../fakes/billing-workshop.ts';
import { configFile, dataDir, workshopText } from '../bench-workshop.ts';
import { newFolder } from '../leave-nothing.ts';

export const size = { members: 500, machines: 24, pools: 8, sessionsPerYear: 60_000 } as const;
export const firstMonth = '2026-01';
const timezone = 'Europe/Rome';
const minuteMs = 60_000;
const partMs = 15 * minuteMs;
/** So many entries are written at once. */
const entriesPerCommit = 1_000;

export type Space = {
  readonly folder: string;
  readonly invoicing: Invoicing;
  /** Writes down what was used in that month, and what it is charged. */
  use(month: string, sessions: number): Promise<void>;
  /** The clock stands where the month may be finalised. */
  end(month: string): void;
  close(): Promise<void>;
};

/** With a new journal, or with that of a folder, as after a restart. */
export async function openSpace(folder = newSpace()): Promise<Space> {
  const store = await openStore({ dataDir: dataDir(folder), log: pinoLog('warn') });
  const hand = { wallMs: Math.max((await store.journal.lastBeat())?.atMs ?? 0, startMs(firstMonth)) };
  const clock = { wallMs: () => hand.wallMs, monoMs: () => performance.now(), synchronised: () => true };
  const { state } = await recover(store.journal, 'bench');
  const people = createPeopleIndex(await store.journal.people());
  const committer = createCommitter({
    ...{ journal: store.journal, clock, state, boot: 'bench', notBeforeMs: 0 },
    onDurable: (done) => people.follow(done.people),
    onFault: () => undefined,
  });
  let ids = state.seq;
  const box = {
    ...{ journal: store.journal, ledger: store.ledger, committer, people, clock, pause: setImmediate },
    secrets: { digest: (text: string) => hash('sha256', text) },
    newId: () => `id-${(ids++).toString(36)}`,
    newSalt: () => 'ab'.repeat(16),
  };
  const invoicing = createInvoicing(box);
  if (state.seq === 0) await begin({ committer, invoicing });
  const chance = createSeededChance(state.seq + 1);
  return {
    folder,
    invoicing,
    async use(month, sessions) {
      for (const day of daysOf(month, sessions, chance)) {
        hand.wallMs = Math.max(hand.wallMs, day.endMs);
        await writeAll(committer, day.bodies);
      }
    },
    end(month) {
      hand.wallMs = Math.max(hand.wallMs, monthEndMs(month, timezone) + 7 * dayMs);
    },
    async close() {
      await store.journal.beat({ boot: 'bench', monoMs: 0, atMs: hand.wallMs });
      await store.close();
    },
  };
}

export const monthsFrom = (month: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => monthAfter(month, index));

const startMs = (month: string): number => monthEndMs(monthAfter(month, -1), timezone);

function newSpace(): string {
  const folder = newFolder('books');
  mkdirSync(dataDir(folder), { mode: 0o700 });
  writeFileSync(configFile(folder), workshopText({ stations: size.machines, machines: 0 }), { mode: 0o600 });
  return folder;
}

const tariffs: readonly Tariff[] = Array.from({ length: size.pools }, (_, pool) => ({
  pool: `pool-${pool}`,
  from: '2026-01-01',
  perHourMinor: String(800 + 100 * pool),
  clock: 'operating',
  minimumMinor: '200',
  peak: {
    hours: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '17:00', to: '21:00' }],
    percent: 150,
  },
  caps: { dayMinor: '4000', monthMinor: '30000' },
}));

const ratesHere: Pick<Metered, 'tariffs' | 'timezone'> = { tariffs, timezone };

function described(): Workshop {
  const text = workshopText({ stations: size.machines, machines: 0 });
  const read = readConfig({ file: 'bench', text, env: {}, flags: {} });
  if (!read.ok) throw new Error(read.mistakes.map(({ text: why }) => why).join(' '));
  return { ...read.config.workshop, tariffs, billing: { ...sampleTerms, from: firstMonth } };
}

async function begin({ committer, invoicing }: { committer: Committer; invoicing: Invoicing }) {
  const boot = { boot: 'bench', version: '0.1.0', synchronised: true, last: null };
  const people: PeopleChange[] = [];
  const bodies: EntryBody[] = [
    { type: 'gateway-booted', data: boot },
    { type: 'workshop-described', data: { workshop: described() } },
  ];
  for (let index = 0; index < size.members; index++) {
    const member = `member-${index}`;
    const digest = hash('sha256', member);
    const data = { member, status: 'active', team: null, roles: ['member'], certificates: [] } as const;
    bodies.push({ type: 'member-recorded', data: { ...data, badges: [], shown: false, digest } });
    const named = { member, handle: member, name: `Member ${index}`, email: null, salt: digest.slice(0, 32) };
    people.push({ kind: 'put', person: { ...named, password: null, pin: null, badges: [], lost: [] } });
  }
  await committer.commit(bodies, { people });
  for (let index = 0; index < size.members; index++) {
    const buyer = { ...sampleBuyer, name: `Member ${index}` };
    const told = await invoicing.setBuyer({ payer: `member:member-${index}`, buyer, by: 'console' });
    if (!told.ok) throw new Error(told.code);
  }
}

type Day = { readonly endMs: number; readonly bodies: readonly EntryBody[] };
type Chance = ReturnType<typeof createSeededChance>;

/** Uses of a day are written down at its end, and their charges with those of the last. */
function* daysOf(month: string, sessions: number, chance: Chance): Generator<Day> {
  const [fromMs, toMs] = [startMs(month), monthEndMs(month, timezone)];
  const days = Math.round((toMs - fromMs) / dayMs);
  const books = emptyBooks(0);
  let seq = 0;
  for (let day = 0; day < days; day++) {
    const count = Math.floor((sessions * (day + 1)) / days) - Math.floor((sessions * day) / days);
    const bodies: EntryBody[] = [];
    for (let nth = 0; nth < count; nth++) {
      const session = `s-${month}-${day}-${nth}`;
      const beganMs = fromMs + day * dayMs + (9 * 60 + chance.below(11 * 60)) * minuteMs;
      for (const { segment } of partsOfUse({ session, beganMs, chance }))
        bodies.push({ type: 'segment-closed', data: segment });
    }
    for (const body of bodies)
      takeEntry(books, { ...body, seq: ++seq, gateway: '', boot: '', atMs: 0, monoMs: 0, v: 1 });
    for (const [session, parts] of books.uses)
      books.uses.set(
        session,
        parts.map((one) => (one.tariffs.length > 0 ? one : { ...one, ...ratesHere })),
      );
    const charges = day === days - 1 ? owedCharges(books) : [];
    yield { endMs: fromMs + (day + 1) * dayMs - 1, bodies: [...bodies, ...charges] };
  }
}

type Use = { readonly session: string; readonly beganMs: number; readonly chance: Chance };

/** An hour in the mean, cut as the gateway cuts them. */
export function partsOfUse({ session, beganMs, chance }: Use): readonly Metered[] {
  const machine = chance.below(size.machines);
  const held = { session, machine: `station-${machine}`, pool: `pool-${machine % size.pools}` };
  const who = { member: `member-${chance.below(size.members)}`, team: null, costCode: null };
  const parts: Metered[] = [];
  let leftMs = (5 + chance.below(110)) * minuteMs;
  for (let fromMs = beganMs; leftMs > 0; ) {
    const ms = Math.min(leftMs, partMs);
    const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: Math.floor(ms * 0.7) };
    const why = leftMs > ms ? ('length' as const) : ('ending' as const);
    const when = { index: parts.length, sessionFromMs: beganMs, fromMs, toMs: fromMs + ms };
    parts.push({ ...ratesHere, segment: { ...held, ...who, ...when, clocks, gapMs: 0, why } });
    fromMs += ms;
    leftMs -= ms;
  }
  return parts;
}

async function writeAll(committer: Committer, bodies: readonly EntryBody[]): Promise<void> {
  for (let from = 0; from < bodies.length; from += entriesPerCommit)
    await committer.commit(bodies.slice(from, from + entriesPerCommit));
}
