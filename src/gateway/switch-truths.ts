// What we know of each switch, in memory: what it was ordered, what it says, what it measures, what the controller behind
// it shows. Kept apart, because an alarm is about their contradictions; of described switches only.

import { motionAt } from '../domain/access/interlock-at.ts';
import type { State } from '../domain/journal/state.ts';
import {
  type AlarmFacts,
  type Confirmed,
  meterSettlesMs,
  meterSilentMs,
  type SwitchTruths,
} from '../domain/machine/alarm.ts';
import { machineById, machineOfSwitch } from '../domain/machine/lookup.ts';
import { notAvailable } from '../domain/machine/shown.ts';
import { type Metered, wattsOf } from '../domain/machine/watts-of.ts';
import type { Stamp } from '../domain/time.ts';
import type { SwitchReport } from './gateway.ts';
import type { Switches } from './ports.ts';

/** What a switch did by itself. */
export type SwitchDeed = 'by-hand' | 'lease-ran-out';

export type SwitchTruthsKeeper = {
  /** The same switches; what goes to them is remembered. */
  watch(switches: Switches): Switches;
  /** What a switch says, with the state as it was before. */
  heard(report: SwitchReport, state: State): void;
  of(id: string, state: State): SwitchTruths;
  facts(id: string, state: State): AlarmFacts;
  /** Somebody was told of it. */
  told(id: string, deed: SwitchDeed): void;
  /** Grows whenever something else may be known of a switch than before. */
  version(): number;
  /** For how long time alone makes nothing else of what is known, milliseconds. */
  restMs(): number;
};

/** An "on" of ours may still be on its way so long after it went out; a slow switch is no hand. */
const echoMs = 10_000;

/** What a timer of a switch may be early. */
const earlyMs = 2_000;

type Order = Parameters<Switches['set']>[0];
type Sent = Order & Stamp;
type Said = Stamp & {
  readonly on: boolean /** Since when it says so, monotonic. */;
  readonly sinceMonoMs: number;
};

/** Null is what is not known, or never was. */
type Known = {
  ordered: Sent | null;
  /** The last "on" that went out, and the last one that reached it. */
  lastOn: Sent | null;
  reached: Sent | null;
  said: Said | null;
  /** What it said before it went away. */
  saidBefore: boolean | null;
  metered: (Metered & { readonly atMs: number }) | null;
  readonly deeds: Set<SwitchDeed>;
  /** Whether the machine moved without a session when its controller was last heard. */
  moved: boolean;
};

export function createSwitchTruths(box: { readonly stamp: () => Stamp }): SwitchTruthsKeeper {
  const known = new Map<string, Known>();
  let version = 0;
  const knownOf = (id: string): Known => {
    const one = known.get(id) ?? nothing();
    known.set(id, one);
    return one;
  };

  return {
    watch: (switches) => ({
      async set(order) {
        const one = knownOf(order.switch);
        version += 1;
        const sent = { ...order, ...box.stamp() };
        one.ordered = sent;
        if (order.on) one.lastOn = sent;
        const there = await switches.set(order);
        if (there && order.on) one.reached = sent;
        return there;
      },
    }),
    heard(report, state) {
      const one = knownOf(report.switch);
      version += 1;
      const stamp = box.stamp();
      const deed = deedOf(one, { on: report.on, isOwed: isOwed(state, report.switch), stamp });
      if (deed !== null) one.deeds.add(deed);
      takeWord(one, report.on, stamp);
      const metered = wattsOf(one.metered, { ...report, monoMs: stamp.monoMs });
      if (metered) one.metered = { ...metered, atMs: stamp.atMs };
    },
    of(id, state) {
      const { ordered, said, metered } = knownOf(id);
      const powerW = freshW(metered, box.stamp());
      return {
        ordered: ordered && { on: ordered.on, n: ordered.n, atMs: ordered.atMs },
        acknowledged: said && { on: said.on, atMs: said.atMs },
        measured: metered === null || powerW === null ? null : { powerW, atMs: metered.atMs },
        confirmed: confirmedBy(state, machineOfSwitch(state, id)),
      };
    },
    facts(id, state) {
      const one = knownOf(id);
      const machine = machineOfSwitch(state, id);
      const stamp = box.stamp();
      const motion = machine === null ? 'none' : motionAt(state, machine);
      if (motion !== 'unknown') one.moved = motion === 'moves';
      return {
        held: (machine === null ? undefined : state.sessions.get(machine)?.phase) ?? 'none',
        ordered: one.ordered?.on ?? null,
        says: one.said?.on ?? null,
        steadyW: steadyW(one, stamp),
        silentMs: silentMs(one, stamp),
        confirmed: confirmedBy(state, machine),
        byHand: one.deeds.has('by-hand'),
        leaseRanOut: one.deeds.has('lease-ran-out'),
        moves: motion === 'moves' ? 'so' : one.moved ? 'unknown' : 'not-so',
      };
    },
    told(id, deed) {
      if (known.get(id)?.deeds.delete(deed)) version += 1;
    },
    version: () => version,
    restMs() {
      const { monoMs } = box.stamp();
      // Only a meter falls silent by itself.
      const silent = [...known.values()].flatMap(({ metered, said }) =>
        metered === null ? [] : [metered.monoMs, Math.max(metered.monoMs, said?.sinceMonoMs ?? 0)],
      );
      const left = silent.map((atMs) => atMs + meterSilentMs - monoMs).filter((ms) => ms > 0);
      return Math.min(...left, Number.POSITIVE_INFINITY);
    },
  };
}

const nothing = (): Known => ({
  ordered: null,
  lastOn: null,
  reached: null,
  said: null,
  saidBefore: null,
  metered: null,
  deeds: new Set(),
  moved: false,
});

type Turn = { readonly on: boolean | null; readonly isOwed: boolean; readonly stamp: Stamp };

/** What the switch has just done without us; null when it did nothing, or what we said. */
function deedOf(one: Known, { on, isOwed, stamp }: Turn): SwitchDeed | null {
  const before = one.said?.on ?? null;
  if (on === true && before === false) {
    const isOurs = one.ordered?.on === true || (one.lastOn && stamp.monoMs - one.lastOn.monoMs < echoMs);
    return isOurs ? null : 'by-hand';
  }
  if (on !== false || !isOwed || one.ordered?.on !== true) return null;
  if (before !== true && !(before === null && one.saidBefore === true)) return null;
  if (!isLeaseFresh(one.reached, stamp)) return 'lease-ran-out';
  // One that went away in between had its plug pulled, or the mains failed: the session ends by that, and nobody pressed.
  return before === true ? 'by-hand' : null;
}

function isLeaseFresh(reached: Sent | null, { monoMs }: Stamp): boolean {
  return reached !== null && monoMs - reached.monoMs < reached.leaseS * 1000 - earlyMs;
}

function takeWord(one: Known, on: boolean | null, stamp: Stamp): void {
  if (on === null) {
    one.saidBefore = one.said?.on ?? one.saidBefore;
    one.said = null;
    return;
  }
  const sinceMonoMs = one.said?.on === on ? one.said.sinceMonoMs : stamp.monoMs;
  one.said = { ...stamp, on, sinceMonoMs };
}

/** Whether a session entitles the machine to power, also where nobody knows if it has any. */
function isOwed(state: State, id: string): boolean {
  const machine = machineOfSwitch(state, id);
  const phase = machine === null ? undefined : state.sessions.get(machine)?.phase;
  return phase !== undefined && phase !== 'darkening';
}

function freshW(metered: Known['metered'], { monoMs }: Stamp): number | null {
  return metered !== null && monoMs - metered.monoMs < meterSilentMs ? metered.powerW : null;
}

function steadyW({ said, metered }: Known, stamp: Stamp): number | null {
  if (said === null || metered === null) return null;
  return metered.fromMonoMs - said.sinceMonoMs >= meterSettlesMs ? freshW(metered, stamp) : null;
}

/** Firmware that tells differences has nothing to say behind an open contact. */
function silentMs({ said, metered }: Known, { monoMs }: Stamp): number | null {
  if (said?.on !== true || metered === null) return null;
  return monoMs - Math.max(metered.monoMs, said.sinceMonoMs);
}

/** `dark` is what we see from here: a controller without power and a cut cable look the same. */
function confirmedBy(state: State, id: string | null): Confirmed {
  if (id === null || (machineById(state, id)?.link ?? 'none') === 'none') return 'none';
  const seen = state.machines.get(id);
  if (seen?.link === 'lost') return 'dark';
  if (seen?.link !== 'up' || seen.confidence === 'stale') return 'unknown';
  return seen.substate === notAvailable ? 'dark' : 'powered';
}
