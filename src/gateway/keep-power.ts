// Keeps switches at what is owed: orders on change, renews leases, repeats an order that the switch does not follow.
// Sends only what the durable state owes (invariant 1); an absent switch is asked again, never queued for.

import { type OwedPower, owedPower } from '../domain/access/owed.ts';
import { owedAuxiliaries, runOnRestMs } from '../domain/access/owed-auxiliaries.ts';
import type { State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';
import type { Log, Meters, Switches } from './ports.ts';
import { createRest } from './rest.ts';

/** An order that the switch does not follow is repeated after this long, then twice as long, up to `slowestMs`. */
const repeatMs = 1_000;
const slowestMs = 10_000;

/** Order numbers count quarters of seconds from here, so that they grow across restarts and fit 32 bits until 2043. */
const numbersFromMs = Date.UTC(2026, 0, 1);

type Order = OwedPower & { readonly n: number; readonly sentMonoMs: number; readonly repeats: number };

export type PowerKeeper = {
  /** Brings every switch towards what is owed now. */
  reconcile(state: State, stamp: Stamp): void;
  /** What a switch says of itself, before it is durable; one that came or went (null) has to be told anew. */
  heard(id: string, on: boolean | null): void;
};

export function createPowerKeeper(box: { switches: Switches; log: Log; meters: Meters }): PowerKeeper {
  const orders = new Map<string, Order>();
  const on = new Set<string>();
  // Switches whose power went away in a session; the journal may not have taken that in yet.
  const gone = new Set<string>();
  const rest = createRest();

  const send = (id: string, { owed, ignored }: { owed: OwedPower; ignored: boolean }, stamp: Stamp): void => {
    const before = orders.get(id);
    const again = ignored && before?.on === owed.on;
    const n = Math.max((before?.n ?? 0) + 1, Math.floor((stamp.atMs - numbersFromMs) / 250));
    const order = { ...owed, n, sentMonoMs: stamp.monoMs, repeats: again ? before.repeats + 1 : 0 };
    orders.set(id, order);
    box.switches.set({ switch: id, on: owed.on, leaseS: owed.leaseS, n }).then(
      (there) => box.meters.count('switch_orders_total', { on: String(owed.on), there: String(there) }),
      (fault: unknown) => box.log.error({ switch: id, fault }, 'an order to a switch could not be sent'),
    );
  };

  return {
    reconcile(state, stamp) {
      if (rest.holds(state, stamp)) return;
      let leftMs = runOnRestMs(state, stamp);
      for (const [id, owed] of new Map([...owedPower(state), ...owedAuxiliaries(state, stamp)])) {
        const reported = state.switches.get(id)?.on ?? null;
        if (!owed.on) gone.delete(id);
        // It comes back only by a tap at the machine (invariant 8), however slow the disk is.
        if (gone.has(id)) continue;
        const dueInMs = (): number => dueMs({ owed, order: orders.get(id), reported }) - stamp.monoMs;
        if (dueInMs() <= 0) send(id, { owed, ignored: reported !== owed.on }, stamp);
        leftMs = Math.min(leftMs, dueInMs());
      }
      rest.begin(state, stamp, leftMs);
    },
    heard(id, says) {
      if (says === null || on.has(id) !== says) rest.end();
      if (says === true) gone.delete(id);
      else if (on.has(id)) gone.add(id);
      if (says === true) on.add(id);
      else on.delete(id);
      const order = says === null ? orders.get(id) : undefined;
      // Its number is kept: numbers only grow.
      if (order) orders.set(id, { ...order, sentMonoMs: Number.NEGATIVE_INFINITY, repeats: 0 });
    },
  };
}

type Question = {
  readonly owed: OwedPower;
  readonly order: Order | undefined;
  readonly reported: boolean | null;
};

/** When it is to be told next, monotonic. */
function dueMs({ owed, order, reported }: Question): number {
  if (!order || order.on !== owed.on || order.leaseS !== owed.leaseS) return Number.NEGATIVE_INFINITY;
  const patienceMs = Math.min(repeatMs * 2 ** Math.min(order.repeats, 8), slowestMs);
  if (owed.on) {
    const renewMs = (owed.leaseS * 1000) / 3;
    return order.sentMonoMs + (reported === true ? renewMs : Math.min(patienceMs, renewMs));
  }
  // Off and reported off is done; a switch that says nothing has been told once since it came.
  if (reported === true) return order.sentMonoMs + patienceMs;
  return order.sentMonoMs === Number.NEGATIVE_INFINITY ? order.sentMonoMs : Number.POSITIVE_INFINITY;
}
