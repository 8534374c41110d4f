// A box that opens by itself while we are away holds nothing for a machine that nobody may start now, and nothing beyond
// closing time.

import { expect, it } from 'vitest';
import { owedAllowList } from '../../../src/domain/access/allow-list.ts';
import { emptyState, type State } from '../../../src/domain/journal/state.ts';
import type { Machine, Space } from '../../../src/domain/machine/workshop.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

/** A Sunday. */
const atMs = Date.parse('2026-11-22T10:00:00+01:00');

function owedUntil(change: { space?: Partial<Space>; machine?: Partial<Machine>; state?: Partial<State> }) {
  const workshop = {
    ...sampleWorkshop,
    space: { ...sampleWorkshop.space, ...change.space },
    machines: { laser: machineLike({ requires: [], ...change.machine }) },
  };
  const state = { ...emptyState('gateway-1'), synchronised: true, workshop, ...change.state };
  const anna = { member: 'anna', status: 'active', certificates: [], badges: ['badge-anna'] } as never;
  state.members.set('anna', anna);
  const owed = owedAllowList(state, 'front', { atMs }).get('badge-anna');
  return owed === undefined ? null : (owed.untilS ?? 0) - atMs / 1000;
}

const sundays = (from: string, to: string) => [{ days: ['su'] as const, from, to }];
const lock = { by: 'anna', lock: 'after', sinceMs: 0 } as const;
const mode = (name: 'maintenance' | 'retired') =>
  new Map([['laser', { mode: name, by: 'console', note: null, photo: null, sinceMs: 0 }]]);

it.each([
  ['nothing special', {}, 24 * 3600],
  ['a lock', { state: { locks: new Map([['laser', lock]]) } }, null],
  ['maintenance', { state: { modes: mode('maintenance') } }, null],
  ['a retired machine', { state: { modes: mode('retired') } }, null],
  ['a machine for two', { machine: { people: 2 } }, null],
  ['open until noon', { space: { hours: { open: sundays('09:00', '12:00'), closed: [] } } }, 2 * 3600],
  ['closed', { space: { hours: { open: sundays('12:00', '13:00'), closed: [] } } }, null],
  ['quiet from one', { space: { quiet: sundays('13:00', '15:00') }, machine: { noisy: true } }, 3 * 3600],
])('%s', (_what, change, restS) => {
  expect(owedUntil(change)).toBe(restS);
});
