// The workshop as described: what stands in `officina.yaml` without secrets, addresses and passwords.
// The domain reads only this, from `workshop-described` entries, so a replay needs no file.

import type { Level } from '../access/level.ts';
import type { SpellingName } from '../access/spelling.ts';
import type { ReadingName } from './reading.ts';

export type Workshop = {
  readonly space: Space;
  readonly machines: Readonly<Record<string, Machine>>;
  /** Ids of the machines as screens show them: canonical JSON does not keep the order of the file. */
  readonly order: readonly string[];
  readonly readers: Readonly<Record<string, Reader>>;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly tariffs: readonly Tariff[];
  /** What use can be charged to, by code; left out: nothing but the member. */
  readonly costCodes?: Readonly<Record<string, CostCode>>;
};

export type CostCode = {
  readonly name: string;
  /** Teams whose members may charge it; left out: everybody. */
  readonly teams?: readonly string[];
};

export type Space = {
  readonly name: string;
  /** IANA time zone. */
  readonly timezone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47, for the texts that members read. */
  readonly locale: string;
};

export type Machine = {
  readonly name: string;
  readonly pool: string;
  /** Kind of link, `none` for a machine without a controller that we can hear. */
  readonly link: 'serial' | 'tcp' | 'opcua' | 'mqtt' | 'none';
  /** Firmware profile, null where the machine reports in our own words. */
  readonly profile: string | null;
  /** The reader that opens it; several machines may share one when taps name the machine. */
  readonly reader: string | null;
  readonly switch: string | null;
  /** Certificates that a member must hold, all of them. */
  readonly requires: readonly string[];
  /** How sure it wants to be of who taps; left out: the number of a badge is enough. */
  readonly level?: Level;
  /** Idle lease in seconds: the switch turns itself off this long after the last word from the gateway. */
  readonly leaseS: number;
  /** Lease in seconds from the moment a job is seen; at least `leaseS`. */
  readonly jobLeaseS: number;
  /** Its power goes only when the hot end is cooler than this, °C; null where nothing must cool. */
  readonly coolBelowC: number | null;
  /** The reading drawn on its card. */
  readonly chart: ReadingName | null;
  /** A session under which nothing moves for so long is ended; left out: it is not. */
  readonly idle?: Idle;
  /** The longest session, seconds; left out: without a limit. */
  readonly longestS?: number;
  /** `team`: members of the holder's team take it over without being asked in; left out: the holder offers it first. */
  readonly handOver?: 'team';
};

type Idle = {
  /** Seconds in which nothing moves. */
  readonly afterS: number;
  /** Seconds from the warning to the end. */
  readonly graceS: number;
  /** A machine without a controller is idle below so many watts; left out: it never is. */
  readonly belowW?: number;
};

type Reader = {
  readonly kind: string;
  /** It keeps a list of badges for the time when we are away, and writes cards like this; left out: it keeps none. */
  readonly allowList?: { readonly spelling: SpellingName };
};
type Switch = { readonly kind: string };

export type Clock = 'loaded' | 'powered' | 'working' | 'operating';

/** A price from a day on, until the next one of the same pool. */
export type Tariff = {
  readonly pool: string;
  /** First local day, `yyyy-mm-dd`. */
  readonly from: string;
  /** Minor units per hour of `clock`, as a decimal string. */
  readonly perHourMinor: string;
  readonly clock: Clock;
};
