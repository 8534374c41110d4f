// French for moving a booking.

import type { moving as movingEn } from '../en/moving.ts';

export const moving: typeof movingEn = {
  move: { offer: 'Déplacer', keep: 'La laisser là', confirm: 'La déplacer', working: 'Déplacement …' },
  ask: 'Elle reste où elle est jusqu’à ce que le nouvel horaire soit à vous. Même durée, même machine.',
  start: 'Nouveau début',
  choose: 'Choisissez un début',
  looking: 'Recherche des débuts libres …',
  none: 'Dans les neuf prochains jours, aucun autre début de cette durée n’est libre. Annulez-la, ou réservez une autre durée.',
};
