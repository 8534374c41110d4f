// What the firmware of a machine tells people: what the end of access has left, and what is wrong with its profile.

import { icuIn, type Sentence } from '../icu.ts';

const icu = icuIn('en');

/** In the order in which they are read. */
const leftEn = {
  'spindle.off': 'The spindle is off.',
  'spindle.on': 'The spindle may still turn.',
  'spindle.unknown': 'Nobody has switched the spindle off.',
  'laser.off': 'The laser is off.',
  'laser.on': 'The laser may still burn.',
  'laser.unknown': 'Nobody has switched a laser off.',
  'heat.off': 'The heaters are off, and cool down.',
  'heat.on': 'The heaters are still on.',
  'heat.unknown': 'Nobody has switched the heaters off.',
  'position.kept': 'Its position is kept.',
  'position.lost': 'Its position is lost: home it again.',
  'position.unknown': 'Its position may be lost: home it again.',
};

export const firmware = { left: 'After the end of access', says: leftEn };

export const profileTroubles: Readonly<Record<string, Sentence>> = {
  'profile-broken': icu(
    'Its firmware profile “{profile}” cannot be used, so nobody listens to it. Run: npx officina check.',
  ),
  'profile-draft': icu(
    'The profile {profile} is a draft: the machine is watched, and is not told when access ends. Only its switch keeps it from being used.',
  ),
};
