// English for the head of every page.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const header = {
  free: icu<{ count: number }>('{count} free'),
  busy: icu<{ count: number }>('{count} busy'),
  alarm: icu<{ count: number }>('{count, plural, one {# alarm} other {# alarms}}'),
  away: icu<{ count: number }>('{count} not heard'),
  care: icu<{ count: number }>('{count} not in service'),
  clock: 'Clock of the gateway',
  simulated: 'Simulated',
  rooms: 'Rooms',
  board: 'Board',
  statement: 'Statement',
  proposals: 'Votes',
  desk: 'Desk',
  wall: 'Wall',
  signOut: 'Sign out',
  account: 'Your account',
  own: 'My page',
  showName: 'Show my name on the board',
  theme: { light: 'Light', dark: 'Dark', system: 'Auto' },
  themeLabel: icu<{ choice: string }>('Theme: {choice}'),
  pause: 'Pause pages',
  resume: 'Turn pages',
  language: 'Language',
  languageUsual: 'Automatic',
  page: icu<{ page: number; pages: number }>('Page {page} of {pages}'),
};
