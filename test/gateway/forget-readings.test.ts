// Readings are taken out of the diary by their age, slice by slice, unless they are kept.

import { describe, expect, it } from 'vitest';
import type { Retention } from '../../src/domain/retention.ts';
import { createForgetReadings } from '../../src/gateway/forget-readings.ts';
import { openWorld } from '../fakes/fake-world.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');
const quiet = { info() {}, warn() {}, error() {} };

async function nights(retention: Retention, answers: ('more' | 'done' | 'fault')[]) {
  const { gateway } = await openWorld();
  const asked: number[] = [];
  let monoMs = 0;
  const committer = {
    durable: gateway.state,
    stamp: () => ({ atMs: nowMs + 5, monoMs }),
  } as Parameters<typeof createForgetReadings>[0]['committer'];
  const work = createForgetReadings({
    committer,
    clock: { wallMs: () => nowMs },
    log: quiet,
    retention,
    diary: {
      async forget(beforeMs) {
        asked.push(beforeMs);
        const answer = answers.shift() ?? 'done';
        if (answer === 'fault') throw new Error('as planned');
        return answer;
      },
    },
  });
  const tick = async (): Promise<void> => {
    work.due();
    await new Promise(setImmediate);
  };
  return { asked, tick, work, later: (ms: number) => (monoMs += ms) };
}

describe('forgetting readings', () => {
  it('goes on until nothing is left, once a night', async () => {
    const { asked, tick } = await nights({ tapsDays: 7, readingsDays: 10 }, ['more', 'more', 'done']);
    for (let time = 0; time < 6; time++) await tick();
    const beforeMs = nowMs - 10 * 86_400_000;
    expect(asked).toEqual([beforeMs, beforeMs, beforeMs]);
  });

  it('asks for nothing where they are kept', async () => {
    const { asked, tick } = await nights({ tapsDays: 7, readingsDays: null }, []);
    await tick();
    expect(asked).toEqual([]);
  });

  it('rests for ten minutes after a fault, and begins nothing once it is stopped', async () => {
    const { asked, tick, later, work } = await nights({ tapsDays: 7, readingsDays: 10 }, ['fault', 'more']);
    await tick();
    later(599_999);
    await tick();
    expect(asked).toHaveLength(1);
    later(1);
    await tick();
    expect(asked).toHaveLength(2);
    await work.stop();
    await tick();
    expect(asked).toHaveLength(2);
  });
});
