// Romanian for the pools of the board, the plan of the workshop, and the room of a machine.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const floor: Words['floor'] = {
  freeOf: icu(
    '{free, plural, one {# liberă din {total}} few {# libere din {total}} other {# libere din {total}}}',
  ),
  nextAt: icu('următoarea la {time}'),
  left: icu('încă {time}'),
  call: icu('{machine}: {who}, e rândul tău'),
  oldPlan: 'Planul nu s-a putut aduce. Lista arată toate mașinile.',
};
