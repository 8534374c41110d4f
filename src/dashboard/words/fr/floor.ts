// French for the pools of the board, the plan of the workshop, and the room of a machine.

import type { floor as floorEn } from '../en/floor.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const floor: typeof floorEn = {
  freeOf: icu('{free, plural, one {# libre sur {total}} other {# libres sur {total}}}'),
  nextAt: icu('la prochaine à {time}'),
  left: icu('encore {time}'),
  call: icu('{machine} : {who}, c’est à vous'),
  oldPlan: 'Le plan n’a pas pu être chargé. La liste montre toutes les machines.',
};
