// Keeps the monitors: what was heard of each, and what the journal should say of it. A change and what the interlock
// makes of it are written one after the other, and only then anything acts (inv. 1). Bounded by the monitors described.

import { decideInterlock } from '../domain/access/decide-interlock.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { monitorKey } from '../domain/journal/interlock-entries.ts';
import type { State } from '../domain/journal/state.ts';
import {
  hearValue,
  judgeMonitor,
  type Monitor,
  type MonitorHeard,
  nothingHeard,
} from '../domain/machine/monitor.ts';
import type { Readings } from '../domain/machine/reading.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { Committer } from './commit.ts';
import { createRest } from './rest.ts';

export type MonitorKeeper = {
  /** What a machine, or a sensor that is described as one, has told. */
  heard(machine: string, readings: Readings): void;
  /** What time alone makes of them, and of what the journal could not take before. */
  settle(): void;
};

type Watched = {
  readonly key: string;
  readonly machine: string;
  readonly id: string;
  readonly monitor: Monitor;
};

export function createMonitorKeeper({ committer }: { committer: Committer }): MonitorKeeper {
  const memory = new Map<string, MonitorHeard>();
  const rest = createRest();
  let kept: readonly Watched[] = [];

  const judge = (watched: readonly Watched[]): void => {
    const state = committer.tentative();
    const { monoMs } = committer.stamp();
    const bodies = watched.flatMap(({ key, machine, id, monitor }): readonly EntryBody[] => {
      const heard = memory.get(key) ?? nothingHeard(monoMs);
      memory.set(key, heard);
      const verdict = judgeMonitor(monitor, { heard, known: state.monitors.get(key) ?? null, monoMs });
      return verdict === null
        ? []
        : [{ type: 'monitor-changed', data: { machine, monitor: id, ...verdict } }];
    });
    write(bodies);
    interlock();
  };

  /** It hangs on the state alone. */
  const interlock = (): void => {
    const state = committer.tentative();
    const stamp = committer.stamp();
    if (rest.holds(state, stamp)) return;
    const bodies = decideInterlock(state, stamp);
    if (bodies.length === 0) rest.begin(state, stamp, Number.POSITIVE_INFINITY);
    else write(bodies);
  };

  /** A failure was reported by the committer; the next look decides anew. */
  const write = (bodies: readonly EntryBody[]): void => {
    if (bodies.length > 0) committer.commit(bodies).catch(() => undefined);
  };

  return {
    heard(machine, readings) {
      const { monoMs } = committer.stamp();
      const touched = described(committer.tentative()).filter((one) => {
        const value = (one.monitor.of ?? one.machine) === machine ? readings[one.monitor.reading] : undefined;
        if (value === undefined) return false;
        const before = memory.get(one.key) ?? nothingHeard(monoMs);
        memory.set(one.key, hearValue(one.monitor, before, { value, monoMs }));
        return true;
      });
      if (touched.length > 0) judge(touched);
    },
    settle() {
      const watched = described(committer.tentative());
      if (watched !== kept) {
        const keys = new Set(watched.map(({ key }) => key));
        for (const key of memory.keys()) if (!keys.has(key)) memory.delete(key);
        kept = watched;
      }
      judge(watched);
    },
  };
}

function described({ workshop }: Pick<State, 'workshop'>): readonly Watched[] {
  if (workshop === null) return [];
  const known = watchedIn.get(workshop);
  if (known) return known;
  const found = Object.entries(workshop.machines).flatMap(([machine, { monitors = {} }]) =>
    Object.entries(monitors).map(([id, monitor]) => {
      const key = monitorKey({ machine, monitor: id });
      return { key, machine, id, monitor };
    }),
  );
  watchedIn.set(workshop, found);
  return found;
}

// A description never changes, and this is asked on every tick.
const watchedIn = new WeakMap<Workshop, readonly Watched[]>();
