// English for the page that says how machines are shared. The sentences themselves come from the gateway.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const policy = {
  title: 'How we share the machines',
  link: 'How turns are given',
  none: 'Nothing was ever decided: no machine is used in turn, and who taps at a free machine begins.',
  refused: 'Sign in to read this.',
  everybody: 'For everybody',
  pool: icu<{ pool: string }>('Pool {pool}'),
  since: icu<{ time: string }>('in force since {time}'),
  version: icu<{ version: number }>('Version {version}'),
  by: { file: 'written in the file of the workshop', vote: 'decided by a vote' },
  coming: icu<{ time: string }>('From {time}'),
  comingHint: 'What changes then. The rest stays as it is below.',
  comingSame: 'Nothing that a sentence below says changes.',
  gone: 'Not any more',
  fresh: 'New',
  past: 'Before',
  table: { version: 'Version', from: 'In force from', by: 'Decided', hash: 'Hash' },
  never: 'never',
  hashHint: 'Decisions of the queue name the policy they were made by with these digits.',
};
