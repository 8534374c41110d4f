// When changes go out to those who look: the first at once, what follows it merged.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flushLater } from '../../src/api/live.ts';
import type { LiveStreams } from '../../src/api/live-streams.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param tellingMs how long one flush takes */
function changes(tellingMs: number) {
  let nowMs = 1000;
  const flush = vi.fn(() => {
    nowMs += tellingMs;
  });
  const changed = flushLater(() => ({ flush }) as unknown as LiveStreams, { monoMs: () => nowMs });
  const pass = (ms: number) => {
    nowMs += ms;
    vi.advanceTimersByTime(ms);
  };
  return { flush, changed, pass };
}

it('tells the first change at the end of its turn', () => {
  const { flush, changed, pass } = changes(1);
  changed();
  changed();
  expect(flush).not.toHaveBeenCalled();
  pass(0);
  expect(flush).toHaveBeenCalledTimes(1);
});

it.each([
  { tellingMs: 0.05, gapMs: 0 },
  { tellingMs: 1, gapMs: 10 },
  { tellingMs: 1.5, gapMs: 15 },
  { tellingMs: 2, gapMs: 20 },
  { tellingMs: 400, gapMs: 20 },
])('after a telling of $tellingMs ms what follows waits for $gapMs ms, merged', ({ tellingMs, gapMs }) => {
  const { flush, changed, pass } = changes(tellingMs);
  changed();
  pass(0);
  changed();
  if (gapMs > 0) {
    pass(gapMs - 1);
    changed();
    expect(flush).toHaveBeenCalledTimes(1);
  }
  pass(gapMs > 0 ? 1 : 0);
  expect(flush).toHaveBeenCalledTimes(2);
  pass(100);
  expect(flush).toHaveBeenCalledTimes(2);
  changed();
  pass(0);
  expect(flush).toHaveBeenCalledTimes(3);
});
