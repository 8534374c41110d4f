// Switches of a simulated life: a relay with its own lease timer that follows true time, whatever becomes of the gateway.
// What they are told and what they say may be lost, doubled, late or a lie; a welded one stays on.

import type { SwitchReport } from '../gateway/gateway.ts';
import type { Switches } from '../gateway/ports.ts';
import type { HandClock } from './hand-clock.ts';
import type { Mail } from './mail.ts';

export type Order = {
  readonly switch: string;
  readonly on: boolean;
  readonly leaseS: number;
  readonly n: number;
};

export type Relay = {
  readonly id: string;
  isOn: boolean;
  isThere: boolean;
  untilMs: number;
  lastN: number;
  /** What its meter shows; it counts what flows, and may step back, jump or roll over. */
  energyWh: number;
  /** What is wrong with it now. */
  ails: Ailments;
};

export type Ailments = {
  losesOrders: boolean;
  doublesOrders: boolean;
  /** Orders arrive this much later, so that a later one may overtake them. */
  orderLateMs: number;
  losesReports: boolean;
  reportLateMs: number;
  /** What it says, whatever is so. */
  says: boolean | null;
  isWelded: boolean;
  hasNoMeter: boolean;
  /** It tells watts and no total. */
  hasNoTotal: boolean;
};

const well: Ailments = {
  losesOrders: false,
  doublesOrders: false,
  orderLateMs: 0,
  losesReports: false,
  reportLateMs: 0,
  says: null,
  isWelded: false,
  hasNoMeter: false,
  hasNoTotal: false,
};

export type Relays = Switches & {
  readonly all: ReadonlyMap<string, Relay>;
  get(id: string): Relay;
  /** Lease timers; to be called after each turn of the clock. */
  turn(): void;
  /** Says what it is, as every half minute. */
  tell(relay: Relay): void;
  connect(relay: Relay): void;
  disconnect(relay: Relay): void;
  /** Somebody pulls its plug: it is off, gone, and has forgotten its lease and its numbers. */
  cutMains(relay: Relay): void;
  heal(relay: Relay): void;
};

export type RelaysOptions = {
  readonly ids: readonly string[];
  readonly clock: HandClock;
  readonly mail: Mail;
  readonly report: (report: SwitchReport) => void;
  readonly onOrder: (order: Order, relay: Relay) => void;
  readonly onChange: (relay: Relay) => void;
};

/** What flows through a contact that is closed, watts. */
const drawnW = 120;

export function createRelays(options: RelaysOptions): Relays {
  const { clock, mail, report, onOrder, onChange } = options;
  const all = new Map(options.ids.map((id) => [id, newRelay(id)] as const));
  let lastMs = clock.trueMs();
  const get = (id: string): Relay => {
    const relay = all.get(id);
    if (!relay) throw new RangeError(`there is no switch ${id} in this life`);
    return relay;
  };

  const send = ({ id, ails, energyWh }: Relay, on: boolean | null): void => {
    if (ails.losesReports && on !== null) return;
    const isHeard = !ails.hasNoMeter && on !== null;
    const powerW = isHeard ? (on ? drawnW : 0) : null;
    // As plugs do, in tenths of a watt-hour.
    const total = isHeard && !ails.hasNoTotal ? Math.floor(energyWh * 10) / 10 : null;
    const said = { switch: id, on, powerW, energyWh: total };
    // Wires are not calls: it arrives after the gateway has finished what it was doing.
    mail.post(clock.trueMs() + ails.reportLateMs, () => report(said));
  };
  const tell = (relay: Relay): void => {
    if (relay.isThere) send(relay, relay.ails.says ?? relay.isOn);
  };
  const change = (relay: Relay, on: boolean): void => {
    if (relay.isOn === on || (relay.ails.isWelded && !on)) return;
    relay.isOn = on;
    onChange(relay);
    tell(relay);
  };
  const obey = (relay: Relay, order: Order): void => {
    // Numbers only grow: what comes late or twice is dropped.
    if (!relay.isThere || order.n <= relay.lastN) return;
    relay.lastN = order.n;
    relay.untilMs = order.on ? clock.trueMs() + order.leaseS * 1_000 : 0;
    change(relay, order.on);
  };

  return {
    all,
    get,
    tell,
    async set(order) {
      const relay = get(order.switch);
      onOrder(order, relay);
      const { losesOrders, doublesOrders, orderLateMs } = relay.ails;
      if (!relay.isThere || losesOrders) return relay.isThere;
      if (orderLateMs === 0) obey(relay, order);
      else mail.post(clock.trueMs() + orderLateMs, () => obey(relay, order));
      if (doublesOrders) mail.post(clock.trueMs() + 2_000, () => obey(relay, order));
      return true;
    },
    turn() {
      const nowMs = clock.trueMs();
      for (const relay of all.values()) {
        if (!relay.isOn) continue;
        relay.energyWh += (drawnW * (nowMs - lastMs)) / 3_600_000;
        if (nowMs >= relay.untilMs) change(relay, false);
      }
      lastMs = nowMs;
    },
    connect(relay) {
      relay.isThere = true;
      send(relay, null);
      tell(relay);
    },
    disconnect(relay) {
      relay.isThere = false;
      send(relay, null);
    },
    cutMains(relay) {
      relay.isThere = false;
      relay.lastN = 0;
      relay.untilMs = 0;
      if (relay.isOn) onChange(Object.assign(relay, { isOn: false }));
      send(relay, null);
    },
    heal(relay) {
      const wasWelded = relay.ails.isWelded;
      relay.ails = { ...well };
      if (wasWelded && clock.trueMs() >= relay.untilMs) change(relay, false);
      tell(relay);
    },
  };
}

const newRelay = (id: string): Relay => ({
  id,
  isOn: false,
  isThere: true,
  untilMs: 0,
  lastN: 0,
  energyWh: 0,
  ails: { ...well },
});
