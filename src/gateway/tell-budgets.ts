// Tells stewards which budgets are nearly spent and which are: from four fifths on, and at the whole. A level; it stops nobody,
// what goes beyond is owed by the project.

import type { AllowanceState } from '../domain/journal/allowance-entries.ts';
import type { HealthKeeper } from './health.ts';

export function tellBudgets({ allowances }: AllowanceState, health: Pick<HealthKeeper, 'notice'>): void {
  const shares = [...allowances.budgets].map(([code, { budgetMinor, moves }]) => {
    const left = moves.reduce((sum, { minor }) => sum + minor, 0n) - takenOf(allowances, code);
    return { code, budgetMinor, spent: budgetMinor - left };
  });
  const described = shares.filter(({ budgetMinor }) => budgetMinor > 0n);
  const whole = described.filter(({ spent, budgetMinor }) => spent >= budgetMinor);
  const nearly = described.filter((one) => !whole.includes(one) && one.spent * 5n >= one.budgetMinor * 4n);
  tell(health, 'budget-spent', whole);
  tell(health, 'budget-nearly-spent', nearly);
}

function tell(
  health: Pick<HealthKeeper, 'notice'>,
  code: 'budget-spent' | 'budget-nearly-spent',
  budgets: readonly { readonly code: string }[],
): void {
  const codes = budgets.map((one) => one.code).join(', ');
  health.notice(code, budgets.length > 0, { text: codes, values: { codes } });
}

/** By the uses of two months; older ones stand among the moves. */
function takenOf({ charges }: AllowanceState['allowances'], code: string): bigint {
  let taken = 0n;
  for (const { paid } of charges.values())
    taken += paid.get(`cost-code:${code}`)?.get(`grant:${code}`)?.amount ?? 0n;
  return taken;
}
