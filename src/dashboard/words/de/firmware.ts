// German for what the firmware of a machine tells people.

import type { firmware as firmwareEn, profileTroubles as profileTroublesEn } from '../en/firmware.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const firmware: typeof firmwareEn = {
  left: 'Nach dem Ende des Zugangs',
  says: {
    'spindle.off': 'Die Spindel ist aus.',
    'spindle.on': 'Die Spindel dreht sich vielleicht noch.',
    'spindle.unknown': 'Niemand hat die Spindel ausgeschaltet.',
    'laser.off': 'Der Laser ist aus.',
    'laser.on': 'Der Laser brennt vielleicht noch.',
    'laser.unknown': 'Niemand hat einen Laser ausgeschaltet.',
    'heat.off': 'Die Heizungen sind aus und kühlen ab.',
    'heat.on': 'Die Heizungen sind noch an.',
    'heat.unknown': 'Niemand hat die Heizungen ausgeschaltet.',
    'position.kept': 'Ihre Position ist erhalten.',
    'position.lost': 'Ihre Position ist verloren: Fahr sie neu zum Nullpunkt.',
    'position.unknown': 'Ihre Position ist vielleicht verloren: Fahr sie neu zum Nullpunkt.',
  },
};

export const profileTroubles: typeof profileTroublesEn = {
  'profile-broken': icu(
    'Ihr Firmware-Profil „{profile}“ ist nicht brauchbar, also hört ihr niemand zu. Führ aus: npx officina check.',
  ),
  'profile-draft': icu(
    'Das Profil {profile} ist ein Entwurf: Die Maschine wird beobachtet und erfährt nicht, wenn der Zugang endet. Nur ihr Schalter hält sie davon ab, benutzt zu werden.',
  ),
};
