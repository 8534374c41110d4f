// When changes go out to those who look: the first at once, what follows it merged.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flushLater } from '../../src/api/live.ts';
import type { LiveStreams } from '../../src/api/live-streams.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the first change at the end of its turn, and those that follow at most every 20 ms', () => {
  let nowMs = 1000;
  const pass = (ms: number) => {
    nowMs += ms;
    vi.advanceTimersByTime(ms);
  };
  const flush = vi.fn();
  const changed = flushLater(() => ({ flush }) as unknown as LiveStreams, { monoMs: () => nowMs });
  changed();
  changed();
  expect(flush).not.toHaveBeenCalled();
  pass(0);
  expect(flush).toHaveBeenCalledTimes(1);
  changed();
  pass(19);
  changed();
  expect(flush).toHaveBeenCalledTimes(1);
  pass(1);
  expect(flush).toHaveBeenCalledTimes(2);
  pass(100);
  expect(flush).toHaveBeenCalledTimes(2);
  changed();
  pass(0);
  expect(flush).toHaveBeenCalledTimes(3);
});
