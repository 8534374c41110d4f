// The port `Journal` on the near side of the worker thread. Appends settle in the order of the calls, also when they are
// refused for want of room in the queue, so that a caller that is refused knows that all before it is decided.

import type { Entry } from '../../domain/journal/entry.ts';
import { type Commit, type Journal, JournalFault } from '../../gateway/ports.ts';
import { type Calls, type EntryPage, pageLimit, type QueryPlace } from './calls.ts';
import type { StoreChannel } from './store-channel.ts';

/** Commits that may wait for the disk: less than a second of work even when each fsync takes 20 ms. */
const maxWaitingCommits = 10_000;

/** Pages asked for ahead, so that the worker reads while this thread parses. */
const pagesAhead = 3;

export function journalPort(channel: StoreChannel, close: () => Promise<void>): Journal {
  const { call } = channel;
  return {
    append: appender(channel),
    snapshot: (reducer) => call('snapshot', { reducer }),
    async keepSnapshot(reducer, state) {
      await call('keepSnapshot', { reducer, state });
    },
    tapsToForget: (ask) => call('tapsToForget', ask),
    read: (after) => readPages(channel, after),
    query: (filter) => queryAll(channel, filter),
    async beat(beat) {
      await call('beat', beat);
    },
    lastBeat: () => call('lastBeat', null),
    gateway: () => call('gateway', null),
    people: () => call('people', null),
    notes: () => call('notes', null),
    passkeys: () => call('passkeys', null),
    buyers: () => call('buyers', null),
    document: (invoice) => call('document', { invoice }),
    ballots: (proposal) => call('ballots', { proposal }),
    hashes: (seqs) => call('hashes', { seqs }),
    waiting: (nowMs) => call('waiting', { nowMs }),
    async delivered(ids) {
      if (ids.length > 0) await call('delivered', { ids });
    },
    close,
  };
}

function appender({ call }: StoreChannel): Journal['append'] {
  /** Commits sent before the caller could know of a failure carry its epoch and are refused by the worker. */
  let epoch = 1;
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  let overflow: Promise<void> | null = null;

  async function send(commit: Commit): Promise<void> {
    const sentIn = epoch;
    waiting += 1;
    try {
      await call('append', { commit, epoch: sentIn });
    } catch (fault) {
      epoch = Math.max(epoch, sentIn + 1);
      throw toJournalFault(fault);
    } finally {
      waiting -= 1;
    }
  }

  /** Settles after all that waits; until then every further commit shares it. */
  async function refuseAfter(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    overflow = null;
    throw new JournalFault(
      'journal-broken',
      `${maxWaitingCommits} commits waited for the disk, so this one was refused; its disk is too slow or stuck, look at it before going on.`,
    );
  }

  return (commit) => {
    if (overflow) return overflow;
    if (waiting >= maxWaitingCommits) {
      overflow = refuseAfter(last);
      return overflow;
    }
    last = send(commit);
    return last;
  };
}

const toJournalFault = (fault: unknown): JournalFault =>
  fault instanceof JournalFault
    ? fault
    : new JournalFault(
        'journal-broken',
        'The commit holds something that cannot be stored, such as a function; only plain data can be journalled.',
        { cause: fault },
      );

async function* readPages({ call }: StoreChannel, after: number): AsyncGenerator<readonly Entry[]> {
  const ahead: Promise<EntryPage>[] = [];
  let asked = after;
  const askNext = (): void => {
    const page = call('read', { after: asked });
    // A page that nobody comes to take must not count as an unhandled rejection.
    page.catch(() => undefined);
    ahead.push(page);
    asked += pageLimit;
  };
  while (ahead.length < pagesAhead) askNext();
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const page = await next;
    if (page.count > 0) yield toEntries(page);
    if (page.count < pageLimit) return;
    askNext();
  }
}

async function queryAll(
  { call }: StoreChannel,
  filter: Parameters<Journal['query']>[0],
): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const type of new Set(filter.types)) {
    // Seq begins at 1, so that the place before the first of that time is this one.
    let after: QueryPlace | null = { atMs: filter.fromMs, seq: 0 };
    while (after) {
      const page: Calls['query']['answer'] = await call('query', { type, toMs: filter.toMs, after });
      for (const entry of toEntries(page)) found.push(entry);
      after = page.next;
    }
  }
  return found.sort((one, other) => one.seq - other.seq);
}

function toEntries(page: EntryPage): Entry[] {
  const sealed: (Entry & { prev?: string })[] = JSON.parse(page.json);
  return sealed.map(({ prev: _, ...entry }) => entry);
}
