// Reports of switches: what a switch says of itself is a fact for the journal; what it measures is a reading of the
// machine that it feeds.

import { machineOfSwitch } from '../domain/machine/lookup.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Committer } from './commit.ts';
import type { Change, SwitchReport } from './gateway.ts';
import type { AlarmKeeper } from './keep-alarms.ts';
import type { DrawKeeper } from './keep-draws.ts';
import type { EnergyKeeper } from './keep-energy.ts';
import type { MonitorKeeper } from './keep-monitors.ts';
import type { PowerKeeper } from './keep-power.ts';
import type { Diary, Meters } from './ports.ts';
import { createRest } from './rest.ts';
import type { SwitchTruthsKeeper } from './switch-truths.ts';

export type SwitchReports = { report(report: SwitchReport): void; settle(): void };

export type ReportSwitch = {
  readonly committer: Committer;
  readonly power: PowerKeeper;
  readonly truths: Pick<SwitchTruthsKeeper, 'heard'>;
  readonly alarms: AlarmKeeper;
  readonly draws: Pick<DrawKeeper, 'heard'>;
  readonly energy: Pick<EnergyKeeper, 'heard'>;
  readonly diary: Pick<Diary, 'record'>;
  readonly meters: Meters;
  readonly monitors: Pick<MonitorKeeper, 'heard'>;
  readonly emit: (change: Change) => void;
};

export function createSwitchReports(box: ReportSwitch): SwitchReports {
  const observed = new Map<string, boolean | null>();
  const rest = createRest();

  const write = (id: string, on: boolean | null): void => {
    const known = box.committer.tentative().switches.get(id)?.on ?? null;
    if (known === on) return;
    // A failure was reported by the committer; `settle` tries again.
    box.committer.commit([{ type: 'switch-changed', data: { switch: id, on } }]).catch(() => undefined);
  };

  const measured = (report: SwitchReport): void => {
    const readings: Readings = {
      ...(report.powerW === null ? {} : { 'electric.power': report.powerW }),
      ...(report.energyWh === null ? {} : { 'electric.energy': report.energyWh }),
    };
    const machine = machineOfSwitch(box.committer.tentative(), report.switch);
    if (machine === null || Object.keys(readings).length === 0) return;
    const { atMs } = box.committer.stamp();
    box.diary.record(machine, atMs, readings);
    box.emit({ kind: 'reading', machine, atMs, readings });
    box.monitors.heard(machine, readings);
  };

  return {
    report(report) {
      const described = box.committer.tentative().workshop?.switches ?? {};
      if (!Object.hasOwn(described, report.switch)) return;
      observed.set(report.switch, report.on);
      box.truths.heard(report, box.committer.tentative());
      box.power.heard(report.switch, report.on);
      box.draws.heard(report, box.committer.stamp());
      box.energy.heard(report, box.committer.stamp());
      write(report.switch, report.on);
      measured(report);
      box.power.reconcile(box.committer.durable(), box.committer.stamp());
      box.alarms.judge(report.switch);
    },
    settle() {
      const state = box.committer.tentative();
      const stamp = box.committer.stamp();
      if (rest.holds(state, stamp)) return;
      // What this writes is another state, and so is one that is thrown away because it could not be written.
      for (const [id, on] of observed) write(id, on);
      rest.begin(state, stamp, Number.POSITIVE_INFINITY);
    },
  };
}
