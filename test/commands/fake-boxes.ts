// Boxes that remember what they were asked, and a process that can be told to end; for tests of the commands.

import { EventEmitter } from 'node:events';
import { csvLines } from '../../src/adapters/csv/csv-lines.ts';
import { createTexts } from '../../src/adapters/texts/create-texts.ts';
import type { Boxes } from '../../src/commands/boxes.ts';
import { runCommand } from '../../src/commands/command-line.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { Statement } from '../../src/contract/statement.ts';
import { enterInBooks } from '../../src/domain/ledger/books.ts';
import type {
  Gateway,
  ImportOutcome,
  MemberInput,
  UsageInput,
  UsageOutcome,
  WithdrawalInput,
} from '../../src/gateway/gateway.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { createFakeBooks } from '../fakes/fake-books.ts';
import { postedEntry } from '../fakes/sample-postings.ts';
import { entered, withdrawn } from './usage-outcomes.ts';

/** One use and one payment. */
function sampleLedger() {
  const { pages, ledger } = createFakeBooks();
  const line = (account: string, minor: string) => ({ account, unit: 'EUR', minor });
  const dateMs = Date.UTC(2026, 10, 2, 23, 30);
  const paid = [line('bank', '1000'), line('member:anna', '-1000')];
  for (const entry of [
    postedEntry(1, { dateMs, reference: '=cmd|calc' }),
    postedEntry(2, { dateMs: dateMs + 3_600_000, kind: 'payment', lines: paid }),
  ])
    enterInBooks(pages, { ...entry, atMs: entry.data.dateMs });
  return ledger;
}

type FakeBoxes = Boxes & {
  readonly calls: string[];
  readonly imported: MemberInput[];
  readonly passwords: Map<string, string>;
};

export function fakeBoxes(
  changes: Partial<Boxes> & { outcome?: ImportOutcome; usage?: UsageOutcome } = {},
): FakeBoxes {
  const calls: string[] = [];
  const imported: MemberInput[] = [];
  const passwords = new Map<string, string>();
  const gateway = {
    importMembers: async (
      rows: readonly MemberInput[],
      { dryRun }: { dryRun: boolean },
    ): Promise<ImportOutcome> => {
      calls.push(dryRun ? 'import dry' : 'import');
      if (changes.outcome) return changes.outcome;
      if (!dryRun) imported.push(...rows);
      return { ok: true, added: rows.length, changed: 0, unchanged: 0, warnings: [] };
    },
    personByHandle: (handle: string) =>
      imported.filter(({ member }) => member === handle).map(() => ({ member: `key-${handle}` }))[0],
    enterUsage: async (input: UsageInput, { dryRun }: { dryRun: boolean }): Promise<UsageOutcome> => {
      calls.push(`enter${dryRun ? ' dry' : ''} ${JSON.stringify(input)}`);
      return changes.usage ?? entered(dryRun);
    },
    withdrawUsage: async (input: WithdrawalInput, { dryRun }: { dryRun: boolean }): Promise<UsageOutcome> => {
      calls.push(`withdraw${dryRun ? ' dry' : ''} ${JSON.stringify(input)}`);
      return changes.usage ?? withdrawn(dryRun);
    },
    setPassword: async (member: string, password: string) => void passwords.set(member, password),
  } as unknown as Gateway;
  return {
    calls,
    imported,
    passwords,
    start: async (config, { demo }) => {
      calls.push(`start${demo ? ' demo' : ''} ${config.workshop.space.name}`);
      return { httpPort: 8081, mqttPort: 1884, mqttsPort: null, stop: async () => void calls.push('stop') };
    },
    openOffline: async () => ({ gateway, close: async () => void calls.push('close') }),
    readStatement: async (_config, month) => ({ ...november, month }),
    replay: async () => ({ ok: false, code: 'replay-busy' }),
    sunKeys: async (_config, uid) => ({ metaRead: 'aa'.repeat(16), fileRead: `of ${uid}` }),
    memberKey: async (_config, handle) => (handle === 'ada' ? 'key-ada' : null),
    verify: async (_config, onProgress) => {
      onProgress(1, 2);
      return { ok: true, entries: 2, head: 'abc' };
    },
    readBooks: async (_config, read) =>
      read({ ledger: sampleLedger(), journal: { query: async () => [], people: async () => [] } }),
    verifyInvoices: async () => ({ ok: true, invoices: 2, creditNotes: 1, uses: 7 }),
    readKept: () => Promise.reject(new Error('nothing is kept here')),
    csvLines,
    verifyBooks: async () => ({ ok: true, postings: 3, accounts: 2, closed: '2026-10' }),
    demoConfig: async (env, flags) => {
      const outcome = readConfig({
        file: null,
        text: smallWorkshop.replace('name: Officina', 'name: Demo'),
        env,
        flags,
      });
      if (!outcome.ok) throw new Error('the demo is broken');
      return outcome.config;
    },
    backup: async ({ path, keep, onProgress }) => {
      calls.push(`backup ${path} ${keep}`);
      onProgress('copy', 0, 1);
      onProgress('check', 1, 2);
      return { file: '/b/one.backup', entries: 2, head: 'abc', deleted: ['/b/old.backup'], hasConfig: true };
    },
    restore: async ({ file, place, erasures, dryRun }) => {
      calls.push(`restore ${file} ${place.dataDir} ${place.file} ${erasures} ${dryRun}`);
      return {
        ...{ entries: 2, madeAtMs: 0, dataDir: place.dataDir, erased: 1, unread: [], isProved: true },
        ...{ hasPepper: true, config: { to: place.file, why: 'new' } },
      };
    },
    profileIds: async () => ['grbl-1.1'],
    enablingProfiles: async () => [],
    judgeProfiles: async () => ({ mistakes: [], drafts: new Set() }),
    serverTrust: () => ({
      list: () => ({ waiting: [], trusted: [] }),
      trust: () => false,
      withdraw: () => false,
    }),
    setUp: ({ entry, signIn }) => [`type ${signIn?.password ?? 'nothing'} into the ${entry.kind}`],
    textsIn: createTexts,
    invoiceFiles: { render: async (invoice, format) => Buffer.from(`${format} ${invoice.number}`) },
    running: async () => null,
    machines: {
      ports: async () => [],
      hear: async () => ({ ok: false, code: 'port-missing' }),
      who: async () => ({ ok: false, reason: 'does not answer' }),
      search: async () => [],
      octoprintKey: async () => ({ ok: false, why: 'late' }),
      write: async () => ({ ok: false, reason: 'officina.yaml is not there' }),
      look: async () => new Map(),
    },
    ...changes,
  };
}

export const november: Statement = {
  space: 'Officina',
  month: '2026-11',
  currency: 'EUR',
  digits: 2,
  accounts: [
    {
      member: 'key-ada',
      name: '=cmd|calc',
      team: 'acme',
      lines: [
        {
          session: '01j0000000000000000000000a',
          machine: 'laser',
          machineName: 'Laser, the "big" one',
          pool: 'lasers',
          from: '2026-11-03T13:02:00Z',
          to: '2026-11-03T14:14:05Z',
          clock: 'operating',
          billedMs: 4_325_000,
          gapMs: 0,
          energy: null,
          perHourMinor: '1200',
          costCode: null,
          tariff: null,
          components: [],
          minor: '1442',
          entered: null,
          withdrawn: null,
        },
      ],
      minor: '1442',
    },
    { member: 'key-bo', name: 'Bo', team: null, lines: [], minor: '-5' },
  ],
  minor: '1437',
  openSessions: 1,
};

type FakeHost = EventEmitter & { exits: number[]; exit(code: number): void };

function fakeHost(): FakeHost {
  const exits: number[] = [];
  return Object.assign(new EventEmitter(), { exits, exit: (code: number) => void exits.push(code) });
}

type Call = {
  boxes?: Boxes;
  env?: Record<string, string>;
  host?: FakeHost;
  terminal?: Terminal | null;
  isTTY?: boolean;
};

/** Runs a command line to its end; `err` and `out` grow while it runs. */
export function call(
  argv: readonly string[],
  { boxes = fakeBoxes(), env = {}, host = fakeHost(), ...more }: Call = {},
) {
  const said = { out: '', err: '' };
  const add = (stream: 'out' | 'err', text: string): void => {
    said[stream] += text;
  };
  const code = runCommand({
    argv,
    env,
    boxes,
    host,
    terminal: more.terminal ?? null,
    stdout: { write: (text) => add('out', text) },
    stderr: { write: (text) => add('err', text), isTTY: more.isTTY },
  });
  return { said, host, done: code.then((code) => ({ code, ...said })) };
}
