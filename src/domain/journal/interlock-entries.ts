// What the interlock writes to the journal, version 1: a monitor that became good or bad, a machine that was latched,
// and its release by a person. What a monitor says does not survive a start; a latch does.

import type { MonitorVerdict } from '../machine/monitor.ts';

export type MonitorChanged = MonitorVerdict & {
  readonly machine: string;
  /** Its id under the machine. */
  readonly monitor: string;
};

export type InterlockLatched = {
  readonly machine: string;
  readonly reason: 'monitor-fatal';
  readonly monitor: string;
  /** Out of its limits by this. */
  readonly value: number | null;
};

export type InterlockReleased = {
  readonly machine: string;
  /** A member key, or `admin-token` or `console` where that was no member. */
  readonly by: string;
};

export type MonitorState = MonitorChanged & { readonly sinceMonoMs: number };

export type Latch = Omit<InterlockLatched, 'machine'> & { readonly sinceMs: number };

/** Monitors of several machines may have the same id. */
export const monitorKey = ({ machine, monitor }: Pick<MonitorChanged, 'machine' | 'monitor'>): string =>
  `${machine} ${monitor}`;
