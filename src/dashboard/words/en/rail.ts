// English for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const rail = {
  label: 'Desk',
  rooms: {
    today: 'Today',
    members: 'Members',
    devices: 'Devices',
    care: 'Care',
    tariffs: 'Tariffs',
    policy: 'Policies',
    books: 'Books',
    journal: 'Journal',
    tokens: 'Tokens',
  } as Readonly<Record<string, string>>,
  search: 'Search',
  keys: 'Keys',
  close: 'Close',
  keysOn: 'Use single keys at the desk',
  keysHint: 'They never act inside fields, and none does anything final.',
  keyMap: {
    search: 'Search everywhere',
    map: 'This map',
    next: 'Next in the list',
    previous: 'Previous in the list',
    open: 'Open',
    back: 'Back, close',
    fresh: 'New',
    answer: 'Answer an alarm',
  },
  goTo: icu<{ room: string }>('Go to {room}'),
  searchLabel: 'Search machines, members, rooms, codes and positions of the journal',
  groups: {
    rooms: 'Rooms',
    machines: 'Machines',
    members: 'Members',
    journal: 'Journal',
    codes: 'Refusals',
  },
  position: icu<{ seq: string }>('Entry {seq}'),
  nothing: 'Nothing here has that name. Try fewer letters.',
  found: icu<{ count: number }>('{count, plural, one {# found} other {# found}}'),
};
