// One permission without a lease, under a hand-turned clock: its lease is kept here, and what it says of itself is told.

import { describe, expect, it } from 'vitest';
import {
  keepPermission,
  type PermissionTrouble,
} from '../../../src/adapters/controller-switch/keep-permission.ts';
import type { DeviceSaid, SwitchReport } from '../../../src/gateway/gateway.ts';
import { handClock } from '../serial/link-under-test.ts';

function bench() {
  const clock = handClock();
  const [orders, reports, said, troubles]: [boolean[], SwitchReport[], DeviceSaid[], PermissionTrouble[]] = [
    [],
    [],
    [],
    [],
  ];
  let isThere = true;
  const kept = keepPermission({
    id: 'psu',
    idleLeaseS: 60,
    unleased: 'only in this test',
    timers: clock.timers,
    wallMs: () => 1000,
    permit: async (on) => {
      orders.push(on);
      return isThere;
    },
    ears: { reportSwitch: (one) => reports.push(one), deviceSaid: (one) => said.push(one) },
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const goes = (there: boolean) => {
    isThere = there;
    if (!there) kept.heard({ on: null, fault: null });
  };
  const reads = (on: boolean) => kept.heard({ on, fault: null });
  return { kept, clock, orders, reports, said, troubles, goes, reads };
}

const on = (n: number, leaseS = 60) => ({ on: true, leaseS, n });

describe('a permission without a lease', () => {
  it('says in red from the start that it has none, with the reason and what to do', () => {
    expect(bench().said).toEqual([
      {
        device: { role: 'switch', id: 'psu' },
        there: false,
        setting: {
          name: 'lease',
          value: 'none ("only in this test"); permission stays if the gateway dies',
          safe: false,
          remedy: expect.stringContaining('in series'),
        },
      },
    ]);
  });

  it('is taken away when nobody renews, and again when it comes back on', async () => {
    const { kept, clock, orders, troubles, goes, reads } = bench();
    await kept.set(on(1));
    reads(true);
    clock.pass(30_000);
    await kept.set(on(2));
    clock.pass(59_000);
    goes(false);
    clock.pass(2000);
    expect(troubles).toEqual([{ code: 'expired' }]);
    goes(true);
    reads(true);
    reads(false);
    expect(orders).toEqual([true, true, false, false]);
  });

  it('tells only what is new, and when it was last heard', async () => {
    const { reports, said, reads, goes } = bench();
    reads(false);
    reads(false);
    reads(true);
    goes(false);
    expect(reports.map((report) => report.on)).toEqual([false, true, null]);
    expect(said.slice(1).map(({ there, seenMs }) => [there, seenMs])).toEqual([
      [true, 1000],
      [true, 1000],
      [false, undefined],
    ]);
  });

  it('keeps a fault through a silence, and says when it is mended', () => {
    const { kept, said, troubles, reads, goes } = bench();
    const fault = { code: 'denied', detail: 'BadUserAccessDenied' } as const;
    kept.heard({ on: false, fault });
    goes(false);
    expect(troubles).toEqual([{ code: 'fault', fault }]);
    expect(said.findLast(({ setting }) => setting?.name === 'enable')?.setting).toMatchObject({
      safe: false,
    });
    reads(false);
    expect(troubles.at(-1)).toEqual({ code: 'mended' });
    expect(said.at(-1)?.setting).toMatchObject({ safe: true, remedy: null });
  });

  it('at a stop takes it from an idle machine and waits for that, and leaves a job alone', async () => {
    const idle = bench();
    await idle.kept.set(on(1));
    idle.reads(true);
    const closed = idle.kept.close();
    expect(idle.orders).toEqual([true, false]);
    await Promise.resolve();
    idle.reads(false);
    await closed;
    expect(await idle.kept.set(on(2))).toBe(false);

    const job = bench();
    await job.kept.set(on(1, 900));
    job.reads(true);
    await job.kept.close();
    expect(job.orders).toEqual([true]);
    expect(job.troubles).toEqual([{ code: 'left-on' }]);
  });

  it('does not wait for ever for one that does not follow', async () => {
    const { kept, clock, reads } = bench();
    await kept.set(on(1));
    reads(true);
    let isClosed = false;
    const closed = kept.close().then(() => {
      isClosed = true;
    });
    while (!isClosed) {
      await Promise.resolve();
      clock.pass(100);
    }
    await closed;
    expect(clock.now()).toBeGreaterThanOrEqual(5000);
  });
});
