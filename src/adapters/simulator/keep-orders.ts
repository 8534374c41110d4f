// What a simulated device makes of orders that carry a lease: one whose number does not grow is ignored, and what nobody
// renews ends by its own timer.

import { Check } from 'typebox/schema';
import { SetMessage } from '../../contract/device-messages.ts';
import type { SimulatedTime } from './native-link.ts';

export type Orders = {
  isOn(): boolean;
  /** Anything that is no order is ignored. */
  obey(payload: Buffer): void;
  /** Stops the timer. */
  end(): void;
};

export function keepOrders({ time, onChange }: { time: SimulatedTime; onChange: () => void }): Orders {
  let on = false;
  let lastNumber = -1;
  let endLease = (): void => {};
  const change = (to: boolean): void => {
    if (to === on) return;
    on = to;
    onChange();
  };
  return {
    isOn: () => on,
    obey(payload) {
      const order = readOrder(payload);
      if (!order || order.n <= lastNumber) return;
      lastNumber = order.n;
      endLease();
      if (order.on) endLease = time.after(order.lease_s * 1000, () => change(false));
      change(order.on);
    },
    end: () => endLease(),
  };
}

export function readOrder(payload: Buffer): SetMessage | null {
  try {
    const json: unknown = JSON.parse(payload.toString('utf8'));
    return Check(SetMessage, json) ? json : null;
  } catch {
    return null;
  }
}
