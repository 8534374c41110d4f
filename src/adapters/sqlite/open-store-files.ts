// Opens the files of a store in the worker thread and hands back what answers its calls. The lock is taken first and
// given back last.

import { erasuresOf, keepErasures } from './backup/erasures.ts';
import { ballotTable } from './ballot-table.ts';
import type { Calls, DiaryCalls, Handlers, WorkerMessage, WorkerSettings, WriteCalls } from './calls.ts';
import { openDiaryFile } from './diary-file.ts';
import { entryHashes } from './entry-hashes.ts';
import { entryTable } from './entry-table.ts';
import { gatewayTable } from './gateway-table.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { ledgerTable } from './ledger-table.ts';
import { noteTable } from './note-table.ts';
import { hasOldLog, lockDataDir, openJournalFile } from './open-journal-file.ts';
import { outboxLimit, outboxTable } from './outbox-table.ts';
import { paperTable } from './paper-table.ts';
import { passkeyTable } from './passkey-table.ts';
import { peopleTable } from './people-table.ts';
import { shelfTable } from './shelf-table.ts';
import { snapshotTable } from './snapshot-table.ts';
import { tokenTable } from './token-table.ts';

export type StoreFiles = {
  readonly commit: GroupCommit;
  readonly others: Handlers<Omit<Calls, keyof WriteCalls>>;
};

export type StoreOutlets = {
  readonly say: (message: WorkerMessage) => void;
  /** Called once the files are closed. */
  readonly closed: () => void;
};

type Opened = { readonly close: () => void };

export function openStoreFiles(settings: WorkerSettings, outlets: StoreOutlets): StoreFiles {
  const opened: Opened[] = [];
  const closeAll = (): void => {
    for (const file of opened.splice(0).reverse()) file.close();
  };
  try {
    return openAll(settings, { ...outlets, opened, closeAll });
  } catch (cause) {
    closeAll();
    throw cause;
  }
}

function openAll(
  { dataDir, readOnly, maxPageCount, maxSamples, fsyncDelayMs }: WorkerSettings,
  { say, closed, opened, closeAll }: StoreOutlets & { opened: Opened[]; closeAll: () => void },
): StoreFiles {
  const keep = <T extends Opened>(file: T): T => {
    opened.push(file);
    return file;
  };
  if (!readOnly) keep(lockDataDir(dataDir));
  const cleaningOwed = hasOldLog(dataDir);
  const db = keep(openJournalFile({ dataDir, readOnly }));
  const limitPages = (pages: number): number =>
    Number(db.pragma(`max_page_count = ${Math.trunc(pages)}`, { simple: true }));
  if (maxPageCount !== null) limitPages(maxPageCount);
  const setAside = (cause: unknown): void =>
    say({
      kind: 'note',
      facts: { cause: String(cause) },
      text: 'the diary could not be read and is begun anew',
    });
  const diary = openDiaryFile({ dataDir, readOnly, maxSamples, setAside });
  if (diary) keep(diary);
  const tables = journalTables(db, say);
  const { writes: handlers, undone } = tables;
  const erased = (): void => listErasures(db, { dataDir, say });
  const commit = groupCommit({ db, handlers, undone, erased, fsyncDelayMs, cleaningOwed });
  return {
    commit,
    others: {
      ...tables.reads,
      ...(diary ?? noDiary),
      limitPages: ({ pages }) => ({ pages: limitPages(pages) }),
      stats: () => ({ ...commit.counts(), outboxDropped: tables.outboxDropped() }),
      close() {
        closeAll();
        closed();
        return null;
      },
    },
  };
}

/** For an older backup, should it be put back; the journal holds all of it too, and the next backup lists it again. */
function listErasures(
  db: ReturnType<typeof openJournalFile>,
  { dataDir, say }: { dataDir: string; say: StoreOutlets['say'] },
): void {
  try {
    keepErasures(dataDir, erasuresOf(db));
  } catch (cause) {
    const facts = { cause: String(cause) };
    say({ kind: 'note', facts, text: 'the list of erasures in the data folder could not be kept' });
  }
}

function journalTables(db: ReturnType<typeof openJournalFile>, say: StoreOutlets['say']) {
  const { beat, lastBeat, gateway, restored } = gatewayTable(db);
  const entries = entryTable(db, () => gateway(null));
  const people = peopleTable(db);
  const notes = noteTable(db);
  const ballots = ballotTable(db);
  const papers = paperTable(db);
  const passkeys = passkeyTable(db);
  const outbox = outboxTable(db);
  const { keepSnapshot, snapshot } = snapshotTable(db, entries);
  const { putToken, dropToken, tokens } = tokenTable(db);
  let outboxDropped = 0;

  const append = ({ commit }: WriteCalls['append']['ask']): null => {
    entries.append(commit.entries);
    people.change(commit.people);
    notes.change(commit.people);
    ballots.change(commit.people);
    papers.change(commit.people);
    passkeys.change(commit.people);
    const dropped = outbox.put(commit.messages);
    if (dropped > 0) {
      outboxDropped += dropped;
      const facts = { dropped, droppedInAll: outboxDropped, limit: outboxLimit };
      say({ kind: 'note', facts, text: 'the outbox is full; its oldest messages were dropped' });
    }
    return null;
  };
  const writes: Handlers<WriteCalls> = {
    append,
    keepSnapshot,
    beat,
    waiting: outbox.waiting,
    delivered: outbox.delivered,
    putToken,
    dropToken,
  };
  const reads = {
    read: entries.read,
    query: entries.query,
    hashes: entryHashes(db),
    ...shelfTable(db),
    tapsToForget: entries.tapsToForget,
    snapshot,
    lastBeat,
    gateway,
    restored,
    people: people.people,
    notes: notes.notes,
    ballots: ballots.ballots,
    passkeys: passkeys.passkeys,
    buyers: papers.buyers,
    document: papers.document,
    tokens,
    ...ledgerTable(db),
  };
  return { writes, reads, undone: entries.reload, outboxDropped: () => outboxDropped };
}

/** What stands in where the diary could not be opened. */
const noDiary: Handlers<DiaryCalls> = {
  record: ({ values }) => ({ dropped: values.length, unsent: 0 }),
  forget: () => ({ more: false, unsent: 0 }),
  plan: () => null,
  series: () => ({ buckets: [], next: null }),
  unsent: () => ({ series: [] }),
  sent: () => null,
  resend: () => null,
  bookmark: () => null,
  keepBookmark: () => null,
};
