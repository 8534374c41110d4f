// All that the gateway asks of the world. An adapter implements one of these; nothing outside `adapters` knows which.

import type { View } from '../domain/access/credential.ts';
import type { Entry, JournalRestored } from '../domain/journal/entry.ts';
import type { TapsForgotten } from '../domain/journal/forgotten.ts';
import type { State } from '../domain/journal/state.ts';
import type { ReadingName, Readings } from '../domain/machine/reading.ts';
import type { BallotChange, SecretBallot } from '../domain/policy/ballot-box.ts';
import type { Message, TapAnswer } from './messages.ts';
import type { BuyerRow, DocumentRow, PaperChange } from './papers.ts';
import type { Passkey, PasskeyChange } from './passkey-rows.ts';

/** Time and chance (invariant 4). */
export type Clock = {
  /** Wall clock, milliseconds since 1970; may jump. */
  wallMs(): number;
  /** Monotonic milliseconds since the start of this process; never jumps. */
  monoMs(): number;
  /** Whether the system clock is known to be set. */
  synchronised(): boolean;
};

export type Chance = { bytes(count: number): Uint8Array };

/** One durable unit: all of it or nothing. */
export type Commit = {
  readonly entries: readonly Entry[];
  readonly people: readonly PeopleChange[];
  readonly messages: readonly Message[];
};

/**
 * The journal, with the people table and the outbox beside it, in one file.
 * `append` resolves once everything is on the disk (fsync), in the order of the calls; calls that wait together share
 * one fsync. It rejects with a `JournalFault`; then nothing of that commit is stored, and every later commit that
 * was already waiting is rejected too (code `journal-behind`).
 * An entry `taps-forgotten` takes the bodies of the taps that it tells of, in its own transaction and out of the bytes
 * of the files; if it tells of others than those that `tapsToForget` would, it is rejected.
 */
export type Journal = {
  append(commit: Commit): Promise<void>;
  /** The newest snapshot made by this reducer, if there is one. */
  snapshot(reducer: string): Promise<State | null>;
  /** Stores a snapshot of the state at `state.seq`; keeps the last two. */
  keepSnapshot(reducer: string, state: State): Promise<void>;
  /** The oldest refused taps before that time which are still there, at most `limit`; null when there are none. */
  tapsToForget(ask: { beforeMs: number; limit: number }): Promise<TapsForgotten | null>;
  /** Entries with `seq > after` in order, in batches of at most a thousand; of forgotten ones what is left of them. */
  read(after: number): AsyncIterable<readonly Entry[]>;
  /** Entries of some types with `atMs` in [fromMs, toMs), in order; without forgotten ones. */
  query(filter: { types: readonly Entry['type'][]; fromMs: number; toMs: number }): Promise<readonly Entry[]>;
  /** The last sign of life, overwritten in place: where metering stops if we die now. */
  beat(beat: Beat): Promise<void>;
  lastBeat(): Promise<Beat | null>;
  /** Id of this gateway, made at the first opening. */
  gateway(): Promise<string>;
  people(): Promise<readonly Person[]>;
  /** What people said in their own words: about uses that they entered, problems and care. */
  notes(): Promise<readonly Note[]>;
  passkeys(): Promise<readonly Passkey[]>;
  /** Addresses of payers, in the order of the payers. */
  buyers(): Promise<readonly BuyerRow[]>;
  /** An invoice or credit note as it was issued. */
  document(invoice: string): Promise<DocumentRow | null>;
  /** Of these entries, in the same order, hex; an empty text for one that is not there. */
  hashes(seqs: readonly number[]): Promise<readonly string[]>;
  /** What is in the box of a secret vote, in the order of the receipts. */
  ballots(proposal: string): Promise<readonly SecretBallot[]>;
  /** Messages not yet delivered and not expired at `nowMs`; deletes the expired and says how many those were. */
  waiting(nowMs: number): Promise<{ messages: readonly Message[]; expired: number }>;
  delivered(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

export type Beat = { readonly boot: string; readonly monoMs: number; readonly atMs: number };

/** Why an append failed. `full`: no room on the disk; `behind`: an earlier commit failed; `broken`: anything else. */
export class JournalFault extends Error {
  readonly code: 'journal-full' | 'journal-behind' | 'journal-broken';
  constructor(code: JournalFault['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JournalFault';
    this.code = code;
  }
}

/** A person as the erasable table keeps one; the journal knows only `member` and `digest`. */
export type Person = {
  /** Opaque member key. */
  readonly member: string;
  /** Short handle from the import file or the form, unique among members. */
  readonly handle: string;
  readonly name: string;
  readonly email: string | null;
  /** Random, 16 bytes hex; erased with the row. */
  readonly salt: string;
  /** scrypt hash with its parameters, null without a password. */
  readonly password: string | null;
  /** scrypt hash of the PIN, null without one. */
  readonly pin: string | null;
  readonly badges: readonly BadgeKey[];
  /** Badges that were reported lost, newest last, at most `lostLimit`: no list brings them back, a tap at the desk does. */
  readonly lost: readonly BadgeKey[];
  /** Their topic at the ntfy server; left out where they want to be told nothing there. */
  readonly push?: string;
};

export type BadgeKey = {
  /** Opaque badge id, as in the journal. */
  readonly badge: string;
  /** HMAC-SHA-256 of the credential, as widely as it was seen, under the pepper, hex. */
  readonly key: string;
  /** The same of its parts, for readers that tell no more; none on badges from before there were views. */
  readonly views: readonly BadgeView[];
  /** The last four characters, all that is ever shown. */
  readonly tail: string;
  /** `list`: it stands in the list of members, which may take it away; `tap`: it was enrolled at a reader and no list names it. */
  readonly from: 'list' | 'tap';
  /** The card itself, sealed for this badge; only while a reader keeps a list of badges (`allowList`), and null else. */
  readonly sealed: string | null;
};

/** One way to see a card, and the key under which it is then found. */
export type BadgeView = { readonly view: View; readonly key: string };

/**
 * A note beside an entered use, a reported problem, a line of care or the mode of a machine, erased with the member whom it is about or who
 * wrote it; the journal knows only its digest.
 */
export type Note = {
  /** Id of what it stands beside. */
  readonly session: string;
  readonly member: string;
  readonly text: string;
  /** Random, 16 bytes hex; erased with the row. */
  readonly salt: string;
};

export type PeopleChange =
  /** Refuses the whole commit where a ballot that it would replace is not there, or its receipt is. */
  | BallotChange
  | PaperChange
  | PasskeyChange
  | { readonly kind: 'put'; readonly person: Person }
  | { readonly kind: 'note'; readonly note: Note }
  /** The person, their passkeys, and every note about them. */
  | { readonly kind: 'erase'; readonly member: string };

/** What a restore leaves beside the journal for the first start on it. */
export type Restored = JournalRestored & {
  /** Erased after the backup was made: their rows are gone, and that start writes the entries that say so. */
  readonly erased: readonly string[];
};

/** Readings, bounded; losing some is allowed and counted. */
export type Diary = {
  record(machine: string, atMs: number, readings: Readings): void;
  /**
   * Samples of one reading in [fromMs, toMs), at most `limit` buckets, oldest first. A long stretch may be answered
   * from minutes or hours: its buckets then consist of whole ones and begin with the first whole one.
   */
  series(request: SeriesRequest): Promise<readonly Sample[]>;
  /** Takes some of what was before that time away, also unsent; says whether more of it may be left. */
  forget(beforeMs: number): Promise<'more' | 'done'>;
};

export type SeriesRequest = {
  readonly machine: string;
  readonly name: ReadingName;
  readonly fromMs: number;
  readonly toMs: number;
  readonly limit: number;
};

/** Mean, least and greatest of one bucket that begins at `atMs`. */
export type Sample = {
  readonly atMs: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
};

/** Readings on their way to another diary: bounded, on the disk, and counted where they are lost before they were sent. */
export type ReadingSpool = {
  /** Samples that were not yet sent, at most `limit`; of each series the oldest first. */
  unsent(limit: number): Promise<readonly SpooledSeries[]>;
  /** These came through. Late samples among them are given once more: sending twice must change nothing. */
  sent(series: readonly SpooledSeries[]): Promise<void>;
  /** All that is still kept counts as unsent again. */
  resend(): Promise<void>;
  /** Samples that the bounds took away unsent, since the start. */
  lost(): number;
};

export type SpooledSeries = {
  /** Opaque, for `sent`. */
  readonly series: number;
  readonly machine: string;
  readonly name: ReadingName;
  readonly afterMs: number;
  readonly untilMs: number;
  /** Of one length. */
  readonly atMs: readonly number[];
  readonly values: readonly number[];
};

/** The place in the journal of the one who reads it outwards. It may be lost; then all is read again. */
export type Bookmarks = {
  /** Null where there is none of that name: only the last one kept is there. */
  bookmark(name: string): Promise<Bookmark | null>;
  keepBookmark(name: string, bookmark: Bookmark): Promise<void>;
};

type Bookmark = {
  /** The last entry that came through. */
  readonly seq: number;
  /** What the reader needs to go on from there. */
  readonly note: Uint8Array;
};

/** Switches: a level, leased, never queued for an absent switch. Returns false when it was not there to be told. */
export type Switches = {
  set(order: { switch: string; on: boolean; leaseS: number; n: number }): Promise<boolean>;
};

/** Readers: answers to taps. Rejects when the reader is not there; the outbox tries again until it expires. */
export type Readers = { answer(reader: string, answer: TapAnswer): Promise<void> };

export type { AllowLists, HeldUid } from './allow-lists.ts';
export type { Announcer, MachineNotice } from './announcer.ts';
export type * from './books-ports.ts';
export type { Calendar, CalendarEvent, Calendars } from './calendars.ts';
export type { Controllers } from './controllers.ts';
export type * from './journal-shelf.ts';
export type { Message, TapAnswer } from './messages.ts';
export type { Notifier } from './notifier.ts';
export type { Photos } from './photos.ts';
export type * from './sign-in-ports.ts';
export type { Token, Tokens } from './tokens.ts';

/** Sentences for members, by code, in the language of the space. */
export type Texts = { say(code: string, values: Readonly<Record<string, string | number>>): string };

export type Log = {
  info(facts: Readonly<Record<string, unknown>>, text: string): void;
  warn(facts: Readonly<Record<string, unknown>>, text: string): void;
  error(facts: Readonly<Record<string, unknown>>, text: string): void;
};

/** Counters for /metrics. */
export type Meters = { count(name: string, labels?: Readonly<Record<string, string>>): void };

/** Hashing and secrets; the pepper never leaves the adapter. */
export type Secrets = {
  /** HMAC-SHA-256 under the pepper of a canonical badge, hex. */
  badgeKey(badge: string): string;
  /**
   * What a tag of this workshop proved by its message: its number, and a counter that grows at each reading. `unproven`: it
   * has the shape of such a message, and nothing more; null: it has not.
   */
  readSun(text: string): { readonly uid: string; readonly counter: number } | 'unproven' | null;
  /** SHA-256 over text, hex. */
  digest(text: string): string;
  /** Encrypts a card under a key that comes from the pepper, for this badge and no other. */
  seal(card: { badge: string; text: string }): string;
  /** Null where it is damaged, of another badge, or of another pepper. */
  unseal(card: { badge: string; sealed: string }): string | null;
  hashPassword(password: string): Promise<string>;
  /** Constant time; takes as long when `hash` is null. */
  verifyPassword(password: string, hash: string | null): Promise<boolean>;
};
