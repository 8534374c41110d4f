// Romanian for moving a booking.

import type { moving as movingEn } from '../en/moving.ts';

export const moving: typeof movingEn = {
  move: { offer: 'Mută', keep: 'Las-o acolo', confirm: 'Mut-o', working: 'Se mută …' },
  ask: 'Rămâne unde este până când noua oră e a ta. La fel de lungă, la aceeași mașină.',
  start: 'Început nou',
  choose: 'Alege un început',
  looking: 'Se caută începuturi libere …',
  none: 'În următoarele nouă zile nu mai e liber alt început cu această durată. Anuleaz-o sau rezervă altă durată.',
};
