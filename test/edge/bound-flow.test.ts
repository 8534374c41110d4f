// A flood loses steps in between, counted, and never its last word.

import { describe, expect, it } from 'vitest';
import { boundFlow } from '../../src/edge/bound-flow.ts';
import { handTimers } from '../fakes/hand-timers.ts';

function flowUnderTest() {
  const hand = handTimers();
  const passed: number[] = [];
  let dropped = 0;
  const flow = boundFlow<number>({
    ...hand,
    perSecond: 3,
    pass: (item) => passed.push(item),
    onDropped: () => {
      dropped += 1;
    },
  });
  return { ...hand, flow, passed, dropped: () => dropped };
}

describe('inv. 10: a flood', () => {
  it('is held to so many in a second, and to its last word after it', async () => {
    const { flow, passed, dropped, advance } = flowUnderTest();
    for (let i = 1; i <= 1_000; i++) flow.push(i);
    expect(passed).toEqual([1, 2, 3]);
    await advance(1_000);
    expect(passed).toEqual([1, 2, 3, 1_000]);
    expect(dropped()).toBe(996);
  });

  it('that goes on stays bounded, and is in order', async () => {
    const { flow, passed, advance } = flowUnderTest();
    for (let i = 0; i < 10_000; i++) {
      flow.push(i);
      await advance(1);
    }
    expect(passed.length).toBeLessThanOrEqual(3 * 11);
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
  });

  it('that is over loses nothing', async () => {
    const { flow, passed, dropped, advance } = flowUnderTest();
    for (let i = 0; i < 20; i++) {
      flow.push(i);
      await advance(400);
    }
    expect(passed).toHaveLength(20);
    expect(dropped()).toBe(0);
  });

  it('that is forgotten says nothing later', async () => {
    const { flow, passed, advance, waiting } = flowUnderTest();
    for (let i = 1; i <= 5; i++) flow.push(i);
    flow.clear();
    expect(waiting()).toBe(0);
    await advance(5_000);
    expect(passed).toEqual([1, 2, 3]);
  });
});
