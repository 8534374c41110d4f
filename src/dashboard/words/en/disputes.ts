// What is said when a charge is contested and decided, in English.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const disputes = {
  title: 'Contested charges',
  contest: 'Contest this charge',
  contestOf: icu<{ machine: string; when: string }>('Contest the charge for {machine}, {when}'),
  contestAsk: 'A treasurer reads what you write and decides. Your statement stays as it is until then.',
  contestText: 'What is wrong with it?',
  textHint: 'At most 2000 characters.',
  keep: 'Leave it',
  send: 'Send',
  sending: 'Sending …',
  withdraw: 'Withdraw',
  withdrawAsk: 'Nobody will decide it any more, and the charge stays.',
  withdrawing: 'Withdrawing …',
  charged: icu<{ amount: string; when: string }>('{amount}, contested {when}'),
  due: icu<{ when: string }>('An answer is due by {when}.'),
  overdue: icu<{ when: string }>('An answer was due by {when}.'),
  status: {
    open: 'Open',
    accepted: 'Accepted',
    partly: 'Accepted in part',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
  },
  taken: icu<{ amount: string }>('{amount} are taken off.'),
  erased: 'These words were erased.',
  gone: 'Somebody who is gone',
  decide: 'Decide',
  decideOf: icu<{ name: string }>('Decide what {name} contests'),
  decideAsk: 'The member reads your answer. What is taken off is charged back by itself.',
  outcome: 'Decision',
  outcomes: {
    accepted: 'Take all of it off',
    amount: 'Take an amount off',
    time: 'Take a time off',
    rejected: 'Take nothing off',
  },
  amount: icu<{ currency: string }>('Amount in {currency}'),
  minutes: 'Minutes of the billed time',
  answer: 'Answer to the member',
  deciding: 'Deciding …',
  dataTitle: 'What is kept of you',
  dataSaid:
    'Who you are, what you wrote, and every entry of the journal about you, in one file. Nothing of others is in it.',
  dataTake: 'Take a copy (JSON)',
  refusals: {} as Readonly<Record<string, { readonly title: string; readonly detail: string }>>,
};
