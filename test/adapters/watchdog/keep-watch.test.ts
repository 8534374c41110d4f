// The rounds of the watchdog: the service manager hears a sign of life only after everything has answered.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepWatch } from '../../../src/adapters/watchdog/keep-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Fault = Error | 'never' | null;

function watching(options: { watchdogMs?: number | null; deaf?: boolean } = {}) {
  const told: string[] = [];
  const asked: number[] = [];
  const logged: string[] = [];
  const counted: string[] = [];
  const world = { answer: null as Fault, deaf: options.deaf ?? false };
  const log = (_facts: object, text: string): void => void logged.push(text);
  const watch = keepWatch({
    manager: {
      watchdogMs: options.watchdogMs === undefined ? 60_000 : options.watchdogMs,
      async tell(assignment) {
        if (world.deaf) throw new Error('nobody hears');
        told.push(assignment);
      },
    },
    ask(limitMs) {
      asked.push(limitMs);
      const { answer } = world;
      if (answer === 'never') {
        return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('silence')), limitMs));
      }
      return answer ? Promise.reject(answer) : Promise.resolve();
    },
    log: { info: log, warn: log, error: log },
    meters: { count: (name, labels) => void counted.push(`${name} ${labels?.outcome ?? ''}`.trim()) },
  });
  const turn = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  return { watch, told, asked, logged, counted, world, turn };
}

describe('the watchdog', () => {
  it('says that it is ready, then that it lives, four times in the time that is waited', async () => {
    const { told, asked, turn } = watching();
    await turn(0);
    expect(told).toEqual(['READY=1', 'WATCHDOG=1']);
    await turn(59_999);
    expect(told).toEqual(['READY=1', ...Array.from({ length: 4 }, () => 'WATCHDOG=1')]);
    expect(new Set(asked)).toEqual(new Set([10_000]));
  });

  it('says nothing while something is silent, names that once, and goes on when it answers', async () => {
    const { told, world, logged, counted, turn } = watching();
    await turn(0);
    world.answer = 'never';
    await turn(120_000);
    expect(told).toEqual(['READY=1', 'WATCHDOG=1']);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('did not come through');
    expect(counted.filter((one) => one === 'watchdog_probes_total silent').length).toBeGreaterThanOrEqual(7);
    world.answer = null;
    await turn(15_000);
    expect(told.at(-1)).toBe('WATCHDOG=1');
    expect(logged[1]).toContain('comes through again');
  });

  it('inv. 10: never asks twice at once, however slow the answer', async () => {
    const { asked, world, turn } = watching({ watchdogMs: 8_000 });
    world.answer = 'never';
    await turn(0);
    expect(asked).toEqual([2_000]);
    await turn(1_999);
    expect(asked).toHaveLength(1);
    await turn(2_010);
    expect(asked).toHaveLength(3);
  });

  it('asks nothing where systemd waits for no sign of life', async () => {
    const { told, asked, turn } = watching({ watchdogMs: null });
    await turn(600_000);
    expect({ told, asked }).toEqual({ told: ['READY=1'], asked: [] });
  });

  it('says that it stops, and nothing after that', async () => {
    const { watch, told, turn } = watching();
    await turn(0);
    await watch.close();
    await turn(600_000);
    expect(told).toEqual(['READY=1', 'WATCHDOG=1', 'STOPPING=1']);
  });

  it('lets a probe that is under way end in silence when it stops', async () => {
    const { watch, told, world, turn } = watching();
    world.answer = 'never';
    await turn(0);
    await watch.close();
    await turn(600_000);
    expect(told).toEqual(['READY=1', 'STOPPING=1']);
  });

  it('counts what could not be told, says so once, and goes on', async () => {
    const { told, world, logged, counted, turn } = watching({ deaf: true });
    await turn(60_100);
    expect(logged).toHaveLength(1);
    expect(counted.filter((one) => one === 'service_messages_failed_total')).toHaveLength(6);
    world.deaf = false;
    await turn(15_000);
    expect(told).toEqual(['WATCHDOG=1']);
  });
});
