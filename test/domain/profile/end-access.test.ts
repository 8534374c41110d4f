// The script that ends access, row by row: what is sent, in which order, and what comes of it.

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import { beginScript, type ScriptSign, stepScript } from '../../../src/domain/profile/end-access.ts';
import { grblProfile } from './grbl-profile.ts';

const { sessionEnd } = await grblProfile();
if (!sessionEnd) throw new Error('the Grbl profile has no end of access');
const intent = sessionEnd;
const door = 0x84;
const reset = 0x18;

const see = (activity: Activity, substate: string | null = null): ScriptSign => ({
  kind: 'status',
  activity,
  substate,
});
const greet: ScriptSign = { kind: 'frame', id: 'greeting' };
const time: ScriptSign = { kind: 'time' };

/** What was sent, and the outcome, as one list. */
function play(
  from: Activity | null,
  history: readonly (readonly [number, ScriptSign])[],
): (number | string)[] {
  let turn = beginScript(intent, { activity: from, nowMs: 0 });
  const out: (number | string)[] = turn.send.flat();
  if (turn.outcome) out.push(turn.outcome);
  for (const [nowMs, sign] of history) {
    if (!turn.script) break;
    turn = stepScript(intent, { script: turn.script, sign, nowMs });
    out.push(...turn.send.flat());
    if (turn.outcome) out.push(turn.outcome);
  }
  return out;
}

type Row = readonly [
  string,
  Activity | null,
  readonly (readonly [number, ScriptSign])[],
  readonly (number | string)[],
];

const rows: readonly Row[] = [
  [
    'stops, then forgets, then is sure',
    'running',
    [
      [500, see('door', 'closed')],
      [600, greet],
    ],
    [door, reset, 'confirmed'],
  ],
  [
    'a status after the reset is as good as the greeting',
    'paused',
    [
      [500, see('door', 'closed')],
      [700, see('idle')],
    ],
    [door, reset, 'confirmed'],
  ],
  [
    'inv. 8: forgets nothing while it still slows down',
    'running',
    [
      [100, see('pausing', 'door')],
      [200, see('running')],
      [6000, time],
    ],
    [door, 'refused'],
  ],
  [
    'inv. 8: an open door is a stop too',
    'idle',
    [
      [10, see('door', 'open')],
      [20, greet],
    ],
    [door, reset, 'confirmed'],
  ],
  [
    'inv. 8: a door of unknown kind is not',
    'idle',
    [
      [10, see('door')],
      [6000, time],
    ],
    [door, 'refused'],
  ],
  ['silence is unknown', 'running', [[6000, time]], [door, 'unknown']],
  [
    'silence after the stop is unknown',
    'running',
    [
      [5999, see('door', 'closed')],
      [8999, time],
    ],
    [door, reset, 'unknown'],
  ],
  ['a link that breaks is unknown', 'running', [[10, { kind: 'closed' }]], [door, 'unknown']],
  [
    'an alarm needs no stop',
    'alarm',
    [
      [10, see('alarm')],
      [600, greet],
    ],
    [reset, 'confirmed'],
  ],
  ['check mode is left', 'check', [[10, greet]], [reset, 'confirmed']],
  [
    'waits for the end of homing',
    'homing',
    [
      [3000, see('homing')],
      [6000, see('idle')],
      [6100, see('door', 'closed')],
      [6200, greet],
    ],
    [door, reset, 'confirmed'],
  ],
  [
    'but not for ever',
    'homing',
    [
      [9999, see('homing')],
      [10_000, time],
    ],
    ['refused'],
  ],
  [
    'waits until it is known who answers',
    null,
    [
      [2000, see('running')],
      [2100, see('door', 'closed')],
      [2200, greet],
    ],
    [door, reset, 'confirmed'],
  ],
];

describe('ending access', () => {
  it.each(rows)('%s', (_, from, history, out) => {
    expect(play(from, history)).toEqual(out);
  });
});
