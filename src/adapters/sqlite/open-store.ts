// Opens the store of a gateway: journal, diary and tokens in one data directory, behind one worker thread. One gateway
// at a time may write; any number may read beside it.

import { Worker } from 'node:worker_threads';
import type { Journal, JournalShelf, Ledger, Log, Restored, Tokens } from '../../gateway/ports.ts';
import type { StoreStats, WorkerSettings } from './calls.ts';
import { type DiaryPort, diaryPort } from './diary-port.ts';
import { journalPort } from './journal-port.ts';
import { ledgerPort } from './ledger-port.ts';
import { type StoreChannel, storeChannel } from './store-channel.ts';

export type Store = {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly shelf: JournalShelf;
  readonly diary: DiaryPort;
  readonly tokens: Tokens;
  /** What the last restore left; null where this journal was never restored. */
  restored(): Promise<Restored | null>;
  /** Commits, the transactions that carried them, and what the outbox dropped. */
  stats(): Promise<StoreStats>;
  /** Bounds the journal file to so many pages of 4 KiB, as a full disk would; returns the bound in force. */
  limitPages(pages: number): Promise<number>;
  /** Writes what waits and gives the files back; may be called again. */
  close(): Promise<void>;
};

export type StoreSettings = {
  readonly dataDir: string;
  readonly log: Log;
  readonly readOnly?: boolean;
  /** Bound of the journal file in pages of 4 KiB. */
  readonly maxPageCount?: number;
  /** Bound of the diary; two million are about fifty megabytes. */
  readonly maxSamples?: number;
  /** For tests of a slow disk: how much longer each durable transaction takes. */
  readonly fsyncDelayMs?: number;
};

const defaultMaxSamples = 2_000_000;
const flushEveryMs = 1000;

/** @throws StoreFault when the files cannot be opened; its code and its sentence say why. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const workerData: WorkerSettings = {
    dataDir: settings.dataDir,
    readOnly: settings.readOnly ?? false,
    maxPageCount: settings.maxPageCount ?? null,
    maxSamples: settings.maxSamples ?? defaultMaxSamples,
    fsyncDelayMs: settings.fsyncDelayMs ?? 0,
  };
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), {
    name: 'store',
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const channel = storeChannel(worker, settings.log);
  try {
    await channel.opened;
  } catch (fault) {
    await channel.ended;
    throw fault;
  }
  return toStore(channel, settings.log);
}

function toStore(channel: StoreChannel, log: Log): Store {
  const { diary, stop } = diaryPort(channel, { log, flushEveryMs });
  let closing: Promise<void> | null = null;

  async function closeOnce(): Promise<void> {
    stop();
    await diary.flush();
    // A thread that has died already has nothing left to close.
    await channel.call('close', null).catch(() => undefined);
    await channel.ended;
  }
  const close = (): Promise<void> => {
    closing ??= closeOnce();
    return closing;
  };

  return {
    journal: journalPort(channel, close),
    ledger: ledgerPort(channel),
    shelf: {
      page: (wish) => channel.call('shelfPage', wish),
      entry: (seq) => channel.call('shelfEntry', { seq }),
    },
    diary,
    tokens: {
      all: () => channel.call('tokens', null),
      async put(token) {
        await channel.call('putToken', token);
      },
      async drop(id) {
        await channel.call('dropToken', { id });
      },
    },
    restored: () => channel.call('restored', null),
    stats: () => channel.call('stats', null),
    limitPages: async (pages) => (await channel.call('limitPages', { pages })).pages,
    close,
  };
}
