// English for what a member has left, and for selling packs and topping up at the desk.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

export const allowances = {
  title: 'What is left',
  wallet: 'Wallet',
  held: icu<{ amount: string }>('{amount} of it are held for a session that runs.'),
  leftOf: icu<{ left: string; amount: string; day: string }>('{left} of {amount} left until {day}'),
  hours: icu<{ figure: string }>('{figure} h'),
  pools: icu<{ names: string }>('for {names}'),
  none: 'No hours and no packs.',
  uses: 'What paid for what',
  noUses: 'Nothing in the last two months.',
  paidBy: icu<{ source: string; amount: string }>('{source}: {amount}'),
  worth: icu<{ amount: string; price: string }>('{amount} for {price}'),
  kinds: {
    plan: 'Hours of the plan',
    pack: 'Pack',
    grant: 'Budget of the project',
    wallet: 'Wallet',
    below: 'Wallet, below zero',
    invoice: 'Owed',
    free: 'Free lesson',
  } as Readonly<Record<string, string>>,
  desk: {
    title: 'At the desk',
    pack: 'Pack',
    packFor: icu<{ name: string; price: string }>('{name}, {price}'),
    paid: 'Paid',
    ways: { cash: 'in cash', bank: 'by bank', account: 'owed' },
    sell: 'Sell the pack',
    sold: 'Sold.',
    amount: 'Amount',
    amountWrong: 'Type an amount above zero, like 25.00.',
    topUp: 'Top up',
    refund: 'Pay back',
    done: 'Done.',
    noPacks: 'No packs are described in officina.yaml.',
  },
  refusals: {} as Readonly<Record<string, Refusal>>,
};
