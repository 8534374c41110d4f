// The table from item state and mode to activity, and the edges of jobs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ItemState,
  itemStates,
  jobEdge,
  type OperationMode,
  operationModes,
  seenAs,
} from '../../../src/adapters/opcua/machine-state.ts';
import { activities, activityFacts } from '../../../src/domain/machine/activity.ts';

const seen = (state: ItemState | null, mode: OperationMode | null, serving = true) =>
  seenAs({ state, stateText: state, mode, serving });

describe('an item state', () => {
  it.each([
    ['NotAvailable', 'Processing', 'unknown', 'not-available', 'NotAvailable, Processing'],
    ['OutOfService', 'Processing', 'alarm', null, 'OutOfService, Processing'],
    ['OutOfService', 'Maintenance', 'alarm', 'maintenance', 'OutOfService, Maintenance'],
    ['NotExecuting', 'Processing', 'idle', null, 'NotExecuting, Processing'],
    ['NotExecuting', 'None', 'idle', null, 'NotExecuting'],
    ['NotExecuting', 'Setup', 'idle', 'setup', 'NotExecuting, Setup'],
    ['Executing', 'Processing', 'running', null, 'Executing, Processing'],
    ['Executing', 'None', 'running', null, 'Executing'],
    ['Executing', null, 'running', null, 'Executing'],
    ['Executing', 'Setup', 'busy', 'setup', 'Executing, Setup'],
    ['Executing', 'Maintenance', 'busy', 'maintenance', 'Executing, Maintenance'],
  ] as const)('%s in mode %s is %s', (state, mode, activity, substate, raw) => {
    expect(seen(state, mode)).toEqual({ activity, substate, raw });
  });

  it('inv. 7: that is not known, or of a server that is not in order, is never anything but unknown', () => {
    for (const mode of [...operationModes, null]) {
      expect(seen(null, mode).activity).toBe('unknown');
      for (const state of itemStates) expect(seen(state, mode, false).activity).toBe('unknown');
    }
  });

  it('inv. 11: in words that we do not know is shown, short and printable, and is unknown', () => {
    const odd = seenAs({
      state: null,
      stateText: 'Warmlaufen\u0000\u202e ist noch lange nicht fertig',
      mode: 'Maintenance',
      serving: true,
    });
    expect(odd).toEqual({
      activity: 'unknown',
      substate: null,
      raw: 'Warmlaufen ist noch lange n, Maintenance',
    });
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0x10_ffff }), { maxLength: 80 })
      .map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(anyText, fc.constantFrom(...operationModes, null), (text, mode) => {
        const { raw } = seenAs({ state: null, stateText: text, mode, serving: true });
        expect(raw === null || (Array.from(raw).length <= 40 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(raw))).toBe(
          true,
        );
      }),
    );
  });
});

describe('a job', () => {
  it.each([
    ['idle', 'running', { event: 'started' }],
    ['unknown', 'running', { event: 'started' }],
    ['running', 'idle', { event: 'ended', result: 'unknown' }],
    ['running', 'alarm', { event: 'ended', result: 'failed' }],
    ['busy', 'alarm', { event: 'ended', result: 'failed' }],
    ['running', 'busy', null],
    ['running', 'unknown', null],
    ['running', 'running', null],
    // Ended while nobody heard: how is not known.
    ['unknown', 'idle', { event: 'ended', result: 'unknown' }],
    ['unknown', 'alarm', { event: 'ended', result: 'unknown' }],
  ] as const)('from %s to %s', (before, now, edge) => {
    expect(jobEdge(before, now)).toEqual(edge);
  });

  it('inv. 7: never ends as completed, and never because the machine is silent', () => {
    for (const before of activities) {
      for (const now of activities) {
        const edge = jobEdge(before, now);
        if (edge?.event !== 'ended') continue;
        expect(edge.result).not.toBe('completed');
        expect(activityFacts[now].class).toBe('quiet');
      }
    }
  });
});
