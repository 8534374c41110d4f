// What the entries about the policy change in the state. What begins takes those with it that
// should have begun before it; what was decided for a later day still comes.

import type { PolicyDocument } from '../policy/policy-document.ts';
import { noPolicy, samePolicy } from '../policy/policy-text.ts';
import { voidPromises } from '../schedule/void-promises.ts';
import type { Entry } from './entry.ts';
import { comingLimit, type PolicyBody } from './policy-entries.ts';
import type { State } from './state.ts';

type PolicyType = PolicyBody['type'];
type Of<T extends PolicyType> = Extract<Entry, { type: T }>;

export const policyEffects: { readonly [T in PolicyType]: (state: State, entry: Of<T>) => void } = {
  'policy-adopted': (state, { data }) => {
    state.policyVersion = data.version;
    state.coming = [...state.coming, data].slice(-comingLimit);
  },
  'policy-began': (state, { data }) => {
    const begun = state.coming.find(({ version }) => version === data.version);
    if (!begun) return;
    const { version, hash, document, fromMs } = begun;
    const before = state.policy?.document ?? noPolicy;
    state.policy = { version, hash, document };
    state.coming = state.coming.filter((one) => one.version > version || one.fromMs > fromMs);
    const change = { before, after: document };
    for (const queue of state.schedule.queues.values())
      if (isOther(queue.pool, change)) voidPromises(queue, 'policy');
  },
};

type Change = { readonly before: PolicyDocument; readonly after: PolicyDocument };

const isOther = (pool: string, { before, after }: Change): boolean =>
  !samePolicy(ofPool(before, pool), ofPool(after, pool));

const ofPool = ({ pools }: PolicyDocument, pool: string): PolicyDocument => {
  const one = Object.hasOwn(pools, pool) ? pools[pool] : undefined;
  return one ? { pools: { [pool]: one } } : noPolicy;
};
