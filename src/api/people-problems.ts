// The rows of the table of refusals about people at the desk and the journal: code → status and words.

import { peopleRefusals } from '../contract/people-words.ts';

export const peopleProblems = {
  'certificate-unknown': [422, ...peopleRefusals['certificate-unknown']],
  'certificate-day': [400, ...peopleRefusals['certificate-day']],
  'certificate-own': [403, ...peopleRefusals['certificate-own']],
  'entry-unknown': [404, ...peopleRefusals['entry-unknown']],
  'journal-away': [503, ...peopleRefusals['journal-away']],
} as const satisfies Readonly<
  Record<keyof typeof peopleRefusals, readonly [status: number, title: string, detail: string]>
>;
