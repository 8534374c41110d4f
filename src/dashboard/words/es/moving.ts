// Spanish for moving a booking.

import type { moving as movingEn } from '../en/moving.ts';

export const moving: typeof movingEn = {
  move: { offer: 'Mover', keep: 'Dejarla ahí', confirm: 'Moverla', working: 'Moviendo …' },
  ask: 'Sigue donde está hasta que la nueva hora sea tuya. Igual de larga, en la misma máquina.',
  start: 'Nuevo comienzo',
  choose: 'Elige un comienzo',
  looking: 'Buscando comienzos libres …',
  none: 'En los próximos nueve días no hay otro comienzo libre de esta duración. Cancélala, o reserva otra duración.',
};
