// Italian for the pools of the board, the plan of the workshop, and the room of a machine.

import type { floor as shape } from '../en/floor.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const floor: typeof shape = {
  freeOf: icu<{ free: number; total: number }>('{free, plural, one {# libera} other {# libere}} su {total}'),
  nextAt: icu<{ time: string }>('la prossima alle {time}'),
  left: icu<{ time: string }>('ancora {time}'),
  call: icu<{ machine: string; who: string }>('{machine}: {who}, tocca a te'),
  oldPlan: 'La pianta non è arrivata. L’elenco mostra tutte le macchine.',
  pageOf: icu<{ page: number; pages: number }>('Pagina {page} di {pages}'),
};
