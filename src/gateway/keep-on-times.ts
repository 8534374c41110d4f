// Follows the readings that tell whether a beam or a spindle is on, and writes into each segment that is closed how long it
// was. Readings are not in the journal, so all of it is memory: after a crash the part before it is a gap, and says so.

import type { Entry, EntryBody, SegmentClosed } from '../domain/journal/entry.ts';
import type { OnClock, OnTime, OnTimes } from '../domain/journal/usage-entries.ts';
import type { Stamp } from '../domain/time.ts';
import {
  loseOn,
  newOnMeter,
  type OnMeter,
  onBetween,
  onClocks,
  onReadings,
  passOn,
  takeOn,
} from '../domain/usage/on-meter.ts';
import type { MachineReport } from './gateway.ts';

export type OnTimeKeeper = {
  /** A machine that is described has spoken. `isDark`: its switch says off, so nothing can be on. */
  heard(report: MachineReport, now: { stamp: Stamp; isDark: boolean }): void;
  /** Adds to the closing of a segment what was on in it; other bodies come back as they are. */
  complete(body: EntryBody, now: { stamp: Stamp }): EntryBody;
  /** What was on in an open segment, and what is on now. */
  openOf(
    session: { readonly machine: string; readonly session: string; readonly segmentIndex: number },
    stamp: Stamp,
  ): { readonly times: OnTimes; readonly on: readonly OnClock[] };
  /** Whether it knows something of a machine that the journal does not. */
  knows(machine: string): boolean;
  /** These are on the disk. */
  follow(entries: readonly Entry[]): void;
};

type Meters = Readonly<Record<OnClock, OnMeter>>;

/** Where an open segment began. */
type Opened = {
  readonly session: string;
  readonly index: number;
  readonly marks: Readonly<Record<OnClock, OnTime>>;
};

/** Marks kept per machine: of its open segment, and of those whose closing is not on the disk yet. */
const openedLimit = 8;

export function createOnTimeKeeper(): OnTimeKeeper {
  // Machine → its meters, as many as were ever described.
  const meters = new Map<string, Meters>();
  // A closing that could not be written is tried again, so marks go only when their closing is durable.
  const opened = new Map<string, readonly Opened[]>();
  // What segments of the last day had: after a crash theirs is missing, and not just unknown.
  const lately = new Map<string, ReadonlySet<OnClock>>();

  const metersOf = (machine: string): Meters => {
    const known = meters.get(machine) ?? { laserOn: newOnMeter(), spindleOn: newOnMeter() };
    meters.set(machine, known);
    return known;
  };
  /** @param unwatchedMs before now, which nobody saw and which belongs to this segment */
  const open = (segment: Segment & { machine: string }, monoMs: number, unwatchedMs = 0): void => {
    const { machine, session, index } = segment;
    const marks = marksOf(metersOf(machine), { monoMs, unwatchedMs });
    const others = (opened.get(machine) ?? []).filter((one) => !isSame(one, segment));
    opened.set(machine, [...others, { session, index, marks }].slice(-openedLimit));
  };

  const close = (data: SegmentClosed, { atMs, monoMs }: Stamp): SegmentClosed => {
    const { machine, why, fromMs, toMs, index } = data;
    const began = why === 'restart' ? undefined : opened.get(machine)?.find((one) => isSame(one, data));
    const known = metersOf(machine);
    const now = marksOf(known, { monoMs, unwatchedMs: 0 });
    const unwatchedMs = why === 'restart' ? Math.max(0, atMs - toMs) : 0;
    if (why !== 'ending') open({ ...data, index: index + 1 }, monoMs, unwatchedMs);
    const times: { -readonly [clock in OnClock]?: OnTime } = {};
    for (const clock of onClocks) {
      if (!known[clock].hasTold && !lately.get(machine)?.has(clock)) continue;
      times[clock] = began ? onBetween(began.marks[clock], now[clock]) : { onMs: 0, gapMs: toMs - fromMs };
    }
    return { ...data, ...times };
  };

  return {
    heard({ machine, link, readings, seenAgoMs }, { stamp, isDark }) {
      const known = metersOf(machine);
      for (const clock of onClocks) {
        const value = readings[onReadings[clock]];
        if (link !== 'up') loseOn(known[clock], stamp.monoMs - Math.round(seenAgoMs));
        else if (value !== undefined)
          takeOn(known[clock], { monoMs: stamp.monoMs, isOn: value > 0 && !isDark });
      }
    },
    complete(body, { stamp }) {
      if (body.type === 'segment-closed') return { ...body, data: close(body.data, stamp) };
      if (body.type === 'session-started') open({ ...body.data, index: 0 }, stamp.monoMs);
      if (body.type === 'session-handed-over')
        open({ ...body.data, session: body.data.to, index: 0 }, stamp.monoMs);
      return body;
    },
    openOf({ machine, session, segmentIndex: index }, { monoMs }) {
      const known = meters.get(machine);
      const began = opened.get(machine)?.find((one) => isSame(one, { session, index }));
      if (!known || !began) return { times: {}, on: [] };
      // On a copy: the segment goes on.
      const now = marksOf(structuredClone(known), { monoMs, unwatchedMs: 0 });
      const told = onClocks.filter((clock) => known[clock].hasTold);
      const times = told.map((clock) => [clock, onBetween(began.marks[clock], now[clock])] as const);
      return { times: Object.fromEntries(times), on: told.filter((clock) => known[clock].heard?.isOn) };
    },
    knows: (machine) => onClocks.some((clock) => meters.get(machine)?.[clock].hasTold),
    follow(entries) {
      for (const { type, data } of entries) {
        if (type !== 'segment-closed') continue;
        const { machine } = data;
        const told = onClocks.filter((clock) => data[clock] !== undefined);
        if (told.length > 0) lately.set(machine, new Set([...(lately.get(machine) ?? []), ...told]));
        const left = (opened.get(machine) ?? []).filter((one) => !isSame(one, data));
        if (left.length > 0) opened.set(machine, left);
        else opened.delete(machine);
      }
    },
  };
}

function marksOf(meters: Meters, at: { monoMs: number; unwatchedMs: number }): Opened['marks'] {
  const mark = (meter: OnMeter): OnTime => {
    passOn(meter, at.monoMs);
    const { onMs, gapMs } = meter.sums;
    return { onMs, gapMs: gapMs - at.unwatchedMs };
  };
  return { laserOn: mark(meters.laserOn), spindleOn: mark(meters.spindleOn) };
}

type Segment = Pick<Opened, 'session' | 'index'>;

const isSame = (one: Segment, other: Segment): boolean =>
  one.session === other.session && one.index === other.index;
