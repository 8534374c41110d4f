// A session that a PIN began at a kiosk has no badge. Its entries carry this word in the badge's place: no badge has such an
// id, none can be lost or replayed under it, and only a kiosk may ask with it.

import type { MemberRecorded } from '../journal/entry.ts';

export const pinBadge = 'pin';

/** Whether what a session or a wish was begun with still stands for this member. */
export const stillStands = ({ badges }: Pick<MemberRecorded, 'badges'>, badge: string): boolean =>
  badge === pinBadge || badges.includes(badge);
