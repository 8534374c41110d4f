// Who is in the space, who stands by at a start, and what the workshop decided about a machine, in the journal, version 1.
// Presence is about people: its entries are forgotten with the refused taps, after the same time.

import type { RefusalCode } from '../access/refusal.ts';
import type { Mode } from '../machine/activity.ts';

export type PlaceEntry =
  | { readonly type: 'presence-entered'; readonly data: PresenceEntered }
  | { readonly type: 'presence-left'; readonly data: PresenceLeft }
  | { readonly type: 'people-short'; readonly data: PeopleShort }
  | { readonly type: 'people-enough'; readonly data: PeopleEnough }
  | { readonly type: 'start-asked'; readonly data: StartAsked }
  | { readonly type: 'start-witnessed'; readonly data: StartWitnessed }
  | { readonly type: 'machine-mode-set'; readonly data: MachineModeSet }
  | { readonly type: 'machine-locked'; readonly data: MachineLocked }
  | { readonly type: 'machine-unlocked'; readonly data: MachineUnlocked };

/** `tap`: at an entrance; `session`: by a tap at a machine; `closing`: the space closed; `forgotten`: too long inside. */
export type PresenceWhy = 'tap' | 'closing' | 'session' | 'forgotten';

export type PresenceEntered = {
  readonly member: string;
  /** Both null when no tap at an entrance brought it about. */
  readonly reader: string | null;
  readonly tap: string | null;
  readonly why: PresenceWhy;
  /** What would have stood against anybody but a steward, as in `session-started`; left out: nothing. */
  readonly bypassed?: readonly RefusalCode[];
};

export type PresenceLeft = Omit<PresenceEntered, 'bypassed'>;

/** Fewer people are there than a machine needs while it runs; the session ends if it stays so. */
type PeopleShort = {
  readonly session: string;
  readonly machine: string;
  readonly present: number;
  readonly needed: number;
};

/** Enough are there again in time. */
type PeopleEnough = { readonly session: string; readonly machine: string };

/** A member would start a machine that needs others beside them; these tap within a minute. */
type StartAsked = {
  readonly machine: string;
  readonly member: string;
  readonly badge: string;
  readonly reader: string;
  readonly tap: string;
};

/** Somebody stands by. */
type StartWitnessed = {
  readonly machine: string;
  readonly witness: string;
  /** The session that starts by it; null while more are needed. */
  readonly session: string | null;
  readonly reader: string;
  readonly tap: string;
};

type MachineModeSet = {
  readonly machine: string;
  readonly mode: Mode;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  /** Id of the note beside the journal; null where nothing was said. */
  readonly note: string | null;
  /** SHA-256 over the salt and the text of the note, hex. */
  readonly noteDigest: string | null;
  /** SHA-256 of the picture, hex. */
  readonly photo: string | null;
};

type MachineLocked = {
  readonly machine: string;
  /** As in `MachineModeSet`. */
  readonly by: string;
  /** Whether the session that holds it ends at once, or may go on to its end. */
  readonly lock: 'at-once' | 'after';
};

type MachineUnlocked = { readonly machine: string; readonly by: string };

/** What a `State` keeps of all this. */
export type PlaceState = {
  /** Member key → since when they are inside. */
  inside: Map<string, Inside>;
  /** Member key → the refused tap of one who found the space full; the oldest go first, at most `waitingLimit`. */
  waiting: Map<string, { seq: number; atMs: number }>;
  /** Machine id → the start that waits for others to stand by. */
  asks: Map<string, StartAsk>;
  /** Machine id → the session that lacks people, and since when. */
  short: Map<string, { session: string; present: number; needed: number; sinceMonoMs: number }>;
  /** Machine id → what was decided; none for a machine in production of which nothing is said. */
  modes: Map<string, SetMode>;
  locks: Map<string, SetLock>;
  /** Member key → when they last locked machines, wall clock, newest last, at most `lockLimit`. */
  lockings: Map<string, number[]>;
};

/** `seq` of the entry that says so. */
type Inside = { readonly seq: number; readonly sinceMs: number };

export type StartAsk = Pick<StartAsked, 'member' | 'badge'> & {
  readonly askedMonoMs: number;
  readonly witnesses: readonly string[];
};

type SetMode = Omit<MachineModeSet, 'machine' | 'noteDigest'> & { readonly sinceMs: number };
type SetLock = Omit<MachineLocked, 'machine'> & { readonly sinceMs: number };

export const waitingLimit = 100;

/** Machines that one member may lock within an hour. */
export const lockLimit = 5;

export const emptyPlace = (): PlaceState => ({
  inside: new Map(),
  waiting: new Map(),
  asks: new Map(),
  short: new Map(),
  modes: new Map(),
  locks: new Map(),
  lockings: new Map(),
});
