// Keeps the meters of switches while sessions run, and writes into each segment that is closed what it drew. All of it
// is memory: a start after a crash knows nothing of the segments before it, and says so.

import type { Entry, EntryBody, SegmentClosed, SegmentEnergy } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Stamp } from '../domain/time.ts';
import { closeSegment } from '../domain/usage/close-segment.ts';
import { type EnergyMark, energyBetween, markEnergy, unmeasured } from '../domain/usage/energy.ts';
import { type EnergyMeter, newEnergyMeter, takeSample } from '../domain/usage/energy-meter.ts';
import type { Committer } from './commit.ts';
import type { SwitchReport } from './gateway.ts';
import type { Meters } from './ports.ts';

export type EnergyKeeper = {
  /** A switch that is described has spoken. */
  heard(report: SwitchReport, stamp: Stamp): void;
  /** Adds what a segment drew to its closing; other bodies come back as they are. */
  complete(body: EntryBody, now: { stamp: Stamp; state: State }): EntryBody;
  /** What an open segment has drawn, and the watts of now; null where nothing is known of it. */
  openOf(
    session: { readonly machine: string; readonly session: string; readonly segmentIndex: number },
    now: { stamp: Stamp; state: State },
  ): { readonly energy: SegmentEnergy; readonly watts: number } | null;
  /** Closes the open segments that have energy, because this memory ends now. */
  stop(
    committer: Pick<Committer, 'tentative' | 'stamp' | 'commit'>,
    /** Machines of which others know what ends with the memory too. */
    isKnown?: (machine: string) => boolean,
  ): Promise<void>;
  /** These are on the disk. */
  follow(entries: readonly Entry[]): void;
};

/** Where an open segment began. */
type Opened = {
  readonly session: string;
  readonly index: number;
  readonly switch: string;
  readonly mark: EnergyMark;
};

/** Marks kept per machine: of its open segment, and of those whose closing is not on the disk yet. */
const openedLimit = 8;

export function createEnergyKeeper(box: { readonly meters: Meters }): EnergyKeeper {
  // Switch → its meter, as many as are described.
  const meters = new Map<string, EnergyMeter>();
  // A closing that could not be written is tried again, so marks go only when their closing is durable.
  const opened = new Map<string, readonly Opened[]>();
  // Machines whose segments had energy in the last day: after a crash theirs is missing, and not just unknown.
  const metered = new Set<string>();

  const meterOf = (id: string): EnergyMeter => {
    const known = meters.get(id) ?? newEnergyMeter();
    meters.set(id, known);
    return known;
  };
  const open = (machine: string, segment: Opened): void => {
    const others = (opened.get(machine) ?? []).filter((one) => !isSame(one, segment));
    opened.set(machine, [...others, segment].slice(-openedLimit));
  };

  const close = (data: SegmentClosed, id: string, stamp: Stamp): SegmentClosed => {
    const { session, machine, index, why, fromMs, toMs } = data;
    const began = why === 'restart' ? undefined : opened.get(machine)?.find((one) => isSame(one, data));
    const meter = meterOf(id);
    const mark = markEnergy(meter, { monoMs: stamp.monoMs, goesOn: why === 'length' || why === 'band' });
    if (why !== 'ending') {
      // What was drawn between two boots is part of the session, and nobody measured it.
      const unwatchedMs = why === 'restart' ? Math.max(0, stamp.atMs - toMs) : 0;
      const from = { ...mark, monoMs: mark.monoMs - unwatchedMs };
      open(machine, { session, index: index + 1, switch: id, mark: from });
    }
    if (!meter.hasTold && !metered.has(machine)) return data;
    const known: SegmentEnergy =
      began?.switch === id ? energyBetween(began.mark, mark) : unmeasured(toMs - fromMs);
    return { ...data, energy: known };
  };

  return {
    heard(report, { monoMs }) {
      const { on, energyWh, powerW } = report;
      const verdict = takeSample(meterOf(report.switch), { monoMs, on, energyWh, powerW });
      if (verdict === 'reset') box.meters.count('switch_energy_resets_total', { switch: report.switch });
      if (verdict === 'refused') box.meters.count('switch_energy_refused_total', { switch: report.switch });
    },
    complete(body, { stamp, state }) {
      if (!isEdge(body)) return body;
      const { machine } = body.data;
      const id = machineById(state, machine)?.switch ?? null;
      if (id === null) return body;
      if (body.type === 'segment-closed') return { ...body, data: close(body.data, id, stamp) };
      const mark = markEnergy(meterOf(id), { monoMs: stamp.monoMs, goesOn: false });
      if (body.type === 'session-started')
        opened.set(machine, [{ session: body.data.session, index: 0, switch: id, mark }]);
      else open(machine, { session: body.data.to, index: 0, switch: id, mark });
      return body;
    },
    openOf({ machine, session, segmentIndex: index }, { stamp, state }) {
      const id = machineById(state, machine)?.switch ?? null;
      const began = opened.get(machine)?.find((one) => isSame(one, { session, index }));
      const meter = id === null ? undefined : meters.get(id);
      if (!began || began.switch !== id || !meter?.hasTold) return null;
      // On a copy: the segment goes on, and the meter knows nothing of whoever looks.
      const copy = structuredClone(meter);
      const energy = energyBetween(began.mark, markEnergy(copy, { monoMs: stamp.monoMs, goesOn: false }));
      return { energy, watts: copy.watts?.powerW ?? 0 };
    },
    async stop(committer, isKnown = () => false) {
      const state = committer.tentative();
      const until = committer.stamp();
      const drawing = [...state.sessions.values()].filter(({ machine }) => {
        const id = machineById(state, machine)?.switch ?? null;
        return isKnown(machine) || (id !== null && meters.get(id)?.hasTold);
      });
      const closed = drawing.map((held) => closeSegment(state, held, { why: 'length', until }));
      const bodies = closed.filter((data) => data !== null).map(closedBody);
      // A failure was reported by the committer; what these segments drew is then said to be unknown.
      if (bodies.length > 0) await committer.commit(bodies).catch(() => undefined);
    },
    follow(entries) {
      for (const { type, data } of entries) {
        if (type !== 'segment-closed') continue;
        if (data.energy) metered.add(data.machine);
        const left = (opened.get(data.machine) ?? []).filter((one) => !isSame(one, data));
        if (left.length > 0) opened.set(data.machine, left);
        else opened.delete(data.machine);
      }
    },
  };
}

type Edge = Extract<EntryBody, { type: 'session-started' | 'session-handed-over' | 'segment-closed' }>;

const isEdge = (body: EntryBody): body is Edge =>
  body.type === 'session-started' || body.type === 'session-handed-over' || body.type === 'segment-closed';

const closedBody = (data: SegmentClosed): EntryBody => ({ type: 'segment-closed', data });

type Segment = Pick<Opened, 'session' | 'index'>;

const isSame = (one: Segment, other: Segment): boolean =>
  one.session === other.session && one.index === other.index;
