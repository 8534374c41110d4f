// Entries, people and messages for tests of the journal: small, valid, and different where it matters.

import type { Entry } from '../../src/domain/journal/entry.ts';
import type { TapsForgotten } from '../../src/domain/journal/forgotten.ts';
import type { Commit, Message, Note, Person } from '../../src/gateway/ports.ts';

export const firstAtMs = 1_760_000_000_000;

/** An entry that says that a switch changed, one second after the one before. */
export function sampleEntry(seq: number, changed: Partial<Entry> = {}): Entry {
  return {
    seq,
    gateway: 'gateway-1',
    boot: 'boot-1',
    atMs: firstAtMs + seq * 1000,
    monoMs: seq * 1000 + 0.125,
    v: 1,
    type: 'switch-changed',
    data: { switch: `plug-${seq}`, on: seq % 2 === 0 },
    ...changed,
  } as Entry;
}

/** Entries `from` up to and with `to`. */
export const sampleEntries = (from: number, to: number): readonly Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sampleEntry(from + index));

export const commitOf = (entries: readonly Entry[], rest: Partial<Commit> = {}): Commit => ({
  entries,
  people: [],
  messages: [],
  ...rest,
});

export const samplePerson = (name: string, changed: Partial<Person> = {}): Person => ({
  member: `member-${name}`,
  handle: name,
  name: `${name} Rossi`,
  email: `${name}@example.org`,
  salt: 'aa'.repeat(16),
  password: null,
  pin: null,
  badges: [
    { badge: `badge-${name}`, key: `key-${name}`, views: [], tail: '1234', from: 'list', sealed: null },
  ],
  lost: [],
  ...changed,
});

/** A note beside the use `session`, about a member. */
export const sampleNote = (session: string, changed: Partial<Note> = {}): Note => ({
  session,
  member: 'member-anna',
  text: 'the reader was dark',
  salt: 'bb'.repeat(16),
  ...changed,
});

export const sampleMessage = (id: string, expiresAtMs: number): Message => ({
  id,
  kind: 'answer',
  reader: 'front',
  expiresAtMs,
  answer: {
    tap: `boot:${id}`,
    outcome: 'granted',
    code: null,
    text: 'Buon lavoro',
    machine: 'laser',
    session: 'session-1',
    untilMs: null,
  },
});

/** A refused tap whose texts are found nowhere else. */
export const tapEntry = (seq: number, changed: Partial<Entry> = {}): Entry =>
  sampleEntry(seq, {
    type: 'tap-refused',
    data: {
      reader: `reader-of-tap-${seq}`,
      tap: `door:${seq}`,
      machine: 'laser',
      badge: `badge-of-tap-${seq}`,
      member: `member-of-tap-${seq}`,
      code: 'certificate-missing',
      session: null,
    },
    ...changed,
  } as Partial<Entry>);

export const forgettingEntry = (seq: number, data: TapsForgotten): Entry =>
  sampleEntry(seq, { type: 'taps-forgotten', data });
