// Which policy counts: what begins takes with it what should have begun before, and leaves what is for a later day.

import { expect, test } from 'vitest';
import { apply } from '../../../src/domain/journal/apply.ts';
import type { EntryBody } from '../../../src/domain/journal/entry.ts';
import { comingLimit } from '../../../src/domain/journal/policy-entries.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import { sampleEntry } from '../../fakes/sample-entries.ts';

const after = (...bodies: readonly EntryBody[]) => {
  const state = emptyState('gateway-1');
  for (const [i, body] of bodies.entries()) apply(state, sampleEntry(i + 1, body));
  return state;
};

const adopted = (version: number, fromMs: number): EntryBody => ({
  type: 'policy-adopted',
  data: {
    version,
    hash: `${version}`,
    document: { pools: {} },
    fromMs,
    by: 'vote',
    proposal: `p-${version}`,
  },
});
const began = (version: number): EntryBody => ({ type: 'policy-began', data: { version } });

test('nothing counts before it begins', () => {
  const state = after(adopted(1, 10));
  expect([state.policy, state.coming.map(({ version }) => version)]).toEqual([null, [1]]);
});

test('what begins counts, and what should have begun before it never does', () => {
  const state = after(adopted(1, 10), adopted(2, 20), adopted(3, 30), adopted(4, 20), began(4));
  expect(state.policy).toEqual({ version: 4, hash: '4', document: { pools: {} } });
  expect(state.coming.map(({ version }) => version)).toEqual([3]);
});

test('a version that is not coming begins nothing', () => {
  expect(after(adopted(1, 10), began(2)).policy).toBeNull();
});

test('inv. 10: no more than so many are coming', () => {
  const many = Array.from({ length: comingLimit + 3 }, (_, i) => adopted(i + 1, i));
  expect(after(...many).coming.map(({ version }) => version)[0]).toBe(4);
});
