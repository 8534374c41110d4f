// What is missing so that browsers trust the gateway, in English.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const setup = {
  title: 'Setup',
  said: 'What browsers need before they offer passkeys, install the page or bring messages.',
  refused: 'This page is for administrators.',
  address: 'Address of this gateway',
  from: {
    file: 'It stands in officina.yaml.',
    certificate: 'It is the first name in the certificate.',
    local: 'Only this computer itself gets there.',
    none: 'The gateway knows no address of its own yet.',
  },
  openedElsewhere: icu<{ opened: string }>('You opened this page as {opened}. What follows holds only at'),
  notSecure: 'This browser does not trust the connection that you use now.',
  parts: 'What works there',
  part: { passkeys: 'Passkeys', install: 'Installing the page', push: 'Push messages' },
  partSaid: {
    passkeys: 'Signing in with a finger, a face or a key.',
    install: 'The page as an app on phones and screens.',
    push: 'Messages while the page is closed. They also need a way to the internet.',
  },
  ready: 'ready',
  readyHere: 'only on this computer',
  notReady: 'not yet',
  missing: 'What is missing',
  lacks: {
    https: 'HTTPS. Browsers offer these things on a connection that nobody can listen to.',
    name: 'A name. Passkeys are bound to a host name; an address of numbers is none.',
    certificate:
      'A certificate of an issuer that browsers know. This one was issued by itself, so they warn instead.',
    local: 'An address that other computers and phones can reach. Here only this computer itself gets in.',
  },
  lines: 'Add these lines to officina.yaml, with your own name and files:',
  restart: 'They count from the next start of the gateway.',
  provider: 'Sign-in service',
  hasProvider: icu<{ label: string }>('Members may sign in with {label}, beside their password.'),
  noProvider:
    'None is described. With one, members sign in with the account that they have elsewhere (OpenID Connect); passwords stay.',
  providerLines: 'For one, add these lines to officina.yaml:',
  back: 'The way back, to be named at the service:',
};
