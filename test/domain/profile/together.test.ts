// A state that is told in several answers: idle only when all are there, fresh, and say so.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import { type Parts, together, withPart } from '../../../src/domain/profile/together.ts';

const rules = { frames: ['estop', 'machine', 'program'], withinMs: 5000 };
const none: Parts = new Map();
const part = (parts: Parts, said: { id: string; activity: Activity; atMs: number }): Parts =>
  withPart(parts, { id: said.id, activity: said.activity, substate: null, raw: said.activity }, said.atMs);
const parts = (...activities: Activity[]): Parts =>
  activities.reduce((all, activity, i) => part(all, { id: rules.frames[i] ?? '', activity, atMs: 0 }), none);

it.each<[string, Parts, number, Activity | undefined]>([
  ['nothing was told', none, 0, undefined],
  ['one is missing', parts('idle', 'idle'), 0, undefined],
  ['all are idle', parts('idle', 'idle', 'idle'), 0, 'idle'],
  ['one is too old', parts('idle', 'idle', 'idle'), 5000, undefined],
  ['the last one works', parts('idle', 'idle', 'running'), 0, 'running'],
  ['the first one presses more', parts('estop', 'sleeping', 'running'), 0, 'estop'],
  ['inv. 7: an unknown word is never idle', parts('idle', 'idle', 'unknown'), 0, 'unknown'],
])('%s', (_, told, nowMs, activity) => {
  expect(together(rules, told, nowMs)?.activity).toBe(activity);
});

it('inv. 7: is idle only when each of them said idle within the time', () => {
  const said = fc.record({
    id: fc.constantFrom(...rules.frames),
    activity: fc.constantFrom<Activity>('idle', 'running', 'estop', 'unknown'),
    afterMs: fc.integer({ min: 0, max: 4000 }),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), (all) => {
      let nowMs = 0;
      let told: Parts = none;
      for (const { id, activity, afterMs } of all) {
        nowMs += afterMs;
        told = part(told, { id, activity, atMs: nowMs });
        const idle = rules.frames.every((frame) => {
          const last = told.get(frame);
          return last?.activity === 'idle' && nowMs - last.atMs < rules.withinMs;
        });
        expect(together(rules, told, nowMs)?.activity === 'idle').toBe(idle);
      }
    }),
  );
});
