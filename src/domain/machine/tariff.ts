// What the use of a pool costs, as it is described: prices from a day on, each part of them optional but the hour. A
// tariff is never changed, only followed by another one; its hash names it on every line that was rated by it.

import type { Span } from '../access/week.ts';
import type { OnClock } from '../journal/usage-entries.ts';

/** Clocks of the meter. */
export type Clock = 'loaded' | 'powered' | 'working' | 'operating';

/** What an hour may be counted by: a clock of the meter, or what a beam or a spindle was on. */
export type TariffClock = Clock | OnClock;

/** A price from a day on, until the next one of the same pool for the same people. Money is minor units as text. */
export type Tariff = {
  readonly pool: string;
  /** First local day, `yyyy-mm-dd`. */
  readonly from: string;
  /** Minor units per hour of `clock`; up to six decimals. */
  readonly perHourMinor: string;
  readonly clock: TariffClock;
  /** For whom; left out: everybody. The most specific one counts: plan and team, then team, then plan. */
  readonly for?: TariffFor;
  /** Further clocks that cost something, beside `clock`. */
  readonly also?: readonly HourRate[];
  /** Once per session, whole minor units. */
  readonly startMinor?: string;
  /** The least that a session costs once it costs anything, whole minor units. */
  readonly minimumMinor?: string;
  /** A session that held the machine on for less costs nothing. */
  readonly graceMs?: number;
  /** Each clock is charged in started steps of this length, counted over the whole session. */
  readonly stepMs?: number;
  readonly peak?: Peak;
  readonly caps?: Caps;
  /** Minor units per kilowatt-hour; up to six decimals. What no meter told costs nothing. */
  readonly perKwhMinor?: string;
  /** What the desk hands out, each id once. */
  readonly materials?: readonly Material[];
};

/** Its price stands outside of minimum, steps and caps: those are of the machine. */
export type Material = {
  readonly id: string;
  readonly name: string;
  readonly unit: 'g' | 'ml' | 'piece';
  /** Minor units per unit; up to six decimals. */
  readonly perUnitMinor: string;
};

type TariffFor = { readonly plan?: string; readonly team?: string };

export type HourRate = Pick<Tariff, 'perHourMinor' | 'clock'>;

/** In these hours, on the wall of the space, an hour costs so many percent of its price. */
type Peak = { readonly hours: readonly Span[]; readonly percent: number };

/** The most that is charged, whole minor units; of day and month per member and pool. */
type Caps = {
  readonly sessionMinor?: string;
  readonly dayMinor?: string;
  readonly monthMinor?: string;
};
