// How one signs in, with what and where, in English.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'passkey-cancelled': {
    title: 'No passkey was used.',
    detail: 'You closed the question, or it took too long. Try again, or use your password.',
  },
  'passkey-failed': {
    title: 'This browser could not use the passkey.',
    detail: 'Try again, or use your password.',
  },
  'passkey-elsewhere': {
    title: 'A passkey works at one address only, and this is another.',
    detail: 'Open the page at the address under which the passkey was added.',
  },
  'passkey-unsupported': {
    title: 'This device has no passkeys of the kind that is needed.',
    detail: 'Use another device or your password.',
  },
  'passkey-known': { title: 'This passkey is there already.', detail: 'Use it, or remove it first.' },
  'provider-away': {
    title: 'The sign-in service does not answer.',
    detail: 'Your password and passkeys work as ever. Or try again in a moment.',
  },
  'provider-refused': {
    title: 'The sign-in service did not let you in.',
    detail: 'Try again, or ask whoever keeps that service.',
  },
  'provider-answer': {
    title: 'What the sign-in service sent back proves nothing.',
    detail: 'Try again. If it stays so, an administrator finds the reason in the log of the gateway.',
  },
  'vouched-unknown': {
    title: 'The sign-in service knows you, and this workshop does not.',
    detail: 'Ask a steward to add you, with the handle that you have there.',
  },
  'attempt-over': {
    title: 'That took longer than five minutes, or was used already.',
    detail: 'Begin again.',
  },
  'member-suspended': { title: 'This membership is suspended.', detail: 'Ask a steward.' },
};

export const account = {
  withPasskey: 'Sign in with a passkey',
  withProvider: icu<{ label: string }>('Sign in with {label}'),
  elsewhere: 'Passkeys work at another address:',
  passkeys: 'Passkeys',
  passkeysSaid:
    'A passkey opens this page with your finger, your face or a key instead of a password. It cannot be guessed or phished.',
  noPasskeys: 'You have none yet.',
  noAddress:
    'They need HTTPS and a name for this gateway. An administrator finds what is missing under Setup.',
  unsupported: 'This browser knows no passkeys. Try another one.',
  stale: 'To add one, sign out and in again first: it changes how you sign in.',
  added: icu<{ time: string }>('Added {time}.'),
  lastUsed: icu<{ time: string }>('Last used {time}.'),
  neverUsed: 'Never used yet.',
  name: 'What do you call it?',
  nameExample: 'My phone',
  add: 'Add a passkey',
  adding: 'Waiting for you …',
  remove: 'Remove',
  removeOf: icu<{ name: string }>('Remove the passkey {name}'),
  removeAsk: 'It signs nobody in any more. Where it did, you are signed out. Delete it on your device too.',
  removeKeep: 'Keep it',
  removeConfirm: 'Remove it',
  removing: 'Removing …',
  places: 'Where you are signed in',
  placesSaid: 'A sign-in ends by itself after twelve hours, and when the gateway starts again.',
  here: 'here',
  someBrowser: 'A browser',
  how: { password: 'By password', passkey: 'By passkey', provider: 'By sign-in service' },
  seen: icu<{ time: string }>('last seen {time}'),
  until: icu<{ time: string }>('ends {time}'),
  leave: 'Sign out there',
  leaveOf: icu<{ browser: string }>('Sign out there: {browser}'),
  leaveAll: 'Sign out everywhere',
  leaveAllAsk: 'Every browser in which you are signed in goes back to the sign-in page, this one too.',
  leaveAllKeep: 'Stay signed in',
  leaveAllConfirm: 'Sign out everywhere now',
  leaving: 'Signing out …',
  refusals,
};
