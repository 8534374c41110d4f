// Romanian for what the firmware of a machine tells people.

import type { profileTroubles as profileTroublesEn } from '../en/firmware.ts';
import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const firmware: Words['firmware'] = {
  left: 'După sfârșitul accesului',
  says: {
    'spindle.off': 'Axul este oprit.',
    'spindle.on': 'Axul se poate învârti încă.',
    'spindle.unknown': 'Nimeni nu a oprit axul.',
    'laser.off': 'Laserul este stins.',
    'laser.on': 'Laserul poate arde încă.',
    'laser.unknown': 'Nimeni nu a stins laserul.',
    'heat.off': 'Încălzitoarele sunt oprite și se răcesc.',
    'heat.on': 'Încălzitoarele sunt încă pornite.',
    'heat.unknown': 'Nimeni nu a oprit încălzitoarele.',
    'position.kept': 'Poziția se păstrează.',
    'position.lost': 'Poziția s-a pierdut: caută din nou referința.',
    'position.unknown': 'Poziția poate fi pierdută: caută din nou referința.',
  },
};

export const profileTroubles: typeof profileTroublesEn = {
  'profile-broken': icu(
    'Profilul ei de firmware „{profile}” nu se poate folosi, deci nimeni nu o ascultă. Rulează: npx officina check.',
  ),
  'profile-draft': icu(
    'Profilul {profile} este o ciornă: mașina este privită, dar nu i se spune când se încheie accesul. Doar întrerupătorul ei o ferește de folosire.',
  ),
};
