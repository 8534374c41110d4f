// One link for ever: silence is noticed, everything is torn down before the next attempt, and attempts grow rare.

import { describe, expect, it } from 'vitest';
import { type KeepLinkOptions, keepLink } from '../../../src/adapters/opcua/keep-link.ts';
import type { OpenedMachine, OpenMachine } from '../../../src/adapters/opcua/machine-opener.ts';
import type { OpenedClient } from '../../../src/adapters/opcua/open-client.ts';
import { usualPace } from '../../../src/adapters/opcua/worker-messages.ts';
import { LinkFault } from '../../../src/edge/link-fault.ts';
import { handTimers, settle } from '../../fakes/hand-timers.ts';

type Attempt = Parameters<OpenMachine>[0] & {
  open(machine?: Partial<OpenedMachine>): void;
  fail(fault: unknown): void;
};

/** A link whose attempts the test brings to an end. */
function linkUnderTest(options: Partial<KeepLinkOptions> = {}) {
  const hand = handTimers();
  const attempts: Attempt[] = [];
  const told: string[] = [];
  const alive = { now: 0, most: 0 };
  const ending: (() => void)[] = [];
  const open: OpenMachine = (attempt) => {
    const { promise, resolve, reject } = Promise.withResolvers<OpenedMachine>();
    const machine: OpenedMachine = {
      name: 'Mill',
      keepAliveMs: 5_000,
      troubles: () => [],
      permit: async () => null,
      stop: null,
    };
    attempts.push({ ...attempt, open: (changes) => resolve({ ...machine, ...changes }), fail: reject });
    return promise;
  };
  const link = keepLink({
    open,
    pace: usualPace,
    timers: hand.timers,
    random: () => 0.5,
    events: {
      up: (name) => told.push(`up ${name}`),
      rechecked: () => told.push('rechecked'),
      heard: ({ seen }) => told.push(`heard ${seen.activity}`),
      permission: () => undefined,
      alive: () => undefined,
      down: ({ trouble }) => told.push(`down ${trouble.code}`),
    },
    ...options,
  });
  const client = (endsByItself = true): OpenedClient => {
    alive.now += 1;
    alive.most = Math.max(alive.most, alive.now);
    return {
      client: null as never,
      end: () =>
        new Promise((resolve) => {
          const end = (): void => {
            alive.now -= 1;
            resolve();
          };
          if (endsByItself) end();
          else ending.push(end);
        }),
    };
  };
  return { ...hand, link, attempts, told, alive, client, ending, last: () => attempts.at(-1) as Attempt };
}

const idle = {
  seen: { activity: 'idle', substate: null, raw: 'NotExecuting' },
  readings: {},
  job: null,
  program: null,
} as const;

describe('a link', () => {
  it('that fails is tried again, more and more slowly, for ever', async () => {
    const { attempts, last, advance, monoMs } = linkUnderTest();
    const gaps: number[] = [];
    for (let i = 0; i < 8; i++) {
      last().fail(new LinkFault('host-refused'));
      const fromMs = monoMs();
      const before = attempts.length;
      while (attempts.length === before) await advance(100);
      gaps.push(Math.round((monoMs() - fromMs) / 1_000));
    }
    expect(gaps).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it('leaves a part of each delay to chance', async () => {
    for (const [random, leastMs, mostMs] of [
      [() => 0, 600, 700],
      [() => 0.999, 1_200, 1_300],
    ] as const) {
      const { attempts, last, advance, monoMs } = linkUnderTest({ random });
      last().fail(new LinkFault('host-refused'));
      while (attempts.length === 1) await advance(10);
      expect(monoMs()).toBeGreaterThan(leastMs);
      expect(monoMs()).toBeLessThanOrEqual(mostMs);
    }
  });

  it('is tried again soon once it had held for a while, and as rarely as before when it had not', async () => {
    const { attempts, last, advance, told, monoMs } = linkUnderTest();
    const delayMs = async (): Promise<number> => {
      const [before, fromMs] = [attempts.length, monoMs()];
      while (attempts.length === before) await advance(100);
      return monoMs() - fromMs;
    };
    for (let i = 0; i < 6; i++) {
      last().fail(new LinkFault('host-refused'));
      await delayMs();
    }
    last().open();
    await advance(5_000);
    last().events.ended();
    expect(await delayMs()).toBeGreaterThan(29_000);
    last().open();
    await advance(1);
    for (let i = 0; i < 10; i++) {
      last().events.alive();
      await advance(5_000);
    }
    last().events.ended();
    expect(await delayMs()).toBeLessThan(1_200);
    expect(told.filter((what) => what === 'up Mill')).toHaveLength(2);
  });

  it('ends when the server has been silent for three keep-alives, and not sooner', async () => {
    const { last, advance, told } = linkUnderTest();
    last().open();
    await advance(14_000);
    last().events.alive();
    await advance(14_900);
    expect(told).toEqual(['up Mill']);
    await advance(200);
    expect(told).toEqual(['up Mill', 'down server-silent']);
  });

  it('inv. 10: believes no server that wants to be silent for an hour', async () => {
    const { last, advance, told } = linkUnderTest();
    last().open({ keepAliveMs: 3_600_000 });
    await advance(300_100);
    expect(told.at(-1)).toBe('down server-silent');
  });

  it('gives up an attempt that takes too long, and whatever it still brings about', async () => {
    const { last, attempts, advance, told, client, alive } = linkUnderTest();
    const first = last();
    first.onClient(client());
    await advance(30_100);
    expect(told).toEqual(['down server-silent']);
    expect(alive.now).toBe(0);
    // The abandoned attempt comes to life too late.
    expect(() => first.onClient(client())).toThrow(LinkFault);
    first.events.heard(idle);
    first.events.alive();
    first.open();
    await advance(1_100);
    expect(attempts).toHaveLength(2);
    expect(told).toEqual(['down server-silent']);
  });

  it('inv. 10: has never more than the clients of one attempt: the next waits until all is torn down', async () => {
    const { last, attempts, advance, client, alive, ending } = linkUnderTest();
    last().onClient(client(false));
    last().fail(new LinkFault('link-lost'));
    await advance(120_000);
    expect(attempts).toHaveLength(1);
    for (const end of ending.splice(0)) end();
    await advance(1_100);
    expect(attempts).toHaveLength(2);
    expect(alive).toEqual({ now: 0, most: 1 });
  });

  it('looks again whether the server may still be spoken to', async () => {
    const { last, advance, told } = linkUnderTest();
    let isTrusted = true;
    last().open({
      keepAliveMs: 60_000,
      troubles() {
        if (isTrusted) return [];
        throw new LinkFault('certificate-unknown', { sha1: 'ab' });
      },
    });
    await advance(31_000);
    isTrusted = false;
    await advance(30_000);
    expect(told).toEqual(['up Mill', 'rechecked', 'down certificate-unknown']);
  });

  it('tells whatever else is thrown as a lost link, with its cause', async () => {
    const downs: LinkFault[] = [];
    const events = {
      up: () => undefined,
      rechecked: () => undefined,
      heard: () => undefined,
      permission: () => undefined,
      alive: () => undefined,
    };
    const { last } = linkUnderTest({ events: { ...events, down: (fault) => downs.push(fault) } });
    const cause = new TypeError('what a library throws');
    last().fail(cause);
    await settle();
    expect(downs).toMatchObject([{ trouble: { code: 'link-lost' }, cause }]);
  });

  it('that is closed tears down what there is, says nothing more and leaves no timer', async () => {
    for (const when of ['opening', 'open', 'waiting'] as const) {
      const { link, last, advance, told, client, alive, waiting, attempts } = linkUnderTest();
      last().onClient(client());
      if (when === 'open') last().open();
      if (when === 'waiting') last().fail(new LinkFault('host-refused'));
      await advance(10);
      const before = [...told];
      await link.close();
      expect(alive.now).toBe(0);
      expect(waiting()).toBe(0);
      await advance(100_000);
      expect(told).toEqual(before);
      expect(attempts).toHaveLength(1);
    }
  });
});
