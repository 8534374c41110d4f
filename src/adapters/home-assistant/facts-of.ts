// What programs beside us hear of a machine. Built member by member from what is about the machine alone, so that nothing
// about a person can become part of it.

import type { MachineFactsMessage } from '../../contract/device-messages.ts';
import { shownAt } from '../../domain/access/shown-at.ts';
import type { State } from '../../domain/journal/state.ts';
import { problemMark } from '../../domain/machine/care.ts';
import type { Readings } from '../../domain/machine/reading.ts';

export type FactsAsked = {
  readonly state: State;
  readonly machine: string;
  readonly readings: Readings;
  readonly atMs: number;
};

export function factsOf({ state, machine, readings, atMs }: FactsAsked): MachineFactsMessage {
  const heard = state.machines.get(machine);
  const { shown } = shownAt(state, machine, { atMs });
  const isHeard = heard?.link === 'up';
  const progress = isHeard ? readings['program.progress'] : undefined;
  const timeLeft = isHeard ? readings['program.timeLeft'] : undefined;
  return {
    shown,
    activity: heard?.activity ?? 'unknown',
    heard: isHeard,
    problem: shown === 'alarm' || problemMark(state, machine) !== null || hasAlarm(state, machine),
    progress: progress === undefined ? null : Math.round(Math.min(1, Math.max(0, progress)) * 100),
    time_left_s: timeLeft === undefined ? null : Math.max(0, Math.round(timeLeft)),
    power_w: rounded(readings['electric.power']),
    energy_wh: rounded(readings['electric.energy']),
  };
}

function hasAlarm({ alarms }: State, machine: string): boolean {
  for (const alarm of alarms.values()) if (alarm.machine === machine) return true;
  return false;
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value);
