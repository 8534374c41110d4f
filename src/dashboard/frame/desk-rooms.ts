// The rooms of the desk, one line each, in the order of the rail: a room is added here, in `paths.ts` and in `desk-frame.tsx`. Who
// may not see a room does not see its link.

import { type Action, can } from '../can.ts';
import type { IconName } from '../look/icons.ts';
import { type Page, pages } from '../paths.ts';
import { person } from '../store.ts';

export type DeskRoom = {
  /** Its word is `rail.rooms` by this name. */
  readonly page: Page['page'];
  readonly href: string;
  readonly icon: IconName;
  /** After `g`; null: it has none. */
  readonly key: string | null;
  readonly action: Action;
  /** Pages that stand under the same link. */
  readonly also?: readonly Page['page'][];
};

const rooms: readonly DeskRoom[] = [
  { page: 'today', href: pages.today, icon: 'flag', key: 't', action: 'see-today' },
  { page: 'members', href: pages.members, icon: 'users', key: 'm', action: 'see-members' },
  { page: 'devices', href: pages.devices, icon: 'router', key: 'a', action: 'see-devices' },
  { page: 'care', href: pages.careList, icon: 'wrench', key: 'c', action: 'see-care' },
  { page: 'tariffs', href: pages.tariffs, icon: 'scale', key: 'r', action: 'see-books' },
  { page: 'policy', href: pages.policy, icon: 'vote', key: 'p', action: 'see-policy', also: ['replay'] },
  { page: 'books', href: pages.books, icon: 'receipt', key: 'b', action: 'see-books' },
  { page: 'journal', href: pages.journal(), icon: 'archive', key: 'j', action: 'see-journal' },
  { page: 'tokens', href: pages.tokens, icon: 'key-round', key: null, action: 'see-tokens' },
];

/** Those that this person may see. */
export const seenRooms = (): readonly DeskRoom[] =>
  rooms.filter(({ action }) => can(action, { self: person.value, live: true }));
