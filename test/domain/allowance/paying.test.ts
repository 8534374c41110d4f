// Who pays for a use before anybody changed it: the member, a team for its members or its guests, a project, those that a cost
// code declares, and of a lesson the learner, the trainer, or nobody.

import { describe, expect, it } from 'vitest';
import { payersOf } from '../../../src/domain/allowance/paying.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { payingBilling } from '../../fakes/paying-billing.ts';

const use = { member: 'anna', team: 'atelier', trainer: null, costCode: null };
const workshop: Workshop = {
  ...payingBilling,
  plans: { guest: { name: 'Day visitor', payer: 'team' }, maker: { name: 'Maker' } },
};

const lessons = (rule: 'learner' | 'trainer' | 'free'): Workshop => ({
  ...workshop,
  paying: { consume: [], holdMinor: '0', belowZeroMinor: '0', lessons: rule },
});

const one = (payer: string) => [{ payer, parts: 1 }];

describe('who pays', () => {
  it('is the member, or the team that pays for all of its members', () => {
    expect(payersOf(workshop, use)).toEqual(one('member:anna'));
    expect(payersOf(workshop, { ...use, plan: 'maker' })).toEqual(one('member:anna'));
    expect(payersOf(workshop, { ...use, team: 'acme' })).toEqual(one('team:acme'));
  });

  it('is the host of a visitor, and the visitor who has none', () => {
    expect(payersOf(workshop, { ...use, plan: 'guest' })).toEqual(one('team:atelier'));
    expect(payersOf(workshop, { ...use, plan: 'guest', team: null })).toEqual(one('member:anna'));
    expect(payersOf(workshop, { ...use, plan: 'guest', costCode: 'horizon' })).toEqual(
      one('cost-code:horizon'),
    );
  });

  it('of a lesson is the learner, the trainer, or nobody', () => {
    const lesson = { ...use, trainer: 'tina' };
    expect(payersOf(lessons('learner'), lesson)).toEqual(one('member:anna'));
    expect(payersOf(lessons('trainer'), lesson)).toEqual(one('member:tina'));
    // The team of the learner pays no trainer.
    expect(payersOf(lessons('trainer'), { ...lesson, team: 'acme' })).toEqual(one('member:tina'));
    expect(payersOf(lessons('free'), lesson)).toEqual(one('free'));
  });
});
