// The journal of a simulated life: in memory, with the promises of the real one, and the disk under it slow, full or
// broken as the world says. What is stored outlives the gateway; what waited when it died is lost, or stored unheard.

import { copyState } from '../domain/journal/copy-state.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { forgottenEntry } from '../domain/journal/forgotten.ts';
import type { State } from '../domain/journal/state.ts';
import { changeBox, isBallotChange, type SecretBallot } from '../domain/policy/ballot-box.ts';
import { changePapers, noPapers } from '../gateway/papers.ts';
import { changePasskeys, type Passkey } from '../gateway/passkey-rows.ts';
import {
  type Beat,
  type Commit,
  type Journal,
  JournalFault,
  type Message,
  type Note,
  type Person,
} from '../gateway/ports.ts';
import { digestOf } from './digest-of.ts';

export type Disk = Journal & {
  entries(): readonly Entry[];
  /** Commits wait from now on until it is called with false. */
  setSlow(slow: boolean): void;
  setFull(full: boolean): void;
  /** So many of the next writes fail, as a broken fsync does. */
  breakNext(writes: number): void;
  /** The computer dies: the first `written` commits of those that wait are on the disk, and nobody hears of any. */
  cut(written: number): void;
  waitingCount(): number;
  /** Whether it writes at once what it is given. */
  isWell(): boolean;
};

type Stored = Omit<
  Journal,
  'append' | 'snapshot' | 'keepSnapshot' | 'beat' | 'lastBeat' | 'gateway' | 'close'
> & {
  readonly entries: readonly Entry[];
  store(commit: Commit): void;
};

type Waiting = { readonly commit: Commit; readonly answer: PromiseWithResolvers<void> };

// Made once: nobody reads where they were thrown, and to note that takes long.
const faults = {
  full: new JournalFault('journal-full', 'The simulated disk is full.'),
  broken: new JournalFault('journal-broken', 'The simulated disk could not be written.'),
  behind: new JournalFault('journal-behind', 'An earlier commit failed; decide again.'),
};

const pageLimit = 1_000;
const outboxLimit = 10_000;

export function createDisk(): Disk {
  const stored = createStored();
  const snapshots: { reducer: string; state: State }[] = [];
  let lastBeat: Beat | null = null;
  let waiting: Waiting[] = [];
  let slow = false;
  let full = false;
  let broken = 0;
  let scheduled = false;

  const writeFault = (): JournalFault | null => {
    if (full) return faults.full;
    if (broken === 0) return null;
    broken -= 1;
    return faults.broken;
  };
  /** What was decided on top of a commit that failed is refused too. */
  const follows = ({ entries: [first] }: Commit): boolean =>
    first === undefined || first.seq === stored.entries.length + 1;
  const flush = (): void => {
    scheduled = false;
    if (slow) return;
    const group = waiting;
    waiting = [];
    let fault: JournalFault | null = null;
    for (const { commit, answer } of group) {
      fault = fault || !follows(commit) ? faults.behind : writeFault();
      if (fault) {
        answer.reject(fault);
        continue;
      }
      stored.store(commit);
      answer.resolve();
    }
  };
  const schedule = (): void => {
    if (scheduled || slow) return;
    scheduled = true;
    queueMicrotask(flush);
  };

  return {
    ...stored,
    append(commit) {
      const answer = Promise.withResolvers<void>();
      waiting.push({ commit, answer });
      schedule();
      return answer.promise;
    },
    async snapshot(reducer) {
      const kept = snapshots.findLast((one) => one.reducer === reducer);
      return kept ? copyState(kept.state) : null;
    },
    async keepSnapshot(reducer, state) {
      snapshots.push({ reducer, state: copyState(state) });
      if (snapshots.length > 2) snapshots.shift();
    },
    async beat(beat) {
      if (full) throw faults.full;
      lastBeat = beat;
    },
    lastBeat: async () => lastBeat,
    gateway: async () => 'gateway-1',
    close: async () => undefined,
    entries: () => stored.entries,
    setSlow(now) {
      slow = now;
      schedule();
    },
    setFull(now) {
      full = now;
    },
    breakNext(writes) {
      broken = writes;
    },
    cut(written) {
      const isWell = !full && broken === 0;
      for (const { commit } of waiting.slice(0, written)) if (isWell && follows(commit)) stored.store(commit);
      waiting = [];
    },
    isWell: () => !slow && !full && broken === 0,
    waitingCount: () => waiting.length,
  };
}

/** What is on the disk, and how it is read. */
function createStored(): Stored {
  const entries: Entry[] = [];
  const byType = new Map<Entry['type'], Entry[]>();
  const people = new Map<string, Person>();
  const notes = new Map<string, Note>();
  let box: readonly SecretBallot[] = [];
  let papers = noPapers;
  let passkeys: ReadonlyMap<string, Passkey> = new Map();
  const outbox = new Map<string, Message>();
  // Refused taps that were not forgotten, oldest first.
  let refused: Entry[] = [];

  const forget = (throughSeq: number): void => {
    for (const tap of refused) if (tap.seq <= throughSeq) entries[tap.seq - 1] = forgottenEntry(tap);
    refused = refused.filter(({ seq }) => seq > throughSeq);
  };
  const storeEntry = (entry: Entry): void => {
    entries.push(entry);
    const alike = byType.get(entry.type) ?? [];
    alike.push(entry);
    byType.set(entry.type, alike);
    if (entry.type === 'tap-refused') refused.push(entry);
    if (entry.type === 'taps-forgotten') forget(entry.data.throughSeq);
  };

  return {
    entries,
    store(commit) {
      for (const entry of commit.entries) storeEntry(entry);
      for (const change of commit.people) {
        if (change.kind === 'put') people.set(change.person.member, change.person);
        if (change.kind === 'erase') people.delete(change.member);
        if (change.kind === 'note') notes.set(change.note.session, change.note);
      }
      const changed = changeBox(box, commit.people.filter(isBallotChange));
      if (changed.ok) box = changed.box;
      papers = changePapers(papers, commit.people) ?? papers;
      passkeys = changePasskeys(passkeys, commit.people) ?? passkeys;
      for (const message of commit.messages) outbox.set(message.id, message);
      for (const id of outbox.keys()) {
        if (outbox.size <= outboxLimit) break;
        outbox.delete(id);
      }
    },
    async tapsToForget({ beforeMs, limit }) {
      const old = refused.slice(0, limit).filter(({ atMs }) => atMs < beforeMs);
      const last = old.at(-1);
      if (!last) return null;
      const digest = digestOf(old.map(({ seq, atMs }) => `${seq} ${atMs}`).join('\n'));
      return { beforeMs, throughSeq: last.seq, count: old.length, digest };
    },
    async *read(after) {
      for (let from = after; from < entries.length; from += pageLimit)
        yield entries.slice(from, from + pageLimit);
    },
    async query({ types, fromMs, toMs }) {
      const found: Entry[] = [];
      for (const type of types) {
        const alike = byType.get(type) ?? [];
        // Times never go back, so the newest come first and the search ends early.
        for (let place = alike.length - 1; place >= 0; place--) {
          const { seq, atMs } = alike[place] as Entry;
          if (atMs < fromMs) break;
          // As it is now: a refused tap may have been forgotten.
          if (atMs < toMs && entries[seq - 1]?.type === type) found.push(entries[seq - 1] as Entry);
        }
      }
      return found.sort((one, other) => one.seq - other.seq);
    },
    people: async () => [...people.values()],
    notes: async () => [...notes.values()],
    passkeys: async () => [...passkeys.values()],
    buyers: async () => [...papers.buyers.values()],
    document: async (invoice) => papers.documents.get(invoice) ?? null,
    hashes: async (seqs) => seqs.map(() => ''),
    ballots: async (proposal) => box.filter((one) => one.proposal === proposal),
    async waiting(nowMs) {
      const all = [...outbox.values()];
      const messages = all.filter(({ expiresAtMs }) => expiresAtMs > nowMs);
      for (const { id, expiresAtMs } of all) if (expiresAtMs <= nowMs) outbox.delete(id);
      return { messages, expired: all.length - messages.length };
    },
    async delivered(ids) {
      for (const id of ids) outbox.delete(id);
    },
  };
}
