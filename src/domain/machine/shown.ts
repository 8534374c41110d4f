// The one word that a screen shows for a machine, derived from link, activity, mode, power and session: the first that
// holds in `shownOrder`. It is never stored, and what we cannot hear is never shown as free by guesswork (invariant 7).

import type { Activity, Confidence, Link, Mode } from './activity.ts';
import type { Held, Power } from './interlock.ts';

export type Shown = (typeof shownOrder)[number];

/** From the most to the least pressing; the order of the rules below. */
export const shownOrder = [
  'offline',
  'unknown',
  'alarm',
  'door',
  'locked',
  'out-of-order',
  'retired',
  'maintenance',
  'ending',
  'heating',
  'running',
  'paused',
  'in-use',
  'free',
] as const;

export type Situation = {
  /** Whether the machine has a controller that we can hear at all. */
  readonly hasLink: boolean;
  readonly link: Link;
  readonly activity: Activity;
  readonly substate: string | null;
  readonly confidence: Confidence;
  readonly mode: Mode;
  /** Somebody locked it; nobody starts it until a steward unlocks it. */
  readonly locked?: boolean;
  /** Nobody can begin, whoever they are: by its interlock. */
  readonly isWithheld?: boolean;
  readonly held: Held;
  readonly power: Power;
  /** Its power came so recently that its controller may still be starting. */
  readonly startingUp: boolean;
};

/** The controller itself says that its machine is not there to be used, as one without power does. */
export const notAvailable = 'not-available';

/** How long a controller that lives on the switched power may take until it answers. */
export const startUpMs = 20_000;

export function shownState(situation: Situation): Shown {
  const { held, mode } = situation;
  const heard = situation.hasLink ? heardState(situation) : null;
  if (heard !== null && pressing.has(heard)) return heard;
  if (situation.locked) return 'locked';
  if (mode === 'maintenance' || mode === 'out-of-order' || mode === 'retired') return mode;
  if (held !== 'none' && held !== 'active') return 'ending';
  if (heard !== null) return heard;
  if (held === 'active') return 'in-use';
  return situation.isWithheld ? 'locked' : 'free';
}

/** What the controller alone would have us show; null when it is quiet, so that the session decides. */
function heardState(situation: Situation): Shown | null {
  const { link, held, power, activity, substate, confidence, startingUp } = situation;
  // A controller that has no power, or has only just got it, is silent for a good reason.
  const silentForAReason = (held === 'none' && power === 'off') || (held === 'active' && startingUp);
  if (link !== 'up') return silentForAReason ? null : 'offline';
  if (confidence === 'stale') return 'unknown';
  if (substate === notAvailable && silentForAReason) return null;
  return shownByActivity[activity];
}

/** States that stand before maintenance and ending. */
const pressing: ReadonlySet<Shown> = new Set(['offline', 'unknown', 'alarm', 'door']);

/** One row per activity; null leaves it to the session: in use, or free. */
const shownByActivity: Readonly<Record<Activity, Shown | null>> = {
  unknown: 'unknown',
  alarm: 'alarm',
  estop: 'alarm',
  door: 'door',
  heating: 'heating',
  starting: 'running',
  running: 'running',
  homing: 'running',
  jogging: 'running',
  pausing: 'running',
  resuming: 'running',
  busy: 'running',
  cancelling: 'running',
  paused: 'paused',
  toolChange: 'paused',
  idle: null,
  check: null,
  sleeping: null,
};
