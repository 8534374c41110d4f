// Italian for moving a booking.

import type { moving as movingEn } from '../en/moving.ts';

export const moving: typeof movingEn = {
  move: { offer: 'Sposta', keep: 'Lasciala lì', confirm: 'Spostala', working: 'La sposto …' },
  ask: 'Resta dov’è finché il nuovo orario è tuo. Lunga come prima, alla stessa macchina.',
  start: 'Nuovo inizio',
  choose: 'Scegli un inizio',
  looking: 'Cerco inizi liberi …',
  none: 'Nei prossimi nove giorni non c’è altro inizio libero di questa durata. Annullala, o prenota un’altra durata.',
};
