// What the thread of the OPC UA links is told, and what it tells. Plain values only: they are copied between threads.

import type { Activity } from '../../domain/machine/activity.ts';
import type { PermissionSeen } from '../../domain/machine/permission.ts';
import type { ReadingName } from '../../domain/machine/reading.ts';
import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import type { Controllers } from '../../gateway/ports.ts';

/** How a machine is reached, from `officina.yaml`. */
export type OpcuaAddress = {
  readonly endpoint: string;
  /** Name of the machine under Objects/Machines; null where the server has only one. */
  readonly machine: string | null;
  readonly security: 'sign-and-encrypt' | 'sign' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  /** The nodes that give permission and tell of it, where the controller is the switch of its machine. */
  readonly enable: EnableNodes | null;
  /** What the file says of single nodes; left out where a companion model says it all. */
  readonly nodes?: NodeMap;
};

/** Nodes as `nsu=<URI>;<id>`, at most 64. */
export type NodeMap = {
  /** Null where the server speaks OPC UA for Machinery. */
  readonly activity: ActivityNode | null;
  readonly program: string | null;
  /** From 0 to 1 once it is scaled. */
  readonly progress: ScaledNode | null;
  readonly readings: readonly (ScaledNode & { readonly name: ReadingName })[];
  readonly stop: StopOrder | null;
};

type ActivityNode = {
  readonly node: string;
  /** What is not among them is unknown. */
  readonly values: readonly { readonly value: string; readonly activity: Activity }[];
};

export type ScaledNode = { readonly node: string; readonly scale: number };

/** What ends a job: one value that is written, or one method that is called without arguments. */
export type StopOrder =
  | { readonly kind: 'write'; readonly node: string; readonly value: boolean | number | string }
  | { readonly kind: 'call'; readonly object: string; readonly method: string };

export type EndOutcome = Awaited<ReturnType<Controllers['endAccess']>>;

export type EnableNodes = { readonly node: string; readonly readBack: string };

/** Times of a link, milliseconds. */
export type Pace = {
  /** How often the server may tell what has changed. */
  readonly publishingMs: number;
  /** So often it tells at least that it is still there; three times that in silence is the end of a link. */
  readonly keepAliveMs: number;
  /** Until the first attempt after a failure, doubled each time, and at most. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** An attempt that takes longer has failed. */
  readonly attemptMs: number;
  /** A certificate that ends or is no longer trusted is noticed within this time, also while the link is up. */
  readonly recheckMs: number;
};

export const usualPace: Pace = {
  publishingMs: 500,
  keepAliveMs: 5_000,
  retryMs: 1_000,
  longestRetryMs: 30_000,
  attemptMs: 30_000,
  recheckMs: 30_000,
};

export type WorkerSettings = {
  readonly links: Readonly<Record<string, OpcuaAddress>>;
  /** Where our own certificate is, and those of the servers. */
  readonly folder: string;
  readonly pace: Pace;
};

export type ToWorker =
  | { readonly kind: 'close' }
  /** Answered by `permitted` with the same number. */
  | { readonly kind: 'permit'; readonly machine: string; readonly on: boolean; readonly ask: number }
  /** Answered by `ended` with the same number. */
  | { readonly kind: 'end'; readonly machine: string; readonly ask: number };

export type FromWorker =
  | { readonly kind: 'report'; readonly report: MachineReport }
  | { readonly kind: 'permission'; readonly machine: string; readonly seen: PermissionSeen }
  /** False when the server was not there to be told. */
  | { readonly kind: 'permitted'; readonly ask: number; readonly told: boolean }
  | { readonly kind: 'ended'; readonly ask: number; readonly outcome: EndOutcome }
  /** For the log: `live` when a machine answers, or the trouble that a link now has. */
  | { readonly kind: 'said'; readonly machine: string; readonly said: Said; readonly detail: string }
  | { readonly kind: 'count'; readonly name: string; readonly machine: string }
  /** Sent whenever one has connected, and every few seconds as the sign of life of the thread. */
  | { readonly kind: 'clients'; readonly live: number };

export type Said = ServerTrouble | { readonly code: 'live'; readonly values: ServerTrouble['values'] };
