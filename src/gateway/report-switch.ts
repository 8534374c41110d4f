// Reports of switches: what a switch says of itself is a fact for the journal; what it measures is a reading of the
// machine that it feeds.

import type { State } from '../domain/journal/state.ts';
import { fedMachines } from '../domain/machine/lookup.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Committer } from './commit.ts';
import type { Change, SwitchReport } from './gateway.ts';
import type { PowerKeeper } from './keep-power.ts';
import type { Diary, Meters } from './ports.ts';

export type SwitchReports = { report(report: SwitchReport): void; settle(): void };

export type ReportSwitch = {
  readonly committer: Committer;
  readonly power: PowerKeeper;
  readonly diary: Pick<Diary, 'record'>;
  readonly meters: Meters;
  readonly emit: (change: Change) => void;
};

export function createSwitchReports(box: ReportSwitch): SwitchReports {
  const observed = new Map<string, boolean | null>();

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
    const machine = fedBy(box.committer.tentative(), report.switch);
    if (machine === null || Object.keys(readings).length === 0) return;
    const { atMs } = box.committer.stamp();
    box.diary.record(machine, atMs, readings);
    box.emit({ kind: 'reading', machine, atMs, readings });
  };

  return {
    report(report) {
      const described = box.committer.tentative().workshop?.switches ?? {};
      if (!Object.hasOwn(described, report.switch)) return;
      observed.set(report.switch, report.on);
      box.power.heard(report.switch, report.on);
      write(report.switch, report.on);
      measured(report);
      box.power.reconcile(box.committer.durable(), box.committer.stamp());
    },
    settle() {
      for (const [id, on] of observed) write(id, on);
    },
  };
}

const fedBy = (state: State, id: string): string | null =>
  fedMachines(state).find((fed) => fed.switch === id)?.id ?? null;
