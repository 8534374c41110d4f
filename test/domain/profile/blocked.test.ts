// While a long command blocks the queue of a printer nothing is asked: every question would wait there and be answered
// out of its time. Lines and times by hand.

import { expect, it } from 'vitest';
import { type LinkEvent, newLink } from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import { derivingProfile } from './marlin-profile.ts';

const marlin = await derivingProfile();
const answers: Readonly<Record<string, readonly string[]>> = {
  M105: ['ok T:22.00 /0.00 B:22.00 /0.00 @:0 B@:0'],
  M27: ['Not SD printing', 'ok'],
  M114: ['X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0 Y:0 Z:0', 'ok'],
  M115: ['FIRMWARE_NAME:Marlin 1.1.9 (Github)', 'ok'],
};

/** A printer of which nothing comes by itself; it answers as long as `answering` says so. */
function printer() {
  let state = newLink(marlin);
  let nowMs = 0;
  let wakeAtMs: number | null = null;
  const sent: string[] = [];
  const made = { answering: true, sent, tell, pass, activity: () => state.status.activity };
  function tell(event: LinkEvent): void {
    const observed = observe(marlin, { state, event, nowMs });
    state = observed.state;
    wakeAtMs = observed.wakeAtMs;
    for (const effect of observed.effects) {
      if (effect.kind !== 'send') continue;
      const line = Buffer.from(effect.bytes).toString('latin1').trim();
      sent.push(line);
      if (made.answering) for (const text of answers[line] ?? ['ok']) tell({ kind: 'line', text });
    }
  }
  function pass(forMs: number): void {
    const untilMs = nowMs + forMs;
    while (wakeAtMs !== null && wakeAtMs <= untilMs) {
      nowMs = Math.max(wakeAtMs, nowMs);
      tell({ kind: 'time' });
    }
    nowMs = untilMs;
  }
  tell({ kind: 'opened', mayReset: false });
  pass(30_000);
  return made;
}

const busy: LinkEvent = { kind: 'line', text: 'echo:busy: processing' };

it('asks nothing between busy lines, and everything when the command is over', () => {
  const { sent, tell, pass, activity } = printer();
  expect(activity()).toBe('idle');
  sent.length = 0;
  for (let i = 0; i < 100; i++) {
    tell(busy);
    pass(2_000);
    expect(activity()).toBe('busy');
  }
  expect(sent).toEqual([]);
  pass(7_000);
  expect(new Set(sent)).toEqual(new Set(['M105', 'M27', 'M114']));
});

it('ends no access in between: what waits in the queue would be done to the next member', () => {
  const { sent, tell, pass } = printer();
  tell(busy);
  sent.length = 0;
  tell({ kind: 'end-access' });
  for (let i = 0; i < 4; i++) {
    pass(2_000);
    tell(busy);
  }
  expect(sent).toEqual([]);
});

it('has one command under way at a time, however slowly it is answered', () => {
  const made = printer();
  made.sent.length = 0;
  made.answering = false;
  made.pass(4_900);
  expect(made.sent).toHaveLength(1);
});
