// English for what needs somebody, on the board.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const exceptions = {
  title: 'Exceptions',
  none: icu<{ heard: number }>(
    '{heard, plural, one {Nothing needs you. # machine heard from.} other {Nothing needs you. # machines heard from.}}',
  ),
  noneHeard: 'No machine heard from yet.',
  since: icu<{ state: string; time: string }>('{state} since {time}'),
  at: icu<{ state: string; time: string }>('{state} {time}'),
  more: icu<{ count: number }>('and {count} more'),
  lastKnown: icu<{ state: string }>('Last known: {state}'),
  power: 'Power could not be switched off',
  announce: icu<{ machine: string }>('Alarm at {machine}. Go and look.'),
};
