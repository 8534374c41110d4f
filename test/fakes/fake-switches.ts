// Switches as they are in the field: a relay with its own lease timer that runs on true time, whatever becomes of the
// gateway. They may be away, lose orders, or say the opposite of what is so; they never stay on beyond a lease.

import type { SwitchReport } from '../../src/gateway/gateway.ts';
import type { Switches } from '../../src/gateway/ports.ts';
import type { HandClock } from './hand-clock.ts';

export type Order = {
  readonly switch: string;
  readonly on: boolean;
  readonly leaseS: number;
  readonly n: number;
  readonly trueMs: number;
  /** False when the switch was away, so that nobody heard it. */
  readonly there: boolean;
};

type FakeSwitch = {
  isOn(): boolean;
  isThere(): boolean;
  isLying(): boolean;
  connect(): void;
  disconnect(): void;
  /** Somebody pulls the plug of the switch and puts it back: it is off and has forgotten its lease. */
  cutMains(): void;
  /** Somebody presses the button on it; no lease ends what that brought about. */
  press(): void;
  loseOrders(lose: boolean): void;
  lie(lie: boolean): void;
  /** Tells the gateway its state as it does every few seconds. */
  tell(): void;
  /** What it says of its contact, which may be a lie. */
  saysOn(): boolean;
  /** What the machine behind it draws from now on while the contact is closed. */
  draw(powerW: number): void;
  powerW(): number;
  /** What was truly drawn since the world began, milliwatt-hours. */
  drawnMwh(): number;
};

export type FakeSwitches = Switches & {
  get(id: string): FakeSwitch;
  readonly ids: readonly string[];
  readonly orders: readonly Order[];
  /** Lease timers follow true time; called after each turn of the clock. */
  turn(): void;
};

export type FakeSwitchesOptions = {
  readonly ids: readonly string[];
  readonly clock: HandClock;
  readonly report: (report: SwitchReport) => void;
  readonly onOrder: (order: Order) => void;
};

type Relay = {
  on: boolean;
  untilMs: number;
  lastN: number;
  there: boolean;
  lose: boolean;
  lie: boolean;
  drawW: number;
  drawnMwh: number;
  countedMs: number;
};

export function createFakeSwitches({ ids, clock, report, onOrder }: FakeSwitchesOptions): FakeSwitches {
  const relays = new Map<string, Relay>();
  for (const id of ids) {
    const contact = { on: false, untilMs: 0, lastN: 0, there: true, lose: false, lie: false };
    relays.set(id, { ...contact, drawW: 0, drawnMwh: 0, countedMs: clock.trueMs() });
  }
  const orders: Order[] = [];
  const relayOf = (id: string): Relay => {
    const relay = relays.get(id);
    if (!relay) throw new Error(`no switch ${id}`);
    return relay;
  };
  // Wires are not calls: what a switch says arrives after the gateway has finished what it was doing.
  const send = (id: string, on: boolean | null): void =>
    queueMicrotask(() => report({ switch: id, on, powerW: null, energyWh: null }));
  const tell = (id: string, relay: Relay): void => {
    if (relay.there) send(id, relay.lie ? !relay.on : relay.on);
  };
  const powerOf = (relay: Relay): number => (relay.on ? relay.drawW : 0);
  const countDrawn = (relay: Relay): number => {
    const nowMs = clock.trueMs();
    relay.drawnMwh += (powerOf(relay) * (nowMs - relay.countedMs)) / 3_600;
    relay.countedMs = nowMs;
    return relay.drawnMwh;
  };
  const change = (id: string, on: boolean): void => {
    const relay = relayOf(id);
    if (relay.on === on) return;
    countDrawn(relay);
    relay.on = on;
    tell(id, relay);
  };

  return {
    ids,
    orders,
    async set(order) {
      const relay = relayOf(order.switch);
      const sent = { ...order, trueMs: clock.trueMs(), there: relay.there };
      orders.push(sent);
      onOrder(sent);
      if (!relay.there || relay.lose) return relay.there;
      // Numbers only grow; an order that overtook another is dropped.
      if (order.n <= relay.lastN) return true;
      relay.lastN = order.n;
      relay.untilMs = order.on ? clock.trueMs() + order.leaseS * 1000 : 0;
      change(order.switch, order.on);
      return true;
    },
    turn() {
      for (const [id, relay] of relays) if (relay.on && clock.trueMs() >= relay.untilMs) change(id, false);
    },
    get(id) {
      const relay = relayOf(id);
      return {
        isOn: () => relay.on,
        isThere: () => relay.there,
        isLying: () => relay.lie,
        connect() {
          relay.there = true;
          send(id, null);
          tell(id, relay);
        },
        disconnect() {
          relay.there = false;
          send(id, null);
        },
        cutMains() {
          countDrawn(relay);
          relay.there = false;
          relay.on = false;
          relay.lastN = 0;
          send(id, null);
        },
        press() {
          relay.untilMs = Number.POSITIVE_INFINITY;
          change(id, !relay.on);
        },
        loseOrders(lose) {
          relay.lose = lose;
        },
        lie(lie) {
          relay.lie = lie;
          tell(id, relay);
        },
        tell: () => tell(id, relay),
        saysOn: () => relay.on !== relay.lie,
        draw(powerW) {
          countDrawn(relay);
          relay.drawW = powerW;
        },
        powerW: () => powerOf(relay),
        drawnMwh: () => countDrawn(relay),
      };
    },
  };
}
