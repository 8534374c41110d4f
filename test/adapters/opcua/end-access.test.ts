// The end of access at an OPC UA machine: what is believed, and for how long it is waited.

import { describe, expect, it } from 'vitest';
import { createEndAccess, endLimitMs, type JobNow } from '../../../src/adapters/opcua/end-access.ts';
import type { StopAnswer } from '../../../src/adapters/opcua/stop-job.ts';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import type { JobKnown } from '../../../src/edge/follow-job.ts';
import { handTimers, settle } from '../../fakes/hand-timers.ts';

function bench(activity: Activity, job: JobKnown['state'] = 'unknown') {
  const hand = handTimers();
  const is = (word: Activity, state: JobKnown['state']): JobNow => ({
    seen: { activity: word, substate: null, raw: null },
    job: { state, id: null },
  });
  let now: JobNow | null = is(activity, job);
  let answer: () => Promise<StopAnswer> = async () => 'taken';
  let [orders, isOrderable] = [0, true];
  const stop = () => {
    orders += 1;
    return answer();
  };
  const ending = createEndAccess({ ...hand, now: () => now, stop: () => (isOrderable ? stop : null) });
  return {
    ...hand,
    ending,
    orders: () => orders,
    onlyRead() {
      isOrderable = false;
    },
    answers(give: () => Promise<StopAnswer>) {
      answer = give;
    },
    becomes(word: Activity | null, state: JobKnown['state'] = 'unknown') {
      now = word && is(word, state);
      ending.changed();
    },
  };
}

describe('inv. 9: the end of access', () => {
  it.each([
    ['idle', 'none'],
    ['idle', 'over'],
    ['idle', 'unknown'],
    ['alarm', 'over'],
  ] as const)('of a machine that is %s, its job %s, needs no order', async (activity, job) => {
    const { ending, orders } = bench(activity, job);
    expect(await ending.end()).toBe('not-needed');
    expect(orders()).toBe(0);
  });

  it.each([
    ['running', 'unknown'],
    ['paused', 'under-way'],
    // Quiet, but its job is not over.
    ['idle', 'under-way'],
    // Inv. 7: unknown is never quiet.
    ['unknown', 'unknown'],
  ] as const)('of a machine that is only read, %s, its job %s, is refused', async (activity, job) => {
    const { ending, onlyRead } = bench(activity, job);
    onlyRead();
    expect(await ending.end()).toBe('refused');
  });

  it('is confirmed when nothing moves and the job is over, not by the answer', async () => {
    const { ending, becomes } = bench('running', 'under-way');
    let outcome: string | null = null;
    void ending.end().then((said) => {
      outcome = said;
    });
    await settle();
    becomes('idle', 'under-way');
    await settle();
    expect(outcome).toBeNull();
    becomes('idle', 'over');
    await settle();
    expect(outcome).toBe('confirmed');
  });

  it('waits for what moves without a job, and orders nothing', async () => {
    const { ending, becomes, orders } = bench('jogging', 'none');
    const outcome = ending.end();
    becomes('idle', 'none');
    expect(await outcome).toBe('confirmed');
    expect(orders()).toBe(0);
  });

  it('is refused where the server says no, and unknown where it goes away', async () => {
    const no = bench('running');
    no.answers(async () => 'refused');
    expect(await no.ending.end()).toBe('refused');
    const gone = bench('running');
    gone.answers(() => Promise.reject(new Error('gone')));
    expect(await gone.ending.end()).toBe('unknown');
    const lost = bench('running');
    const outcome = lost.ending.end();
    lost.becomes(null);
    expect(await outcome).toBe('unknown');
    expect(await lost.ending.end()).toBe('unknown');
  });

  it('is unknown after ten seconds where the order was taken and nothing ends', async () => {
    const { ending, advance } = bench('running');
    let outcome: string | null = null;
    void ending.end().then((said) => {
      outcome = said;
    });
    await advance(endLimitMs - 1);
    expect(outcome).toBeNull();
    await advance(1);
    expect(outcome).toBe('unknown');
  });
});
