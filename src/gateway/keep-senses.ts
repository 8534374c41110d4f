// Machines that are known only by their watts: what the meter of a switch or of a sensor tells becomes reports as any
// controller would make them, only inferred. A job that ended while the gateway was away is ended when idle is seen.

import type { State } from '../domain/journal/state.ts';
import { type Sensed, type SenseSign, sense, unsensed } from '../domain/machine/current-sense.ts';
import { type Metered, wattsOf } from '../domain/machine/watts-of.ts';
import type { CurrentSense } from '../domain/machine/workshop.ts';
import type { Committer } from './commit.ts';
import type { MachineReport, SwitchReport } from './gateway.ts';
import type { MachineReports } from './report-machine.ts';
import type { SwitchReports } from './report-switch.ts';

type Reports = { readonly machines: MachineReports; readonly switches: SwitchReports };

/** What a meter tells; null is not said. */
type Words = Pick<SwitchReport, 'powerW' | 'energyWh'>;
type Seen = { readonly metered: Metered | null; readonly sensed: Sensed };

/** The reports of machines and switches, and with them what they tell of the machines known only by their watts. */
export function senseMachines(committer: Pick<Committer, 'tentative' | 'stamp'>, reports: Reports): Reports {
  // Bounded by the machines that were ever described: others are not sensed.
  const seen = new Map<string, Seen>();

  const step = ({ id, by }: One, sign: SenseSign): void => {
    const { monoMs } = committer.stamp();
    const { metered, sensed: before } = seen.get(id) ?? unseen;
    const sensed = sense(by, { before, sign, nowMs: monoMs });
    seen.set(id, { metered, sensed });
    const isNews = before.word !== sensed.word || (before.heard === null) !== (sensed.heard === null);
    const readings = readingsOf(sign, isOwnMeter(committer.tentative(), { id, by }));
    if (!isNews && Object.keys(readings).length === 0) return;
    const seenAgoMs = sensed.heard === null ? Math.round(monoMs - (before.heard?.atMs ?? monoMs)) : 0;
    const job = isNews ? jobEdge(sensed) : null;
    reports.machines.report({ machine: id, ...statusOf(sensed), seenAgoMs, readings, job });
  };

  const hear = (one: One, words: Words | 'gone'): void => {
    if (words === 'gone') {
      if (seen.has(one.id)) step(one, { kind: 'gone' });
      return;
    }
    const { metered: before, sensed } = seen.get(one.id) ?? unseen;
    const metered = wattsOf(before, { ...words, monoMs: committer.stamp().monoMs });
    if (metered === null) return;
    seen.set(one.id, { metered, sensed });
    const isNew = words.powerW !== null || metered.fromMonoMs !== before?.fromMonoMs;
    if (isNew && metered.powerW !== null) step(one, { kind: 'watts', powerW: metered.powerW });
  };

  return {
    machines: {
      ...reports.machines,
      report(report) {
        reports.machines.report(report);
        for (const one of sensedMachines(committer.tentative()))
          if (one.by.sensor === report.machine) hear(one, wordsOfSensor(report));
      },
      settle() {
        for (const one of sensedMachines(committer.tentative()))
          if (seen.has(one.id)) step(one, { kind: 'time' });
        reports.machines.settle();
      },
    },
    switches: {
      ...reports.switches,
      report(report) {
        reports.switches.report(report);
        for (const one of sensedMachines(committer.tentative()))
          if (one.by.switch === report.switch) hear(one, wordsOfSwitch(report));
      },
    },
  };
}

const unseen: Seen = { metered: null, sensed: unsensed };

type One = { readonly id: string; readonly by: CurrentSense };

function sensedMachines({ workshop }: State): readonly One[] {
  if (workshop === null) return [];
  const machines = Object.entries(workshop.machines);
  return machines.flatMap(([id, { link, sense: by }]) =>
    link === 'current-sense' && by ? [{ id, by }] : [],
  );
}

/** One that says it is off, and nothing of watts, lets none through. */
function wordsOfSwitch({ on, powerW, energyWh }: SwitchReport): Words | 'gone' {
  if (on === null && powerW === null && energyWh === null) return 'gone';
  return { powerW: powerW ?? (on === false ? 0 : null), energyWh };
}

function wordsOfSensor({ link, readings }: MachineReport): Words | 'gone' {
  if (link !== 'up') return 'gone';
  return { powerW: readings['electric.power'] ?? null, energyWh: readings['electric.energy'] ?? null };
}

/** The switch that feeds a machine already tells its watts as readings of it. */
const isOwnMeter = ({ workshop }: State, { id, by }: One): boolean =>
  by.switch !== undefined && workshop?.machines[id]?.switch === by.switch;

const readingsOf = (sign: SenseSign, isOwn: boolean): MachineReport['readings'] =>
  sign.kind === 'watts' && !isOwn ? { 'electric.power': sign.powerW } : {};

type Status = Pick<MachineReport, 'link' | 'activity' | 'substate' | 'raw' | 'confidence' | 'source'>;

function statusOf({ word: activity, heard }: Sensed): Status {
  if (heard === null)
    return { link: 'lost', activity, substate: null, raw: null, confidence: 'stale', source: 'silence' };
  const raw = `${Math.round(heard.powerW)} W`;
  return { link: 'up', activity, substate: null, raw, confidence: 'inferred', source: 'sensor' };
}

/** Watts tell that work is over, never how it went. An edge that the journal knows already changes nothing there. */
function jobEdge({ word }: Sensed): MachineReport['job'] {
  if (word === 'running') return { event: 'started' };
  return word === 'idle' ? { event: 'ended', result: 'unknown' } : null;
}
