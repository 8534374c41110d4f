// English for what people decide about machines, locks and modes, and for people in the space.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const decisions = {
  /** One sentence on a card; `note` is in a person's own words. */
  locked: 'Somebody locked it. A steward looks at it and unlocks it.',
  lockedAfter: 'It is locked after this session.',
  outOfOrder: 'It does not work. A steward sees to it.',
  noted: icu<{ note: string }>('“{note}”'),
  retired: 'It is not used any more.',
  peopleShort: icu<{ present: number; needed: number }>(
    'It needs {needed} people and {present} are here: it ends within a minute.',
  ),

  lockedBy: icu<{ who: string; time: string }>('Locked by {who}, {time}'),
  lockedSince: icu<{ time: string }>('Locked since {time}'),
  modeSince: icu<{ mode: string; time: string }>('In mode {mode} since {time}'),
  photo: icu<{ machine: string }>('Picture of {machine}, taken for this mode'),

  lock: {
    title: 'Is something wrong with it?',
    offer: 'Lock this machine',
    keep: 'Do not lock',
    confirm: 'Lock it',
    working: 'Locking',
    warning:
      'This is not an emergency stop. If somebody is in danger, press the red button at the machine first.',
    what: 'Nobody can start it until a steward has looked at it. Nobody is blamed for a lock.',
    when: 'The session that holds it',
    stop: 'ends at once',
    after: 'may go on to its end',
  },
  unlock: {
    offer: 'Unlock',
    keep: 'Leave it locked',
    confirm: 'Unlock it',
    working: 'Unlocking',
    what: 'Members can start it again. Do so after you have looked at it.',
  },
  mode: {
    offer: 'Set mode',
    keep: 'Leave it',
    confirm: 'Set it',
    working: 'Setting',
    mode: 'Mode',
    note: 'Note',
    noteHint: 'At most 500 characters, for everybody to read. It is deleted with your account.',
    photo: 'Picture',
    photoHint: 'JPEG or PNG, at most 1 MB. Place and time in it are taken out.',
    ends: 'Whoever holds the machine finishes, and then only those whom this mode allows can start it.',
  },

  people: {
    inside: icu<{ inside: number }>('{inside} inside'),
    insideOf: icu<{ inside: number; capacity: number }>('{inside} of {capacity} inside'),
    free: 'There is a place for you now',
    waiting: 'It is full; this tells you when there is a place',
  },
};
