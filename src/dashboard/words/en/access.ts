// Whether the one who looks may use a machine, and what is told to staff of a session, in English.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const access = {
  title: 'Your access',
  yes: 'You may use it: hold your badge to its reader.',
  no: 'You may not use it now.',
  past: 'You may use it as a steward only; others would be refused, and this goes on record.',
  lesson: icu<{ name: string; sessions: number; needed: number }>(
    'Supervised sessions for {name}: {sessions} of {needed}.',
  ),
  bypassed: icu<{ codes: string }>('Started past the rules, by a steward: {codes}.'),
  trainer: icu<{ name: string }>('Taught by {name}.'),
  levels: { assist: 'assists', operate: 'operates', maintain: 'maintains', teach: 'teaches' },
  earned: 'earned in lessons',
  plan: icu<{ plan: string }>('Plan: {plan}.'),
  from: icu<{ day: string }>('Member from {day}.'),
  until: icu<{ day: string }>('Member until {day}.'),
};
