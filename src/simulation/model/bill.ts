// What a session must cost, written from the rules alone: a stopwatch per clock, moved by what was known of the machine and
// its power, and a price per hour of one of them. It reads what happened, and never what the gateway made of it.

import type { Clocks, Entry, SegmentClosed } from '../../domain/journal/entry.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import type { Machine, Workshop } from '../../domain/machine/workshop.ts';
import { must } from '../broken.ts';
import { localDay } from './local-day.ts';

/** How many of the clocks loaded, powered, working, operating run; null where we could not see. */
const clocksOf: Readonly<Record<Activity, 0 | 1 | 2 | 3 | 4 | null>> = {
  unknown: null,
  check: 0,
  alarm: 0,
  estop: 0,
  paused: 1,
  toolChange: 1,
  door: 1,
  idle: 2,
  starting: 2,
  sleeping: 2,
  homing: 3,
  jogging: 3,
  busy: 3,
  running: 4,
  heating: 4,
  pausing: 4,
  resuming: 4,
  cancelling: 4,
};

type Running = { untilMonoMs: number; readonly runMs: [number, number, number, number]; gapMs: number };

export type Bill = {
  /** Takes in one entry, before the state knows it. */
  follow(entry: Entry): void;
  /** Session → what it costs by the whole of it, minor units. */
  totals(): ReadonlyMap<string, bigint>;
  /** Session → what it may cost at most, for those that were limited to the end. */
  ceilings(): ReadonlyMap<string, bigint>;
};

export function createBill({ machines, tariffs }: Pick<Workshop, 'machines' | 'tariffs'>): Bill {
  const activity = new Map<string, Activity>();
  const power = new Map<string, boolean | null>();
  const open = new Map<string, Running>();
  /** Price times time, in minor units times milliseconds of an hour. */
  const owed = new Map<string, bigint>();
  /** What a session may cost, minor units. */
  const ceilings = new Map<string, bigint>();
  let boot = '';
  let lastMonoMs = 0;

  const rate = (id: string): 0 | 1 | 2 | 3 | 4 | null => {
    const machine = machines[id] as Machine;
    const on = machine.switch === null ? true : (power.get(machine.switch) ?? null);
    if (on === false) return 0;
    if (machine.link === 'none') return on === null ? null : 1;
    return clocksOf[activity.get(id) ?? 'unknown'];
  };
  const run = (id: string, untilMonoMs: number, at = rate(id)): void => {
    const one = open.get(id);
    const ms = one ? untilMonoMs - one.untilMonoMs : 0;
    if (!one || ms <= 0) return;
    one.untilMonoMs = untilMonoMs;
    if (at === null) one.gapMs += ms;
    for (let clock = 0; clock < (at ?? 0); clock++) one.runMs[clock as 0] += ms;
  };
  const begin = (id: string, fromMonoMs: number, gapMs = 0): void =>
    void open.set(id, { untilMonoMs: fromMonoMs, runMs: [0, 0, 0, 0], gapMs });

  const close = (entry: Entry, segment: SegmentClosed): void => {
    const id = segment.machine;
    if (segment.why !== 'restart') run(id, entry.monoMs);
    const one = open.get(id);
    must(one !== undefined, '5 segment', () => `entry ${entry.seq} closes what was not open`);
    const tariff = tariffOf(tariffs, segment);
    const perHour = BigInt(tariff?.perHourMinor ?? '0');
    const spent = owed.get(segment.session) ?? 0n;
    const ceiling = ceilings.get(segment.session);
    const clock = tariff === null ? 0 : (clockNames as readonly string[]).indexOf(tariff.clock);
    const roomMs = roomUnder(ceiling, { spent, perHour });
    // At its ceiling all clocks stop: what ran beyond goes off the end of each.
    const beyondMs = Math.max(0, one.runMs[clock as 0] - roomMs);
    const meantMs = one.runMs.map((ms) => Math.max(0, ms - beyondMs));
    const saidMs = clockNames.map((name) => segment.clocks[`${name}Ms` satisfies keyof Clocks]);
    const said = [...saidMs, segment.gapMs].join(' ');
    const meant = [...meantMs, one.gapMs].join(' ');
    must(said === meant, '5 metering', () => `entry ${entry.seq} says ${said}; by the rules it is ${meant}`);
    const ms = tariff === null ? 0 : (saidMs[clock] ?? 0);
    owed.set(segment.session, spent + BigInt(Math.round(ms)) * perHour);
    open.delete(id);
    if (['length', 'cost-code', 'band'].includes(segment.why)) begin(id, entry.monoMs);
    if (segment.why === 'restart') begin(id, entry.monoMs, Math.max(0, entry.atMs - segment.toMs));
  };

  const booted = (entry: Entry & { type: 'gateway-booted' }): void => {
    const { last } = entry.data;
    const untilMs = last !== null && last.boot === boot ? Math.max(last.monoMs, lastMonoMs) : lastMonoMs;
    for (const id of open.keys()) run(id, untilMs);
    activity.clear();
    power.clear();
  };

  return {
    follow(entry) {
      if (entry.type === 'forgotten') return;
      if (entry.type === 'gateway-booted') booted(entry);
      if (entry.type === 'session-started') begin(entry.data.machine, entry.monoMs);
      if (entry.type === 'session-handed-over') begin(entry.data.machine, entry.monoMs);
      if (entry.type === 'ceiling-set') setCeiling(ceilings, entry.data);
      if (entry.type === 'segment-closed') close(entry, entry.data);
      if (entry.type === 'machine-changed') {
        const { machine, seenAgoMs } = entry.data;
        run(machine, entry.monoMs - seenAgoMs);
        // What nobody saw is a gap, whatever it was.
        run(machine, entry.monoMs, null);
        activity.set(machine, entry.data.activity);
      }
      if (entry.type === 'switch-changed') {
        for (const id of open.keys()) if (machines[id]?.switch === entry.data.switch) run(id, entry.monoMs);
        power.set(entry.data.switch, entry.data.on);
      }
      boot = entry.boot;
      lastMonoMs = entry.monoMs;
    },
    ceilings: () => ceilings,
    totals: () => new Map([...owed].map(([session, units]) => [session, rounded(units)] as const)),
  };
}

function tariffOf(
  tariffs: Workshop['tariffs'],
  { pool, fromMs }: Pick<SegmentClosed, 'pool' | 'fromMs'>,
): Workshop['tariffs'][number] | null {
  const begun = tariffs.filter((tariff) => tariff.pool === pool && tariff.from <= localDay(fromMs));
  return begun.reduce<Workshop['tariffs'][number] | null>(
    (best, next) => (best && best.from > next.from ? best : next),
    null,
  );
}

function setCeiling(
  ceilings: Map<string, bigint>,
  { session, minor }: { readonly session: string; readonly minor: string | null },
): void {
  if (minor === null) ceilings.delete(session);
  else ceilings.set(session, BigInt(minor));
}

/** Milliseconds of the clock that is paid for, until the ceiling is reached. */
function roomUnder(
  ceiling: bigint | undefined,
  { spent, perHour }: { spent: bigint; perHour: bigint },
): number {
  if (ceiling === undefined || perHour === 0n) return Number.POSITIVE_INFINITY;
  const left = ceiling * hourMs - spent;
  return left < 0n ? 0 : Number(left / perHour);
}

const clockNames = ['loaded', 'powered', 'working', 'operating'] as const;
const hourMs = 3_600_000n;

/** Half up; an hour has 3,600,000 ms. */
const rounded = (units: bigint): bigint => (units * 2n + 3_600_000n) / 7_200_000n;
