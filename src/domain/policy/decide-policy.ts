// Which policy counts, as a level of the state: what was adopted begins when its time has come, whatever happened in
// between, and each pool that it names has a queue that remembers as it says. Pure.

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import type { Stamp } from '../time.ts';
import type { PolicyDocument } from './policy-document.ts';
import { ruleOf } from './rule-of.ts';

type Policies = Pick<State, 'policy' | 'coming' | 'policyVersion' | 'schedule' | 'synchronised'>;

/** What is due now; a clock that was never set begins nothing by date (invariant 4). */
export function decidePolicy(state: Policies, { atMs }: Pick<Stamp, 'atMs'>): readonly EntryBody[] {
  const due = state.synchronised ? state.coming.filter(({ fromMs }) => fromMs <= atMs) : [];
  // One after the other, as if we had been there.
  const inOrder = due.sort((a, b) => a.fromMs - b.fromMs || a.version - b.version);
  const counts = inOrder.at(-1)?.document ?? state.policy?.document;
  return [
    ...inOrder.map(({ version }): EntryBody => ({ type: 'policy-began', data: { version } })),
    ...(counts ? queuesFor(state, counts) : []),
  ];
}

/** When the next one begins; null while none is to come, or the clock cannot tell. */
export const policyDueMs = ({ coming, synchronised }: Policies): number | null =>
  synchronised && coming.length > 0 ? Math.min(...coming.map(({ fromMs }) => fromMs)) : null;

/** What the file says from now on counts at once, unless it is what counts, or what is to count, already. */
export function adoptFromFile(
  state: Policies,
  said: { readonly document: PolicyDocument; readonly hash: string },
  { atMs }: Pick<Stamp, 'atMs'>,
): readonly EntryBody[] {
  const newest = state.coming.at(-1) ?? state.policy;
  if (newest?.hash === said.hash) return [];
  const version = state.policyVersion + 1;
  return [
    { type: 'policy-adopted', data: { version, ...said, fromMs: atMs, by: 'file', proposal: null } },
    { type: 'policy-began', data: { version } },
    ...queuesFor(state, said.document),
  ];
}

/** Of pools that are used in turn from now on, or remember for longer or shorter. */
function queuesFor({ schedule }: Policies, { pools }: PolicyDocument): readonly EntryBody[] {
  return Object.entries(pools).flatMap(([pool, one]): readonly EntryBody[] => {
    const { halfLifeMs } = ruleOf(one);
    const isSame = schedule.queues.get(pool)?.memory.halfLifeMs === halfLifeMs;
    return isSame ? [] : [{ type: 'queue-described', data: { pool, halfLifeMs } }];
  });
}
