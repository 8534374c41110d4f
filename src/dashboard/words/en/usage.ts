// English for use that is entered by hand after an outage.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

export const usage = {
  open: 'Enter use from an outage',
  title: icu<{ machine: string }>('Use of {machine} that no reader saw'),
  intro: 'It is billed like any other use and marked on the statement with your name.',
  member: 'Who used it',
  choose: 'Choose a member',
  handle: 'Handle of the member',
  from: 'From',
  to: 'To',
  zone: icu<{ zone: string }>('Times of the space, {zone}.'),
  why: 'Why no reader saw it',
  note: 'Note',
  noteHint: 'At most 280 characters. It stands on the statement and is deleted with the member.',
  check: 'Show the price',
  checking: 'Asking',
  cancel: 'Cancel',
  preview: 'This would be entered',
  save: 'Enter it',
  saving: 'Entering',
  change: 'Change it',
  done: icu<{ month: string }>('Entered. It stands on the statement of {month}.'),
  takenBack: 'Withdrawn. The statement shows both lines.',
  statement: 'Open the statement',
  another: 'Enter another',
  meant: 'Which one is meant?',
  costs: icu<{ amount: string }>('It costs {amount}.'),
  free: 'No tariff applies, so it costs nothing.',
  warnings: {
    'member-suspended': icu<{ name: string }>('{name} is suspended.'),
    'certificate-missing': icu<{ name: string; certificate: string }>(
      '{name} does not hold the certificate {certificate}.',
    ),
    'certificate-expired': icu<{ name: string; certificate: string }>(
      '{name} no longer held the certificate {certificate} on that day.',
    ),
  },
  handedOut: 'handed out at the desk',
  reasons: {
    'gateway-away': 'the gateway was away',
    'reader-broken': 'the reader was broken',
    'network-away': 'the network was away',
    'badge-forgotten': 'the badge was forgotten',
    other: 'another reason',
  },
  withdrawalReasons: {
    mistake: 'it was a mistake',
    twice: 'it was entered twice',
    waived: 'it was waived',
    other: 'another reason',
  },
  /** Who it was, where that was no member. */
  doers: { console: 'the console', 'admin-token': 'an administrator’s token' } as Readonly<
    Record<string, string>
  >,
  enteredBy: icu<{ who: string; time: string; reason: string }>('Entered by {who} on {time}: {reason}.'),
  withdrawnBy: icu<{ who: string; time: string; reason: string }>('Withdrawn by {who} on {time}: {reason}.'),
  withdraw: 'Withdraw',
  withdrawAsk: 'Take this use back? Its line stays, and a second one takes the amount off.',
  withdrawWhy: 'Why',
  withdrawConfirm: 'Withdraw it',
  withdrawing: 'Withdrawing',
  keep: 'Keep it',
  /** The gateway speaks English by itself; here is only what a page can say better. */
  refusals: {
    'time-ambiguous': {
      title: 'The clocks were put back that night, so this time came twice.',
      detail: 'Choose one below.',
    },
    'time-skipped': {
      title: 'The clocks were put forward that night, so this time never was.',
      detail: 'Choose one below.',
    },
  } as Readonly<Record<string, Refusal>>,
};
