// English for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const machineRoom = {
  tabs: 'About this machine',
  tab: { now: 'Now', sessions: 'Sessions', care: 'Care', certificates: 'Certificates' },
  queueOf: icu<{ waiting: number }>('{waiting, plural, =0 {Queue} other {Queue #}}'),
  report: 'Report a problem',
  signIn: 'Sign in to see whether you may use it, and what would help.',
  cursor: icu<{ time: string; value: string }>('{time}: {value}'),
  cursorHint: 'Chart. The arrow keys move through it; the table has the same figures.',
};
