// The words of the four facts: every activity and every basis has one, in both languages.

import { describe, expect, it } from 'vitest';
import { FourFacts } from '../../src/contract/machine-facts.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { it as italian } from '../../src/dashboard/words/it.ts';
import { activities } from '../../src/domain/machine/activity.ts';

describe.each([
  ['English', en],
  ['Italian', italian],
])('the facts in %s', (_, words) => {
  it('have a word for every activity', () => {
    expect(Object.keys(words.factsOf.activities).toSorted()).toEqual([...activities].toSorted());
  });

  it.each(['link', 'activity', 'mode', 'interlock'] as const)('say by what the %s is known', (fact) => {
    const bases = FourFacts.properties[fact].properties.by.enum;
    const said = words.factsOf.by[fact];
    expect(bases.length).toBeGreaterThan(1);
    expect(Object.keys(said).toSorted()).toEqual([...bases].toSorted());
  });
});
