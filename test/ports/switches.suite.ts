// What every implementation of the port `Switches` promises, against the real thing at the far end of a real wire. One
// subject serves the whole suite: to connect anew takes some of them seconds.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SwitchReport } from '../../src/gateway/gateway.ts';
import type { Switches } from '../../src/gateway/ports.ts';
import { until } from '../adapters/serial/link-under-test.ts';

export type SwitchesSubject = {
  readonly switches: Switches;
  /** The id of the one switch. */
  readonly id: string;
  readonly reports: readonly SwitchReport[];
  /** What is so at the far end. */
  isOn(): boolean | Promise<boolean>;
  /** The far end goes without a goodbye. */
  leave(): Promise<void>;
  /** It is there again, as after a power cut: off. */
  comeBack(): Promise<void>;
  dispose(): Promise<void>;
};

/** The machine that runs the tests is shared, so the bounds are generous. */
const limitMs = 45_000;
const slow = { timeout: 3 * limitMs };

export function switchesSuite(name: string, open: () => Promise<SwitchesSubject>): void {
  describe(`switches: ${name}`, slow, () => {
    let subject: SwitchesSubject;
    let n = 0;
    beforeAll(async () => {
      subject = await open();
    }, limitMs);
    afterAll(() => subject?.dispose(), limitMs);

    const last = () => subject.reports.at(-1)?.on;
    const reads = (on: boolean | null) => until(() => last() === on, `the report ${on}`, limitMs);
    const set = (on: boolean, leaseS = 60) =>
      subject.switches.set({ switch: subject.id, on, leaseS, n: ++n });
    const turn = async (on: boolean, leaseS?: number) => {
      await ordered(() => set(on, leaseS));
      await reads(on);
      expect(await subject.isOn()).toBe(on);
    };

    it('inv. 7: an order is carried out, and told only once it is read back', async () => {
      await turn(true);
      await turn(false);
    });

    it('the same order again changes nothing', async () => {
      await turn(true);
      const before = subject.reports.length;
      expect(await set(true)).toBe(true);
      expect(await set(true)).toBe(true);
      expect(await subject.isOn()).toBe(true);
      expect(subject.reports.slice(before).filter(({ on }) => on !== true)).toEqual([]);
      await turn(false);
    });

    it('an order whose number does not grow is not carried out', async () => {
      await turn(true);
      await subject.switches.set({ switch: subject.id, on: false, leaseS: 0, n: n - 1 });
      await set(true);
      expect(await subject.isOn()).toBe(true);
      await turn(false);
    });

    it('a switch that nobody has described is not there to be told', async () => {
      expect(await subject.switches.set({ switch: 'nobody', on: true, leaseS: 60, n: ++n })).toBe(false);
      expect(await subject.isOn()).toBe(false);
    });

    it('what nobody renews ends', async () => {
      await turn(true, 1);
      await reads(false);
      expect(await subject.isOn()).toBe(false);
    });

    it('inv. 7: one that has gone is unknown and not told, and nothing is queued for it', async () => {
      await turn(true);
      await subject.leave();
      await reads(null);
      expect(await set(true)).toBe(false);
      await subject.comeBack();
      await reads(false);
      expect(await subject.isOn()).toBe(false);
      await turn(true);
      await turn(false);
    });
  });
}

/** As the gateway does: again until it is taken, for a controller may be busy for a moment. */
async function ordered(order: () => Promise<boolean>): Promise<void> {
  const beganMs = performance.now();
  while (!(await order())) {
    if (performance.now() - beganMs > limitMs) throw new Error('waited in vain for the order to be taken');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
