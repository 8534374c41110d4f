// Judges of power (invariants 1, 8 and 9): what switches are told, and what relays truly do. A switch that lies, or whose
// words come late, may fool the gateway; what follows from that is not held against it.

import type { Session, State } from '../domain/journal/state.ts';
import { must } from './broken.ts';
import type { Relay } from './relays.ts';
import type { Invariant } from './watch.ts';
import { wiredOf } from './wired.ts';

type MakeJudge = Invariant['judge'];

export const powerNeedsSession: MakeJudge = (scene) => ({
  order({ on, n, switch: id }) {
    const { shadow } = scene;
    const seq = scene.world.gateway()?.state().seq ?? 0;
    must(
      shadow.seq >= seq,
      '1 ahead-of-disk',
      () => `order ${n} follows entry ${seq}, which is not on the disk`,
    );
    // What runs along has a judge of its own.
    const isHeld = !on || holder(shadow, id) !== undefined || isAuxiliary(shadow, id);
    must(isHeld, '1 power-without-session', () => `${id} is told on without a session`);
  },
});

export const darkAfterTheLease: MakeJudge = (scene) => {
  const heldAtMs = new Map<string, number>();
  return {
    entry(entry) {
      // After a start what still ran along does so anew, as nobody knows for how long it has.
      if (entry.type === 'gateway-booted')
        for (const id of scene.shadow.runOns.keys()) heldAtMs.set(id, scene.trueMs(entry));
      // On a slow disk a whole session can pass between two steps: what it held it held until its access had ended.
      if (entry.type === 'session-started' || entry.type === 'access-ended')
        for (const id of powersOf(scene.shadow, entry.data.machine))
          heldAtMs.set(id, scene.world.clock.trueMs());
      if (entry.type !== 'session-ended') return;
      for (const { switch: id } of scene.shadow.workshop?.machines[entry.data.machine]?.auxiliaries ?? [])
        heldAtMs.set(id, scene.trueMs(entry));
    },
    step() {
      const { world, shadow } = scene;
      const nowMs = world.clock.trueMs();
      for (const session of shadow.sessions.values()) {
        const machine = shadow.workshop?.machines[session.machine];
        if (session.phase !== 'darkening')
          for (const id of powersOf(shadow, session.machine)) heldAtMs.set(id, nowMs);
        for (const { switch: id } of machine?.auxiliaries ?? []) heldAtMs.set(id, nowMs);
      }
      for (const relay of world.relays.all.values()) {
        if (!relay.isOn || relay.ails.isWelded) continue;
        const agoMs = nowMs - (heldAtMs.get(relay.id) ?? Number.NEGATIVE_INFINITY);
        must(
          agoMs <= marginMs || agoMs <= longestLeaseMs(shadow, relay.id) + marginMs,
          '1 on-after-session',
          () => `${relay.id} is on ${agoMs} ms after its session`,
        );
      }
    },
  };
};

/** What gives a machine its power: its switch, its permission to run. */
function powersOf({ workshop }: Pick<State, 'workshop'>, id: string): readonly string[] {
  const machine = workshop?.machines[id];
  return [machine?.switch, machine?.enable].filter((power) => power != null);
}

/** A step, and what an order takes at most that was under way when the session ended. */
const marginMs = 60_000;

/** What was said within this time may have been a lie, or have come late. */
const fooledMs = 30_000;
/** An entry as fresh as this was decided on the world as it still is. */
const freshMs = 1_000;

export const overWhenDark: MakeJudge = (scene) => {
  const fooledAtMs = new Map<string, number>();
  return {
    step() {
      const { clock, relays } = scene.world;
      for (const relay of relays.all.values()) if (isFooling(relay)) fooledAtMs.set(relay.id, clock.trueMs());
    },
    entry(entry) {
      // Whose power stays on, for the learner.
      if (entry.type !== 'session-ended' || entry.data.power === 'handed-over') return;
      const id = switchOf(scene.shadow, entry.data.machine);
      const relay = id === null ? undefined : scene.world.relays.all.get(id);
      const nowMs = scene.world.clock.trueMs();
      const agoMs = nowMs - (fooledAtMs.get(id ?? '') ?? Number.NEGATIVE_INFINITY);
      if (!relay || isFooling(relay) || agoMs < fooledMs || nowMs - scene.trueMs(entry) > freshMs) return;
      must(!relay.isOn, '9 over-and-lit', () => `entry ${entry.seq} ends a session, and ${id} is still on`);
    },
  };
};

export const neverOnAgain: MakeJudge = (scene) => {
  const seen = new Map<
    string,
    { readonly session: string; power: 'none' | 'on' | 'gone'; goneAtMs: number; fooled: boolean }
  >();
  const look = (relay: Relay) => {
    const session = holder(scene.shadow, relay.id)?.session;
    if (session === undefined || isEnable(scene.shadow, relay.id)) return null;
    const known = seen.get(relay.id);
    const now = known?.session === session ? known : newRow(session);
    seen.set(relay.id, now);
    if (relay.isOn) now.power = 'on';
    else if (now.power === 'on') Object.assign(now, { power: 'gone', goneAtMs: scene.world.clock.trueMs() });
    now.fooled ||= isFooling(relay);
    return now;
  };
  return {
    order(order, relay) {
      if (!order.on) return;
      const now = look(relay);
      // What its lease has just ended has told so, and an order may meet that word on its way.
      const isTold = now !== null && scene.world.clock.trueMs() - now.goneAtMs > freshMs;
      const again = relay.isThere && now?.power === 'gone' && isTold && !now.fooled;
      must(!again, '8 on-again', () => `${order.switch} is told on after its power had gone in this session`);
    },
    step() {
      for (const relay of scene.world.relays.all.values()) look(relay);
    },
  };
};

const newRow = (session: string) => ({ session, power: 'none' as const, goneAtMs: 0, fooled: false });

export const coolingKeepsPower: MakeJudge = ({ shadow }) => ({
  order({ on, switch: id }) {
    must(
      on || isEnable(shadow, id) || holder(shadow, id)?.phase !== 'cooling',
      '9 off-while-hot',
      () => `${id} is told off and must cool`,
    );
  },
  entry({ seq, type, data }) {
    if (type !== 'cooling-ended' || data.why !== 'cool') return;
    // Also what has nothing to cool goes through this, for its permission to go first.
    if (shadow.workshop?.machines[data.machine]?.coolBelowC === null) return;
    const heat = shadow.machines.get(data.machine)?.heat;
    must(
      heat === 'cool',
      '9 not-cool',
      () => `entry ${seq}: ${data.machine} goes dark as cool and is ${heat}`,
    );
  },
});

export const controllerFirst: MakeJudge = ({ shadow }) => ({
  order({ on, switch: id }) {
    const session = holder(shadow, id);
    // The permission goes when the controller was told, and before the power; with no power there is none.
    const isPermission = isEnable(shadow, id) && (session?.phase === 'cooling' || !isLit(shadow, session));
    must(
      on || session === undefined || isPermission,
      '9 power-first',
      () => `${id} is told off while its session is ${session?.phase}`,
    );
  },
});

/** The session that wants power from this switch. */
function holder(state: State, id: string): Session | undefined {
  for (const machine of wiredOf(state.workshop).fed.get(id) ?? []) {
    const session = state.sessions.get(machine);
    if (session && session.phase !== 'darkening') return session;
  }
  return undefined;
}

const switchOf = (state: State, machine: string): string | null =>
  state.workshop?.machines[machine]?.switch ?? null;

const isEnable = (state: State, id: string): boolean => wiredOf(state.workshop).enables.has(id);

const isLit = (state: State, session: Session | undefined): boolean =>
  session !== undefined && state.switches.get(switchOf(state, session.machine) ?? '')?.on === true;

const isAuxiliary = (state: State, id: string): boolean => wiredOf(state.workshop).auxiliaries.has(id);

const longestLeaseMs = (state: State, id: string): number =>
  wiredOf(state.workshop).longestLeaseMs.get(id) ?? 0;

function isFooling({ ails }: Relay): boolean {
  return (
    ails.says !== null || ails.losesReports || ails.reportLateMs > 0 || ails.orderLateMs > 0 || ails.isWelded
  );
}
