// The table of alarms, row by row: what raises each, what ends it, and what can not be told.

import { describe, expect, it } from 'vitest';
import * as contract from '../../../src/contract/alarms.ts';
import {
  type AlarmCode,
  type AlarmFacts,
  alarmAnswers,
  alarmCodes,
  alarmRows,
  flowsFromW,
  meterSilentMs,
} from '../../../src/domain/machine/alarm.ts';

/** Nobody holds the machine, off was ordered, the switch says so and its meter too. */
const calm: AlarmFacts = {
  held: 'none',
  ordered: false,
  says: false,
  steadyW: 1.4,
  silentMs: null,
  confirmed: 'dark',
  byHand: false,
  leaseRanOut: false,
  moves: 'not-so',
};
/** In a session, as it should be. */
const working: AlarmFacts = {
  ...calm,
  held: 'active',
  ordered: true,
  says: true,
  steadyW: 240,
  silentMs: 900,
  confirmed: 'powered',
};

const table: readonly [AlarmCode, 'so' | 'not-so' | 'unknown', string, AlarmFacts][] = [
  ['power-without-session', 'so', 'it says on', { ...calm, says: true }],
  ['power-without-session', 'so', 'watts flow though it says off', { ...calm, steadyW: 200 }],
  ['power-without-session', 'so', 'watts flow backwards through a turned clamp', { ...calm, steadyW: -200 }],
  ['power-without-session', 'not-so', 'it says off, and only its own relay draws', { ...calm, steadyW: 5 }],
  ['power-without-session', 'not-so', 'it says off and has no meter', { ...calm, steadyW: null }],
  ['power-without-session', 'not-so', 'somebody holds the machine', working],
  [
    'power-without-session',
    'not-so',
    'the end of a session is on its way',
    { ...calm, held: 'darkening', says: true },
  ],
  [
    'power-without-session',
    'so',
    'nothing measures it, and its controller moves',
    { ...calm, steadyW: null, moves: 'so' },
  ],
  ['power-without-session', 'so', 'its switch is gone, and it moves', { ...calm, says: null, moves: 'so' }],
  [
    'power-without-session',
    'unknown',
    'it moved when it was last heard',
    { ...calm, steadyW: null, moves: 'unknown' },
  ],
  ['power-without-session', 'not-so', 'it moved, and no watts flow now', { ...calm, moves: 'unknown' }],
  ['power-without-session', 'not-so', 'somebody holds it and it moves', { ...working, moves: 'so' }],
  ['power-without-session', 'unknown', 'it is not there to say', { ...calm, says: null, steadyW: null }],
  ['power-without-session', 'unknown', 'nothing was ordered yet', { ...calm, ordered: null, says: true }],
  ['relay-welded', 'so', 'it says off and watts flow', { ...calm, steadyW: flowsFromW }],
  ['relay-welded', 'not-so', 'it says off and none do', { ...calm, steadyW: flowsFromW - 0.1 }],
  ['relay-welded', 'unknown', 'it was not measured since it says off', { ...calm, steadyW: null }],
  ['relay-welded', 'unknown', 'it is on, so nobody can tell', working],
  ['session-on-dead-machine', 'so', 'the switch is unknown', { ...working, says: null, steadyW: null }],
  ['session-on-dead-machine', 'so', 'the switch never went on', { ...working, says: false }],
  [
    'session-on-dead-machine',
    'so',
    'nothing flows and its controller is gone',
    { ...working, steadyW: 2, confirmed: 'dark' },
  ],
  [
    'session-on-dead-machine',
    'so',
    'nothing flows and its controller never came',
    { ...working, steadyW: 2, confirmed: 'unknown' },
  ],
  [
    'session-on-dead-machine',
    'unknown',
    'its controller is gone and there is no meter',
    { ...working, steadyW: null, confirmed: 'dark' },
  ],
  [
    'session-on-dead-machine',
    'unknown',
    'nothing flows into a machine without a controller',
    { ...working, steadyW: 2, confirmed: 'none' },
  ],
  ['session-on-dead-machine', 'not-so', 'its controller speaks', { ...working, steadyW: 2 }],
  ['session-on-dead-machine', 'not-so', 'watts flow', { ...working, confirmed: 'dark' }],
  ['session-on-dead-machine', 'not-so', 'nobody holds it', calm],
  ['meter-silent', 'so', 'it said nothing for ten minutes', { ...working, silentMs: meterSilentMs }],
  ['meter-silent', 'not-so', 'it measures', { ...working, silentMs: meterSilentMs - 1 }],
  ['meter-silent', 'unknown', 'it never measured', { ...working, silentMs: null, steadyW: null }],
  ['lease-lost', 'so', 'it ran out', { ...working, says: false, leaseRanOut: true }],
  ['lease-lost', 'unknown', 'no order has arrived since', { ...calm }],
  ['lease-lost', 'not-so', 'an order arrived again', working],
  ['switch-by-hand', 'so', 'somebody pressed', { ...calm, byHand: true }],
  ['switch-by-hand', 'unknown', 'it was told already', calm],
];

describe('the table of alarms', () => {
  it.each(table)('%s is %s: %s', (code, verdict, _why, facts) => {
    expect(alarmRows[code].judge(facts)).toBe(verdict);
  });

  it('inv. 7: raises nothing on a calm machine, nor on one at work, nor before anything is known', () => {
    const start = { ...calm, ordered: null, says: null, steadyW: null, confirmed: 'unknown' } as const;
    for (const facts of [calm, working, start]) {
      expect(alarmCodes.filter((code) => alarmRows[code].judge(facts) === 'so')).toEqual([]);
    }
  });

  it('has every code tried both ways, and the words of the contract', () => {
    for (const code of alarmCodes) {
      const tried = new Set(table.filter(([one]) => one === code).map(([, verdict]) => verdict));
      expect(tried.size, code).toBeGreaterThan(1);
    }
    expect(contract.alarmCodes).toEqual(alarmCodes);
    expect(contract.alarmAnswers).toEqual(alarmAnswers);
  });
});
