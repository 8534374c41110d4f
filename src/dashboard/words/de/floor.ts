// German for the pools of the board, the plan of the workshop, and the room of a machine.

import type { floor as floorEn } from '../en/floor.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const floor: typeof floorEn = {
  freeOf: icu('{free} von {total} frei'),
  nextAt: icu('nächste um {time}'),
  left: icu('noch {time}'),
  call: icu('{machine}: {who}, du bist dran'),
  oldPlan: 'Der Plan ließ sich nicht holen. Die Liste zeigt alle Maschinen.',
};
