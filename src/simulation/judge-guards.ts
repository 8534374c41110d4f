// Judges of what guards a machine (invariants 8 and 9): its permission and its power in their order, what runs along for long
// enough, and no start while what a sensor truly told is bad, or nothing is told.

import type { Entry } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { Machine } from '../domain/machine/workshop.ts';
import { must } from './broken.ts';
import type { Invariant } from './watch.ts';
import { wiredOf } from './wired.ts';

type MakeJudge = Invariant['judge'];

const machinesOf = (state: State): readonly (readonly [string, Machine])[] =>
  wiredOf(state.workshop).machines;

export const permissionAfterPower: MakeJudge = ({ shadow }) => ({
  order({ on, switch: id }) {
    const found = machinesOf(shadow).find(([, { enable }]) => enable === id);
    if (!found || !on) return;
    const [machine, { switch: power }] = found;
    const isLit = shadow.switches.get(power ?? '')?.on === true;
    must(isLit, '9 enable-first', () => `${id} is told on before ${power} says on`);
    const phase = shadow.sessions.get(machine)?.phase;
    must(phase !== 'cooling', '9 enable-late', () => `${id} is told on while its session is ${phase}`);
  },
  entry({ seq, type, data }) {
    if (type !== 'cooling-ended' || data.why !== 'cool') return;
    const { enable } = shadow.workshop?.machines[data.machine] ?? {};
    const isOff = enable === undefined || shadow.switches.get(enable)?.on === false;
    must(isOff, '9 power-before-enable', () => `entry ${seq}: ${data.machine} goes dark before ${enable}`);
  },
});

export const airOutlivesTheBeam: MakeJudge = (scene) => {
  /** Auxiliary → when the last session ended that it ran along with, by the stopwatch. */
  const endedAtMs = new Map<string, number>();
  const served = (id: string) =>
    machinesOf(scene.shadow).flatMap(([machine, { auxiliaries = [] }]) =>
      auxiliaries.filter((one) => one.switch === id).map(({ runOnS }) => ({ machine, runOnS })),
    );
  let bootAtMs = 0;
  return {
    entry(entry) {
      if (entry.type === 'gateway-booted') bootAtMs = scene.trueMs(entry);
      if (entry.type !== 'session-ended') return;
      for (const { switch: id } of scene.shadow.workshop?.machines[entry.data.machine]?.auxiliaries ?? [])
        endedAtMs.set(id, scene.trueMs(entry));
    },
    order({ on, switch: id }) {
      const along = served(id);
      if (along.length === 0) return;
      const held = along.find(({ machine }) => scene.shadow.sessions.has(machine));
      const endMs = endedAtMs.get(id) ?? Number.NEGATIVE_INFINITY;
      const nowMs = scene.world.clock.trueMs();
      const runOnMs = Math.max(...along.map(({ runOnS }) => runOnS)) * 1_000;
      if (!on) {
        must(held === undefined, '9 air-first', () => `${id} is told off while ${held?.machine} is held`);
        must(
          nowMs >= endMs + runOnMs,
          '9 air-first',
          () => `${id} is told off ${nowMs - endMs} ms after a session`,
        );
        return;
      }
      // After a start it runs on anew.
      const sinceMs = endMs === Number.NEGATIVE_INFINITY ? endMs : Math.max(endMs, bootAtMs);
      const isOwed = held !== undefined || nowMs - sinceMs <= runOnMs;
      must(isOwed, '1 air-for-nobody', () => `${id} is told on, and nobody holds what it serves`);
    },
  };
};

/** A value counts within this time: reports come at once, and the gateway looks twice a second. */
const noticedMs = 4_000;

export const noStartWhileBad: MakeJudge = (scene) => {
  /** Sensor → since when it has truly told nothing good for each monitor, by the stopwatch. */
  const badSinceMs = new Map<string, number>();
  const look = (): void => {
    const nowMs = scene.world.clock.trueMs();
    for (const [machine, { monitors = {} }] of machinesOf(scene.shadow)) {
      for (const [id, monitor] of Object.entries(monitors)) {
        const bench = scene.world.benches.all.get(monitor.of ?? machine);
        const key = `${machine} ${id}`;
        const isBad =
          bench !== undefined &&
          !bench.isSilent &&
          bench.coolantC > (monitor.above ?? Number.POSITIVE_INFINITY);
        if (!isBad) badSinceMs.delete(key);
        else if (!badSinceMs.has(key)) badSinceMs.set(key, nowMs);
      }
    }
  };
  const started = (entry: Entry, machine: string): void => {
    for (const id of Object.keys(scene.shadow.workshop?.machines[machine]?.monitors ?? {})) {
      const agoMs = scene.trueMs(entry) - (badSinceMs.get(`${machine} ${id}`) ?? Number.POSITIVE_INFINITY);
      must(
        agoMs < noticedMs,
        '8 started-bad',
        () => `entry ${entry.seq}: ${machine} starts, ${id} is bad for ${agoMs} ms`,
      );
    }
    must(
      !scene.shadow.latches.has(machine),
      '8 started-latched',
      () => `entry ${entry.seq}: ${machine} is latched`,
    );
    must(
      !scene.shadow.locks.has(machine),
      '8 started-locked',
      () => `entry ${entry.seq}: ${machine} is locked`,
    );
  };
  return {
    step: look,
    entry(entry) {
      if (entry.type === 'session-started' || entry.type === 'session-handed-over')
        started(entry, entry.data.machine);
    },
  };
};
