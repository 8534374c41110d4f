// The port `Journal` in memory, with the same promises as the real one (the conformance suite says so), and a slow or
// failing disk by hand: `hold` keeps commits waiting, `failNext` makes the next group fail.

import { createHash } from 'node:crypto';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { forgottenEntry, isForgettable, type TapsForgotten } from '../../src/domain/journal/forgotten.ts';
import type { State } from '../../src/domain/journal/state.ts';
import { type Books, emptyBooks, enterInBooks } from '../../src/domain/ledger/books.ts';
import { changeBox, isBallotChange, type SecretBallot } from '../../src/domain/policy/ballot-box.ts';
import { changePapers, noPapers, type Papers } from '../../src/gateway/papers.ts';
import { changePasskeys } from '../../src/gateway/passkey-rows.ts';
import {
  type Beat,
  type Commit,
  type Journal,
  JournalFault,
  type Message,
  type Note,
  type Passkey,
  type PeopleChange,
  type Person,
} from '../../src/gateway/ports.ts';

export type MemoryJournal = Journal & {
  /** What is durable. */
  entries(): readonly Entry[];
  /** The next group of commits fails with this, as if the disk did. */
  failNext(code: JournalFault['code']): void;
  /** From now on commits wait, as behind a slow disk, until `release`. */
  hold(): void;
  release(): void;
};

type Waiting = {
  readonly commit: Commit;
  readonly resolve: () => void;
  readonly reject: (fault: JournalFault) => void;
};

type Stored = {
  entries: Entry[];
  people: ReadonlyMap<string, Person>;
  notes: ReadonlyMap<string, Note>;
  box: readonly SecretBallot[];
  messages: readonly Message[];
  papers: Papers;
  passkeys: ReadonlyMap<string, Passkey>;
};

const outboxLimit = 10_000;
const pageLimit = 1000;

export function memoryJournal({ gateway = 'gateway-1' }: { gateway?: string } = {}): MemoryJournal {
  let shown: readonly Entry[] | null = null;
  let stored: Stored = {
    entries: [],
    people: new Map(),
    notes: new Map(),
    box: [],
    messages: [],
    papers: noPapers,
    passkeys: new Map(),
  };
  let snapshots: readonly { reducer: string; state: State }[] = [];
  let lastBeat: Beat | null = null;
  let waiting: Waiting[] = [];
  let failure: JournalFault['code'] | null = null;
  let held = false;
  let scheduled = false;

  function schedule(): void {
    if (held || scheduled) return;
    scheduled = true;
    queueMicrotask(flush);
  }

  /** The group is whatever waits at that moment; a failure refuses all of it that is not stored. */
  function flush(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    let fault = failure && new JournalFault(failure, 'The disk of this test failed; it was told to.');
    failure = null;
    for (const { commit, resolve, reject } of group) {
      if (fault) {
        reject(fault);
        fault = behind();
        continue;
      }
      try {
        stored = store(stored, commit);
        shown = null;
        resolve();
      } catch (cause) {
        reject(toFault(cause));
        fault = behind();
      }
    }
  }

  return {
    append(commit) {
      return new Promise((resolve, reject) => {
        waiting.push({ commit: structuredClone(commit), resolve, reject });
        schedule();
      });
    },
    async snapshot(reducer) {
      return structuredClone(snapshots.findLast((one) => one.reducer === reducer)?.state ?? null);
    },
    async keepSnapshot(reducer, state) {
      if (state.seq > stored.entries.length) throw behind();
      snapshots = [...snapshots, { reducer, state: structuredClone(state) }].slice(-2);
    },
    tapsToForget: async (ask) => tapsToForget(stored.entries, ask),
    async *read(after) {
      for (let from = after; from < stored.entries.length; from += pageLimit) {
        yield structuredClone(stored.entries.slice(from, from + pageLimit));
      }
    },
    async query({ types, fromMs, toMs }) {
      const found = stored.entries.filter(
        (entry) => types.includes(entry.type) && entry.atMs >= fromMs && entry.atMs < toMs,
      );
      return structuredClone(found);
    },
    async beat(beat) {
      lastBeat = { ...beat };
    },
    lastBeat: async () => lastBeat,
    gateway: async () => gateway,
    people: async () => structuredClone([...stored.people.values()].sort(byMember)),
    notes: async () => structuredClone([...stored.notes.values()].sort(bySession)),
    passkeys: async () => structuredClone([...stored.passkeys.values()].sort(byPasskey)),
    buyers: async () => structuredClone([...stored.papers.buyers.values()]),
    document: async (invoice) => stored.papers.documents.get(invoice) ?? null,
    ballots: async (proposal) => structuredClone(stored.box.filter((one) => one.proposal === proposal)),
    hashes: async (seqs) => seqs.map((seq) => hashOf(stored.entries[seq - 1])),
    async waiting(nowMs) {
      const messages = stored.messages.filter((message) => message.expiresAtMs > nowMs);
      const expired = stored.messages.length - messages.length;
      stored = { ...stored, messages };
      return { messages: structuredClone(messages), expired };
    },
    async delivered(ids) {
      const gone = new Set(ids);
      stored = { ...stored, messages: stored.messages.filter((message) => !gone.has(message.id)) };
    },
    close: async () => undefined,
    entries() {
      // What was handed out stays as it was; copied only when somebody looks.
      shown ??= [...stored.entries];
      return shown;
    },
    failNext(code) {
      failure = code;
    },
    hold() {
      held = true;
    },
    release() {
      held = false;
      schedule();
    },
  };
}

/** All of the commit, or a throw and nothing of it. The entries grow in place: a long life would copy them all each time. */
function store(stored: Stored, commit: Commit): Stored {
  const isForgetting = commit.entries.some(({ type }) => type === 'taps-forgotten');
  const entries = isForgetting ? [...stored.entries] : stored.entries;
  const before = entries.length;
  try {
    return withCommit(stored, { commit, entries });
  } catch (fault) {
    entries.length = before;
    throw fault;
  }
}

function withCommit(stored: Stored, { commit, entries }: { commit: Commit; entries: Entry[] }): Stored {
  for (const entry of commit.entries) {
    checkFollows(entry, entries.at(-1));
    if (entry.type === 'taps-forgotten') forget(entries, entry.data);
    entries.push(entry);
    if (isOfBooks(entry)) checkBooks(entries);
  }
  const papers = changePapers(stored.papers, commit.people);
  if (papers === null) throw broken('a document or its number is there already');
  const passkeys = changePasskeys(stored.passkeys, commit.people);
  if (passkeys === null) throw broken('a passkey is there already');
  const messages = [...stored.messages, ...commit.messages];
  if (new Set(messages.map(({ id }) => id)).size < messages.length) throw broken('two messages have one id');
  return {
    entries,
    people: changePeople(stored.people, commit.people),
    notes: changeNotes(stored.notes, commit.people),
    box: boxAfter(stored.box, commit.people),
    messages: messages.slice(-outboxLimit),
    papers,
    passkeys,
  };
}

function tapsToForget(
  entries: readonly Entry[],
  { beforeMs, limit }: { beforeMs: number; limit: number },
): TapsForgotten | null {
  const taps = entries.filter(({ type, atMs }) => isForgettable(type) && atMs < beforeMs).slice(0, limit);
  const last = taps.at(-1);
  return last ? tellOf(taps, { beforeMs, throughSeq: last.seq }) : null;
}

function tellOf(taps: readonly Entry[], told: { beforeMs: number; throughSeq: number }): TapsForgotten {
  const digest = createHash('sha256').update(JSON.stringify(taps)).digest('hex');
  return { beforeMs: told.beforeMs, throughSeq: told.throughSeq, count: taps.length, digest };
}

/** In place. */
function forget(entries: Entry[], told: TapsForgotten): void {
  const taps = entries.filter(({ type, seq }) => isForgettable(type) && seq <= told.throughSeq);
  const now = tellOf(taps, told);
  const last = taps.at(-1);
  const isOld = last?.seq === told.throughSeq && last.atMs < told.beforeMs;
  if (!isOld || now.count !== told.count || now.digest !== told.digest) throw broken('those are other taps');
  for (const tap of taps)
    if (isForgettable(tap.type)) entries[tap.seq - 1] = forgottenEntry({ ...tap, was: tap.type });
}

function checkFollows(entry: Entry, last: Entry | undefined): void {
  if (entry.seq !== (last?.seq ?? 0) + 1) throw behind();
  if (!Number.isSafeInteger(entry.atMs) || entry.atMs < (last?.atMs ?? 0)) throw broken('time goes back');
  if (entry.type === 'forgotten') throw broken('what was forgotten is never written');
  if (!JSON.stringify(entry).isWellFormed() || /\\ud[89a-f]/.test(JSON.stringify(entry))) {
    throw broken('half a surrogate pair is no JSON');
  }
}

function changePeople(
  people: ReadonlyMap<string, Person>,
  changes: readonly PeopleChange[],
): Map<string, Person> {
  const after = new Map(people);
  for (const change of changes) {
    if (change.kind === 'put') after.set(change.person.member, change.person);
    if (change.kind === 'erase') after.delete(change.member);
  }
  const all = [...after.values()];
  const badges = all.flatMap((person) => [...person.badges, ...person.lost]);
  for (const words of [
    all.map(({ handle }) => handle),
    badges.map(({ badge }) => badge),
    badges.map(({ key }) => key),
  ]) {
    if (new Set(words).size < words.length) throw broken('a handle, badge or key is used twice');
  }
  return after;
}

function changeNotes(notes: ReadonlyMap<string, Note>, changes: readonly PeopleChange[]): Map<string, Note> {
  const after = new Map(notes);
  for (const change of changes) {
    if (change.kind === 'erase') {
      for (const { session, member } of after.values()) if (member === change.member) after.delete(session);
    }
    if (change.kind !== 'note') continue;
    if (after.has(change.note.session)) throw broken('a use has two notes');
    after.set(change.note.session, change.note);
  }
  return after;
}

const isOfBooks = ({ type }: Entry): boolean => type === 'posted' || type === 'period-closed';

/** All of them anew: a commit that fails leaves nothing behind. */
function checkBooks(entries: readonly Entry[]): void {
  const books: Books = emptyBooks();
  for (const entry of entries) {
    const why = isOfBooks(entry) ? enterInBooks(books, entry) : null;
    if (why !== null) throw broken(why);
  }
}

function boxAfter(box: readonly SecretBallot[], changes: readonly PeopleChange[]): readonly SecretBallot[] {
  const after = changeBox(box, changes.filter(isBallotChange));
  if (!after.ok) throw broken(after.why);
  return after.box;
}

/** Not that of the chain, and as good for telling one entry from another. */
const hashOf = (entry: Entry | undefined): string =>
  entry ? createHash('sha256').update(JSON.stringify(entry)).digest('hex') : '';

const bySession = (one: Note, other: Note): number => (one.session < other.session ? -1 : 1);
const byPasskey = (one: Passkey, other: Passkey): number => (one.passkey < other.passkey ? -1 : 1);
const byMember = (one: Person, other: Person): number => (one.member < other.member ? -1 : 1);

const behind = (): JournalFault =>
  new JournalFault('journal-behind', 'An earlier commit failed; decide again.');
const broken = (why: string): JournalFault =>
  new JournalFault('journal-broken', `The commit was refused because ${why}; change it.`);
const toFault = (cause: unknown): JournalFault =>
  cause instanceof JournalFault
    ? cause
    : new JournalFault('journal-broken', 'The commit cannot be stored.', { cause });
