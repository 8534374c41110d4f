// What a controller says it is doing, in the words of OPC UA Machinery and MTConnect, and how each word is metered.
// Link, activity, mode and interlock are four facts; nothing here mixes them (invariant 7: unknown is never idle).

export const activities = [
  'unknown',
  'starting',
  'idle',
  'running',
  'heating',
  'homing',
  'jogging',
  'pausing',
  'paused',
  'resuming',
  'toolChange',
  'door',
  'busy',
  'check',
  'cancelling',
  'alarm',
  'estop',
  'sleeping',
] as const;

/** `unknown` also stands for what we cannot hear; offline and powerOff are derived for screens. */
export type Activity = (typeof activities)[number];

export type Link = 'up' | 'lost' | 'never';
/** What the workshop has decided about a machine; the first is that of a machine of which nothing was said. */
export type Mode = 'production' | 'setup' | 'maintenance' | 'out-of-order' | 'retired';
export type Interlock = 'engaged' | 'releasing' | 'released' | 'engaging' | 'failed';
export type Confidence = 'reported' | 'inferred' | 'stale';
export type Source = 'status' | 'event' | 'sensor' | 'silence';

/** The highest clock that an activity moves; each clock also moves those before it in `clocks`. */
export type MeterAs = 'none' | 'loaded' | 'powered' | 'working' | 'operating';

type Facts = {
  readonly meterAs: MeterAs;
  /** moving: must not be cut; held: a job may be waiting to go on; quiet: safe to end; silent: we cannot tell. */
  readonly class: 'moving' | 'held' | 'quiet' | 'silent';
};

/** One row per activity; the source is the table of MachineryItemState and MTConnect EXECUTION projections. */
export const activityFacts: Readonly<Record<Activity, Facts>> = {
  unknown: { meterAs: 'none', class: 'silent' },
  starting: { meterAs: 'powered', class: 'moving' },
  idle: { meterAs: 'powered', class: 'quiet' },
  running: { meterAs: 'operating', class: 'moving' },
  heating: { meterAs: 'operating', class: 'moving' },
  homing: { meterAs: 'working', class: 'moving' },
  jogging: { meterAs: 'working', class: 'moving' },
  pausing: { meterAs: 'operating', class: 'moving' },
  paused: { meterAs: 'loaded', class: 'held' },
  resuming: { meterAs: 'operating', class: 'moving' },
  toolChange: { meterAs: 'loaded', class: 'held' },
  door: { meterAs: 'loaded', class: 'held' },
  busy: { meterAs: 'working', class: 'moving' },
  check: { meterAs: 'none', class: 'quiet' },
  cancelling: { meterAs: 'operating', class: 'moving' },
  alarm: { meterAs: 'none', class: 'quiet' },
  estop: { meterAs: 'none', class: 'quiet' },
  sleeping: { meterAs: 'powered', class: 'quiet' },
};

export const isActivity = (word: string): word is Activity => Object.hasOwn(activityFacts, word);
