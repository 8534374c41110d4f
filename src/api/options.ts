// All that the API is handed by the composition root; it opens nothing and listens nowhere by itself.

import type { DemoAnswer } from '../contract/board.ts';
import type { DemoBadge } from '../contract/people.ts';
import type { PolicyRead } from '../contract/policy.ts';
import type { ReplayReport } from '../contract/replay.ts';
import type { DemoShop } from '../contract/requests.ts';
import type { Statement } from '../contract/statement.ts';
import type { WebhookView } from '../contract/webhook-events.ts';
import type { TypicalUse } from '../domain/billing/typical-uses.ts';
import type { Tariff } from '../domain/machine/tariff.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type {
  BankFiles,
  Calendars,
  Chance,
  Clock,
  Diary,
  InvoiceFiles,
  JournalProof,
  JournalShelf,
  Log,
  Mailer,
  PasskeyCeremonies,
  Secrets,
  SignInProvider,
  Texts,
  Tokens,
} from '../gateway/ports.ts';
import type { AddedLine, DeviceEntry, FileMistake, KnownBox, Unassigned } from '../gateway/unassigned.ts';

export type ApiOptions = {
  /** Left out: by password alone. */
  readonly signInWays?: SignInOptions;
  readonly gateway: Gateway;
  /** The statement of a month `yyyy-mm`, of all members. */
  readonly statement: (month: string) => Promise<Statement>;
  readonly replay: ReplayDesk;
  readonly papers: Papers;
  readonly diary: Pick<Diary, 'series'>;
  /** The journal to leaf through, and its proof; left out: neither is offered. */
  readonly shelf?: JournalShelf;
  readonly proof?: Pick<JournalProof, 'begin' | 'now'>;
  readonly tokens: Tokens;
  readonly calendars: Calendars;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Sentences in a language, BCP 47; English for one that has none. */
  readonly textsIn: (language: string) => Texts;
  /** The gateway's own counters as Prometheus text, without names. */
  readonly meters: { render(): string };
  /** With it a scraper on another computer reads /metrics, and nothing else; null or left out: none does. */
  readonly metricsToken?: string | null;
  /** From OFFICINA_ADMIN_TOKEN: role admin. */
  readonly adminToken: string | null;
  /** Random, of this process: role admin, for commands on the same machine. */
  readonly controlToken: string;
  /** Left out: invoices are given as JSON only. */
  readonly invoiceFiles?: InvoiceFiles;
  readonly bankFiles: BankFiles;
  readonly mailer: Mailer;
  /** The ntfy server that members may give a topic of; null or left out: there is none. */
  readonly pushServer?: string | null;
  /** Left out: there are none. */
  readonly webhooks?: WebhookDesk;
  readonly newcomers: Newcomers;
  /** Left out: there is no file to write one into. */
  readonly tariffs?: TariffDesk;
  /** Left out or null: no plan of the workshop is drawn. */
  readonly floor?: FloorPlan | null;
  /** Null outside the demo shop. */
  readonly demo: DemoOptions | null;
  /** Whether only loopback is listened on: then only loopback names are answered. */
  readonly loopbackOnly: boolean;
  /** Whether browsers are told to keep to HTTPS; only where this gateway itself speaks it. */
  readonly hsts: boolean;
  /** The built pages, an absolute path; may be absent. */
  readonly dashboardDir: string;
  readonly version: string;
};

/** Ways to sign in beside the password. */
export type SignInOptions = {
  /** Where browsers find this gateway, as `https://host:port`; null where nobody said. */
  readonly address: string | null;
  /** Left out: the file. */
  readonly addressFrom?: 'file' | 'certificate';
  /** Whether the certificate of this gateway is its own issuer, which browsers believe of nobody. */
  readonly selfSigned?: boolean;
  /** Loads what speaks WebAuthn when it is first needed. */
  readonly ceremonies: () => Promise<PasskeyCeremonies>;
  /** Null where the file names no sign-in service. */
  readonly provider: SignInProvider | null;
};

/** The webhooks of officina.yaml. */
export type WebhookDesk = {
  list(): readonly WebhookTold[];
  /** Null when it was taken, else the status of the answer or a code; undefined where there is none of this id. */
  test(id: string): Promise<string | null | undefined>;
  replay(id: string, fromSeq: number): Promise<'ok' | 'webhook-unknown' | 'position-unknown'>;
};

type WebhookTold = Omit<WebhookView, 'events'> & { readonly events: readonly string[] };

/** The plan of the workshop: the picture as it was read, and where each machine stands on it. */
export type FloorPlan = {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Of the bytes, for an address that changes with them. */
  readonly digest: string;
  /** Machine → per cent from the left and from the top. */
  readonly machines: ReadonlyMap<string, readonly [x: number, y: number]>;
};

/** The past under another policy, one at a time. */
type ReplayDesk = {
  run(wish: ReplayAsked): Promise<ReplayAnswer>;
  /** How far the one that runs has come, from 0 to 1; null while none does. */
  part(): number | null;
};

type ReplayAsked = {
  readonly document: PolicyRead;
  /** First and last local day; null: until today. */
  readonly from: string;
  readonly to: string | null;
};

type ReplayAnswer =
  | { readonly ok: true; readonly report: ReplayReport }
  | { readonly ok: false; readonly code: 'replay-busy' | 'replay-span' | 'workshop-missing' }
  | {
      readonly ok: false;
      readonly code: 'replay-document';
      readonly mistakes: readonly { readonly field: string; readonly text: string }[];
    };

/** Rows, and copies of what is kept, as text in pieces. */
export type Papers = {
  rows(wish: {
    readonly what: 'sessions' | 'charges' | 'postings' | 'members';
    readonly fromMs: number;
    readonly toMs: number;
    readonly format: 'csv' | 'jsonl';
  }): AsyncIterable<string>;
  /** Null where nobody has this key. */
  member(member: string): Promise<AsyncIterable<string> | null>;
};

/** Tariffs, and the file in which they stand. */
export type TariffDesk = {
  /** Local day on which a new one may begin, at the earliest. */
  firstDay(): string;
  list(): readonly TariffTold[];
  /** What would be written; nothing is. */
  judge(text: string): Promise<TariffJudged | TariffRefused>;
  /** Rejects with a JournalFault; then all is as before. */
  add(text: string, by: string): Promise<TariffJudged | TariffRefused>;
  replay(wish: {
    readonly text: string;
    readonly from: string;
    readonly to: string;
  }): Promise<(TariffReplayed & { readonly ok: true }) | TariffRefused>;
};

type TariffTold = {
  readonly tariff: Tariff;
  readonly hash: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type TariffJudged = TariffTold & {
  readonly ok: true;
  /** Hash of what holds on the day before. */
  readonly replaces: string | null;
  readonly typical: readonly {
    readonly use: TypicalUse;
    readonly beforeMinor: bigint;
    readonly afterMinor: bigint;
  }[];
};

export type TariffRefused =
  | { readonly ok: false; readonly code: 'config-none' }
  | { readonly ok: false; readonly code: 'config-wrong'; readonly mistakes: readonly FileMistake[] }
  | {
      readonly ok: false;
      readonly code: 'config-not-writable';
      readonly about: string;
      readonly lines: readonly AddedLine[];
    };

type TariffReplayed = {
  readonly uses: number;
  /** Member → what they paid, and what they would have paid. */
  readonly members: ReadonlyMap<string, { readonly beforeMinor: bigint; readonly afterMinor: bigint }>;
};

/** Devices that nobody has described yet, and the file in which they are described. */
export type Newcomers = {
  list(): readonly Unassigned[];
  /** Null while too many codes are open. */
  openPairing(): (ReachedAt & { readonly code: string; readonly expiresAtMs: number }) | null;
  /** Rejects with a JournalFault; then all is as before. */
  assign(wish: AssignWish): Promise<Assigned>;
  /** Described boxes, and what else they may be. */
  boxes(): readonly KnownBox[];
  /** Another part of such a box; rejects as `assign` does. */
  addPart(wish: AssignWish): Promise<Assigned>;
  /** Reads officina.yaml again; rejects as `assign` does. */
  reload(): Promise<ConfigReloaded>;
  /** Called after each change of the list; returns how to stop. */
  onChange(listener: () => void): () => void;
};

/** Where a device finds the broker, and what may keep it from there. */
type ReachedAt = {
  readonly host: string;
  readonly port: number;
  readonly warning: 'loopback-only' | 'tls-only' | null;
};

export type AssignWish = {
  readonly client: string;
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly entry: DeviceEntry;
  readonly machine: string | null;
  readonly answers: { readonly noVoltRelease: boolean; readonly notAnEmergencyStop: boolean };
  readonly dryRun: boolean;
  /** Who says so: a member key, or which of the gateway's own tokens. */
  readonly by: string;
};

export type Assigned =
  | {
      readonly ok: true;
      readonly lines: readonly AddedLine[];
      readonly device: { readonly role: 'reader' | 'switch'; readonly id: string; readonly kind: string };
      /** Null after a dry run, and for another part of a box that signs in already. */
      readonly credentials: {
        readonly client: string;
        readonly user: string;
        readonly password: string;
      } | null;
      /** Whether the device itself has acknowledged them. */
      readonly told: boolean;
      /** What takes effect at the next start only. */
      readonly restart: readonly string[];
      /** What is typed at the device; nothing after a dry run. */
      readonly setUp: readonly string[];
    }
  | {
      readonly ok: false;
      readonly code: 'unassigned-unknown' | 'box-unknown' | 'config-none' | 'answers-missing';
    }
  | { readonly ok: false; readonly code: 'assignment-wrong'; readonly mistakes: readonly FileMistake[] }
  | {
      readonly ok: false;
      readonly code: 'config-not-writable';
      readonly about: string;
      /** To be put in by hand. */
      readonly lines: readonly AddedLine[];
    };

export type ConfigReloaded =
  | { readonly ok: true; readonly restart: readonly string[] }
  | {
      readonly ok: false;
      readonly code: 'config-none' | 'config-wrong';
      readonly mistakes?: readonly FileMistake[];
    };

export type DemoOptions = {
  readonly badges: readonly DemoBadge[];
  readers(): DemoShop['readers'];
  /** Sends the tap through the simulated reader; resolves with what the reader showed. */
  tap(request: DemoTapRequest): Promise<DemoAnswer>;
  /** Called with each answer that a simulated reader shows; returns how to stop. */
  onAnswer(listener: (answer: DemoAnswer) => void): () => void;
};

type DemoTapRequest = {
  readonly reader: string;
  readonly badge: string;
  readonly machine: string | null;
};
