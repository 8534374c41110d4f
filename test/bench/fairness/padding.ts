// One member who always asks for two hours among five who ask for 15 to 45 minutes, all of them always waiting, for a
// week: what the one has beyond a sixth.

import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import { closedLoop } from '../../domain/schedule/closed-loop.ts';

export const paddedMin = 120;

/** Minutes beyond the entitled part, one for each seed. */
export function excessOfPadding(seeds: readonly number[]): readonly number[] {
  return seeds.map((seed) => {
    const honest = Array.from({ length: 5 }, (_, index) => ({
      member: `p${index}`,
      leastMin: 15,
      mostMin: 45,
    }));
    const members = [{ member: 'padder', leastMin: paddedMin, mostMin: paddedMin }, ...honest];
    const { usedMin } = closedLoop({
      policy: defaultPolicy,
      machines: 2,
      seed,
      members,
      minutes: 7 * 24 * 60,
    });
    const sum = [...usedMin.values()].reduce((all, min) => all + min, 0);
    return (usedMin.get('padder') ?? 0) - sum / members.length;
  });
}
