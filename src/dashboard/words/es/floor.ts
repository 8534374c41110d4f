// Spanish for the pools of the board, the plan of the workshop, and the room of a machine.

import type { floor as floorEn } from '../en/floor.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const floor: typeof floorEn = {
  freeOf: icu('{free, plural, one {# libre de {total}} other {# libres de {total}}}'),
  nextAt: icu('la próxima a las {time}'),
  left: icu('quedan {time}'),
  call: icu('{machine}: {who}, te toca'),
  oldPlan: 'No se pudo traer el plano. La lista muestra todas las máquinas.',
};
