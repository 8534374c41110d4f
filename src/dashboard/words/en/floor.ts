// English for the pools of the board, the plan of the workshop, and the room of a machine.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const floor = {
  freeOf: icu<{ free: number; total: number }>('{free} free of {total}'),
  nextAt: icu<{ time: string }>('next at {time}'),
  left: icu<{ time: string }>('{time} left'),
  /** On a wall: who is called, and where to. */
  call: icu<{ machine: string; who: string }>('{machine}: {who}, your turn'),
  oldPlan: 'The plan could not be fetched. The list shows every machine.',
  pageOf: icu<{ page: number; pages: number }>('Page {page} of {pages}'),
};
