// English for the kiosk beside a machine. It is read standing, with gloves on: one question, one big answer.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

/** Why a session ends, as it stands after the time. */
const causes: Readonly<Record<string, string>> = {
  idle: 'nothing moves',
  longest: 'the longest session',
  hours: 'closing',
  turn: 'the end of the turn',
  booking: 'the booking of another member',
  ceiling: 'the ceiling',
  certificate: 'the certificate ends',
  trainer: 'the trainer may not teach after that',
};

type Refusal = { readonly title: string; readonly detail: string };

/** By code; of all others the sentence of the gateway is shown. */
const refusals: Readonly<Record<string, Refusal>> = {
  'gateway-away': { title: 'The gateway does not answer.', detail: 'Nothing was changed.' },
  'kiosk-pin-wrong': {
    title: 'Handle and PIN do not belong together.',
    detail: 'Try again. No PIN yet? Set one on the page of the workshop, under My badge and PIN.',
  },
  'kiosk-badge-unknown': {
    title: 'We do not know this badge.',
    detail: 'If it is yours, ask a steward to add it: it takes ten seconds.',
  },
  'kiosk-locked': {
    title: 'The kiosk has locked itself.',
    detail: 'Hold your badge or type your PIN again.',
  },
  'pin-locked': {
    title: 'This PIN is locked after five wrong ones.',
    detail: 'Wait a day, or ask a steward for a new one.',
  },
  'member-suspended': { title: 'This membership is suspended.', detail: 'Ask a steward.' },
  'too-many-attempts': { title: 'Too many tries.', detail: 'Wait a little, then try again.' },
  'secrets-busy': { title: 'Many people sign in just now.', detail: 'Try again in a moment.' },
  'session-held': { title: 'You hold this machine already.', detail: 'Go on working, or finish it.' },
  'session-none': { title: 'Nobody holds this machine any more.', detail: 'Hold your badge to begin.' },
  'session-not-yours': { title: 'Somebody else holds this machine.', detail: 'Wait until it is free.' },
  'session-ending': { title: 'This session is ending already.', detail: 'Wait until the power is off.' },
  'ceiling-passed': { title: 'It has cost more than that already.', detail: 'Choose a higher ceiling.' },
  'problems-full': { title: 'Many problems are reported here already.', detail: 'Tell a steward.' },
  'sign-in-failed': { title: 'Handle and password do not belong together.', detail: 'Try again.' },
  'scope-missing': {
    title: 'You may not pair screens.',
    detail: 'Somebody who looks after devices may: a steward.',
  },
};

export const kiosk = {
  language: 'en',
  danger: 'Danger? Press the red button on the machine.',
  clock: 'Clock of the gateway',
  settings: 'Settings',
  causes,
  refusals,
  code: icu<{ code: string }>('Code {code}'),
  back: 'Back',
  close: 'Close',

  away: {
    title: icu<{ time: string }>('We cannot reach the gateway since {time}.'),
    never: 'We cannot reach the gateway.',
    detail: 'What you see is from then. Running machines keep to their own rules; new sessions wait.',
    last: icu<{ state: string }>('Last known: {state}'),
    connecting: 'Connecting to the gateway.',
  },

  choose: { title: 'Which machine?', all: 'All machines' },

  idle: {
    tap: 'Hold your badge to the reader',
    tapHere: 'Hold your badge to the screen’s reader, or type your PIN',
    pin: 'Enter PIN',
    report: 'Report a problem',
    waiting: icu<{ count: number }>(
      '{count, plural, =0 {Nobody waits} one {# person waits} other {# people wait}}',
    ),
    why: 'Why not now?',
    notNow: 'Nobody can begin here now.',
    booked: icu<{ time: string }>('Booked from {time}'),
  },

  unlock: {
    handle: 'Your handle',
    pin: 'Your PIN',
    typed: icu<{ count: number }>(
      '{count, plural, =0 {Nothing typed} one {# digit typed} other {# digits typed}}',
    ),
    erase: 'Erase',
    next: 'Next',
    enter: 'Enter',
    cancel: 'Cancel',
    checking: 'Checking',
    locksIn: icu<{ seconds: number }>('locks in {seconds} s'),
    lock: 'Lock now',
    locked: 'Locked · your badge or PIN opens it',
  },

  start: {
    hello: icu<{ name: string }>('Hello {name}'),
    costCode: 'Charge to',
    own: 'me',
    change: 'Change',
    ceiling: 'Ceiling',
    less: 'Lower ceiling',
    more: 'Higher ceiling',
    none: 'none',
    buys: icu<{ time: string; price: string }>('about {time} at {price} an hour'),
    open: icu<{ price: string }>('{price} an hour, without a limit'),
    free: 'It costs nothing.',
    takeOver: 'You take this machine over, with its job. From here on you pay.',
    power: 'This gives power. You start the machine itself by hand.',
    notNow: 'Not now',
    go: 'Start session',
    going: 'Starting',
    pinToo: 'This machine wants your PIN beside the badge.',
  },

  running: {
    yours: 'Your session',
    somebody: 'In use',
    by: icu<{ name: string }>('Held by {name}'),
    time: 'Time',
    cost: 'Cost',
    ceiling: icu<{ amount: string }>('ceiling {amount}'),
    ceilingAt: icu<{ amount: string; time: string }>('ceiling {amount}, at about {time}'),
    ends: icu<{ time: string; cause: string }>('Ends {time}: {cause}'),
    left: icu<{ time: string }>('about {time} left'),
    near: 'Most of the ceiling is used. Extend it, or the session ends there. A job that runs may finish.',
    extend: 'Extend',
    handOver: 'Hand over',
    report: 'Report',
    finish: 'Finish',
    keep: 'I am still here',
    keepWhy: 'Nothing has moved for a while.',
    queue: 'Queue',
  },

  extend: {
    title: 'Extend',
    by: icu<{ minutes: number }>('+{minutes} min'),
    to: icu<{ amount: string; time: string }>('to {time}, ceiling {amount}'),
    toAmount: icu<{ amount: string }>('ceiling {amount}'),
    noCeiling: 'It has no ceiling. It goes on until you finish.',
    endsBefore: icu<{ time: string; cause: string }>('Not possible: it ends {time} by {cause}.'),
    unpriced: 'It costs nothing, so there is nothing to extend.',
    done: 'Extended.',
  },

  handOver: {
    title: 'Hand over',
    ask: 'Whoever comes next within a minute takes this machine over, with its job. Power stays on; you pay up to that moment.',
    go: 'Offer it now',
    wait: icu<{ seconds: number }>('Now the other person: badge or PIN. {seconds} s left.'),
    mine: 'Keep it',
  },

  finish: {
    title: 'Finish?',
    job: 'A job runs. The machine may finish it; you are not billed for that. Then the power goes off.',
    idle: 'Your session ends now, and the power goes off.',
    confirm: 'Yes, finish',
    keep: 'Keep working',
    working: 'Finishing',
  },

  receipt: {
    title: 'Finished.',
    line: icu<{ time: string; machine: string; amount: string }>('{time} on {machine}, {amount}.'),
    free: icu<{ time: string; machine: string }>('{time} on {machine}.'),
    off: 'The power is off.',
    ending: 'The machine may finish its job; nothing more is billed.',
  },

  ending: {
    title: 'This session is over.',
    job: 'The machine may finish its job. Nothing more is billed.',
    cooling: 'It cools down, then its power goes off. Nothing more is billed.',
  },

  report: {
    title: 'What is wrong?',
    safe: 'Is it safe to use?',
    yes: 'Yes, it works',
    no: 'No, lock it',
    noWhy: 'Nobody begins until a steward has answered. Whoever holds it now may go on.',
    done: 'Thank you. A steward is told.',
    choices: {
      noise: 'Strange noise',
      smell: 'Smell or smoke',
      broken: 'Something is broken',
      dirty: 'It is dirty',
      air: 'Extraction or cooling',
      other: 'Something else',
    },
  },

  refused: {
    title: 'Not yet',
    conditions: 'What is asked, in this order',
    passed: 'kept',
    failed: 'not kept',
    unreached: 'not reached',
    past: 'not kept; stewards go past it',
    ticket: 'Take a ticket',
    report: 'Report a problem',
    place: icu<{ place: number }>('You are number {place}.'),
    latest: icu<{ time: string }>('Your turn comes by {time} at the latest.'),
  },

  care: {
    volume: 'Tones',
    volumes: ['off', 'quiet', 'usual', 'loud'],
    theme: 'Light',
    themes: { system: 'as the screen', light: 'light', dark: 'dark' },
    clean: 'Clean the screen',
    cleaning: icu<{ seconds: number }>('Clean now. Touch is ignored for {seconds} s.'),
  },

  pair: {
    title: 'Pair this screen',
    why: 'A steward pairs it once with the machines beside it. It then belongs to nobody, and stewards can drop it under kiosks.',
    handle: 'Handle',
    password: 'Password',
    signIn: 'Sign in',
    machines: 'Machines beside this screen',
    label: 'Where it stands',
    go: 'Pair',
    none: 'None of its machines is described any more. Drop this kiosk, and pair it again.',
  },
};

export type KioskWords = typeof kiosk;
