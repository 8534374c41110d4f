// An alarm that comes while a question is still open: what was told before it does not hold any more.

import { expect, it } from 'vitest';
import { type LinkEvent, newLink } from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import { grblProfile } from './grbl-profile.ts';

it('inv. 7: the idle from before an alarm is never told after it', async () => {
  const profile = await grblProfile();
  const line = (text: string): LinkEvent => ({ kind: 'line', text });
  const history: readonly (readonly [number, LinkEvent])[] = [
    [0, { kind: 'opened', mayReset: false }],
    [10, line('<Idle|MPos:0.000,0.000,0.000|FS:0,0>')],
    [20, line('ALARM:1')],
    [5000, { kind: 'time' }],
    [10_000, { kind: 'time' }],
  ];
  let state = newLink(profile);
  const told: string[] = [];
  for (const [nowMs, event] of history) {
    const observed = observe(profile, { state, event, nowMs });
    state = observed.state;
    for (const effect of observed.effects) if (effect.kind === 'report') told.push(effect.report.activity);
  }
  expect(told).not.toContain('idle');
});
