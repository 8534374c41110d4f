// Why a document cannot be run on this workshop: pools that there are not, and numbers that do not go together.

import type { Workshop } from '../machine/workshop.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { ruleOf } from '../policy/rule-of.ts';
import { policyMistakes } from '../schedule/policy.ts';

export type DocumentMistake = { readonly field: string; readonly text: string };

/** @param workshop null while nothing is described */
export function documentMistakes(
  { pools }: PolicyDocument,
  workshop: Pick<Workshop, 'machines'> | null,
): readonly DocumentMistake[] {
  const known = [...new Set(Object.values(workshop?.machines ?? {}).map(({ pool }) => pool))].sort();
  return Object.entries(pools).flatMap(([pool, policy]): readonly DocumentMistake[] => {
    const field = `pools.${pool}`;
    if (!known.includes(pool)) {
      const text = `No machine is in the pool "${pool}". Take one of: ${known.join(', ')}.`;
      return [{ field, text }];
    }
    return policyMistakes(ruleOf(policy)).map(({ text }) => ({ field, text: `${field}: ${text}` }));
  });
}
