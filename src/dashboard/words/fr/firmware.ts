// French for what the firmware of a machine tells people.

import type { profileTroubles as profileTroublesEn } from '../en/firmware.ts';
import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const firmware: Words['firmware'] = {
  left: 'Après la fin de l’accès',
  says: {
    'spindle.off': 'La broche est arrêtée.',
    'spindle.on': 'La broche peut encore tourner.',
    'spindle.unknown': 'Personne n’a arrêté la broche.',
    'laser.off': 'Le laser est éteint.',
    'laser.on': 'Le laser peut encore brûler.',
    'laser.unknown': 'Personne n’a éteint le laser.',
    'heat.off': 'Les chauffages sont coupés et refroidissent.',
    'heat.on': 'Les chauffages sont encore allumés.',
    'heat.unknown': 'Personne n’a coupé les chauffages.',
    'position.kept': 'Sa position est conservée.',
    'position.lost': 'Sa position est perdue : refaites la prise d’origine.',
    'position.unknown': 'Sa position est peut-être perdue : refaites la prise d’origine.',
  },
};

export const profileTroubles: typeof profileTroublesEn = {
  'profile-broken': icu(
    'Son profil de firmware « {profile} » est inutilisable, donc personne ne l’écoute. Lancez : npx officina check.',
  ),
  'profile-draft': icu(
    'Le profil {profile} est un brouillon : la machine est observée, et n’apprend pas la fin de l’accès. Seul son interrupteur empêche de l’utiliser.',
  ),
};
