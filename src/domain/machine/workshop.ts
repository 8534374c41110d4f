// The workshop as described: what stands in `officina.yaml` without secrets, addresses and passwords.
// The domain reads only this, from `workshop-described` entries, so a replay needs no file.

import type { CertificateKind } from '../access/certificate.ts';
import type { Level } from '../access/level.ts';
import type { Plan } from '../access/plan.ts';
import type { SpellingName } from '../access/spelling.ts';
import type { Hours, Span } from '../access/week.ts';
import type { DeclaredPayer, Paying } from '../allowance/paying.ts';
import type { BillingTerms, Team } from '../billing/billing-terms.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { Part } from './care.ts';
import type { SenseLimits } from './current-sense.ts';
import type { HourStart } from './hour-meter.ts';
import type { Monitor } from './monitor.ts';
import type { ReadingName } from './reading.ts';
import type { Tariff } from './tariff.ts';

export type { Clock, Tariff } from './tariff.ts';

export type Workshop = {
  readonly space: Space;
  readonly machines: Readonly<Record<string, Machine>>;
  /** Ids of the machines as screens show them: canonical JSON does not keep the order of the file. */
  readonly order: readonly string[];
  readonly readers: Readonly<Record<string, Reader>>;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly tariffs: readonly Tariff[];
  /** By their id, those of which there is more to say than that they exist. */
  readonly certificates?: Readonly<Record<string, CertificateKind>>;
  readonly plans?: Readonly<Record<string, Plan>>;
  /** What use can be charged to, by code; left out: nothing but the member. */
  readonly costCodes?: Readonly<Record<string, CostCode>>;
  /** How use is billed; left out: it is not. */
  readonly billing?: BillingTerms;
  readonly teams?: Readonly<Record<string, Team>>;
  /** How uses are paid; left out: they are charged, and nothing is posted for them. */
  readonly paying?: Paying;
  /** What the file says about sharing; what counts stands in `State.policy`. Left out: the file says nothing. */
  readonly policy?: PolicyDocument;
};

export type CostCode = {
  readonly name: string;
  /** Teams whose members may charge it; left out: everybody. */
  readonly teams?: readonly string[];
  /** What may be spent on it, never anew; minor units. Left out: the project owes all. */
  readonly budgetMinor?: string;
  /** Who pays instead of the project, by parts: `member`, `team`, or another cost code. */
  readonly payers?: readonly DeclaredPayer[];
};

export type Space = {
  readonly name: string;
  /** IANA time zone. */
  readonly timezone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47, for the texts that members read. */
  readonly locale: string;
  /** When it is open; left out: always. */
  readonly hours?: Hours;
  /** When noisy machines rest. */
  readonly quiet?: readonly Span[];
  /** How many may be inside at once; left out: nobody counts. */
  readonly capacity?: number;
  /** Days in which a charge may be contested, and in which an answer is due; left out: 60 and 30. */
  readonly disputes?: { readonly withinDays: number; readonly answerDays: number };
};

/** How the controller of a machine is reached: a firmware's own protocol, our messages, or a server of its own. */
export type LinkKind =
  | ('serial' | 'tcp' | 'opcua' | 'mqtt' | 'current-sense' | 'none')
  | ('moonraker' | 'octoprint' | 'prusalink' | 'duet' | 'bambu' | 'ruida' | 'mtconnect');

export type Machine = {
  readonly name: string;
  readonly pool: string;
  /** Kind of link, `none` for a machine without a controller that we can hear. */
  readonly link: LinkKind;
  /** Firmware profile, null where the machine reports in our own words. */
  readonly profile: string | null;
  /** How it is known by its watts, with the link `current-sense`; left out with every other. */
  readonly sense?: CurrentSense;
  /** The reader that opens it; several machines may share one when taps name the machine. */
  readonly reader: string | null;
  readonly switch: string | null;
  /** A further switch, of the kind `controller`: on after `switch`, off before it. Left out: none. */
  readonly enable?: string;
  /** What also runs while somebody holds it, and for a while after. Left out: nothing. */
  readonly auxiliaries?: readonly Auxiliary[];
  /** What must be good for it to run, by id. Left out: nothing. */
  readonly monitors?: Readonly<Record<string, Monitor>>;
  /** Whether it must be dark or still before a session starts. */
  readonly selfCheck?: true;
  /** Certificates that a member must hold, all of them; those of its pool are among them. */
  readonly requires: readonly string[];
  /** How sure it wants to be of who taps; left out: the number of a badge is enough. */
  readonly level?: Level;
  /** When it may be used, within the hours of the space; left out: always. */
  readonly hours?: Hours;
  /** It rests in quiet hours. */
  readonly noisy?: boolean;
  /** People who must be there before it starts and while it runs; left out: one. */
  readonly people?: number;
  /** Idle lease in seconds: the switch turns itself off this long after the last word from the gateway. */
  readonly leaseS: number;
  /** Lease in seconds from the moment a job is seen; at least `leaseS`. */
  readonly jobLeaseS: number;
  /** Its power goes only when the hot end is cooler than this, °C; null where nothing must cool. */
  readonly coolBelowC: number | null;
  /** What is known to be hot is waited for without a limit; only a fatal monitor or an outage cuts it. */
  readonly neverCutWhileHot?: true;
  /** The reading drawn on its card. */
  readonly chart: ReadingName | null;
  /** What it had done before it was described here; the first one counts. */
  readonly meters?: { readonly start: HourStart };
  /** Part id → what wears and needs service; left out where nothing does. */
  readonly parts?: Readonly<Record<string, Part>>;
  /** A session under which nothing moves for so long is ended; left out: it is not. */
  readonly idle?: Idle;
  /** The longest session, seconds; left out: without a limit. */
  readonly longestS?: number;
  /**
   * `team`: members of the holder's team take it over without being asked in. `queue`: while it cools after a session the
   * next in turn begins without a power cycle. Left out: the holder offers it first, and it goes dark between turns.
   */
  readonly handOver?: 'team' | 'queue' | 'team-and-queue';
};

/** The meter: a switch, or a machine whose reports carry `electric.power`. */
export type CurrentSense = SenseLimits & { readonly switch?: string; readonly sensor?: string };

type Idle = {
  /** Seconds in which nothing moves. */
  readonly afterS: number;
  /** Seconds from the warning to the end. */
  readonly graceS: number;
  /** A machine without a controller is idle below so many watts; left out: it never is. */
  readonly belowW?: number;
};

/** Several machines may share one, for instance an extraction. */
export type Auxiliary = {
  readonly switch: string;
  /** It goes off so long after the last session, seconds. */
  readonly runOnS: number;
};

type Reader = {
  readonly kind: string;
  /** It keeps a list of badges for the time when we are away, and writes cards like this; left out: it keeps none. */
  readonly allowList?: { readonly spelling: SpellingName };
  /** It hangs at the entrance: who taps there comes or goes, or only goes. */
  readonly entrance?: 'both' | 'out';
};
type Switch = { readonly kind: string };
