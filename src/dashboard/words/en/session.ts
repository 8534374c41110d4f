// English for a running session: what ends it, what it costs, and what its holder may do with it.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

/** Why it ends, as it stands after the time. */
const causes: Readonly<Record<string, string>> = {
  idle: 'nothing moves',
  longest: 'the longest session',
  hours: 'closing',
  turn: 'the end of the turn',
  booking: 'the booking of another member',
  ceiling: 'your ceiling',
  certificate: 'your certificate ends',
  trainer: 'your trainer may not teach after that',
};

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'session-not-idle': { title: 'It is not about to end.', detail: 'Nothing needs to be done; it goes on.' },
  'cost-code-unknown': { title: 'This cost code is not for you.', detail: 'Choose another one.' },
  'ceiling-passed': {
    title: 'It has cost more than that already.',
    detail: 'Give a higher ceiling, or end it.',
  },
  'session-none': { title: 'Nobody holds this machine any more.', detail: 'Tap at the machine to begin.' },
  'session-not-yours': { title: 'Somebody else holds this machine now.', detail: 'Wait until it is free.' },
  'session-ending': { title: 'This session is ending already.', detail: 'Wait until the power is off.' },
};

export const session = {
  title: 'Your session',
  ends: icu<{ time: string; cause: string }>('Ends {time}: {cause}'),
  causes,
  refusals,
  cost: 'Cost so far',
  costNow: icu<{ perHour: string }>('{perHour} an hour now'),
  costStands: 'nothing is billed now',
  costStep: icu<{ time: string; amount: string }>('{amount} more from {time} on'),
  costCapDay: 'the most of this day has been reached',
  costCapMonth: 'the most of this month has been reached',
  ceiling: 'Stop at',
  ceilingHint: icu<{ amount: string }>(
    'For instance {amount}. It ends before it costs more; leave it empty for no ceiling.',
  ),
  ceilingWrong: 'This is not an amount.',
  costCode: 'Charge to',
  noCostCode: 'me, without a cost code',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved. It holds from now on.',
  keep: 'I am still here',
  keepWhy: 'Nothing has moved for a while. Say that you are there, or the session ends.',
  keeping: 'Keeping it',
  handOver: 'Hand over',
  handOverAsk:
    'Whoever taps at the machine within a minute takes it over, with its job. Power stays on; you pay up to that moment.',
  handOverConfirm: 'Wait for their badge',
  handOverKeep: 'Keep it',
  handOverWorking: 'Asking the gateway',
  offered: icu<{ seconds: number }>('Now the other badge: {seconds} s left.'),
};
