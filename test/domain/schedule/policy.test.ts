// A policy says each of its mistakes, with the field and the remedy.

import { describe, expect, it } from 'vitest';
import { defaultPolicy, policyMistakes } from '../../../src/domain/schedule/policy.ts';

describe('a policy', () => {
  it('has defaults without a mistake', () => {
    expect(policyMistakes(defaultPolicy)).toEqual([]);
  });

  it('names every field that is out of its limits', () => {
    const wrong = {
      ...defaultPolicy,
      halfLifeMs: 0,
      idlePerMille: 1.5,
      ticketsMost: Number.NaN,
      creditMostMs: -1,
    };
    const mistakes = policyMistakes(wrong);
    expect(mistakes.map(({ field }) => field)).toEqual([
      'halfLifeMs',
      'idlePerMille',
      'ticketsMost',
      'creditMostMs',
    ]);
    for (const { text } of mistakes) expect(text).toMatch(/^\w+ is .+, which is not between .+\. Give .+\.$/);
  });

  it('names pairs that contradict each other', () => {
    const wrong = {
      ...defaultPolicy,
      budgetLeastMs: defaultPolicy.budgetMostMs + 1,
      shortLaneMs: 180 * 60_000,
    };
    expect(policyMistakes(wrong).map(({ field }) => field)).toEqual(['budgetLeastMs', 'shortLaneMs']);
  });
});
