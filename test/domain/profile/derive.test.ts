// What a controller without a word for its state is doing, as rows: what was heard and when, and what it comes to.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clue } from '../../../src/domain/profile/clue.ts';
import { type Clues, derive, derivesAtMs, noClues, noticed } from '../../../src/domain/profile/derive.ts';
import { interpret, stateOf } from '../../../src/domain/profile/interpret.ts';
import { derivingProfile } from './marlin-profile.ts';

const marlin = await derivingProfile();
const { derive: rules } = marlin;

/** Milliseconds, and a line of the controller. */
type Heard = readonly [atMs: number, line: string];

const cold = 'ok T:22.00 /0.00 B:22.00 /0.00 @:0 B@:0';
const heating = ' T:90.00 /200.00 B:55.00 /60.00 @:127 B@:127';
const hot = ' T:200.00 /200.00 B:60.00 /60.00 @:64 B@:30';
const dip = ' T:194.00 /200.00 B:60.00 /60.00 @:127 B@:30';
const here = 'X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0 Y:0 Z:0';
const there = 'X:10.00 Y:0.00 Z:0.00 E:1.00 Count X:400 Y:0 Z:0';
const noFile = 'Not SD printing';
const busy = 'echo:busy: processing';

function clueOf(line: string): Clue {
  const frame = interpret(marlin, line, 'mm');
  if (frame?.kind !== 'clue') throw new Error(`${line} is no clue`);
  return frame.clue;
}

function after(heard: readonly Heard[]): Clues {
  return heard.reduce<Clues>(
    (clues, [nowMs, line]) => noticed(clues, { clue: clueOf(line), rules, nowMs }),
    noClues,
  );
}

function activityAt(heard: readonly Heard[], at: { nowMs: number; job?: boolean }) {
  const { nowMs, job = false } = at;
  const { state, sub } = derive(rules, { clues: after(heard), job, nowMs });
  const { activity, substate } = stateOf(marlin, { state, sub });
  return substate === null ? activity : `${activity}/${substate}`;
}

/** Cold and still, heard for ten seconds. */
const still: readonly Heard[] = [
  [0, cold],
  [0, noFile],
  [0, here],
  [10_000, cold],
  [10_000, noFile],
  [10_000, here],
];
const hotStill: readonly Heard[] = [...still, [10_000, hot]];

describe('inv. 7: what is derived', () => {
  it.each<[string, readonly Heard[], number, boolean, string]>([
    ['nothing heard', [], 0, false, 'unknown'],
    ['only temperatures', [[0, cold]], 5_000, false, 'unknown'],
    ['no word of a file', still.filter(([, line]) => line !== noFile), 10_000, false, 'unknown'],
    ['no position', still.filter(([, line]) => line !== here), 10_000, false, 'unknown'],
    ['one position only', still.slice(0, 3), 3_999, false, 'unknown'],
    ['all there, cold and still', still, 10_000, false, 'idle/heaters-off'],
    ['all there, too long ago', still, 30_000, false, 'unknown'],
    ['hot and still, no job', hotStill, 10_000, false, 'idle/hot'],
    ['hot and still in a job: its host has stopped sending', hotStill, 10_000, true, 'paused/hot'],
    ['warming up', [...still, [10_000, heating]], 10_000, false, 'heating'],
    ['a dip of what was hot', [...hotStill, [11_000, dip]], 11_000, false, 'idle/hot'],
    ['moving hot', [...hotStill, [11_000, there]], 11_000, false, 'running'],
    ['moving cold', [...still, [11_000, there]], 11_000, false, 'busy/cold-move'],
    ['moved a moment ago', [...still, [11_000, there], [14_000, there]], 14_000, false, 'busy/cold-move'],
    [
      'stands again',
      [...still, [11_000, there], [15_000, there], [15_000, noFile]],
      15_000,
      false,
      'idle/heaters-off',
    ],
    ['busy', [...still, [11_000, busy]], 11_000, false, 'busy'],
    ['busy five seconds ago, nothing told since', [...still, [11_000, busy]], 16_500, false, 'busy'],
    ['busy ten seconds ago, nothing told since', [...still, [11_000, busy]], 21_500, false, 'unknown'],
    [
      'waits for a person',
      [...hotStill, [11_000, 'echo:busy: paused for user']],
      11_000,
      true,
      'paused/waits-for-person',
    ],
    ['heats while busy', [...still, [11_000, heating], [11_000, busy]], 11_000, false, 'heating'],
    ['a file is read', [...hotStill, [11_000, 'SD printing byte 100/9000']], 11_000, false, 'running/card'],
    [
      'a file is read, and busy',
      [...hotStill, [11_000, 'SD printing byte 100/9000'], [12_000, busy]],
      12_000,
      false,
      'running/card',
    ],
    [
      'zero of zero bytes is no file',
      [...still, [11_000, 'SD printing byte 0/0']],
      11_000,
      false,
      'idle/heaters-off',
    ],
    ['told of a pause', [...hotStill, [11_000, '//action:paused']], 11_000, true, 'paused'],
    [
      'told of a pause, then cold',
      [...hotStill, [11_000, '//action:paused'], [12_000, cold]],
      12_000,
      true,
      'paused/heaters-off',
    ],
    ['parks in a pause', [...hotStill, [11_000, '//action:paused'], [12_000, there]], 12_000, true, 'paused'],
    [
      'goes on without a word',
      [...hotStill, [11_000, '//action:paused'], [60_000, hot], [60_000, there]],
      60_000,
      true,
      'running',
    ],
    [
      'told to go on',
      [...hotStill, [11_000, '//action:paused'], [12_000, '//action:resumed'], [12_000, there]],
      12_000,
      true,
      'running',
    ],
    ['told to cancel', [...hotStill, [11_000, '//action:cancel']], 12_000, true, 'cancelling'],
    ['cancelled a while ago', [...hotStill, [11_000, '//action:cancel']], 21_000, false, 'idle/hot'],
  ])('%s', (_, heard, nowMs, job, expected) => {
    expect(activityAt(heard, { nowMs, job })).toBe(expected);
  });

  it('a file that is not read on is held after a while, and not before', () => {
    const held: Heard[] = [...hotStill, [11_000, 'SD printing byte 100/9000']];
    for (let atMs = 13_000; atMs <= 71_000; atMs += 2_000)
      held.push([atMs, 'SD printing byte 100/9000'], [atMs, hot], [atMs, here]);
    expect(activityAt(held, { nowMs: 70_900, job: true })).toBe('running/card');
    expect(activityAt(held, { nowMs: 71_000, job: true })).toBe('paused/card');
  });
});

/** Mostly quiet, or nothing would ever be idle. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(cold, noFile, here) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(heating, hot, there, busy, 'SD printing byte 5/9', '//action:paused'),
  },
);
const heards = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2_500 }), line), { maxLength: 40 })
  .map((steps) => {
    const heard: Heard[] = [];
    for (const [passMs, text] of steps) heard.push([(heard.at(-1)?.[0] ?? 0) + passMs, text]);
    return heard;
  });

describe('whatever is heard', () => {
  let idles = 0;
  it('inv. 7: idle is said only when all that it takes was heard within twenty seconds, and was quiet', () => {
    fc.assert(
      fc.property(heards, fc.integer({ min: 0, max: 25_000 }), fc.boolean(), (heard, laterMs, job) => {
        const nowMs = (heard.at(-1)?.[0] ?? 0) + laterMs;
        if (!activityAt(heard, { nowMs, job }).startsWith('idle')) return;
        idles += 1;
        const lately = heard.filter(([atMs]) => nowMs - atMs < 20_000).map(([, text]) => text);
        const last = (some: (text: string) => boolean) => heard.findLast(([, text]) => some(text))?.[1];
        expect(lately.some((text) => text.includes('T:'))).toBe(true);
        expect(lately).toContain(noFile);
        expect(lately.some((text) => text.startsWith('X:'))).toBe(true);
        expect(last((text) => text.includes('T:'))).not.toBe(heating);
        expect(last((text) => text === noFile || text.startsWith('SD'))).toBe(noFile);
        const busyMs = heard.findLast(([, text]) => text === busy)?.[0] ?? -Infinity;
        expect(nowMs - busyMs).toBeGreaterThanOrEqual(5_000);
      }),
      { numRuns: 4_000 },
    );
    // A property that is never put to the test proves nothing.
    expect(idles).toBeGreaterThan(50);
  });

  it('changes by time alone only when it said that it would', () => {
    fc.assert(
      fc.property(heards, fc.integer({ min: 1, max: 60_000 }), (heard, laterMs) => {
        const nowMs = heard.at(-1)?.[0] ?? 0;
        const nextMs = derivesAtMs(rules, after(heard), nowMs) ?? Number.POSITIVE_INFINITY;
        if (nowMs + laterMs >= nextMs) return;
        expect(activityAt(heard, { nowMs: nowMs + laterMs })).toBe(activityAt(heard, { nowMs }));
      }),
      { numRuns: 2_000 },
    );
  });
});
