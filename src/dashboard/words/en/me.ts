// English for My page: what is due, the month in three figures, and the parts of it that open one by one.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'erase-stale': {
    title: 'This cannot be taken back, and your sign-in is older than fifteen minutes.',
    detail: 'Sign out, sign in again, and repeat it.',
  },
  'erase-handle-wrong': { title: 'This is not your handle.', detail: 'Type it as you do to sign in.' },
  'erase-owing': {
    title: 'An invoice is open, or something that you used is not invoiced yet.',
    detail: 'Pay it first, or ask a steward, who can erase you all the same.',
  },
};

export const me = {
  due: {
    title: 'What is due',
    nothing: 'Nothing needs you now.',
    come: 'I come',
    pass: { offer: 'Pass', keep: 'Keep my turn', confirm: 'Pass on my turn', working: 'Passing …' },
    running: icu<{ machine: string; time: string }>('You hold {machine} since {time}.'),
    soFar: icu<{ amount: string }>('{amount} so far'),
    look: 'Look',
    vote: icu<{ title: string; left: string }>('Vote “{title}”: {left}.'),
    read: 'Read',
    offered: icu<{ machine: string; time: string }>('A booking is offered to you: {machine}, {time}.'),
    answer: 'Answer',
    invoice: icu<{ number: string; amount: string; day: string }>(
      'Invoice {number} of {amount} was due on {day}.',
    ),
    ends: icu<{ name: string; day: string }>('Your certificate {name} ends on {day}.'),
  },
  month: {
    title: 'This month in three figures',
    hours: 'at machines',
    share: 'of my part',
    noShare: 'no turns yet',
    toPay: 'to pay',
    wallet: 'balance',
    soFar: 'used so far',
    how: 'How these come about',
    howHours: icu<{ count: number }>(
      '{count, plural, one {From # session that has ended this month.} other {From # sessions that have ended this month.}}',
    ),
    howShare: icu<{ pool: string; used: string; part: string }>(
      '{pool}: {used} of turns used, and {part} would be your part. Older use counts less.',
    ),
    howPart:
      'Your part is what all have used, shared among those who used any. Whoever used less goes first.',
    howMonth: icu<{ amount: string }>('Used this month: {amount}.'),
    howPay: icu<{ amount: string }>('Open on invoices: {amount}.'),
    howWallet: icu<{ amount: string }>('In your wallet: {amount}.'),
    rules: 'How turns are shared',
  },
  lines: {
    all: 'All of the statement',
    none: 'Nothing was used in this month.',
    time: icu<{ time: string; rate: string }>('{time} × {rate}'),
    paid: 'What paid it',
    code: icu<{ code: string }>('Cost code {code}'),
    private: 'No cost code: yours alone',
    price: 'The price of this machine',
    tariff: icu<{ tariff: string }>('Tariff {tariff}'),
    byHand: 'Entered or corrected by hand; the statement says by whom.',
  },
  all: icu<{ count: number }>('All {count}'),
  parts: {
    turns: 'Tickets and bookings',
    certificates: 'Certificates',
    shown: 'How I am shown',
    paying: 'Who pays, and invoices',
    signing: 'Signing in',
    votes: 'Votes',
    data: 'My data',
  },
  brief: {
    tickets: icu<{ count: number }>('{count, plural, =0 {no ticket} one {# ticket} other {# tickets}}'),
    open: icu<{ count: number }>(
      '{count, plural, =0 {no machine open} one {opens # machine} other {open # machines}}',
    ),
    lost: 'report one lost',
    named: 'by name',
    unnamed: 'without a name',
    invoices: icu<{ count: number }>(
      '{count, plural, =0 {no open invoice} one {# open invoice} other {# open invoices}}',
    ),
    places: 'passkeys, and where you are signed in',
    votes: icu<{ count: number }>('{count, plural, =0 {none open} one {# open} other {# open}}'),
    data: 'take a copy, or be erased',
  },
  noTickets: 'No tickets. When a machine is taken, you can queue from its page and we call you.',
  certificates: {
    none: 'You hold no certificate yet.',
    opens: icu<{ machines: string }>('Counts for {machines}.'),
    opensNone: 'No machine asks for it alone.',
    lapsed: 'Not in force.',
    free: icu<{ machines: string }>('Open to you: {machines}.'),
    more: 'What would open more',
    missing: icu<{ machine: string; certificates: string }>('{machine} asks for {certificates}.'),
    ask: 'Ask any trainer here for a place in a course.',
  },
  shown: {
    said: 'The board, the wall and the queue show your name only if you want it. Stewards and trainers always see it.',
    done: 'Saved: your name is shown.',
    gone: 'Saved: your name is not shown.',
    undo: 'Undo',
  },
  paying: {
    self: 'Without a cost code you pay yourself.',
    sources: icu<{ sources: string }>('In this order: {sources}.'),
    code: icu<{ name: string; payers: string }>('With the cost code {name}: {payers}.'),
    me: 'you',
    team: 'your team',
    parts: icu<{ payer: string; percent: string }>('{payer} {percent}'),
    choose: 'You choose a cost code for each session at the kiosk, or on the page of the machine.',
  },
  votes: { none: 'No vote yet.', all: 'All votes' },
  erase: {
    title: 'Be erased',
    said: 'Your name, badges, PIN, passkeys and words go for ever. Uses and bills stay under a key that names nobody.',
    look: 'See what would go',
    looking: 'Looking …',
    goes: 'What goes',
    goesList: icu<{ name: string; badges: number }>(
      '{badges, plural, =0 {{name}, your handle and e-mail, password and PIN, passkeys and tokens.} one {{name}, your handle and e-mail, password and PIN, # badge, passkeys and tokens.} other {{name}, your handle and e-mail, password and PIN, # badges, passkeys and tokens.}}',
    ),
    stays: 'What stays, and why',
    staysNone: 'Nothing of yours stands in the books.',
    kept: {
      sessions: icu<{ count: number }>('{count, plural, one {# session} other {# sessions}}'),
      charges: icu<{ count: number }>('{count, plural, one {# charge} other {# charges}}'),
      postings: icu<{ count: number }>('{count, plural, one {# posting} other {# postings}}'),
      disputes: icu<{ count: number }>(
        '{count, plural, one {# contested charge} other {# contested charges}}',
      ),
      invoices: icu<{ count: number }>(
        '{count, plural, one {# invoice, with the name and address that it was issued to} other {# invoices, with the name and address that they were issued to}}',
      ),
      payments: icu<{ count: number }>(
        '{count, plural, one {# payment or reminder} other {# payments and reminders}}',
      ),
    },
    why: { bills: 'so that bills hold', law: 'because the law asks that books are kept' },
    line: icu<{ what: string; why: string }>('{what}, {why}.'),
    lineUntil: icu<{ what: string; why: string; day: string }>('{what}, {why}, until {day}.'),
    type: 'Your handle',
    typeHint: icu<{ handle: string }>(
      'Type {handle}. There is no way back; a new membership begins from nothing.',
    ),
    act: {
      offer: 'Erase me',
      keep: 'Stay a member',
      confirm: 'Erase me for ever',
      working: 'Erasing …',
    },
  },
  refusals,
};
