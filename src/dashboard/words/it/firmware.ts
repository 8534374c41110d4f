// Italian for what the firmware of a machine tells people.

import type { firmware as firmwareEn, profileTroubles as profileTroublesEn } from '../en/firmware.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const firmware: typeof firmwareEn = {
  left: 'Dopo la fine dell’accesso',
  says: {
    'spindle.off': 'Il mandrino è spento.',
    'spindle.on': 'Il mandrino può ancora girare.',
    'spindle.unknown': 'Nessuno ha spento il mandrino.',
    'laser.off': 'Il laser è spento.',
    'laser.on': 'Il laser può ancora bruciare.',
    'laser.unknown': 'Nessuno ha spento un laser.',
    'heat.off': 'I riscaldatori sono spenti, e si raffreddano.',
    'heat.on': 'I riscaldatori sono ancora accesi.',
    'heat.unknown': 'Nessuno ha spento i riscaldatori.',
    'position.kept': 'La posizione è conservata.',
    'position.lost': 'La posizione è persa: cerca di nuovo lo zero.',
    'position.unknown': 'La posizione può essere persa: cerca di nuovo lo zero.',
  },
};

export const profileTroubles: typeof profileTroublesEn = {
  'profile-broken': icu(
    'Il suo profilo firmware «{profile}» non si può usare, perciò nessuno la ascolta. Esegui: npx officina check.',
  ),
  'profile-draft': icu(
    'Il profilo {profile} è una bozza: la macchina è osservata, e non viene avvisata quando finisce l’accesso. Solo il suo interruttore ne impedisce l’uso.',
  ),
};
