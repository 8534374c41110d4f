// The meter in a simulated stock switch: it adds up what is drawn while the contact is closed, and fails in the ways of
// real ones: it begins anew at a reboot, it jumps, it stops telling its total.

import { realTime, type SimulatedTime } from '../native-link.ts';

export type StockMeter = {
  /** What the machine behind it draws from now on while the contact is closed. */
  draw(powerW: number): void;
  powerW(): number;
  /** The total in watt-hours; null while it is not told. */
  totalWh(): number | null;
  /** What was truly drawn, whatever the total says. */
  truthWh(): number;
  /** To be called just before the contact changes, with its state until then. */
  count(): void;
  reboot(): void;
  jump(wh: number): void;
  /** Tells its total no more, or again. */
  setTelling(telling: boolean): void;
};

const msPerHour = 3_600_000;

/** @param firstWh what it shows at first */
export function createStockMeter(options: {
  readonly time?: SimulatedTime | undefined;
  readonly isOn: () => boolean;
  readonly firstWh: number;
}): StockMeter {
  const { time = realTime, isOn } = options;
  let drawnW = 0;
  let truthWh = 0;
  let offsetWh = options.firstWh;
  let isTelling = true;
  let atMs = time.monoMs();
  const powerW = (): number => (isOn() ? drawnW : 0);
  const count = (): void => {
    const nowMs = time.monoMs();
    truthWh += (powerW() * (nowMs - atMs)) / msPerHour;
    atMs = nowMs;
  };
  const counted = (): number => {
    count();
    return truthWh;
  };
  return {
    powerW,
    count,
    truthWh: counted,
    draw(next) {
      count();
      drawnW = next;
    },
    totalWh: () => (isTelling ? counted() + offsetWh : null),
    reboot() {
      offsetWh = -counted();
    },
    jump(wh) {
      offsetWh += wh;
    },
    setTelling(telling) {
      isTelling = telling;
    },
  };
}
