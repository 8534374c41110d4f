// What a simulated life was like: figures for people and scripts.

import { statementOf } from '../domain/billing/statement.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { faults } from './faults.ts';
import { invariants } from './invariants.ts';
import type { Life, LifeOptions } from './live.ts';
import { localDay } from './model/local-day.ts';

export type SimulationReport = {
  readonly seed: number;
  readonly days: number;
  readonly members: number;
  readonly machines: number;
  readonly deeds: number;
  readonly sessions: number;
  readonly hoursHeld: number;
  /** Refusal code → how often. */
  readonly refused: Readonly<Record<string, number>>;
  /** Port → faults that were injected there. */
  readonly faults: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly alarms: number;
  readonly entries: number;
  /** Of all months, minor units. */
  readonly billedMinor: string;
  readonly invariants: number;
  readonly checks: number;
  readonly violations: number;
  readonly timesRealTime: number;
  readonly tookS: number;
};

export function reportOf(life: Life, { seed, members, machines }: LifeOptions): SimulationReport {
  const entries = life.world.disk.entries();
  const used = entries.filter((entry) => entry.type === 'segment-closed');
  const heldMs = used.reduce((sum, { data }) => sum + data.toMs - data.fromMs, 0);
  const ports = new Map(faults.map(({ name, port }) => [name, port]));
  return {
    seed,
    members,
    machines,
    days: Math.round(life.livedMs / 864_000) / 100,
    deeds: life.deeds.length,
    sessions: entries.filter(({ type }) => type === 'session-started').length,
    hoursHeld: Math.round(heldMs / 360_000) / 10,
    // Those that were forgotten by age have lost their words.
    refused: tally(entries, (entry) =>
      entry.type === 'tap-refused' ? entry.data.code : entry.type === 'forgotten' ? 'forgotten' : null,
    ),
    faults: tally(life.deeds, ({ name }) => ports.get(name) ?? null),
    restarts: life.world.counts.boots - 1,
    alarms: entries.filter((entry) => entry.type === 'machine-changed' && entry.data.activity === 'alarm')
      .length,
    entries: entries.length,
    billedMinor: String(billed(entries)),
    invariants: invariants.length,
    checks: life.watch.judged(),
    violations: life.broken ? 1 : 0,
    timesRealTime: Math.round(life.livedMs / life.tookMs),
    tookS: Math.round(life.tookMs / 100) / 10,
  };
}

function tally<T>(all: readonly T[], word: (one: T) => string | null): Record<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const said = word(one);
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}

function billed(entries: readonly Entry[]): bigint {
  const used = entries.filter((entry) => entry.type === 'segment-closed');
  const months = new Set(used.map(({ data }) => localDay(data.toMs).slice(0, 7)));
  const accounts = [...months].flatMap((month) => statementOf(entries, month));
  return accounts.reduce((sum, { minor }) => sum + minor, 0n);
}
