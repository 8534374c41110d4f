// A child process that fills an empty journal through the store: years of an ordinary workshop, made by a seed. Entries
// are built by the domain's own rules where they carry sums, so that a replay does all the work that a real one does.

import { createHash } from 'node:crypto';
import { pinoLog } from '../../src/adapters/log/pino-log.ts';
import { openStore } from '../../src/adapters/sqlite/open-store.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { apply } from '../../src/domain/journal/apply.ts';
import type { Entry, EntryBody } from '../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../src/domain/journal/state.ts';
import type { Commit, PeopleChange } from '../../src/gateway/ports.ts';
import { workshopText } from './bench-workshop.ts';
import { openVisits, type Rolls } from './visit.ts';

export type MillionSettings = {
  readonly dataDir: string;
  readonly entries: number;
  readonly workshop: { readonly stations: number; readonly machines: number };
  readonly members: number;
};

/** Between two entries, so that a million is three years and the last of them is of today. */
const stepMs = 95_000;
const bootEvery = 25_000;
const entriesPerCommit = 500;
const commitsInFlight = 8;

const settings: MillionSettings = JSON.parse(process.argv[2] ?? '');

async function write(): Promise<void> {
  const store = await openStore({ dataDir: settings.dataDir, log: pinoLog('warn') });
  const state = emptyState(await store.journal.gateway());
  const append = appender(store.journal.append);
  await append.all(firstEntries(state));
  const visits = openVisits({ state, roll: rolls(20_260_101), ...settings });
  while (state.seq < settings.entries) {
    if (state.seq % bootEvery === 0) await append.one(stamped(state, bootBody(state.seq)));
    else await append.one(stamped(state, visits.next()));
  }
  // Whoever is still there leaves: a session that stays open would be the only thing that a start has to think about.
  for (const body of visits.close()) await append.one(stamped(state, body));
  await append.settled();
  await store.close();
  process.stdout.write(`ready entries=${state.seq}\n`);
}

function stamped(state: State, body: EntryBody): Entry {
  const seq = state.seq + 1;
  const atMs = Date.now() - 3_600_000 - Math.max(0, settings.entries - seq) * stepMs;
  const stamp = { atMs: Math.max(state.lastAtMs, atMs), monoMs: (seq % bootEvery) * stepMs };
  const boot = `boot-${Math.floor(seq / bootEvery)}`;
  const entry: Entry = { ...body, seq, gateway: state.gateway, boot, ...stamp, v: 1 };
  apply(state, entry);
  return entry;
}

const bootBody = (seq: number): EntryBody => ({
  type: 'gateway-booted',
  data: { boot: `boot-${Math.floor(seq / bootEvery)}`, version: '0.1.0', synchronised: true, last: null },
});

function firstEntries(state: State): Commit {
  const read = readConfig({ file: 'bench', text: workshopText(settings.workshop), env: {}, flags: {} });
  if (!read.ok) throw new Error(read.mistakes.map(({ text }) => text).join(' '));
  const people: PeopleChange[] = [];
  const entries = [
    stamped(state, bootBody(0)),
    stamped(state, { type: 'workshop-described', data: { workshop: read.config.workshop } }),
  ];
  for (let index = 0; index < settings.members; index++) {
    const member = `member-${index}`;
    const digest = createHash('sha256').update(member).digest('hex');
    const badge = {
      badge: `badge-${index}`,
      key: digest,
      views: [],
      tail: digest.slice(-4),
      from: 'list',
      sealed: null,
    } as const;
    const salt = digest.slice(0, 32);
    const person = {
      member,
      handle: member,
      name: `Member ${index}`,
      email: null,
      salt,
      password: null,
      pin: null,
    };
    people.push({ kind: 'put', person: { ...person, badges: [badge], lost: [] } });
    const recorded = { member, status: 'active', team: null, roles: ['member'], certificates: [] } as const;
    const rest = { badges: [badge.badge], shown: false, digest };
    entries.push(stamped(state, { type: 'member-recorded', data: { ...recorded, ...rest } }));
  }
  return { entries, people, messages: [] };
}

/** Few commits wait at a time, so that memory stays small and the worker never starves. */
function appender(send: (commit: Commit) => Promise<void>) {
  let waiting: Promise<void>[] = [];
  let entries: Entry[] = [];
  const all = async (commit: Commit): Promise<void> => {
    waiting.push(send(commit));
    if (waiting.length >= commitsInFlight) await waiting.shift();
  };
  const flush = async (): Promise<void> => {
    const commit = { entries, people: [], messages: [] };
    entries = [];
    await all(commit);
  };
  return {
    all,
    async one(entry: Entry): Promise<void> {
      entries.push(entry);
      if (entries.length === entriesPerCommit) await flush();
    },
    async settled(): Promise<void> {
      if (entries.length > 0) await flush();
      await Promise.all(waiting);
      waiting = [];
    },
  };
}

/** Mulberry32: small, seeded, the same everywhere. */
function rolls(seed: number): Rolls {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

await write();
