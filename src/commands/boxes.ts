// What the commands need of the rest of the program; `main.ts` builds it and hands it in, so that no command knows an
// adapter.

import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { Place } from '../config/place.ts';
import type { Flags } from '../config/settings.ts';
import type { Statement } from '../contract/statement.ts';
import type { CsvLines } from '../domain/guard-cell.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { KeptFrom } from '../gateway/kept-from.ts';
import type { InvoiceFiles, Texts } from '../gateway/ports.ts';
import type { BooksFrom } from '../gateway/print-books.ts';
import type { ReplayOutcome, ReplayWish } from '../gateway/replay-policy.ts';
import type { DeviceEntry } from '../gateway/unassigned.ts';
import type { InvoicesVerified } from '../gateway/verify-invoices.ts';
import type { MachineBoxes } from './machine-boxes.ts';

export type Boxes = {
  /** The whole gateway, listening. */
  start(config: Config, options: { demo: boolean; flags?: Flags }): Promise<Running>;
  /**
   * The gateway without devices and screens; rejects with the code `journal-locked` while another one runs, and with
   * `journal-missing` where there is none, unless the command is there to make one.
   */
  openOffline(
    config: Config,
    options: { readonly makes: boolean },
  ): Promise<{ gateway: Gateway; close(): Promise<void> }>;
  /** @param month `yyyy-mm` in the time zone of the space */
  readStatement(config: Config, month: string): Promise<Statement>;
  /** The books beside a running gateway; nothing is written. */
  readBooks<T>(config: Config, read: (from: BooksFrom) => Promise<T>): Promise<T>;
  /** All that is kept, beside a running gateway; nothing is written. */
  readKept<T>(config: Config, read: (from: KeptFrom) => Promise<T>): Promise<T>;
  readonly csvLines: CsvLines;
  /** Whether the tables of the books say what the journal says. */
  verifyBooks(config: Config): Promise<BooksVerified>;
  /** The real journal under another policy; only reads, also beside a running gateway. */
  replay(config: Config, wish: ReplayWish): Promise<ReplayOutcome>;
  /** Whether invoices come out the same when they are made again from the journal. */
  verifyInvoices(config: Config): Promise<InvoicesVerified>;
  /** The opaque key of a handle, as it stands in statements; null when nobody has it. */
  memberKey(config: Config, handle: string): Promise<string | null>;
  verify(config: Config, onProgress: (done: number, total: number) => void): Promise<Verified>;
  /** Rejects with a code that begins with `backup-` or `journal-`, and a sentence. */
  backup(wish: BackupWish): Promise<BackupDone>;
  restore(wish: RestoreWish): Promise<RestoreDone>;
  /** Sentences in a language, BCP 47; English for one that has none. */
  textsIn(language: string): Texts;
  readonly invoiceFiles: InvoiceFiles;
  /** The demo shop's own configuration, on loopback. */
  demoConfig(env: Environment, flags: Flags): Promise<Config>;
  /** Ids of the firmware profiles that there are. */
  profileIds(): Promise<string[]>;
  /** Those among them whose firmware can give a machine the permission to run. */
  enablingProfiles(): Promise<string[]>;
  /** What is to be said of these profiles: which cannot be used, and which are drafts. */
  judgeProfiles(ids: ReadonlySet<string>): Promise<JudgedProfiles>;
  /** Which OPC UA servers people trust; it may change beside a running gateway, which looks again at every attempt. */
  serverTrust(config: Config): ServerTrust;
  /** What is to be written into a tag that proves itself, in hexadecimal; null where no gateway was ever started. */
  sunKeys(
    config: Config,
    uid: string,
  ): Promise<{ readonly metaRead: string; readonly fileRead: string } | null>;
  /** Where a device takes its sign-in, and what makes it safe: lines as a person reads and types them. */
  setUp(device: DeviceToSetUp): readonly string[];
  /** The gateway that runs on this data folder, as `<data>/gateway.json` tells; null when none does. */
  running(config: Config): Promise<RunningGateway | null>;
  /** For machines that nobody has described yet, and for looking at those that are. */
  readonly machines: MachineBoxes;
};

type JudgedProfiles = {
  /** One sentence each: file, line, what is wrong and what to do. */
  readonly mistakes: readonly string[];
  /** Their machines are only watched. */
  readonly drafts: ReadonlySet<string>;
};

type DeviceToSetUp = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly entry: DeviceEntry;
  /** Null for a part of a box that signs in already. */
  readonly signIn: SignIn | null;
};

type SignIn = {
  readonly client: string;
  readonly user: string;
  readonly password: string;
  /** Where the device finds this gateway. */
  readonly host: string;
  readonly port: number;
};

export type RunningGateway = {
  readonly url: string;
  /** Asks its API with all rights; rejects when there is no answer, or none that is JSON. */
  ask(request: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly body?: unknown;
    /** Of a member who asks as themselves; left out: all rights. */
    readonly token?: string;
    readonly timeoutMs: number;
  }): Promise<{ readonly status: number; readonly body: unknown }>;
};

/** Ports are 0 while another program has them. */
export type Running = {
  readonly httpPort: number;
  /** The one without TLS, where there is one. */
  readonly mqttPort: number;
  /** Null without TLS. */
  readonly mqttsPort: number | null;
  stop(): Promise<void>;
};

export type ServerTrust = {
  list(): { readonly waiting: readonly ServerCertificate[]; readonly trusted: readonly ServerCertificate[] };
  /** Both name a certificate by its whole SHA-256, and are false when there is none to move. */
  trust(sha256: string): boolean;
  withdraw(sha256: string): boolean;
};

export type ServerCertificate = {
  /** Thumbprints in lower-case hex. */
  readonly sha1: string;
  readonly sha256: string;
  readonly subject: string;
  readonly untilMs: number;
  /** Ids of the machines at whose endpoint it was seen. */
  readonly machines: readonly string[];
};

type Verified =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string };

type BooksVerified =
  | {
      readonly ok: true;
      readonly postings: number;
      readonly accounts: number;
      readonly closed: string | null;
    }
  /** `seq` is null where it is about no one entry. */
  | { readonly ok: false; readonly seq: number | null; readonly reason: string };

export type BackupWish = {
  readonly place: Place;
  /** A folder, or a file that ends in `.backup`. */
  readonly path: string;
  /** How many of this gateway's backups stay in the folder; null for all. */
  readonly keep: number | null;
  readonly onProgress: (step: 'copy' | 'check', done: number, total: number) => void;
};

export type BackupDone = {
  readonly file: string;
  readonly entries: number;
  readonly head: string;
  /** Older backups that went. */
  readonly deleted: readonly string[];
  readonly hasConfig: boolean;
};

export type RestoreWish = {
  readonly file: string;
  readonly place: Place & { readonly file: string };
  /** A list of erasures beside those in the folder of the backup. */
  readonly erasures: string | null;
  readonly dryRun: boolean;
  readonly onProgress: BackupWish['onProgress'];
};

export type RestoreDone = {
  readonly entries: number;
  readonly madeAtMs: number;
  readonly dataDir: string;
  /** Members who were erased after the backup was made. */
  readonly erased: number;
  /** Backups beside it that could not tell who was erased. */
  readonly unread: readonly string[];
  /** False after a dry run on an older format: its entries are proved when it is put back. */
  readonly isProved: boolean;
  readonly hasPepper: boolean;
  readonly config: {
    /** Where officina.yaml goes; null when it is not written. */
    readonly to: string | null;
    readonly why: 'none' | 'new' | 'same' | 'other';
  };
};
