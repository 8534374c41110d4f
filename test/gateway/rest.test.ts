// A look that found nothing is not repeated, until the state or the time is another.

import { describe, expect, it } from 'vitest';
import { emptyState } from '../../src/domain/journal/state.ts';
import { createRest } from '../../src/gateway/rest.ts';

const at = (atMs: number, monoMs = atMs) => ({ atMs, monoMs });

describe('a rest', () => {
  it('holds while state and time are as they were', () => {
    const state = emptyState('gateway-1');
    const rest = createRest();
    expect(rest.holds(state, at(0))).toBe(false);
    rest.begin(state, at(0), 1_000);
    expect(rest.holds(state, at(999))).toBe(true);
    expect(rest.holds(state, at(1_000))).toBe(false);
  });

  it('ends with an entry, with another state, and when it is told to', () => {
    const state = emptyState('gateway-1');
    const rest = createRest();
    rest.begin(state, at(0), 1_000);
    expect(rest.holds(emptyState('gateway-1'), at(1))).toBe(false);
    state.seq += 1;
    expect(rest.holds(state, at(1))).toBe(false);
    rest.begin(state, at(1), 1_000);
    rest.end();
    expect(rest.holds(state, at(2))).toBe(false);
  });

  it('inv. 4: ends with either clock: one that is set forward may bring a date', () => {
    const state = emptyState('gateway-1');
    const rest = createRest();
    rest.begin(state, at(0), 1_000);
    expect(rest.holds(state, at(3_600_000, 1))).toBe(false);
    expect(rest.holds(state, at(1, 3_600_000))).toBe(false);
  });
});
