// What devices say to the gateway, and what is known of them by it. Shapes only.

import type { SpellingName } from '../domain/access/spelling.ts';
import type { TapWishes } from '../domain/access/tap-decision.ts';
import type { JobResult } from '../domain/journal/entry.ts';
import type { Activity, Confidence, Link, Source } from '../domain/machine/activity.ts';
import type { SwitchTruths } from '../domain/machine/alarm.ts';
import type { LinkWords } from '../domain/machine/link-words.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Trouble } from '../domain/machine/trouble.ts';

export type Tap = {
  readonly reader: string;
  /** As the reader spelt it; not yet trusted. */
  readonly badge: string;
  /** How this reader writes cards; null for hexadecimal bytes. */
  readonly spelling: SpellingName | null;
  /** `<boot>:<counter>` of the reader; the same tap may arrive twice. */
  readonly tap: string;
  readonly machine: string | null;
  /** As typed at the reader; compared, and never kept. */
  readonly pin?: string | null;
  /** What the member asks for beside; left out: nothing. */
  readonly wishes?: TapWishes;
};

/** A tap that stands at no reader. */
export type ProbeTap = Pick<Tap, 'badge' | 'tap'>;

/** `refused`: the disk said no, promptly, and the journal can still be read. */
export type ProbeOutcome = 'durable' | 'refused';

export type MachineReport = {
  readonly machine: string;
  readonly link: Link;
  readonly activity: Activity;
  readonly substate: string | null;
  readonly raw: string | null;
  readonly confidence: Confidence;
  readonly source: Source;
  /** How long ago the last sample was seen, milliseconds; 0 when this is one. */
  readonly seenAgoMs: number;
  readonly readings: Readings;
  /** Job edges seen with this report, as the profile's rules or the controller tell them. */
  readonly job:
    | { readonly event: 'started' }
    | { readonly event: 'ended'; readonly result: JobResult }
    | null;
  /** Name of the program under way, as the controller tells it; shown, never journalled. Left out: it does not say. */
  readonly program?: string | null;
  /** What is wrong with the link now, or soon; shown, never journalled. Left out: nothing that we know of. */
  readonly troubles?: readonly Trouble[];
  /** What else its link tells people now; shown, never journalled. Left out: nothing. */
  readonly words?: LinkWords;
};

export type SwitchReport = {
  readonly switch: string;
  /** Null when the switch has gone. */
  readonly on: boolean | null;
  readonly powerW: number | null;
  readonly energyWh: number | null;
};

/** What a reader or a switch tells of itself; what is left out was not said. Kept in memory only. */
export type DeviceSaid = {
  readonly device: { readonly role: 'reader' | 'switch'; readonly id: string };
  /** False when it has gone. */
  readonly there: boolean;
  /** Wall clock. */
  readonly seenMs?: number;
  readonly firmware?: string;
  readonly signalDbm?: number;
  readonly address?: string;
  readonly setting?: DeviceSetting;
};

/** A setting that decides what a device does without us. */
export type DeviceSetting = {
  readonly name: string;
  readonly value: string;
  /** Whether power stays off, or goes off, when the gateway is away. */
  readonly safe: boolean;
  /** What mends it, as a person types it; null when it is safe. */
  readonly remedy: string | null;
};

export type DeviceFacts = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly kind: string;
  readonly there: boolean;
  /** Wall clock; null when it has said nothing since the start. */
  readonly seenAtMs: number | null;
  readonly firmware: string | null;
  readonly signalDbm: number | null;
  readonly address: string | null;
  readonly settings: readonly DeviceSetting[];
  /** Of switches; null for readers. */
  readonly truths: SwitchTruths | null;
  /** Null for what keeps no list of badges. */
  readonly allowList: AllowListFacts | null;
};

/** How the list of a reader stands, in badges. */
export type AllowListFacts = {
  /** Of members who could start its machine now. */
  readonly owed: number;
  /** It holds them, and long enough. */
  readonly told: number;
  /** Their cards are not known well enough to be told. */
  readonly missing: number;
  /** More than such a reader has room for. */
  readonly left: number;
};
