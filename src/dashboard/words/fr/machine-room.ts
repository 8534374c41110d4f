// French for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import type { machineRoom as machineRoomEn } from '../en/machine-room.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const machineRoom: typeof machineRoomEn = {
  tabs: 'À propos de cette machine',
  tab: { now: 'Maintenant', sessions: 'Sessions', care: 'Entretien', certificates: 'Habilitations' },
  queueOf: icu('{waiting, plural, =0 {File} other {File #}}'),
  report: 'Signaler un problème',
  signIn: 'Connectez-vous pour voir si vous pouvez l’utiliser, et ce qui y aiderait.',
  cursor: icu('{time} : {value}'),
  cursorHint: 'Graphique. Les flèches le parcourent ; le tableau a les mêmes valeurs.',
};
