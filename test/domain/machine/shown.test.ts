// The word on a card: a table of situations, and properties over all of them.

import { describe, expect, it } from 'vitest';
import { shownStates } from '../../../src/contract/board.ts';
import { activities, type Interlock } from '../../../src/domain/machine/activity.ts';
import { type Held, interlockOf, type Power, powerOf } from '../../../src/domain/machine/interlock.ts';
import { type Shown, type Situation, shownOrder, shownState } from '../../../src/domain/machine/shown.ts';

const calm: Situation = {
  hasLink: true,
  substate: null,
  link: 'up',
  activity: 'idle',
  confidence: 'reported',
  mode: 'production',
  held: 'none',
  power: 'off',
  startingUp: false,
};

const cases: readonly (readonly [string, Partial<Situation>, Shown])[] = [
  ['quiet and nobody there', {}, 'free'],
  ['quiet with a session', { held: 'active', power: 'on' }, 'in-use'],
  ['asleep with a session', { held: 'active', activity: 'sleeping' }, 'in-use'],
  ['checking a program', { activity: 'check' }, 'free'],
  ['no power, so the controller is silent', { link: 'lost', activity: 'unknown' }, 'free'],
  ['never heard, switch off', { link: 'never', activity: 'unknown' }, 'free'],
  ['silent though its switch is on', { link: 'lost', power: 'on' }, 'offline'],
  ['silent and its switch is gone', { link: 'lost', power: 'unknown' }, 'offline'],
  ['silent, and it has no switch', { link: 'lost', power: 'none' }, 'offline'],
  ['silent while somebody holds it', { link: 'lost', held: 'active', power: 'on' }, 'offline'],
  ['silent while held, not yet powered', { link: 'lost', held: 'active', power: 'off' }, 'offline'],
  [
    'just powered, and its controller starts',
    { link: 'lost', held: 'active', power: 'on', startingUp: true },
    'in-use',
  ],
  ['silent while ending', { link: 'lost', held: 'darkening', power: 'off' }, 'offline'],
  ['heard, in a word we do not know', { activity: 'unknown' }, 'unknown'],
  [
    'dark, and says itself that it is not available',
    { activity: 'unknown', substate: 'not-available' },
    'free',
  ],
  [
    'not available though its switch is on',
    { activity: 'unknown', substate: 'not-available', power: 'on' },
    'unknown',
  ],
  ['an old value', { activity: 'running', confidence: 'stale' }, 'unknown'],
  ['alarm', { activity: 'alarm', held: 'active' }, 'alarm'],
  ['emergency stop', { activity: 'estop' }, 'alarm'],
  ['alarm while ending', { activity: 'alarm', held: 'finishing' }, 'alarm'],
  ['door', { activity: 'door', held: 'active' }, 'door'],
  ['door during maintenance', { activity: 'door', mode: 'maintenance' }, 'door'],
  ['maintenance', { mode: 'maintenance', activity: 'running' }, 'maintenance'],
  ['finishing a job', { held: 'finishing', activity: 'running', power: 'on' }, 'ending'],
  ['going dark', { held: 'darkening', power: 'on' }, 'ending'],
  ['cooling', { held: 'cooling', power: 'on' }, 'ending'],
  ['heating', { activity: 'heating', held: 'active' }, 'heating'],
  ['paused', { activity: 'paused', held: 'active' }, 'paused'],
  ['a tool to change', { activity: 'toolChange', held: 'active' }, 'paused'],
  ['running without a session', { activity: 'running' }, 'running'],
  ['no controller, nobody', { hasLink: false, link: 'never', activity: 'unknown' }, 'free'],
  ['no controller, held', { hasLink: false, link: 'never', activity: 'unknown', held: 'active' }, 'in-use'],
  ['no controller, ending', { hasLink: false, link: 'never', held: 'darkening' }, 'ending'],
  ['no controller, maintenance', { hasLink: false, link: 'never', mode: 'maintenance' }, 'maintenance'],
];

describe('shownState', () => {
  it.each(cases)('%s', (_name, change, expected) => {
    expect(shownState({ ...calm, ...change })).toBe(expected);
  });

  it.each(['starting', 'running', 'homing', 'jogging', 'pausing', 'resuming', 'busy', 'cancelling'] as const)(
    '%s is running',
    (activity) => {
      expect(shownState({ ...calm, activity, held: 'active' })).toBe('running');
    },
  );

  it('has the words of the contract, in its order', () => {
    expect(shownOrder).toEqual(shownStates);
  });

  it('inv. 7: what we cannot hear is free only when its switch says off, and never otherwise', () => {
    for (const situation of everySituation()) {
      if (!situation.hasLink || shownState(situation) !== 'free') continue;
      const heard = situation.link === 'up' && situation.confidence !== 'stale';
      const dark = situation.power === 'off' && situation.held === 'none';
      expect({ ...situation, explained: heard || dark }).toMatchObject({ explained: true });
    }
  });

  it('is never free or in use for both: a held machine is never free', () => {
    for (const situation of everySituation()) {
      if (situation.held !== 'none') expect(shownState(situation)).not.toBe('free');
      else expect(shownState(situation)).not.toBe('in-use');
    }
  });
});

describe('interlockOf', () => {
  const rows: readonly (readonly [Held, Power, Interlock])[] = [
    ['none', 'none', 'engaged'],
    ['none', 'off', 'engaged'],
    ['none', 'unknown', 'engaged'],
    ['none', 'on', 'failed'],
    ['active', 'none', 'released'],
    ['active', 'off', 'releasing'],
    ['active', 'on', 'released'],
    ['active', 'unknown', 'failed'],
    ['finishing', 'none', 'released'],
    ['finishing', 'off', 'engaged'],
    ['finishing', 'on', 'released'],
    ['finishing', 'unknown', 'failed'],
    ['cooling', 'off', 'engaged'],
    ['cooling', 'on', 'released'],
    ['cooling', 'unknown', 'failed'],
    ['darkening', 'none', 'engaging'],
    ['darkening', 'off', 'engaged'],
    ['darkening', 'on', 'engaging'],
    ['darkening', 'unknown', 'failed'],
  ];
  it.each(rows)('%s, switch %s: %s', (held, power, expected) => {
    expect(interlockOf({ held, power })).toBe(expected);
  });

  it('inv. 7: an absent switch is never read as released', () => {
    for (const held of ['none', 'active', 'finishing', 'cooling', 'darkening'] as const) {
      expect(interlockOf({ held, power: 'unknown' })).not.toBe('released');
    }
  });

  it('reads a switch in one word', () => {
    expect(powerOf({ hasSwitch: false, on: null })).toBe('none');
    expect(powerOf({ hasSwitch: true, on: null })).toBe('unknown');
    expect(powerOf({ hasSwitch: true, on: true })).toBe('on');
    expect(powerOf({ hasSwitch: true, on: false })).toBe('off');
  });
});

function* everySituation(): Generator<Situation> {
  for (const hasLink of [true, false])
    for (const link of ['up', 'lost', 'never'] as const)
      for (const activity of activities)
        for (const confidence of ['reported', 'inferred', 'stale'] as const)
          for (const mode of ['production', 'setup', 'maintenance'] as const)
            for (const held of ['none', 'active', 'finishing', 'cooling', 'darkening'] as const)
              for (const power of ['none', 'on', 'off', 'unknown'] as const)
                for (const startingUp of [true, false])
                  yield {
                    hasLink,
                    link,
                    activity,
                    substate: null,
                    confidence,
                    mode,
                    held,
                    power,
                    startingUp,
                  };
}
