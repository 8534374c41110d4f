// Spanish for what a screen reader is told of buttons that look alike; what stands on the button is part of it.

import type { named as namedEn } from '../en/named.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const named: typeof namedEn = {
  lostOwn: icu('Lo he perdido: tarjeta que termina en {tail}'),
};
