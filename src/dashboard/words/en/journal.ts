// English for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const journal = {
  title: 'Journal',
  notYours: 'The journal is for stewards, treasurers and administrators. Ask one of them.',
  filter: 'Find entries',
  member: 'Member',
  machine: 'Machine',
  type: 'Kind',
  from: 'From',
  to: 'Through',
  any: 'any',
  find: 'Find',
  clear: 'All entries',
  position: 'Position',
  none: 'No entry is like that. Take a filter away.',
  older: 'Older entries',
  newest: 'Newest',
  caption: 'Entries, newest first',
  when: 'When',
  about: 'About',
  doer: 'By',
  forgotten: 'What it said was forgotten by its age; its hash stays.',
  recorded: 'This view is recorded.',
  nameless: 'somebody',
  back: 'All entries',
  entry: icu<{ seq: string }>('Entry {seq}'),
  ofLast: icu<{ last: string }>('of {last}'),
  text: 'As text',
  hash: 'Hash',
  hashBefore: 'Hash of the entry before',
  hashAfter: 'Hash of the entry after',
  before: 'Entry before',
  after: 'Entry after',
  proof: 'Proof',
  proofWhat:
    'Every entry is read from the first, its hash is computed again, and each must name the one before it.',
  prove: 'Prove the journal',
  proving: icu<{ done: string; total: string }>('{done} of {total} entries checked'),
  holds: icu<{ count: string; time: string }>('The chain holds: {count} entries, checked {time}.'),
  head: 'Hash of the last entry. Whoever keeps it elsewhere can tell later that nothing was cut off.',
  broken: icu<{ seq: string }>(
    'Entry {seq} is wrong. Keep the files as they are and restore a backup that holds.',
  ),
  failed: 'The proof could not be made. The log of the gateway says why; try again.',
};
