// The numbers of a reason as people read them: so exact that they differ where that decided, and per member of a team.

import { expect, it } from 'vitest';
import { usesOf } from '../../src/dashboard/machine/queue-uses.ts';

const use = (usedS: number, weight = 1) => ({
  usedS,
  weight,
  since: '2026-11-22T09:00:00.000Z',
  heaviest: [],
});
const of = (theirs: ReturnType<typeof use>, mine: ReturnType<typeof use>) =>
  usesOf({ between: 'members', theirs, mine });

it.each([
  ['minutes where they differ', of(use(1_200), use(4_320)), { theirs: '20 min', mine: '1 h 12 min' }],
  ['seconds where minutes do not', of(use(61), use(119)), { theirs: '0:01:01', mine: '0:01:59' }],
  ['per member of a team', of(use(36_000, 10), use(7_200)), { theirs: '1 h', mine: '2 h' }],
  ['nothing where even seconds do not', of(use(61), use(61)), null],
])('%s', (_what, told, expected) => {
  expect(told).toEqual(expected);
});
